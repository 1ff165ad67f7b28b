"""Pairs of faces as arrays, and the figures that are told of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask

Numbers = NDArray[np.floating]
Folds = NDArray[np.int16]


FEW = 10
"""Where fewer strangers than these decide a figure, it is mostly luck."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its standard error; the error is None where there is nothing to estimate it from."""

    value: float
    standard_error: float | None


@dataclass(frozen=True, slots=True)
class AtRate:
    """What is accepted when this share of strangers may be: value None where the strangers do not suffice.

    false_accepts: how many pairs of strangers decide the threshold; below FEW the figure is mostly luck.
    """

    rate: float
    value: Estimate | None
    false_accepts: int


@dataclass(frozen=True, slots=True)
class Verification:
    """genuine, impostors: pairs of one person and of two. accuracy is over pairs within folds.

    threshold: the mean of those that the folds used, radians. roc: rows (FAR, TAR) from strict to generous.
    """

    genuine: int
    impostors: int
    folds: int
    accuracy: Estimate | None
    threshold: float | None
    auc: Estimate | None
    eer: Estimate | None
    val: tuple[AtRate, ...]
    tar: tuple[AtRate, ...]
    roc: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """angles [n] in radians; same bool [n]: one person or two; folds int16 [n, 2]: the fold of either face's person."""

    angles: Numbers
    same: Mask
    folds: Folds

    @property
    def fold_numbers(self) -> list[int]:
        found: list[int] = np.unique(self.folds).tolist()
        return found

    @property
    def inside(self) -> Mask:
        """Pairs whose people are of one fold: bool [n]."""
        within: Mask = self.folds[:, 0] == self.folds[:, 1]
        return within

    @property
    def one_sided(self) -> bool:
        """Only one person's pairs, or only strangers': nothing can be told apart."""
        return bool(self.same.all() or not self.same.any())

    def chosen(self, which: Mask | Ids) -> Pairs:
        return Pairs(self.angles[which], self.same[which], self.folds[which])

    def without(self, fold: int) -> Pairs:
        """The pairs that nobody of this fold is in."""
        return self.chosen((self.folds != fold).all(axis=1))


def allowed(strangers: int, rate: float) -> int:
    """How many of so many may be accepted at a rate. One in a billion more: 0.29 * 100 is 28.999999999999996."""
    return int(strangers * rate * (1 + 1e-9))
