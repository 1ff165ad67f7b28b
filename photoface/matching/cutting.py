"""A group that holds more than one person, cut in two where its faces are least alike."""

from __future__ import annotations

import numpy as np

from photoface.domain.similarity import unit
from photoface.matching.arrays import Mask, Vectors

_MANY = 1500
"""More faces than these are cut by means: all their pairs would take seconds."""

_ROUNDS = 20


def cut_in_two(vectors: Vectors) -> Mask:
    """Which of n >= 2 faces are on the side of the first: bool [n], never all. vectors: unit rows [n, d].

    The last step of average linkage over all pairs; of many faces spherical 2-means.
    """
    sides = _by_means(vectors) if len(vectors) > _MANY else _by_linkage(vectors)
    if sides.all() or not sides.any():  # equal faces: any cut is as good
        sides = np.arange(len(vectors)) < len(vectors) // 2
    return sides if sides[0] else ~sides


def _by_linkage(vectors: Vectors) -> Mask:
    from scipy.cluster.hierarchy import fcluster, linkage

    rows, cols = np.triu_indices(len(vectors), 1)
    distances = np.maximum(1 - (vectors @ vectors.T)[rows, cols], 0)
    sides: Mask = fcluster(linkage(distances, "average"), 2, "maxclust") == 1
    return sides


def _by_means(vectors: Vectors) -> Mask:
    one = vectors[(vectors @ vectors.mean(axis=0)).argmin()]
    other = vectors[(vectors @ one).argmin()]
    sides: Mask = vectors @ one >= vectors @ other
    for _ in range(_ROUNDS):
        if sides.all() or not sides.any():
            break
        one, other = unit(vectors[sides].sum(axis=0)), unit(vectors[~sides].sum(axis=0))
        sides = vectors @ one >= vectors @ other
    return sides
