"""Who is it? Rank-1 among distractors (MegaFace, Kemelmacher-Shlizerman et al. 2016), and the open set, where a probe
may be of nobody in the gallery (detection-and-identification rate; Phillips, Grother and Micheals 2011).

Cosines stand for angles here: their order is the reverse. A stranger as near as the right person counts as an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask, Vectors
from photoface.matching.pair_figures import allowed

# Products of this many cosines at a time: 64 MB of float32.
_BLOCK = 16_000_000


@dataclass(frozen=True, slots=True)
class Rank:
    """Rank-1 rates among some distractors. everybody: the gallery holds all known people besides; alone: it holds the
    right person only, as MegaFace's does."""

    everybody: float
    alone: float


def rank_one(probes: Vectors, mates: Ids, gallery: Vectors, distractors: Vectors, sizes: Sequence[int]) -> list[Rank]:
    """The share of probes to which their own person is nearest, among the first ``size`` distractors.

    probes [m, d]; mates int64 [m]: row of the probe's person in the gallery; gallery [g, d], one face a person; sizes
    rise. Without probes: NaN.
    """
    if not len(probes):
        return [Rank(float("nan"), float("nan"))] * len(sizes)
    right, best = told(probes, mates, gallery)
    own = np.einsum("ij,ij->i", probes, gallery[mates])
    nearest = np.full(len(probes), -np.inf, np.float32)
    rates, done = list[Rank](), 0
    for size in sizes:
        nearest = np.maximum(nearest, _nearest(probes, distractors[done:size]))
        # The product of matrices rounds otherwise than that of rows; where the mate is best, its cosine is the same.
        alone = np.where(right, best, own) > nearest
        rates.append(Rank(float((right & alone).mean()), float(alone.mean())))
        done = size
    return rates


def detected_and_identified(
    probes: Vectors, mates: Ids, strangers: Vectors, gallery: Vectors, rates: Sequence[float]
) -> list[float | None]:
    """For each false-alarm rate: the share of probes that are told rightly when that share of strangers is taken for
    somebody. None where the strangers do not suffice for a rate."""
    right, best = told(probes, mates, gallery)
    alarms = -np.sort(-_nearest(strangers, gallery))
    return [_told(right, best, alarms, rate) for rate in rates]


def _told(right: Mask, best: NDArray[np.float32], alarms: NDArray[np.float32], rate: float) -> float | None:
    number = allowed(len(alarms), rate)
    if not number or not len(right):
        return None
    return float((right & (best > alarms[min(number, len(alarms) - 1)])).mean())


def told(probes: Vectors, mates: Ids, gallery: Vectors) -> tuple[Mask, NDArray[np.float32]]:
    """Who is told rightly where no stranger is in the gallery.

    Whether the mate is the nearest and nobody else as near: bool [m]; the nearest's cosine [m].
    """
    right, best = np.zeros(len(probes), bool), np.zeros(len(probes), np.float32)
    for rows in _blocks(len(probes), len(gallery)):
        cosines = probes[rows] @ gallery.T
        best[rows] = cosines.max(axis=1)
        alone = (cosines == best[rows, np.newaxis]).sum(axis=1) == 1
        right[rows] = alone & (cosines.argmax(axis=1) == mates[rows])
    return right, best


def _nearest(probes: Vectors, others: Vectors) -> NDArray[np.float32]:
    """The greatest cosine of each probe with any of the others; -inf without others."""
    best = np.full(len(probes), -np.inf, np.float32)
    if len(others):
        for rows in _blocks(len(probes), len(others)):
            best[rows] = (probes[rows] @ others.T).max(axis=1)
    return best


def _blocks(rows: int, columns: int) -> list[slice]:
    step = max(1, _BLOCK // max(1, columns))
    return [slice(start, start + step) for start in range(0, rows, step)]
