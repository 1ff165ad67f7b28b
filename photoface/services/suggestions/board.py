"""Everything that is open laid out at once: groups that nobody has named, and whom each of them may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.similarity import Suggesting
from photoface.matching.competing import Competing
from photoface.matching.exemplars import exemplar_weights, sub_centres
from photoface.matching.suggestions import NOBODY, Nearest, Targets, nearest
from photoface.matching.vetoes import DIFFERENT, PHOTO, REJECTED, SEVERAL, Vetoes, marks
from photoface.services.suggestions.loose_groups import Loose, loose_groups
from photoface.services.suggestions.standing import SET_ASIDE, Standing

if TYPE_CHECKING:
    from photoface.services.library import Library

Ids = NDArray[np.int64]

CentresOf = Callable[[int, Ids, Callable[[], Vectors]], Vectors]
"""Of a person, from the rows of their decided faces, by what computes them."""

TARGET_LEAST, MOST_TARGETS = 3, 400
"""Groups without a name that others may follow: of at least so many faces, the largest."""


SMALL = 4
"""Groups of more faces must be surer to be taken for somebody, as many times as they are larger, and are asked about by
themselves: a mistake with them is as many mistakes."""


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """loose: the groups, the largest first. people int64 [p]: who may be suggested; nearest: of each group, targets
    below p being people, the others rows of ``loose`` in ``followed``. bands: None for a model nobody has measured."""

    standing: Standing
    loose: Loose
    people: Ids
    followed: Ids
    targets: Targets
    nearest: Nearest
    vetoes: Vetoes
    bands: Suggesting | None

    def person(self, at: int) -> int | None:
        """Whom group ``at`` may be, by number; None: nobody, or another group."""
        target = int(self.nearest.target[at])
        return int(self.people[target]) if 0 <= target < len(self.people) else None

    def leader(self, at: int) -> int | None:
        """The row of the larger group without a name that group ``at`` may belong to."""
        target = int(self.nearest.target[at])
        return int(self.followed[target - len(self.people)]) if target >= len(self.people) else None

    def likeness(self, face_ids: Ids, person: int) -> NDArray[np.float32]:
        """The cosine of each face to the nearest centre of a person, -1 where there is no embedding: float32 [m]."""
        found = np.full(len(face_ids), -1, np.float32)
        at, there = self.standing.seen.rows_of(face_ids)
        centres = self.targets.centres[self.targets.of == np.searchsorted(self.people, person)]
        if person in self.people and there.any():
            found[there] = (self.standing.seen.vectors[at[there]] @ centres.T).max(axis=1)
        return found

    def joining(self) -> list[tuple[int, int, float]]:
        """Group, person and chance of being wrong, of whole groups within the join band, those near somebody only."""
        if self.bands is None:
            return []
        target, wrong = self.nearest.target, self.nearest.wrong
        risk = wrong * np.maximum(self.loose.sizes / SMALL, 1)
        sure = (target != NOBODY) & (target < len(self.people)) & (risk <= self.bands.join) & self.loose.whole
        groups, people = self.loose.numbers[sure].tolist(), self.people[target[sure]].tolist()
        return list(zip(groups, people, wrong[sure].tolist(), strict=True))


def board_of(library: Library) -> Board:
    """As everything stands now; what follows from an answer and what is asked next look at the same one."""
    state = library.db.state()
    known: Board | None = library.standing.laid_out(state)
    if known is None:
        known = _board(library)
        library.standing.keep(state, known)
    return known


def _board(library: Library) -> Board:
    standing = library.standing.now()
    points = library.embedding().points
    bands = points.suggesting if points else None
    return lay_out(standing, loose_groups(library, standing), bands, library.standing.centres)


def lay_out(standing: Standing, loose: Loose, bands: Suggesting | None, centres_of: CentresOf) -> Board:
    """One moment, given the groups without a name; centres_of: what computes, or knows, exemplars."""
    people, centres, of = _people(standing, centres_of)
    followed = _followed(loose) if bands else np.zeros(0, np.int64)
    targets = Targets(
        np.concatenate([centres, loose.means[followed]]) if len(followed) else centres,
        np.concatenate([of, len(people) + np.arange(len(followed))]),
        np.concatenate([np.full(len(people), NOBODY), followed]),
    )
    vetoes = _vetoes(standing, loose, people, followed)
    if bands is None or not len(targets.of) or not len(loose.numbers):
        found = _nobody(len(loose.numbers))
    else:
        veto = partial(_forbidden, vetoes, _competing(standing, loose))
        found = nearest(loose.means, loose.sizes, targets, bands.scale, veto)
    return Board(standing, loose, people, followed, targets, found, vetoes, bands)


def _followed(loose: Loose) -> Ids:
    return np.flatnonzero(loose.sizes >= TARGET_LEAST)[:MOST_TARGETS]


def _nobody(groups: int) -> Nearest:
    none, far = np.full(groups, NOBODY), np.full(groups, -1, np.float32)
    return Nearest(none, far, none, far, np.ones(groups))


def _people(standing: Standing, centres_of: CentresOf) -> tuple[Ids, Vectors, Ids]:
    """Everybody with decided faces whom one may be asked about, their centres, and whose each centre is."""
    seen, person = standing.seen, standing.person
    decided = np.flatnonzero(person > SET_ASIDE)
    order = decided[np.argsort(person[decided], kind="stable")]
    numbers, starts = np.unique(person[order], return_index=True)
    kept, centres = [], []
    for number, rows in zip(numbers.tolist(), np.split(order, starts)[1:], strict=True):
        if number not in standing.hidden:
            kept.append(number)
            centres.append(centres_of(number, rows, partial(_centres, standing, rows)))
    of = np.repeat(np.arange(len(kept)), [len(each) for each in centres])
    wide = seen.vectors.shape[1] if seen.vectors.ndim == 2 else 0
    return np.array(kept, np.int64), np.concatenate(centres) if centres else np.zeros((0, wide), np.float32), of


def _centres(standing: Standing, rows: Ids) -> Vectors:
    seen = standing.seen
    good = rows[seen.founding[rows]]
    rows = good if len(good) else rows
    return sub_centres(seen.vectors[rows], exemplar_weights(seen.quality[rows], seen.day[rows].astype(np.int64)))


def _vetoes(standing: Standing, loose: Loose, people: Ids, followed: Ids) -> Vetoes:
    seen, group_of = standing.seen, loose.group_of
    target_of = np.full(len(seen.ids), NOBODY)
    guessed = standing.guessed()
    known = np.isin(guessed, people)
    target_of[known] = np.searchsorted(people, guessed[known])
    place = np.full(len(loose.numbers) + 1, NOBODY)
    place[followed] = len(people) + np.arange(len(followed))
    open_ones = group_of >= 0
    target_of[open_ones] = place[group_of[open_ones]]
    carried, banned = [], []
    for kind, rows, numbers, opposite in _kinds(standing, loose):
        inside, aimed = group_of[rows] >= 0, target_of[rows] >= 0
        carried.append((group_of[rows][inside], marks(kind, numbers[inside])))
        banned.append((target_of[rows][aimed], marks(kind, opposite[aimed])))
    rows, rejected = standing.rejected
    inside, known = group_of[rows] >= 0, np.isin(rejected, people)
    carried.append((group_of[rows][inside], marks(REJECTED, rejected[inside])))
    banned.append((np.searchsorted(people, rejected[known]), marks(REJECTED, rejected[known])))
    born = np.full(len(people) + len(followed), -np.inf)
    born[: len(people)] = [standing.births.get(person, -np.inf) for person in people.tolist()]
    return Vetoes.of(_joined(carried), _joined(banned), loose.earliest, born)


def _kinds(standing: Standing, loose: Loose) -> list[tuple[int, Ids, Ids, Ids]]:
    """Kind, rows, the number each carries and the one it bans."""
    photo = standing.seen.photo
    _, which, times = np.unique(photo, return_inverse=True, return_counts=True)
    company = np.flatnonzero((times[which] > 1) & ~np.isin(photo, standing.repeats)) if len(photo) else which
    rows, separation, side = standing.sides
    several, answer = loose.several
    return [
        (PHOTO, company, photo[company], photo[company]),
        (DIFFERENT, rows, 2 * separation + side, 2 * separation + 1 - side),
        (SEVERAL, several, answer, answer),
    ]


def _competing(standing: Standing, loose: Loose) -> Competing:
    """Groups of which no two may be one person, whoever that is."""
    carried, banned = [], []
    for kind, rows, numbers, opposite in _kinds(standing, loose):
        inside = loose.group_of[rows] >= 0
        if kind != SEVERAL:
            carried.append((loose.group_of[rows][inside], marks(kind, numbers[inside])))
            banned.append((loose.group_of[rows][inside], marks(kind, opposite[inside])))
    return Competing.of(*_joined(carried), _joined(banned)[1])


def _forbidden(
    vetoes: Vetoes, competing: Competing, groups: Ids, targets: Ids, worth: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which groups may not be their target: decisions forbid it, or it is a better group, with which they meet."""
    out = vetoes.forbid(groups, targets)
    free = np.flatnonzero(~out)
    out[free] = competing.losers(groups[free], targets[free], worth[free])
    return out


def _joined(pairs: list[tuple[Ids, Ids]]) -> tuple[Ids, Ids]:
    return np.concatenate([one for one, _ in pairs]), np.concatenate([other for _, other in pairs])
