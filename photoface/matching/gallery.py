"""Search over unit embeddings: exact by matrix products, approximate by hnswlib, behind one protocol."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from photoface.matching.arrays import Cosines, Ids, Vectors

# Products of this many cosines at a time: 16 MB of float32 stay near the processor.
_BLOCK = 4_000_000

# hnswlib: links per node, and width of the search while building and while asking. Never a source of truth.
LINKS, BUILD_WIDTH, SEARCH_WIDTH = 16, 60, 48


class Gallery(Protocol):
    """Faces that can be searched by an embedding."""

    def search(self, probes: Vectors, k: int) -> tuple[Ids, Cosines]:
        """The k nearest of each probe, nearest first: ids int64 [m, k], cosines float32 [m, k].

        k is cut to the size of the gallery.
        """
        ...


class ExactGallery:
    """All cosines, block by block; right by definition, and fast enough to some 200,000 faces."""

    def __init__(self, ids: Ids, vectors: Vectors) -> None:
        self._ids = ids
        self._vectors = vectors

    def search(self, probes: Vectors, k: int) -> tuple[Ids, Cosines]:
        k = min(k, len(self._ids))
        rows = max(1, _BLOCK // max(1, len(self._ids)))
        parts = [self._search_block(probes[start : start + rows], k) for start in range(0, len(probes), rows)]
        if not parts:
            return np.empty((0, k), np.int64), np.empty((0, k), np.float32)
        return np.concatenate([ids for ids, _ in parts]), np.concatenate([cosines for _, cosines in parts])

    def _search_block(self, probes: Vectors, k: int) -> tuple[Ids, Cosines]:
        positions, cosines = nearest(probes @ self._vectors.T, k)
        return self._ids[positions], cosines


class HnswGallery:
    """Approximate search (Malkov and Yashunin 2018), built in memory each time.

    One thread gives the same index each time; more threads build faster and differ in the last per mille. Vectors that
    come one after the other should be near each other: the index keeps them in that order, and memory is what it waits
    for (see ``coherent_order``).
    """

    def __init__(
        self, ids: Ids, vectors: Vectors, threads: int = 1, links: int = LINKS, build_width: int = BUILD_WIDTH
    ) -> None:
        import hnswlib

        self._ids = ids
        self._threads = threads
        self._index = hnswlib.Index(space="ip", dim=vectors.shape[1])
        self._index.init_index(max_elements=len(ids), M=links, ef_construction=build_width, random_seed=0)
        self._index.add_items(vectors, np.arange(len(ids)), num_threads=threads)

    def search(self, probes: Vectors, k: int, width: int = SEARCH_WIDTH) -> tuple[Ids, Cosines]:
        k = min(k, len(self._ids))
        self._index.set_ef(max(width, k))
        positions, distances = self._index.knn_query(probes, k, num_threads=self._threads)
        cosines: Cosines = (1.0 - distances).astype(np.float32)
        return self._ids[positions.astype(np.int64)], cosines


def nearest(cosines: Cosines, k: int) -> tuple[Ids, Cosines]:
    """The k greatest of each row, greatest first, equal ones by position: positions int64 and cosines, [m, k]."""
    if k == 0 or cosines.shape[1] < _WIDE * k:
        return _sorted(cosines, _partitioned(cosines, k))
    floor = _floor(cosines, k)
    enough = (cosines > floor[:, None]).sum(axis=1) >= k
    found = np.empty((len(cosines), k), np.int64)
    found[~enough] = _partitioned(cosines[~enough], k)
    found[enough] = _above(cosines[enough], floor[enough], k)
    return _sorted(cosines, found)


# Partitioning rows costs ten times as much as comparing them with a floor, which pays where rows are this many times k.
_WIDE = 20


def _floor(cosines: Cosines, k: int) -> Cosines:
    """Of each row a value that some 2 k others exceed, read off a part of the row: float32 [m]."""
    part = cosines[:, :: max(1, cosines.shape[1] // (25 * k))]
    above = 2 * k * part.shape[1] // cosines.shape[1] + 2
    floor: Cosines = -np.partition(-part, above, axis=1)[:, above]
    return floor


def _above(cosines: Cosines, floor: Cosines, k: int) -> Ids:
    """The k greatest of each row among those above its floor, which are k at least."""
    rows, cols = np.divmod(np.flatnonzero(cosines > floor[:, None]), cosines.shape[1])
    counts = np.bincount(rows, minlength=len(cosines))
    place = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    names = np.zeros((len(cosines), int(counts.max(initial=k))), np.int64)
    values = np.full(names.shape, -np.inf, np.float32)
    names[rows, place], values[rows, place] = cols, cosines[rows, cols]
    return np.take_along_axis(names, np.argsort(-values, axis=1, kind="stable")[:, :k], axis=1)


def _partitioned(cosines: Cosines, k: int) -> Ids:
    if 0 < k < cosines.shape[1]:
        return np.argpartition(-cosines, k - 1, axis=1)[:, :k]
    return np.broadcast_to(np.arange(k, dtype=np.int64), (len(cosines), k))


def _sorted(cosines: Cosines, found: Ids) -> tuple[Ids, Cosines]:
    found = np.sort(found, axis=1)
    values = np.take_along_axis(cosines, found, axis=1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(found, order, axis=1), np.take_along_axis(values, order, axis=1)
