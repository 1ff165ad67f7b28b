"""Where everything stands: all faces with their embeddings, groups, decisions, in arrays that suggestions and questions
are worked out from. Embeddings are kept in memory between two answers, what was decided is read anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import FOUNDING_QUALITY, Vectors
from photoface.store import standing as stored

if TYPE_CHECKING:
    from photoface.services.library import Library
    from photoface.services.suggestions.board import Board

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]

NO_GROUP = -1
UNDECIDED, SET_ASIDE = -1, 0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The n present faces that have an embedding: ids int64 [n], rising; vectors float32 [n, d]; photo int64 [n];
    quality float32 [n]; prominence float32 [n]: area as a part of the largest face's in the photo; day float64 [n]:
    Julian day the photo was taken, -1 unknown."""

    ids: Ids
    vectors: Vectors
    photo: Ids
    quality: NDArray[np.float32]
    prominence: NDArray[np.float32]
    day: NDArray[np.float64]

    @property
    def founding(self) -> Mask:
        return self.quality >= FOUNDING_QUALITY

    def rows_of(self, face_ids: Ids) -> tuple[Ids, Mask]:
        """Where these faces stand, and which of them do: int64 [m], bool [m]."""
        if not len(self.ids):
            return np.zeros(len(face_ids), np.int64), np.zeros(len(face_ids), bool)
        at = np.minimum(np.searchsorted(self.ids, face_ids), len(self.ids) - 1)
        return at, self.ids[at] == face_ids


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """One moment. seen: the faces; group int64 [n] or NO_GROUP; person int64 [n], or UNDECIDED, or SET_ASIDE.

    rejected: rows [m] and people [m] they are not; sides: rows of faces that were said to be different people, with
    one number for both sides of a separation and which side [m] each; repeats: photos; births: person -> Julian day;
    hidden: people nobody is asked about. ignored: rows [m] of faces that somebody ignored, and a number
    [m] for all of one group that were ignored at once.
    """

    seen: Seen
    group: Ids
    person: Ids
    rejected: tuple[Ids, Ids]
    sides: tuple[Ids, Ids, Ids]
    repeats: Ids
    births: dict[int, float]
    hidden: frozenset[int]
    ignored: tuple[Ids, Ids]

    @property
    def open(self) -> Mask:
        """Faces that nobody decided about: bool [n]."""
        undecided: Mask = self.person == UNDECIDED
        return undecided

    def guessed(self) -> Ids:
        """Who each face is by decision, or else by the group that it is in, whose it is by most of its decided faces:
        int64 [n], as ``person``."""
        decided = (self.person > SET_ASIDE) & (self.group != NO_GROUP)
        pairs, votes = np.unique(np.stack([self.group[decided], self.person[decided]]), axis=1, return_counts=True)
        best = np.lexsort((-votes, pairs[0]))
        groups, at = np.unique(pairs[0][best], return_index=True)
        clear = np.append(votes[best], 0)[at + 1] < votes[best][at]
        clear |= np.append(pairs[0][best], NO_GROUP)[at + 1] != groups
        who = np.where(clear, pairs[1][best][at], UNDECIDED)
        found = self.person.copy()
        inside = np.flatnonzero(self.open & np.isin(self.group, groups))
        found[inside] = who[np.searchsorted(groups, self.group[inside])]
        return found

    def owned_groups(self) -> Ids:
        """Groups that hold a face somebody was decided to be: int64, rising."""
        return np.unique(self.group[(self.person > SET_ASIDE) & (self.group != NO_GROUP)])


class StandingOf:
    """The standing of an open library; the faces of the last call are kept while they are the same."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._seen: tuple[object, Seen] | None = None
        self._centres: dict[int, tuple[bytes, Vectors]] = {}
        self._board: tuple[tuple[int, int] | None, Board | None] = None, None

    def laid_out(self, state: tuple[int, int] | None) -> Board | None:
        """The board of this state of the library, if it is the one that was laid out last."""
        return self._board[1] if state is not None and state == self._board[0] else None

    def keep(self, state: tuple[int, int] | None, board: Board | None) -> None:
        """The board as of this state; inside a transaction, where there is none, nothing is kept."""
        self._board = (state, board) if state is not None else (None, None)

    def centres(self, person: int, rows: Ids, compute: Callable[[], Vectors]) -> Vectors:
        """The exemplars of a person, computed where it is of other faces than last time."""
        key = rows.tobytes()
        known = self._centres.get(person)
        if known is None or known[0] != key:
            known = self._centres[person] = key, compute()
        return known[1]

    def now(self) -> Standing:
        """As it is now. Raises ModelsMissing before the first index."""
        with self._library.db.consistent():
            return _standing(self._library, self._faces())

    def _faces(self) -> Seen:
        embedding = self._library.embedding()
        state = (embedding.key, stored.seen_state(self._library.db, embedding.atoms[0]))
        if self._seen is None or self._seen[0] != state:
            self._seen, self._centres = (state, _read(self._library)), {}
        return self._seen[1]


def _read(library: Library) -> Seen:
    known = stored.faces(library.db)
    face_ids, vectors = library.vectors.load(library.embedding().parts)
    ids, rows, at = np.intersect1d(known[:, 0].astype(np.int64), face_ids, assume_unique=True, return_indices=True)
    photo, area = known[:, 1].astype(np.int64), known[:, 3]
    _, which = np.unique(photo, return_inverse=True)
    largest = np.zeros(int(which.max(initial=-1)) + 1)
    np.maximum.at(largest, which, area)
    prominence = (area / np.maximum(largest[which], 1e-9)).astype(np.float32)
    return Seen(
        ids,
        vectors if len(at) == len(face_ids) else vectors[at],
        photo[rows],
        known[rows, 2].astype(np.float32),
        prominence[rows],
        known[rows, 4],
    )


def _standing(library: Library, seen: Seen) -> Standing:
    db = library.db
    rejected, sides, ignored = stored.rejections(db), stored.separated(db), stored.ignored_groups(db)
    not_them, there = seen.rows_of(rejected[:, 0])
    apart, present = seen.rows_of(sides[:, 1])
    aside, gone = seen.rows_of(ignored[:, 0])
    person = _filled(seen, stored.verdicts(db), UNDECIDED)
    gone[gone] = person[aside[gone]] == SET_ASIDE  # nobody has brought them back since
    return Standing(
        seen,
        _filled(seen, stored.memberships(db), NO_GROUP),
        person,
        (not_them[there], rejected[there, 1]),
        (apart[present], sides[present, 0], sides[present, 2]),
        stored.repeat_photos(db),
        stored.births(db),
        frozenset(stored.hidden_people(db)),
        (aside[gone], ignored[gone, 1]),
    )


def _filled(seen: Seen, pairs: Ids, otherwise: int) -> Ids:
    found = np.full(len(seen.ids), otherwise, np.int64)
    at, there = seen.rows_of(pairs[:, 0])
    found[at[there]] = pairs[there, 1]
    return found
