"""Agglomerative average linkage on the sphere, between nodes that the neighbour graph links.

The similarity of two clusters is the average cosine over all pairs of their faces, exact from the clusters' sums:
S(A) . S(B) / (|A| |B|). The best pair joins first, until the best is farther than the cut (Sokal and Michener 1958;
restricted to a graph: performance.md, section 3). Small clusters have to be more alike: two strangers' single faces
come near by chance, the averages of many do not.
"""

from __future__ import annotations

import heapq
import math

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids
from photoface.matching.centroids import centroid_edges
from photoface.matching.components import allowed_components
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.nodes import Edges, Nodes, dense

SAFE = 0.6
"""Mutual neighbours nearer than this part of the cut's angle are joined at once, without linkage.

Takes most nodes out of the loop; see docs/decisions on clustering for what was measured.
"""


def link(nodes: Nodes, edges: Edges, state: ConstraintState, cut: Cut, safe: float = SAFE) -> Ids:
    """The cluster of each node, int64 [c], numbered by first appearance.

    Nodes without a founding face (count 0) must not be in ``edges``. safe=0 joins nothing without linkage: exact.
    """
    near = edges.chosen(edges.cosines >= math.cos(cut.angle))
    joined = _contract(len(nodes.counts), near, state, cut.angle * safe)
    small = nodes.grouped(joined)
    labels = _Linkage(small, state.grouped(joined), cut).run(near.between(joined))
    return dense(labels[joined])


def link_twice(nodes: Nodes, edges: Edges, state: ConstraintState, cut: Cut, safe: float = SAFE) -> Ids:
    """``link``, and then once more over the clusters' centroids.

    When somebody has more faces than the graph keeps neighbours, two sides of one person may have no edge in common.
    """
    labels = link(nodes, edges, state, cut, safe)
    clusters = nodes.grouped(labels)
    found = link(clusters, centroid_edges(clusters, cut), state.grouped(labels), cut, safe=0)
    return dense(found[labels])


def scores(averages: NDArray[np.float64], a: Ids, b: Ids | int, beta: float) -> NDArray[np.float64]:
    """Average cosines less what clusters of a and b faces pay for being small: beta / sqrt(harmonic mean size)."""
    return averages - beta * np.sqrt((a + b) / (2.0 * a * b))


def _contract(size: int, edges: Edges, state: ConstraintState, angle: float) -> Ids:
    if angle <= 0:
        return np.arange(size)
    return allowed_components(size, edges.chosen(edges.mutual & (edges.cosines >= math.cos(angle))), state)


class _Linkage:
    """The merge loop. Each merge makes a new node, so that entries of the heap about dead ones are known by that."""

    def __init__(self, nodes: Nodes, state: ConstraintState, cut: Cut) -> None:
        self._size = size = len(nodes.counts)
        self._sums = np.concatenate([nodes.sums, np.empty_like(nodes.sums)])
        self._counts = np.concatenate([nodes.counts, np.zeros_like(nodes.counts)])
        self._nodes, self._state, self._cut = nodes, state, cut
        self._parent = list(range(2 * size))
        self._next = size
        self._near: dict[int, set[int]] = {}
        self._least = math.cos(cut.angle)

    def run(self, edges: Edges) -> Ids:
        """The last node that each node ended in."""
        heap = self._start(edges)
        while heap:
            _, a, b = heapq.heappop(heap)
            if a in self._near and b in self._near:
                self._meet(heap, a, b)
        return self._roots()

    def _start(self, edges: Edges) -> list[tuple[float, int, int]]:
        pairs = list(zip(edges.rows.tolist(), edges.cols.tolist(), strict=True))
        for a, b in pairs:
            self._near.setdefault(a, set()).add(b)
            self._near.setdefault(b, set()).add(a)
        counts = self._nodes.counts
        found = scores(
            self._nodes.averages(edges.rows, edges.cols), counts[edges.rows], counts[edges.cols], self._cut.beta
        )
        good = np.flatnonzero(found >= self._least).tolist()
        heap = [(-score, *pairs[i]) for i, score in zip(good, found[good].tolist(), strict=True)]
        heapq.heapify(heap)
        return heap

    def _meet(self, heap: list[tuple[float, int, int]], a: int, b: int) -> None:
        if self._state.blocked(a, b):
            self._near[a].discard(b)
            self._near[b].discard(a)
            return
        merged = self._merge(a, b)
        others = np.array(sorted(self._near[merged]), np.int64)
        if len(others):
            self._offer(heap, merged, others)

    def _merge(self, a: int, b: int) -> int:
        merged, self._next = self._next, self._next + 1
        self._parent[a] = self._parent[b] = merged
        self._sums[merged] = self._sums[a] + self._sums[b]
        self._counts[merged] = self._counts[a] + self._counts[b]
        self._state.merge(a, b, merged)
        self._near[merged] = near = (self._near.pop(a) | self._near.pop(b)) - {a, b}
        for other in near:
            self._near[other] -= {a, b}
            self._near[other].add(merged)
        return merged

    def _offer(self, heap: list[tuple[float, int, int]], merged: int, others: Ids) -> None:
        counts, own = self._counts[others], int(self._counts[merged])
        found = scores(self._sums[others] @ self._sums[merged] / (counts * own), counts, own, self._cut.beta)
        good = np.flatnonzero(found >= self._least)
        for score, other in zip(found[good].tolist(), others[good].tolist(), strict=True):
            heapq.heappush(heap, (-score, other, merged))

    def _roots(self) -> Ids:
        for node in range(self._next - 1, -1, -1):
            self._parent[node] = self._parent[self._parent[node]]
        return np.array(self._parent[: self._size], np.int64)
