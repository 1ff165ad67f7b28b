"""A person as a few directions: several sub-centres, for a child and the adult are two looks of one person."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import unit
from photoface.matching.arrays import Ids, Vectors

FACES_EACH = 12
"""Decided faces that it takes for one more sub-centre: a mean of fewer is noisier than it is nearer."""

MOST = 4
"""Sub-centres of a person; each more is another chance for strangers to be near."""

_ROUNDS = 12

Weights = NDArray[np.float32]


def exemplar_weights(quality: NDArray[np.float32], day: Ids) -> Weights:
    """What each of a person's faces counts: float32 [n]. quality: 0..1; day: a number for each day, -1 unknown.

    Twenty shots of one afternoon show one look: those of a day count together as much as the root of their number.
    """
    known = day >= 0
    _, which, times = np.unique(day, return_inverse=True, return_counts=True)
    shots = np.where(known, times[which], 1)
    found: Weights = (np.maximum(quality, 0.05) / np.sqrt(shots)).astype(np.float32)
    return found


def sub_centres(vectors: Vectors, weights: Weights) -> Vectors:
    """Unit rows [k, d], 1 <= k <= MOST: the mean direction, and those of the looks that the faces fall into.

    vectors: float32 [n, d], n > 0, unit rows; weights: float32 [n]. Spherical k-means (Dhillon and Modha 2001) from
    faces far apart, without luck: the same faces have the same centres.
    """
    weighted = vectors * weights[:, None]
    mean = unit(weighted.sum(axis=0, keepdims=True))
    looks = min(MOST - 1, len(vectors) // FACES_EACH)
    if looks < 2:
        return mean
    centres = _far_apart(vectors, mean, looks)
    for _ in range(_ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        centres = unit(np.stack([weighted[nearest == look].sum(axis=0) for look in range(len(centres))]))
    sizes = np.bincount((vectors @ centres.T).argmax(axis=1), minlength=len(centres))
    return np.concatenate([mean, centres[2 * sizes >= FACES_EACH]])


def _far_apart(vectors: Vectors, mean: Vectors, looks: int) -> Vectors:
    """The face nearest to the mean, then those that are farthest from the ones taken."""
    taken = [int((vectors @ mean[0]).argmax())]
    while len(taken) < looks:
        taken.append(int((vectors @ vectors[taken].T).max(axis=1).argmin()))
    return vectors[taken]
