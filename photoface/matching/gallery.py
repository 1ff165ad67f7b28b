"""Search over unit embeddings: exact by matrix products, approximate by hnswlib, behind one protocol."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from photoface.matching.arrays import Cosines, Ids, Vectors

# Products of this many cosines at a time: 64 MB of float32, small beside any library.
_BLOCK = 16_000_000

# hnswlib: links per node, width of the search while building and while asking. performance.md, section 2:
# M 16, efc 100, ef 100 gives recall@10 .995 on 100,000 x 128 in 22 CPU s. Never a source of truth.
_LINKS, _BUILD_WIDTH, _SEARCH_WIDTH = 16, 100, 100


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

    One thread gives the same index each time; more threads build faster and differ in the last per mille.
    """

    def __init__(self, ids: Ids, vectors: Vectors, threads: int = 1) -> None:
        import hnswlib

        self._ids = ids
        self._index = hnswlib.Index(space="ip", dim=vectors.shape[1])
        self._index.init_index(max_elements=len(ids), M=_LINKS, ef_construction=_BUILD_WIDTH, random_seed=0)
        self._index.set_num_threads(threads)
        self._index.add_items(vectors, np.arange(len(ids)), num_threads=threads)

    def search(self, probes: Vectors, k: int) -> tuple[Ids, Cosines]:
        k = min(k, len(self._ids))
        self._index.set_ef(max(_SEARCH_WIDTH, k))
        positions, distances = self._index.knn_query(probes, k)
        cosines: Cosines = (1.0 - distances).astype(np.float32)
        return self._ids[positions.astype(np.int64)], cosines


def nearest(cosines: Cosines, k: int) -> tuple[Ids, Cosines]:
    """The k greatest of each row, greatest first, equal ones by position: positions int64 and cosines, [m, k]."""
    found = np.argpartition(-cosines, k - 1, axis=1)[:, :k] if 0 < k < cosines.shape[1] else _all(cosines, k)
    found = np.sort(found, axis=1)
    values = np.take_along_axis(cosines, found, axis=1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(found, order, axis=1), np.take_along_axis(values, order, axis=1)


def _all(cosines: Cosines, k: int) -> Ids:
    return np.broadcast_to(np.arange(k, dtype=np.int64), (len(cosines), k))
