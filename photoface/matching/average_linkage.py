"""Agglomerative average linkage on the sphere, between nodes that the neighbour graph links.

The similarity of two clusters is the average cosine over all pairs of their faces, exact from the clusters' sums:
S(A) . S(B) / (|A| |B|) (Sokal and Michener 1958; restricted to a graph: performance.md, section 3). Clusters that are
each other's best join, all such pairs in one round, until none is within the cut: without beta and on a whole graph
that equals joining the best pair of all, one by one (reciprocal agglomerative clustering, Sumengen et al. 2021).
Small clusters have to be more alike: two strangers' single faces come near by chance, the averages of many do not.
A pair that a decision keeps apart is given up only when its turn has come, so that decisions which agree with the
clustering do not change it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids, Mask
from photoface.matching.centroids import centroid_edges
from photoface.matching.components import allowed_components
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.nodes import Edges, Nodes, dense, distinct

SAFE = 0.7
"""Mutual neighbours nearer than this part of the cut's angle are joined at once, without linkage.

Takes most nodes out of the loop. On LFW F moves by .001 at most, with any embedder; see docs/decisions/clustering.md.
"""

MANY = 300
"""More merges than these are done on all decisions at once; fewer one by one, each of which takes some 10 us."""


def link(nodes: Nodes, edges: Edges, state: ConstraintState, cut: Cut, safe: float = SAFE) -> Ids:
    """The cluster of each node, int64 [c], numbered by first appearance.

    Nodes without a founding face (count 0) must not be in ``edges``. safe=0 joins nothing without linkage: exact.
    """
    near = edges.chosen(edges.cosines >= math.cos(cut.angle))
    joined = _contract(len(nodes.counts), near, state, cut.angle * safe)
    small = nodes.grouped(joined)
    rule = Rule(math.cos(cut.angle), cut.beta, np.zeros(len(small.counts)))
    labels = Linkage(small, near.between(joined), state.grouped(joined), rule).run()
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


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Clusters join when their average cosine, less what small ones pay (beta) and less the mean of both handicaps, is
    ``least`` or more. handicaps: float64 [c], of each node; a cluster's is the mean over its faces."""

    least: float
    beta: float
    handicaps: NDArray[np.float64]


class Linkage:
    """Rounds of merges. A cluster goes by the least of its nodes; sums and counts of others are out of date.

    Pairs whose average is below ``least`` are dropped at once. The average of a union is between those of its parts:
    it can only be within the cut if that of some part is, and this one is kept.
    """

    def __init__(self, nodes: Nodes, edges: Edges, state: ConstraintState, rule: Rule) -> None:
        self._nodes, self._handicaps = Nodes(nodes.sums.copy(), nodes.counts.copy()), rule.handicaps.copy()
        self._state, self._beta, self._least = state.copy(), rule.beta, rule.least
        self._rows, self._cols, self._scores = self._scored(edges.rows, edges.cols, nodes.along(edges))
        self._cluster = np.arange(len(nodes.counts))

    def run(self) -> Ids:
        """The cluster of each node."""
        while len(pairs := self._best_pairs()):
            blocked = self._blocked(self._rows[pairs], self._cols[pairs])
            kept = np.ones(len(self._rows), bool)
            kept[pairs[blocked]] = False
            self._merge(self._rows[pairs[~blocked]], self._cols[pairs[~blocked]], kept)
        return self._cluster

    def _blocked(self, a: Ids, b: Ids) -> Mask:
        if len(a) > MANY:
            return self._state.blocked_pairs(a, b)
        return np.array([self._state.blocked(*ends) for ends in zip(a.tolist(), b.tolist(), strict=True)], bool)

    def _best_pairs(self) -> Ids:
        """Edges within the cut whose ends have no better one."""
        within = np.flatnonzero(self._scores >= self._least)
        best = np.full(len(self._cluster), -np.inf)
        np.maximum.at(best, self._rows[within], self._scores[within])
        np.maximum.at(best, self._cols[within], self._scores[within])
        scores, rows, cols = self._scores[within], self._rows[within], self._cols[within]
        both = (scores == best[rows]) & (scores == best[cols])
        return self._first_of_ties(within[both])

    def _first_of_ties(self, edges: Ids) -> Ids:
        # Equal scores: the pair of the least nodes comes first, whatever the order of the edges.
        rows, cols = self._rows[edges], self._cols[edges]
        keys = rows * len(self._cluster) + cols
        least = np.full(len(self._cluster), np.iinfo(np.int64).max)
        np.minimum.at(least, rows, keys)
        np.minimum.at(least, cols, keys)
        first: Ids = edges[(keys == least[rows]) & (keys == least[cols])]
        return first

    def _merge(self, into: Ids, gone: Ids, kept: Mask) -> None:
        counts, handicaps = self._nodes.counts, self._handicaps
        both = counts[into] * handicaps[into] + counts[gone] * handicaps[gone]
        handicaps[into] = both / (counts[into] + counts[gone])
        self._nodes.sums[into] += self._nodes.sums[gone]
        self._nodes.counts[into] += self._nodes.counts[gone]
        now = np.arange(len(self._cluster))
        now[gone] = into
        self._cluster = now[self._cluster]
        if len(into) > MANY:
            self._state = self._state.grouped(now)
        else:
            for a, b in zip(into.tolist(), gone.tolist(), strict=True):
                self._state.merge(a, b, a)
        moved = np.zeros(len(now), bool)
        moved[into] = moved[gone] = True
        self._relink(now, moved, kept)

    def _relink(self, now: Ids, moved: Mask, kept: Mask) -> None:
        """Edges of clusters that merged are joined and scored again; the others stay."""
        touched = moved[self._rows] | moved[self._cols]
        ends = now[self._rows[touched & kept]], now[self._cols[touched & kept]]
        low, high = np.minimum(*ends), np.maximum(*ends)
        keys = distinct(low[low != high] * len(now) + high[low != high])
        low, high = keys // len(now), keys % len(now)
        again, stay = self._scored(low, high, self._nodes.averages(low, high)), kept & ~touched
        old = self._rows[stay], self._cols[stay], self._scores[stay]
        self._rows, self._cols, self._scores = (np.append(*both) for both in zip(old, again, strict=True))

    def _scored(self, rows: Ids, cols: Ids, averages: NDArray[np.float64]) -> tuple[Ids, Ids, NDArray[np.float64]]:
        """Those of the pairs that may ever join, with their scores."""
        near = np.flatnonzero(averages >= self._least)
        rows, cols, counts = rows[near], cols[near], self._nodes.counts
        plain = scores(averages[near], counts[rows], counts[cols], self._beta)
        return rows, cols, plain - (self._handicaps[rows] + self._handicaps[cols]) / 2
