"""How crowded it is around groups and people: what a cosine is worth depends on how near strangers come to either side.

Scores are normalised against a cohort on both sides (S-norm, Shum et al. 2010, adaptive: Matejka et al. 2017; between
clusters it is CSLS, Conneau et al. 2018). The cohort are groups and people of the library itself, without those to whom
the same target is nearest: these may be the same person, of whom a library has many groups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Cosines, Ids, Vectors

MOST = 1000
"""Groups and people in a cohort, evenly from the largest to the smallest: as good as all, in a table of fixed width."""

NEAREST = 5
"""Of the cohort so many are the crowd: one in two hundred of a whole one."""

_NONE = np.float32(-2)


@dataclass(frozen=True, slots=True, eq=False)
class Crowds:
    """The average cosine to the nearest of the cohort, of each group [g] and of each target [t]; -1: there is none."""

    own: Cosines
    theirs: Cosines

    def of(self, targets: Ids) -> Cosines:
        """Those of both sides, added, of each group and this target of it: float32 [g]."""
        found: Cosines = self.own + self.theirs[targets]
        return found


def cohort(groups: int) -> Ids:
    """The rows of those who are in it."""
    return (
        np.unique(np.linspace(0, groups - 1, min(groups, MOST)).astype(np.int64)) if groups else np.zeros(0, np.int64)
    )


def crowds(rows: Vectors, near: Ids, others: Vectors, near_others: Ids, table: Cosines) -> Crowds:
    """Of groups and targets.

    rows: unit [g, d]; others: the cohort, unit [c, d]; near, near_others: the target nearest to each; table: cosines of
    the cohort to the targets [c, t].
    """
    own = rows @ others.T
    own[near[:, None] == near_others[None]] = _NONE
    theirs = table.copy()
    theirs[np.arange(len(near_others)), near_others] = _NONE
    return Crowds(_nearest(own), _nearest(np.ascontiguousarray(theirs.T)))


def _nearest(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of the greatest of each row, without those left out."""
    if cosines.shape[1] > NEAREST:
        cosines = np.partition(cosines, -NEAREST, axis=1)[:, -NEAREST:]
    there = cosines > _NONE
    means = np.where(there, cosines, 0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)
    return np.where(there.any(axis=1), means, -1).astype(np.float32)
