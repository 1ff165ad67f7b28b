"""A second pass of average linkage that looks at who else is near.

Embedders crowd some kinds of faces together: strangers who look alike to them are as near as photos of one person are
elsewhere. One cut for all is too generous there and too strict everywhere else. So, after a strict first pass, two
clusters join when they are nearer to each other than the cut *and* than their neighbours by enough: from the average
cosine of the two, weight times the crowd around them is taken off. That is cross-domain similarity local scaling
(CSLS, Conneau et al. 2018, arXiv 1710.04087), between clusters instead of words. The best two neighbours are left out
of a crowd: they may be other parts of the person. Crowds grow with the library, so the cut follows its size by itself.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids, Mask, Vectors
from photoface.matching.average_linkage import Linkage, Rule
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.neighbor_graph import Graph
from photoface.matching.nodes import Edges, Nodes, dense, edges_of, nodes_of

SKIPPED, COUNTED = 2, 10
"""Ranks of neighbours that a crowd leaves out, and that it is the mean of."""

_ROUNDS = 4  # of merging until nothing more joins; crowds thin out as the parts of a person become one

Crowds = NDArray[np.float64]


def least_cosine(cut: Cut) -> float:
    """Edges between founding faces that are less alike can matter nowhere."""
    return math.cos(cut.reach) if cut.crowd is None else min(math.cos(cut.reach), cut.crowd.least)


def crowds(nodes: Nodes, edges: Edges, least: float) -> Crowds:
    """Of each node the mean of its average cosines to those ranked 3rd to 12th; absent ones count as least."""
    averages = np.maximum(nodes.along(edges), least) - least
    ends, values = np.concatenate([edges.rows, edges.cols]), np.tile(averages, 2)
    order = np.lexsort((-values, ends))
    ends, values = ends[order], values[order]
    rank = np.arange(len(ends)) - np.searchsorted(ends, ends)
    counted = (rank >= SKIPPED) & (rank < SKIPPED + COUNTED)
    found: Crowds = least + np.bincount(ends[counted], values[counted], len(nodes.counts)) / COUNTED
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """A whole library around some nodes: all its nodes, the edges at those that matter, and inside int64 [g]: which
    node of the task each one belongs to, or -1."""

    nodes: Nodes
    edges: Edges
    inside: Ids

    @classmethod
    def of(
        cls, graph: Graph, touched: Mask, faces: tuple[Vectors, Mask, Ids], task: tuple[Ids, Ids], cut: Cut
    ) -> Surroundings:
        """graph: over all n faces; touched: bool [n]; faces: vectors, founding and node of each; task: rows of the
        touched faces, and the node of each in the task."""
        vectors, founding, node = faces
        near = (graph.cosines >= least_cosine(cut)) & (touched[graph.rows] | touched[graph.cols])
        near &= founding[graph.rows] & founding[graph.cols]
        ends = node[graph.rows[near]], node[graph.cols[near]]
        inside = np.full(int(node.max(initial=-1)) + 1, -1, np.int64)
        inside[node[task[0]]] = task[1]
        edges = edges_of(*ends, graph.cosines[near], graph.mutual[near])
        return cls(nodes_of(vectors, node, founding, len(inside)), edges, inside)

    def crowds(self, labels: Ids, least: float) -> Crowds:
        """Around each cluster of the task's nodes: labels int64 [c], 0 .. max without gaps."""
        size = int(labels.max(initial=-1)) + 1
        outside = size + np.arange(len(self.inside))
        groups = np.unique(np.where(self.inside >= 0, labels[self.inside], outside), return_inverse=True)[1]
        return crowds(self.nodes.grouped(groups), self.edges.between(groups), least)[:size]


def link_in_crowds(  # noqa: PLR0913, PLR0917
    nodes: Nodes, edges: Edges, state: ConstraintState, cut: Cut, labels: Ids, around: Surroundings | None = None
) -> Ids:
    """The clusters ``labels`` int64 [c] after the second pass, numbered by first appearance; without one as they are.

    edges: from ``least_cosine`` on. around: where these are not all that the nodes have.
    """
    if cut.crowd is None or not len(labels):
        return labels
    for _ in range(_ROUNDS):
        clusters, between = nodes.grouped(labels), edges.between(labels)
        least = cut.crowd.least
        crowd = crowds(clusters, between, least) if around is None else around.crowds(labels, least)
        rule = Rule(math.cos(cut.crowd.angle), cut.beta, cut.crowd.weight * (crowd - least))
        joined = dense(Linkage(clusters, between, state.grouped(labels), rule).run())
        labels = joined[labels]
        if len(joined) == int(joined.max(initial=-1)) + 1:
            break
    return dense(labels)
