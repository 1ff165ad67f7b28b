"""Who is near whom: the k nearest neighbours of each face, extended as faces arrive, and the graph they span."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.matching.approximate_search import approximate_neighbors
from photoface.matching.arrays import Cosines, Ids, Mask, Positions, Vectors
from photoface.matching.exact_search import search_exactly
from photoface.matching.gallery import ExactGallery
from photoface.matching.neighbor_lists import K, Neighbors, no_neighbors
from photoface.matching.sorting import ranked

__all__ = [
    "HNSW_FROM",
    "Graph",
    "K",
    "Neighbors",
    "build_graph",
    "build_neighbors",
    "extend_neighbors",
    "graph_of",
    "no_neighbors",
]

HNSW_FROM = 30_000
"""From this many faces on hnswlib is cheaper than all cosines (performance.md, section 2: break-even at 20,000)."""


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
    if len(vectors) >= HNSW_FROM:
        return approximate_neighbors(vectors, k, threads)
    everyone = np.arange(len(vectors), dtype=np.int64)
    return _without_self(everyone, *ExactGallery(everyone, vectors).search(vectors, k + 1), k)


def extend_neighbors(old: Neighbors, vectors: Vectors, fresh: Mask, k: int = K) -> tuple[Neighbors, Mask]:
    """Neighbours of the ``fresh`` rows against all, put into the lists of the others where they are nearer.

    old: lists of all n rows, those of fresh rows are ignored. Returns the lists and which rows changed, bool [n].
    When most faces are fresh everything is built anew. All cosines to the fresh ones are computed: for 1,000 among
    100,000 that takes less time than reading an index from a file would (docs/decisions/clustering.md).
    """
    if 2 * fresh.sum() >= len(fresh):
        return build_neighbors(vectors, k), np.ones(len(fresh), bool)
    before = old.without(fresh).widened(min(k, len(vectors) - 1))
    lists = before.copy()
    search_exactly(lists, vectors, np.flatnonzero(fresh))
    return lists, fresh | (lists.positions != before.positions).any(axis=1)


def graph_of(neighbors: Neighbors, least: float = -1.0, touching: Mask | None = None) -> Graph:
    """The undirected graph of the lists.

    least: edges of smaller cosines are left out. touching: bool [n], edges without any of these faces are left out.
    """
    n, k = neighbors.positions.shape
    cols, cosines = neighbors.positions.ravel(), neighbors.cosines.ravel()
    chosen = (cols >= 0) & (cosines >= least)
    if touching is not None:
        chosen &= np.repeat(touching, k) | touching[cols]
    at = np.flatnonzero(chosen)
    rows, cols = np.repeat(np.arange(n), chosen.reshape(n, k).sum(axis=1)), cols[at]
    keys, order = ranked(np.minimum(rows, cols) * n + np.maximum(rows, cols))
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    mutual = np.diff(starts, append=len(keys)) > 1
    low, high = (each.astype(np.int32) for each in np.divmod(keys[starts], max(1, n)))
    return Graph(low, high, cosines[at[order[starts]]], mutual)


def build_graph(vectors: Vectors, k: int = K, threads: int = 1) -> Graph:
    """Neighbours and their graph in one step."""
    return graph_of(build_neighbors(vectors, k, threads))


def _without_self(rows: Ids, found: Ids, cosines: Cosines, k: int) -> Neighbors:
    # Among equal faces the face itself may stand anywhere in its list, or have fallen off its end.
    last = np.argsort(found == rows[:, None], axis=1, kind="stable")[:, : min(k, max(0, found.shape[1] - 1))]
    positions = np.take_along_axis(found, last, axis=1).astype(np.int32)
    return Neighbors(positions, np.take_along_axis(cosines, last, axis=1))
