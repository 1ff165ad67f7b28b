"""Near pairs of clusters that the graph of faces may not show."""

from __future__ import annotations

import math

import numpy as np

from photoface.domain.similarity import Cut, unit
from photoface.matching.arrays import Ids
from photoface.matching.gallery import ExactGallery
from photoface.matching.neighbor_graph import K
from photoface.matching.nodes import Edges, Nodes, edges_of

HUB = K // 2
"""Clusters of at least so many faces can fill each other's neighbour lists; only these ask again."""


def centroid_edges(clusters: Nodes, cut: Cut, hub: int = HUB, k: int = K) -> Edges:
    """Pairs of a large cluster and one of the k nearest by centroid, whose average cosine is within the cut."""
    founded = np.flatnonzero(clusters.counts > 0)
    centroids = unit(clusters.sums[founded].astype(np.float32))
    hubs = founded[clusters.counts[founded] >= hub]
    found, _ = ExactGallery(founded, centroids).search(unit(clusters.sums[hubs].astype(np.float32)), k + 1)
    return _within(clusters, np.repeat(hubs, found.shape[1]), found.ravel(), cut)


def _within(clusters: Nodes, a: Ids, b: Ids, cut: Cut) -> Edges:
    averages = clusters.averages(a, b)
    near = averages >= math.cos(cut.angle)
    return edges_of(a[near], b[near], averages[near].astype(np.float32), np.zeros(int(near.sum()), bool))
