"""What faces drawn by lot and looked at say of the share of wrong group mates, beside what the angles say.

Only draws count: what else is reviewed was chosen, mostly the likest first. A draw speaks for groups of its size: small
groups have more wrong mates than large ones, and whoever checks does not check by lot. So groups are taken by size, and
of sizes that nobody checked no more is known than the angles tell. docs/decisions/calibration.md, groups.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoface.services.calibration.expected_mates import WrongMates

SIZES = (2, 5, 20)
"""Where the classes of groups begin; a face alone has no mate."""

_TOGETHER = 0.3
"""Correlation of faces within a group: a wrong one is seldom alone. As the next it was measured: docs/benchmarks.md."""

_UNLIKE = 0.6
"""How far groups of one size are off from those of others, standard deviation of the logarithm."""

_DRAWS = 8192
_SIGMA = 1.959964  # standard deviations to either end of a 95 % interval
_LEAST, _MOST = 1e-6, 0.9


@dataclass(frozen=True, slots=True)
class Check:
    """Faces of one person that were named with their group, drawn by lot. faces: how many there were to draw from;
    right, wrong: what somebody saw in those that were drawn."""

    faces: int
    right: int
    wrong: int

    @property
    def answered(self) -> int:
        return self.right + self.wrong

    @property
    def mates(self) -> float:
        """The share of wrong mates, each face its own mate: of two faces by lot, one right and one wrong are two
        people, and two wrong ones every other time."""
        n, k = self.answered, self.wrong
        if n == 1:
            return 2.0 * k * (self.faces - 1) / self.faces**2
        differ = (2.0 * k * self.right + 0.5 * k * (k - 1)) / (n * (n - 1))
        return differ * (self.faces - 1) / self.faces


def checked(mates: WrongMates, checks: Sequence[Check], groups: Sequence[int], alone: int) -> WrongMates:
    """With what draws say. groups: sizes of all groups; alone: faces in none."""
    told = [each for each in checks if each.answered and each.faces >= SIZES[0]]
    if not told or not len(groups):
        return mates
    shares = _shares(groups, alone)
    samples = _guesses(mates, shares)
    weights = np.exp(_likelihood(samples, told))
    low, middle, high = _quantiles(samples @ shares, weights)
    answered, wrong = sum(each.answered for each in told), sum(each.wrong for each in told)
    return replace(mates, share=middle, low=low, high=high, people=len(told), drawn=answered, mistaken=wrong)


def _shares(groups: Sequence[int], alone: int) -> NDArray[np.float64]:
    """Of all faces, the share in groups of each class: float64 [classes]."""
    sizes = np.array(groups, np.int64)
    several = sizes[sizes >= SIZES[0]]
    found: NDArray[np.float64] = np.bincount(_class(several), several, len(SIZES)) / (sizes.sum() + alone)
    return found


def _guesses(mates: WrongMates, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of wrong mates in groups of each class as the angles leave them open: float64 [draws, classes]."""
    normal = np.random.default_rng(0).normal(size=(_DRAWS, 1 + len(SIZES)))
    below, above = (
        math.log(max(ratio, 1.01)) / _SIGMA for ratio in (mates.share / mates.low, mates.high / mates.share)
    )
    library = normal[:, :1] * np.where(normal[:, :1] < 0, below, above)
    usual = mates.share / max(float(shares.sum()), _LEAST)
    return np.clip(usual * np.exp(library + _UNLIKE * normal[:, 1:]), _LEAST, _MOST)


def _likelihood(samples: NDArray[np.float64], checks: Sequence[Check]) -> NDArray[np.float64]:
    """Logarithm of how likely each makes what was seen, the likeliest 0: float64 [draws]."""
    found, which = np.zeros(len(samples)), _class(np.array([each.faces for each in checks]))
    for number in np.unique(which):
        hits, trials = _evidence([each for each, place in zip(checks, which, strict=True) if place == number])
        found += hits * np.log(samples[:, number]) - trials * samples[:, number]
    best: NDArray[np.float64] = found - found.max()
    return best


def _quantiles(values: NDArray[np.float64], weights: NDArray[np.float64]) -> list[float]:
    """2.5 %, half and 97.5 %."""
    order = np.argsort(values)
    sums = np.cumsum(weights[order])
    places = np.searchsorted(sums, sums[-1] * np.array([0.025, 0.5, 0.975]))
    found: list[float] = values[order][places].tolist()
    return found


def _evidence(checks: Sequence[Check]) -> tuple[float, float]:
    """Hits among independent trials of wrong mates; a wrong face is one to its mates, and all of them are to it."""
    faces, answered = (
        np.array(column, np.float64) for column in zip(*((c.faces, c.answered) for c in checks), strict=True)
    )
    weights = faces / faces.sum()
    trials = 1 / float((weights**2 * (1 + (answered - 1) * _TOGETHER) / answered).sum()) / 2
    return float(weights @ [each.mates for each in checks]) * trials, trials


def _class(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(np.searchsorted(SIZES, sizes, side="right") - 1, np.int64)
