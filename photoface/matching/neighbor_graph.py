"""Who is near whom: the k nearest neighbours of each face, extended as faces arrive, and the graph they span."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.matching.arrays import Cosines, Ids, Mask, Positions, Vectors
from photoface.matching.gallery import ExactGallery, Gallery, HnswGallery, nearest

K = 40
"""Neighbours kept per face. performance.md, section 3: 40 equals full average linkage to 3 or 4 digits."""

HNSW_FROM = 30_000
"""From this many faces on hnswlib is cheaper than all cosines (performance.md, section 2: break-even at 20,000)."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbors:
    """The nearest of each face, nearest first: positions int32 [n, k] (-1: none), cosines float32 [n, k] (-1 there)."""

    positions: Positions
    cosines: Cosines


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Undirected edges, each once, rows < cols: int32 [m] both; cosines float32 [m]; mutual bool [m].

    mutual: each of the two is among the k nearest of the other.
    """

    rows: Positions
    cols: Positions
    cosines: Cosines
    mutual: Mask


def build_neighbors(vectors: Vectors, k: int = K, threads: int = 1) -> Neighbors:
    """The k nearest other faces of each row of ``vectors`` [n, d]; exact below HNSW_FROM faces."""
    everyone = np.arange(len(vectors), dtype=np.int64)
    exact = len(vectors) < HNSW_FROM
    gallery: Gallery = ExactGallery(everyone, vectors) if exact else HnswGallery(everyone, vectors, threads)
    return _without_self(everyone, *gallery.search(vectors, k + 1), k)


def extend_neighbors(old: Neighbors, vectors: Vectors, fresh: Mask, k: int = K) -> tuple[Neighbors, Mask]:
    """Neighbours of the ``fresh`` rows against all, put into the lists of the others where they are nearer.

    old: lists of all n rows, those of fresh rows are ignored. Returns the lists and which rows changed, bool [n].
    When most faces are fresh everything is built anew.
    """
    if 2 * fresh.sum() >= len(fresh):
        return build_neighbors(vectors, k), np.ones(len(fresh), bool)
    new = np.flatnonzero(fresh)
    lists = _widened(_forgotten(old, fresh), min(k, len(vectors) - 1))
    found = ExactGallery(np.arange(len(vectors), dtype=np.int64), vectors).search(vectors[new], k + 1)
    own = _without_self(new, *found, k)
    lists.positions[new], lists.cosines[new] = own.positions, own.cosines
    changed = fresh.copy()
    for start in range(0, len(vectors) if len(new) else 0, 4096):
        _offer(lists, vectors, new, np.flatnonzero(~fresh[start : start + 4096]) + start, changed)
    return lists, changed


def graph_of(neighbors: Neighbors) -> Graph:
    """The undirected graph of the lists."""
    n, k = neighbors.positions.shape
    cols = neighbors.positions.ravel().astype(np.int64)
    rows = np.repeat(np.arange(n, dtype=np.int64), k)
    real = cols >= 0
    keys = np.minimum(rows, cols)[real] * max(1, n) + np.maximum(rows, cols)[real]
    unique, first, times = np.unique(keys, return_index=True, return_counts=True)
    low, high = (unique // max(1, n)).astype(np.int32), (unique % max(1, n)).astype(np.int32)
    return Graph(low, high, neighbors.cosines.ravel()[real][first], times > 1)


def build_graph(vectors: Vectors, k: int = K, threads: int = 1) -> Graph:
    """Neighbours and their graph in one step."""
    return graph_of(build_neighbors(vectors, k, threads))


def no_neighbors(n: int, k: int = K) -> Neighbors:
    """Empty lists, to be filled."""
    return Neighbors(np.full((n, k), -1, np.int32), np.full((n, k), -1, np.float32))


def _without_self(rows: Ids, found: Ids, cosines: Cosines, k: int) -> Neighbors:
    # Among equal faces the face itself may stand anywhere in its list, or have fallen off its end.
    last = np.argsort(found == rows[:, None], axis=1, kind="stable")[:, : min(k, max(0, found.shape[1] - 1))]
    positions = np.take_along_axis(found, last, axis=1).astype(np.int32)
    return Neighbors(positions, np.take_along_axis(cosines, last, axis=1))


def _widened(old: Neighbors, k: int) -> Neighbors:
    lists = no_neighbors(len(old.positions), k)
    width = min(k, old.positions.shape[1])
    lists.positions[:, :width], lists.cosines[:, :width] = old.positions[:, :width], old.cosines[:, :width]
    return lists


def _forgotten(old: Neighbors, fresh: Mask) -> Neighbors:
    """The lists without fresh faces: they are offered again, and must not be there twice."""
    gone = (old.positions >= 0) & fresh[old.positions]
    positions, cosines = np.where(gone, np.int32(-1), old.positions), np.where(gone, np.float32(-1), old.cosines)
    order = np.argsort(positions < 0, axis=1, kind="stable")
    return Neighbors(np.take_along_axis(positions, order, axis=1), np.take_along_axis(cosines, order, axis=1))


def _offer(lists: Neighbors, vectors: Vectors, new: Ids, rows: Ids, changed: Mask) -> None:
    """Puts new faces into the lists of ``rows`` where they are nearer than what is there."""
    cosines = vectors[rows] @ vectors[new].T
    full = lists.positions[rows, -1] >= 0
    better = np.flatnonzero((cosines.max(axis=1) > lists.cosines[rows, -1]) | ~full)
    rows, cosines = rows[better], cosines[better]
    where, best = nearest(np.concatenate([lists.cosines[rows], cosines], axis=1), lists.positions.shape[1])
    names = np.concatenate([lists.positions[rows], np.broadcast_to(new, cosines.shape)], axis=1)
    lists.positions[rows], lists.cosines[rows] = np.take_along_axis(names, where, axis=1), best
    changed[rows] = True
