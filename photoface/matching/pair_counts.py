"""Pairs counted by their angle: how many are nearer than each place of a grid, and how many they are worth.

Pairs are not independent: a face is in many, a photo shows the same light. So each kind of pair has units (photos,
people) that may be taken as independent, and the jackknife over these tells what the pairs are worth (Efron 1982).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids

Numbers = NDArray[np.float64]

_FEW_UNITS = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class PairCounts:
    """Weighted pairs of one kind. angles: float64 [p], rising; weights float64 [p]; units int64 [p, 2]: of either face,
    from 0 on (equal ones count once)."""

    angles: Numbers
    weights: Numbers
    units: Ids

    @property
    def total(self) -> float:
        return float(self.weights.sum())

    def below(self, angles: Numbers) -> Numbers:
        """The weight of the pairs that are at most as far apart: float64 [g]."""
        sums = np.concatenate([[0.0], np.cumsum(self.weights)])
        found: Numbers = sums[np.searchsorted(self.angles, angles, side="right")]
        return found

    def angles_at(self, shares: Numbers) -> Numbers:
        """Quantiles: the angles below which these shares of the weight lie."""
        sums = np.cumsum(self.weights)
        at = np.searchsorted(sums, shares * sums[-1]) if len(sums) else np.zeros(len(shares), np.int64)
        found: Numbers = self.angles[np.minimum(at, len(sums) - 1)]
        return found

    def noise(self, angles: Numbers) -> Numbers:
        """Covariance float64 [g, g] of the shares below these angles, by leaving out one unit after the other."""
        size = int(self.units.max(initial=-1)) + 1
        weights = _by_unit(self.units, self.weights, size)
        near = np.stack([_by_unit(self.units, self.weights * (self.angles <= angle), size) for angle in angles])
        there = weights > 0
        left = self.total - weights[there]
        shares = (self.below(angles)[:, np.newaxis] - near[:, there]) / np.maximum(left, 1e-12)
        off = shares - shares.mean(axis=1, keepdims=True)
        units = int(there.sum())
        # Few units tell little of how far units differ.
        found: Numbers = (units - 1) / max(units, 1) * (1 + _FEW_UNITS / max(units, 1)) * off @ off.T
        return found


def counted(angles: NDArray[np.floating], weights: NDArray[np.floating], units: Ids) -> PairCounts:
    """Pairs in any order; units int64 [p, 2]."""
    order = np.argsort(angles, kind="stable")
    return PairCounts(angles[order].astype(np.float64), weights[order].astype(np.float64), units[order])


def _by_unit(units: Ids, values: Numbers, size: int) -> Numbers:
    """The sum of the values that each unit is part of: float64 [size]."""
    twice = units[:, 0] != units[:, 1]
    first = np.bincount(units[:, 0], values, size)
    found: Numbers = (first + np.bincount(units[twice, 1], values[twice], size)).astype(np.float64)
    return found
