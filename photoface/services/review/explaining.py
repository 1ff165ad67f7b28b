"""Why a face is whom it is said to be: from stored facts, the same that suggestions are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoface.domain.people import Face, FaceState, Person
from photoface.matching import vetoes
from photoface.matching.suggestions import NOBODY, Targets, similarities
from photoface.services.calibration.pair_rates import pair_rates, rate_of
from photoface.services.library import Library
from photoface.services.review.evidence import Near
from photoface.services.suggestions.board import Board, board_of
from photoface.services.suggestions.resemblance import angle_of

CANDIDATES, NEAREST = 3, 3


class Band(StrEnum):
    """DECIDED: by a human. TOGETHER: in a group with faces decided to be the person. JOIN: its group is suggested to be
    the person. ASK: asked about. LEAVE: near nobody, or nearer to a group without a name. UNKNOWN: no embedding."""

    DECIDED = "decided"
    TOGETHER = "together"
    JOIN = "join"
    ASK = "ask"
    LEAVE = "leave"
    UNKNOWN = "unknown"


_WHY = {
    vetoes.PHOTO: "photo",
    vetoes.REJECTED: "rejected",
    vetoes.DIFFERENT: "different",
    vetoes.SEVERAL: "several",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody it may be. angle: radians, from the mean direction of the face's group to the nearest one of the
    person's; near: the nearest decided faces of that person.

    vetoes: what forbids it whatever they look like: 'photo' (both in one photo), 'rejected', 'different', 'several'
    (a group that holds several people), 'birth' (photographed before that).
    """

    person: Person
    angle: float
    near: tuple[Near, ...]
    vetoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """faces: how many are in its group; wrong: the chance that the suggestion is wrong, None where there is none.

    candidates: the nearest people, nearest first, forbidden ones too.
    """

    face: Face
    band: Band
    faces: int
    wrong: float | None
    candidates: tuple[Candidate, ...]


def explain(library: Library, face_id: int) -> Explanation:
    """Of one face. Raises NotFound."""
    with library.db.consistent():
        face = library.faces.get(face_id)
        board = board_of(library)
        at, there = board.standing.seen.rows_of(np.array([face_id]))
        if not there[0]:
            return Explanation(face, Band.UNKNOWN if not face.state.decided else Band.DECIDED, 1, None, ())
        row, group = int(at[0]), int(board.loose.group_of[at[0]])
        size = int(board.loose.sizes[group]) if group >= 0 else _mates(board, row)
        found = tuple(_candidates(library, board, row, group))
        return Explanation(face, _band(board, face, group), size, _wrong(board, group), found)


def _mates(board: Board, row: int) -> int:
    group = board.standing.group
    return max(1, int((group == group[row]).sum())) if group[row] >= 0 else 1


def _band(board: Board, face: Face, group: int) -> Band:
    if face.state.decided:
        return Band.DECIDED
    if face.state is FaceState.SUGGESTED:
        return Band.JOIN if group >= 0 else Band.TOGETHER
    asked = group >= 0 and board.person(group) is not None and board.bands is not None
    return Band.ASK if asked and board.bands and board.nearest.wrong[group] <= board.bands.ask else Band.LEAVE


def _wrong(board: Board, group: int) -> float | None:
    return float(board.nearest.wrong[group]) if group >= 0 and board.person(group) is not None else None


def _candidates(library: Library, board: Board, row: int, group: int) -> Iterator[Candidate]:
    """The nearest people. A face that is in no group without a name is compared by itself."""
    seen, people = board.standing.seen, board.people
    probe = board.loose.means[group] if group >= 0 else seen.vectors[row]
    own = board.targets.of < len(people)
    targets = Targets(board.targets.centres[own], board.targets.of[own], np.full(len(people), NOBODY))
    if not len(people):
        return
    cosines = similarities(probe[None], targets)[0]
    chosen = np.argsort(-cosines, kind="stable")[:CANDIDATES].tolist()
    known = {one.person_id: one for one in library.people.by_ids(people[chosen].tolist())}
    for at in chosen:
        person = int(people[at])
        near = _nearest(library, board, row, person)
        reasons = tuple(_reasons(board, group, at)) if group >= 0 else ()
        yield Candidate(known[person], angle_of(float(cosines[at])), near, reasons)


def _reasons(board: Board, group: int, target: int) -> Iterator[str]:
    yield from dict.fromkeys(_WHY[vetoes.kind_of(mark)] for mark in board.vetoes.reasons(group, target))
    if board.vetoes.too_early(group, target):
        yield "birth"


def _nearest(library: Library, board: Board, row: int, person: int) -> tuple[Near, ...]:
    """The decided faces of a person that are nearest to this very face."""
    seen = board.standing.seen
    theirs = np.flatnonzero(board.standing.person == person)
    theirs = theirs[theirs != row]
    cosines = seen.vectors[theirs] @ seen.vectors[row]
    best = np.argsort(-cosines, kind="stable")[:NEAREST]
    rates = pair_rates(library)
    faces = library.faces.by_ids(seen.ids[theirs[best]].tolist())
    angles = [angle_of(float(cosines[at])) for at in best]
    return tuple(Near(face, angle, rate_of(rates, angle)) for face, angle in zip(faces, angles, strict=True))
