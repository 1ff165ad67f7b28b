"""Groups of undecided faces that nobody has named, as sets of faces: a group that a person said to hold several people
is its parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.similarity import unit
from photoface.matching.cutting import cut_in_two
from photoface.matching.nodes import nodes_of
from photoface.services.suggestions.standing import NO_GROUP, Standing
from photoface.store.answers import answers

if TYPE_CHECKING:
    from photoface.services.library import Library

Ids = NDArray[np.int64]
Marked = tuple[Ids, Ids]

WHO, SEVERAL_PEOPLE = "who", "no"
"""The question who a group is, and the answer that it is not one person, as they are remembered."""

STRANGER, KNOWN = "stranger", "no"
"""The question whether a group is a stranger, and the answer that it is somebody who gets a name."""


@dataclass(frozen=True, slots=True)
class Said:
    """Faces of each group that was said to hold several people, to be no stranger, or to be one perhaps."""

    several: list[Collection[int]] = field(default_factory=list)
    known: list[Collection[int]] = field(default_factory=list)
    doubtful: list[Collection[int]] = field(default_factory=list)

    def take(self, what: tuple[str, str], faces: Collection[int]) -> None:
        """Adds an answer, if it is about this: a question and its answer."""
        for meant, found in (
            ((WHO, SEVERAL_PEOPLE), self.several),
            ((STRANGER, KNOWN), self.known),
            ((STRANGER, "unsure"), self.doubtful),
        ):
            if what == meant:
                found.append(faces)


@dataclass(frozen=True, slots=True, eq=False)
class Loose:
    """The largest first. numbers int64 [g]: of the group; whole bool [g]: False for a part of one; sizes int64 [g];
    means float32 [g, d]: mean directions; group_of int64 [n]: row of each face here, or -1; earliest float64 [g]: first
    day, inf unknown. order, starts: rows of faces by group.

    several: rows of faces [m] of groups that were said to hold several people, and the number of that answer [m];
    known: the same of groups that were said to be no strangers; no_stranger bool [g]: groups with such a face; doubtful
    bool [g]: nobody was sure whether they are.
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
    known: tuple[Ids, Ids]
    no_stranger: NDArray[np.bool_]
    doubtful: NDArray[np.bool_]

    def rows(self, at: int) -> Ids:
        """The rows of the faces of group ``at``, rising."""
        return self.order[self.starts[at] : self.starts[at + 1]]


def loose_groups(library: Library, standing: Standing) -> Loose:
    """As everything stands."""
    said = Said()
    for each in answers(library.db):
        said.take((each.question, each.answer), each.sides[0].faces)
    return loose_of(standing, said)


def loose_of(standing: Standing, said: Said) -> Loose:
    """The same, given what was said of groups that got no name."""
    seen = standing.seen
    wanted = standing.open & (standing.group != NO_GROUP) & ~np.isin(standing.group, standing.owned_groups())
    rows = np.flatnonzero(wanted)
    labels = np.full(len(seen.ids), -1, np.int64)
    numbers, labels[rows] = np.unique(standing.group[rows], return_inverse=True)
    several = _several(standing, said.several)
    parted = _cut(seen.vectors, labels, several, len(numbers))
    whole = np.ones(int(labels.max(initial=-1)) + 1, bool)
    whole[parted] = False
    owner = np.zeros(len(whole), np.int64)
    owner[labels[rows]] = standing.group[rows]
    marked = _marked([rows for rows, _ in several]), _marked(_rows(standing, said.known))
    loose = _laid_out(standing, labels, owner, whole, marked)
    doubted = loose.group_of[np.concatenate([np.zeros(0, np.int64), *_rows(standing, said.doubtful)])]
    return replace(loose, doubtful=np.isin(np.arange(len(loose.numbers)), doubted))


def _rows(standing: Standing, groups: Iterable[Collection[int]]) -> list[Ids]:
    found = (standing.seen.rows_of(np.array(sorted(faces), np.int64)) for faces in groups)
    return [at[there] for at, there in found]


def _several(standing: Standing, groups: Iterable[Collection[int]]) -> list[tuple[Ids, bool]]:
    """Rows of the faces of each group that holds several people, and whether all of them are still open."""
    found = []
    for rows in _rows(standing, groups):
        found.append((rows, bool(len(rows) > 1 and standing.open[rows].all())))
    return found


def _marked(rows: list[Ids]) -> tuple[Ids, Ids]:
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


def _laid_out(
    standing: Standing, labels: Ids, owner: Ids, whole: NDArray[np.bool_], marked: tuple[Marked, Marked]
) -> Loose:
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
        *marked,
        np.isin(np.arange(len(best)), group_of[marked[1][0]]),
        np.zeros(len(best), bool),
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
