"""Which groups are of somebody worth a name: whoever is seen more often is so at least as probably."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Sizes = NDArray[np.float64]
Chances = NDArray[np.float64]


def interest(sizes: Sizes, named: Sizes, ignored: Sizes, strangers: float, answers: float) -> Chances:
    """The chance that a group of so many faces is somebody worth a name: float64 like ``sizes``.

    named, ignored: sizes of groups that somebody was asked about, and said who it is, or not to care. Before any
    answer it is n / (n + strangers), worth ``answers`` answers at each size; with them the rising curve that is nearest
    to both (isotonic regression by pooling neighbours, Ayer et al. 1955). Sizes are rounded.
    """
    points, at = np.unique(np.round(np.concatenate([sizes, named, ignored])), return_inverse=True)
    prior = points / np.maximum(points + strangers, 1e-9)
    rest = at[len(sizes) :]
    yes = answers * prior + np.bincount(rest[: len(named)], minlength=len(points))
    found: Chances = _rising(yes, answers + np.bincount(rest, minlength=len(points)))[at[: len(sizes)]]
    return found


def _rising(yes: NDArray[np.floating], asked: NDArray[np.floating]) -> Chances:
    """yes / asked, neighbours that fall pooled until none does."""
    pools: list[tuple[float, float, int]] = []
    for pool in zip(yes.tolist(), asked.tolist(), [1] * len(yes), strict=True):
        pools.append(pool)
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    return np.repeat([one / all_of for one, all_of, _ in pools], [number for *_, number in pools])
