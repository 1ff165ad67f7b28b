"""How far a share may be from the truth when few people were seen: 95 % intervals that hold near 0 and 1, too."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids

_Z = 1.959964  # of a normal distribution, 95 % lie within so many standard errors


def wilson(share: float, trials: float) -> tuple[float, float]:
    """Wilson's interval (1927) of a share of so many independent trials; (0, 1) without any."""
    if trials <= 0:
        return 0.0, 1.0
    square = _Z * _Z / trials
    middle = (share + square / 2) / (1 + square)
    reach = math.sqrt(max(share * (1 - share) * square + square * square / 4, 0.0)) / (1 + square)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def interval(values: NDArray[np.floating], owners: Ids) -> tuple[float, float]:
    """Of the mean of values [n] in 0..1, which belong to owners int64 [n] >= 0: the people or groups they are of.

    Faces of one person are not independent: who looks like a sibling does so in every photo. So each owner counts as
    one trial at most, and as less where a few own most of the values (Kish 1965) and nothing shows that this is too
    careful: the spread between owners, where there is one.
    """
    sizes = np.bincount(owners)
    sizes = sizes[sizes > 0]
    if not len(sizes):
        return 0.0, 1.0
    mean, careful = float(values.mean()), float(sizes.sum() ** 2 / (sizes**2).sum())
    return wilson(mean, max(careful, min(_seen(values, owners, mean), len(sizes))))


def _seen(values: NDArray[np.floating], owners: Ids, mean: float) -> float:
    """The number of independent trials with as much spread as there is between owners; 0 without any spread."""
    spread = float((np.bincount(owners, values - mean) ** 2).sum()) / len(values) ** 2
    return mean * (1 - mean) / spread if spread > 0 else 0.0
