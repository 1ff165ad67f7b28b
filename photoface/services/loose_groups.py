"""Groups of undecided faces that nobody has named, as sets of faces: a group that a person said to hold several people
is its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.similarity import unit
from photoface.matching.cutting import cut_in_two
from photoface.matching.nodes import nodes_of
from photoface.services.standing import NO_GROUP, Standing
from photoface.store.answers import answers

if TYPE_CHECKING:
    from photoface.services.library import Library

Ids = NDArray[np.int64]

WHO, SEVERAL_PEOPLE = "who", "no"
"""The question who a group is, and the answer that it is not one person, as they are remembered."""


@dataclass(frozen=True, slots=True, eq=False)
class Loose:
    """The largest first. numbers int64 [g]: of the group; whole bool [g]: False for a part of one; sizes int64 [g];
    means float32 [g, d]: mean directions; group_of int64 [n]: row of each face here, or -1; earliest float64 [g]: first
    day, inf unknown. order, starts: rows of faces by group.

    several: rows of faces [m] of groups that were said to hold several people, and the number of that answer [m].
    """

    numbers: Ids
    whole: NDArray[np.bool_]
    sizes: Ids
    means: Vectors
    group_of: Ids
    earliest: NDArray[np.float64]
    order: Ids
    starts: Ids
    several: tuple[Ids, Ids]

    def rows(self, at: int) -> Ids:
        """The rows of the faces of group ``at``, rising."""
        return self.order[self.starts[at] : self.starts[at + 1]]


def loose_groups(library: Library, standing: Standing) -> Loose:
    """As everything stands."""
    seen = standing.seen
    wanted = standing.open & (standing.group != NO_GROUP) & ~np.isin(standing.group, standing.owned_groups())
    rows = np.flatnonzero(wanted)
    labels = np.full(len(seen.ids), -1, np.int64)
    numbers, labels[rows] = np.unique(standing.group[rows], return_inverse=True)
    several = _several(library, standing)
    parted = _cut(seen.vectors, labels, several, len(numbers))
    whole = np.ones(int(labels.max(initial=-1)) + 1, bool)
    whole[parted] = False
    owner = np.zeros(len(whole), np.int64)
    owner[labels[rows]] = standing.group[rows]
    return _laid_out(standing, labels, owner, whole, _marked(several))


def _several(library: Library, standing: Standing) -> list[tuple[Ids, bool]]:
    """Rows of the faces of each group that holds several people, and whether all of them are still open."""
    found = []
    for known in answers(library.db):
        if known.question == WHO and known.answer == SEVERAL_PEOPLE:
            ids = np.array(sorted(known.sides[0].faces), np.int64)
            at, there = standing.seen.rows_of(ids)
            rows = at[there]
            found.append((rows, bool(len(rows) > 1 and standing.open[rows].all())))
    return found


def _marked(several: list[tuple[Ids, bool]]) -> tuple[Ids, Ids]:
    rows = [each for each, _ in several]
    numbers = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
    return (np.concatenate(rows) if rows else np.zeros(0, np.int64)), numbers


def _cut(vectors: Vectors, labels: Ids, several: list[tuple[Ids, bool]], groups: int) -> list[int]:
    """Cuts groups in place whose faces are all of what was said to be several people; the labels of the parts."""
    parts = []
    for rows, untouched in several:
        label = labels[rows[0]] if untouched else -1
        if label < 0 or (labels[rows] != label).any():
            continue
        everybody = np.flatnonzero(labels == label)
        labels[everybody[_with_other(vectors, rows, everybody)]] = groups
        parts += [int(label), groups]
        groups += 1
    return parts


def _with_other(vectors: Vectors, rows: Ids, everybody: Ids) -> NDArray[np.bool_]:
    """Which of everybody go with the other half of ``rows``, which are cut in two: whoever joined them meanwhile goes
    with the half that is nearer, so that never those who were called several people stay together."""
    half = cut_in_two(vectors[rows])
    means = unit(np.stack([vectors[rows[side]].sum(axis=0) for side in (half, ~half)]).astype(np.float32))
    cosines = vectors[everybody] @ means.T
    other: NDArray[np.bool_] = cosines[:, 1] > cosines[:, 0]
    other[np.searchsorted(everybody, rows)] = ~half
    return other


def _laid_out(standing: Standing, labels: Ids, owner: Ids, whole: NDArray[np.bool_], several: tuple[Ids, Ids]) -> Loose:
    seen = standing.seen
    rows = np.flatnonzero(labels >= 0)
    sizes = np.bincount(labels[rows], minlength=len(owner)).astype(np.int64)
    best = np.lexsort((np.arange(len(owner)), owner, -sizes))
    rank = np.empty(len(best), np.int64)
    rank[best] = np.arange(len(best))
    group_of = np.where(labels >= 0, rank[labels] if len(rank) else labels, -1)
    order = rows[np.argsort(group_of[rows], kind="stable")]
    earliest = np.full(len(best), np.inf)
    dated = rows[seen.day[rows] > 0]
    np.minimum.at(earliest, group_of[dated], seen.day[dated])
    return Loose(
        owner[best],
        whole[best],
        sizes[best],
        mean_directions(seen.vectors[rows], group_of[rows], seen.founding[rows], len(best)),
        group_of,
        earliest,
        order,
        np.concatenate([[0], np.cumsum(sizes[best])]),
        several,
    )


def mean_directions(vectors: Vectors, labels: Ids, founding: NDArray[np.bool_], groups: int) -> Vectors:
    """Of the founding faces of each group, of all where none is: unit float32 [g, d]."""
    if not groups:
        return np.zeros((0, vectors.shape[1] if vectors.ndim == 2 else 0), np.float32)
    good = nodes_of(vectors, labels, founding, groups)
    poor = good.counts == 0
    sums = good.sums
    if poor.any():
        sums = sums + nodes_of(vectors, labels, poor[labels], groups).sums
    return unit(sums.astype(np.float32))
