"""What a linkage works on: nodes of faces that already belong together, and the edges between nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask, Sums, Vectors
from photoface.matching.sorting import ranked


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """sums float32 [c, d]: of the unit vectors of a node's founding faces; counts int64 [c]: how many these are."""

    sums: Sums
    counts: Ids

    def grouped(self, labels: Ids) -> Nodes:
        """Nodes made of nodes: labels [c] -> number of the new node, 0 .. max without gaps."""
        size = int(labels.max()) + 1 if len(labels) else 0
        return Nodes(_sum_rows(self.sums, labels, size), np.bincount(labels, self.counts, size).astype(np.int64))

    def averages(self, rows: Ids, cols: Ids) -> NDArray[np.float64]:
        """The average cosine over all pairs of faces, one of rows[i] and one of cols[i]."""
        step = max(1, 2_000_000 // max(1, self.sums.shape[1]))
        cosines = np.empty(len(rows))
        for start in range(0, len(rows), step):
            a, b = rows[start : start + step], cols[start : start + step]
            cosines[start : start + step] = np.einsum("ij,ij->i", self.sums[a], self.sums[b])
        return cosines / (self.counts[rows] * self.counts[cols])

    def along(self, edges: Edges) -> NDArray[np.float64]:
        """The average cosine over all pairs of faces at the ends of each edge; of single faces the edge knows it."""
        known = edges.cosines.astype(np.float64)
        several = np.flatnonzero((self.counts[edges.rows] > 1) | (self.counts[edges.cols] > 1))
        known[several] = self.averages(edges.rows[several], edges.cols[several])
        return known


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Edges between nodes, each pair once, rows < cols, in the order of the pairs.

    cosines float32 [m]: of the nearest two faces; mutual bool [m]: two of their faces are in each other's lists.
    """

    rows: Ids
    cols: Ids
    cosines: NDArray[np.float32]
    mutual: Mask

    def chosen(self, which: Mask) -> Edges:
        return Edges(self.rows[which], self.cols[which], self.cosines[which], self.mutual[which])

    def between(self, labels: Ids) -> Edges:
        """The edges between groups of nodes; of several the nearest stays."""
        return edges_of(labels[self.rows], labels[self.cols], self.cosines, self.mutual)


def nodes_of(vectors: Vectors, labels: Ids, founding: Mask, size: int) -> Nodes:
    """The nodes of faces: labels [n] -> node; only founding faces count."""
    rows = np.flatnonzero(founding)
    return Nodes(_sum_rows(vectors, labels[rows], size, rows), np.bincount(labels[rows], minlength=size))


def edges_of(a: Ids, b: Ids, cosines: NDArray[np.float32], mutual: Mask) -> Edges:
    """Edges from pairs of nodes in any order, with repeats and loops; of several the greatest cosine counts."""
    real = a != b
    low, high = np.minimum(a, b)[real], np.maximum(a, b)[real]
    size = int(high.max(initial=0)) + 1
    keys = low.astype(np.int64) * size + high
    cosines, mutual = cosines[real], mutual[real]
    if not (keys[1:] > keys[:-1]).all():
        keys, order = ranked(keys)
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        keys = keys[first]
        cosines = np.maximum.reduceat(cosines[order], first)
        mutual = np.logical_or.reduceat(mutual[order], first)
    return Edges(keys // size, keys % size, cosines, mutual)


def distinct(keys: Ids) -> Ids:
    """The different numbers among ``keys``, rising; by sorting, which numpy's own does ten times slower by hashing."""
    keys = np.sort(keys)
    kept: Ids = keys[np.diff(keys, prepend=keys[:1] - 1) > 0]
    return kept


def dense(labels: Ids) -> Ids:
    """The same partition numbered 0, 1, 2 ... in order of first appearance."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _sum_rows(rows: NDArray[np.float32], labels: Ids, size: int, which: Ids | None = None) -> Sums:
    """The sum of the rows of each label; which: the row of each label, if not all in their order."""
    from scipy.sparse import csr_array

    # A product with a sparse matrix of ones: np.add.at is ten times slower on rows, np.add.reduceat five times.
    ones, cols = np.ones(len(labels), np.float32), np.arange(len(labels)) if which is None else which
    sums: Sums = csr_array((ones, (labels, cols)), shape=(size, len(rows))) @ rows
    return sums
