"""Whom a group may be: the nearest person, who comes second, and how likely that is wrong.

Nearness is worth what the model's scale says (SuggestionScale); how many of the groups belong to somebody who is known
at all, the groups of this library tell themselves: the prior that explains their nearness best (expectation
maximization, Dempster et al. 1977). So a library of strangers suggests little, one of a family much, by one scale.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import SuggestionScale
from photoface.matching.arrays import Cosines, Ids, Mask, Vectors
from photoface.matching.cohort import Crowds, cohort, crowds

NOBODY = -1

_UNLIKE = np.float32(-2)
_STEP = 4096
_ROUNDS = 30
_VETOES = 4
"""Times a group whose nearest is forbidden gets the next one."""

# Before any evidence: as if one in twenty of twenty groups were somebody known.
_KNOWN, _STRANGERS = 1.0, 19.0

# No nearness is surer than one in so many: the scales were fitted on some two thousand strangers.
_SUREST = 1 / 5000

Veto = Callable[[Ids, Ids, NDArray[np.float64]], Mask]
"""Whether group [m] may not be target [m], of those that are near enough; worth float64 [m]: how much speaks for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """Who may be suggested. centres: unit rows [k, d]; of: int64 [k], rising without gaps, whose centre each is.

    group: int64 [t], the group that a target without a name is, NOBODY for people. Groups follow people in size.
    """

    centres: Vectors
    of: Ids
    group: Ids


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """For each of g groups: target int64 [g] or NOBODY; cosine float32 [g]; second, second_cosine: who comes next;
    wrong float64 [g]: the chance that the group is not the target."""

    target: Ids
    cosine: Cosines
    second: Ids
    second_cosine: Cosines
    wrong: NDArray[np.float64]


def nearest(groups: Vectors, sizes: Ids, targets: Targets, scale: SuggestionScale, veto: Veto) -> Nearest:
    """The nearest target of each group that is not forbidden. groups: unit rows [g, d]; sizes: int64 [g], of faces.

    A group follows a target without a name only if that is larger, of equal ones the earlier.
    """
    table = similarities(groups, targets)
    around = crowds_of(groups, targets, table)
    table[_not_larger(sizes, targets)] = _UNLIKE
    first, second = _best_two(table)
    rows = np.arange(len(groups))
    for left in reversed(range(_VETOES + 1)):
        llr = scale.evidence(table[rows, first], around.of(first), sizes)
        asked = np.flatnonzero((table[rows, first] > _UNLIKE) & (llr > np.log(_SUREST) / 2))
        forbidden = asked[veto(asked, first[asked], llr[asked])]
        if not len(forbidden):
            break
        if left:
            table[forbidden, first[forbidden]] = _UNLIKE
        else:  # nobody looks any further
            table[forbidden] = _UNLIKE
        first[forbidden], second[forbidden] = _best_two(table[forbidden])
    cosine, following = table[rows, first], table[rows, second]
    known = cosine > _UNLIKE
    wrong = chances_wrong(scale.evidence(cosine, around.of(first), sizes), known)
    rival = known & (following > _UNLIKE) & (first != second)
    return Nearest(np.where(known, first, NOBODY), cosine, np.where(rival, second, NOBODY), following, wrong)


def crowds_of(groups: Vectors, targets: Targets, table: Cosines) -> Crowds:
    """How crowded it is around each group and each target; table: the cosines of groups to targets [g, t]."""
    starts = np.flatnonzero(np.diff(targets.of, prepend=-1))
    firsts = starts[targets.group == NOBODY]  # the first centre of a person is the mean of all their faces
    chosen = cohort(len(firsts) + len(groups))
    people = targets.centres[firsts[chosen[chosen < len(firsts)]]]
    others = chosen[chosen >= len(firsts)] - len(firsts)
    tables = np.concatenate([similarities(people, targets), table[others]])
    vectors = np.concatenate([people, groups[others]])
    return crowds(groups, table.argmax(axis=1), vectors, tables.argmax(axis=1), tables)


def similarities(groups: Vectors, targets: Targets) -> NDArray[np.float32]:
    """The cosine of each group to the nearest centre of each target: float32 [g, t]."""
    starts = np.flatnonzero(np.diff(targets.of, prepend=-1))
    counts = np.diff(np.append(starts, len(targets.of)))
    found = np.empty((len(groups), len(starts)), np.float32)
    for start in range(0, len(groups), _STEP):
        rows = slice(start, start + _STEP)
        np.matmul(groups[rows], targets.centres[starts].T, out=found[rows])
        for later in range(1, int(counts.max(initial=1))):  # few have several: reduceat over all takes longer than they
            those = np.flatnonzero(counts > later)
            cosines = groups[rows] @ targets.centres[starts[those] + later].T
            found[rows, those] = np.maximum(found[rows, those], cosines)
    return found


def chances_wrong(llr: NDArray[np.float64], known: Mask) -> NDArray[np.float64]:
    """The chance of each group not to be its target: float64 [g], from its log-likelihood ratio; known: bool [g],
    False for groups near nobody, which are wrong for certain."""
    ratios = np.exp(np.minimum(llr, -np.log(_SUREST)))
    prior, right = 0.2, np.zeros(len(llr))
    for _ in range(_ROUNDS):
        right = np.where(known, prior * ratios / (prior * ratios + 1 - prior), 0.0)
        prior = float((right.sum() + _KNOWN) / (len(llr) + _KNOWN + _STRANGERS))
    return 1 - right


def _not_larger(sizes: Ids, targets: Targets) -> tuple[Ids, Ids]:
    """Pairs of a group and a target without a name that it may not follow: itself, and smaller ones."""
    unnamed = np.flatnonzero(targets.group != NOBODY)
    at = targets.group[unnamed]
    mine = sizes[:, None].astype(np.int64), np.arange(len(sizes))[:, None]
    smaller = (sizes[at] < mine[0]) | ((sizes[at] == mine[0]) & (at >= mine[1]))
    rows, cols = np.nonzero(smaller)
    return rows, unnamed[cols]


def _best_two(table: NDArray[np.float32]) -> tuple[Ids, Ids]:
    """Columns of the greatest and the second greatest of each row; the same one where there is only one."""
    rows = np.arange(len(table))
    first = table.argmax(axis=1)
    if table.shape[1] < 2:
        return first, first
    kept = table[rows, first]
    table[rows, first] = -np.inf
    second = table.argmax(axis=1)
    table[rows, first] = kept
    return first, second
