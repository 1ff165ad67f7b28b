"""The k nearest neighbours of each face as two matrices, and how they take in other faces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.matching.arrays import Cosines, Ids, Mask, Positions
from photoface.matching.sorting import ranked

K = 40
"""Neighbours kept per face. performance.md, section 3: 40 equals full average linkage to 3 or 4 digits."""

# Products of float32 rows differ by this, depending on how many are computed at once.
ROUNDING = 1e-5

# Pairs that are compared with the lists at a time: 16 MB.
_STEP = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Neighbors:
    """The nearest of each face, nearest first: positions int32 [n, k] (-1: none), cosines float32 [n, k].

    Where there is none, the cosine tells how near another face must be to belong there for certain (-1: any does).
    """

    positions: Positions
    cosines: Cosines

    @property
    def floors(self) -> Cosines:
        """How near others must be to each face to be put into its list: float32 [n]; -1 for lists of no places."""
        return self.cosines[:, -1] if self.cosines.shape[1] else np.full(len(self.cosines), -1, np.float32)

    def copy(self) -> Neighbors:
        return Neighbors(self.positions.copy(), self.cosines.copy())

    def widened(self, k: int) -> Neighbors:
        """A copy with lists of k places."""
        lists, width = no_neighbors(len(self.positions), k), min(k, self.positions.shape[1])
        lists.positions[:, :width], lists.cosines[:, :width] = self.positions[:, :width], self.cosines[:, :width]
        return lists

    def without(self, gone: Mask) -> Neighbors:
        """The lists without some faces, bool [n]; a face that belongs into an empty place was nearer than the last."""
        lost = (self.positions >= 0) & gone[self.positions]
        positions, cosines = self.positions.copy(), self.cosines.copy()
        for row in np.flatnonzero(lost.any(axis=1)).tolist():
            kept = np.flatnonzero(~lost[row])
            positions[row], cosines[row] = -1, self.cosines[row, -1]
            positions[row, : len(kept)], cosines[row, : len(kept)] = self.positions[row, kept], self.cosines[row, kept]
        positions[gone], cosines[gone] = -1, -1
        return Neighbors(positions, cosines)

    def offer(self, a: Ids, b: Ids, cosines: Cosines) -> None:
        """Puts each of some pairs into the list of the other, in place, where it is nearer than what is there."""
        rows, cols, near = np.concatenate([a, b]), np.concatenate([b, a]), np.tile(cosines, 2)
        welcome = near > self.floors[rows] - ROUNDING
        rows, cols, near = _ranked(rows[welcome], cols[welcome], near[welcome], len(self.positions))
        unknown, ahead = np.zeros(len(rows), bool), np.zeros(len(rows), np.int64)
        for start in range(0, len(rows), _STEP):
            some = slice(start, start + _STEP)
            unknown[some], ahead[some] = self._compared(rows[some], cols[some], near[some])
        self._insert(rows[unknown], cols[unknown], near[unknown], ahead[unknown])

    def _compared(self, rows: Ids, cols: Ids, cosines: Cosines) -> tuple[Mask, Ids]:
        """Which pairs are not in the lists, and how many in the list of each are at least as near."""
        there = self.positions[rows]
        ahead = ((self.cosines[rows] >= cosines[:, None]) & (there >= 0)).sum(axis=1)
        return (there != cols[:, None]).all(axis=1), ahead

    def _insert(self, rows: Ids, cols: Ids, cosines: Cosines, ahead: Ids) -> None:
        """Puts pairs, by row and nearest first, behind so many others; who is beyond the last place is forgotten."""
        counts = np.bincount(rows, minlength=len(self.positions))
        places = ahead + np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        inside = places < self.positions.shape[1]
        touched, at = np.unique(rows[inside], return_inverse=True)
        taken = np.zeros((len(touched), self.positions.shape[1]), bool)
        taken[at, places[inside]] = True
        left = np.arange(taken.shape[1]) < (~taken).sum(axis=1)[:, None]
        for table, new in ((self.positions, cols[inside]), (self.cosines, cosines[inside])):
            old, filled = table[touched], np.empty_like(table, shape=taken.shape)
            filled[taken], filled[~taken] = new, old[left]
            table[touched] = filled


def no_neighbors(n: int, k: int = K) -> Neighbors:
    """Empty lists, to be filled."""
    return Neighbors(np.full((n, k), -1, np.int32), np.full((n, k), -1, np.float32))


def _ranked(rows: Ids, cols: Ids, cosines: Cosines, n: int) -> tuple[Ids, Ids, Cosines]:
    """Each pair once, the first of several; by row, nearest first, equal ones by column."""
    keys, order = ranked(rows * n + cols)
    first = order[np.diff(keys, prepend=-1) > 0]
    rows, cols, cosines = rows[first], cols[first], cosines[first]
    # The bits of 1 - cosine rise with it, as it is not negative: one key for the row and for the order in it.
    bits = np.maximum(np.float32(1) - cosines, 0).view(np.int32).astype(np.int64)
    _, order = ranked(rows << 31 | bits)
    return rows[order], cols[order], cosines[order]
