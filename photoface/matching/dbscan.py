"""DBSCAN (Ester et al. 1996) on the neighbour graph, under decisions: cores are scikit-learn's, joins are ours."""

from __future__ import annotations

import math
import warnings

import numpy as np

from photoface.domain.similarity import Cut, angles
from photoface.matching.arrays import Ids, Mask
from photoface.matching.attaching import attach, offers
from photoface.matching.components import ordered_components
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.nodes import Edges, Nodes, dense

MIN_SAMPLES = 2
"""Faces within the cut, oneself included, that make a core. 2 found most people on LFW (models.md, section 11)."""


def link_dense(nodes: Nodes, edges: Edges, state: ConstraintState, cut: Cut, min_samples: int = MIN_SAMPLES) -> Ids:
    """The cluster of each node, int64 [c], numbered by first appearance; noise is a cluster of its own.

    Cores join along the graph in order of the angle unless a decision forbids; border nodes go to their nearest core,
    and so do cores that joined nobody. Only cores that are among each other's k nearest join: in a large library some
    face is always within the cut of two people, but it is rarely what either is nearest to. On a whole graph, where
    everybody is a neighbour, that changes nothing. A node of several faces counts as so many samples.
    """
    near = edges.chosen(edges.cosines >= math.cos(cut.angle))
    core = cores(nodes, near, cut.angle, min_samples)
    inner = core[near.rows] & core[near.cols]
    labels = ordered_components(len(core), near.chosen(inner & near.mutual), state)
    core &= ~_passed_over(nodes, labels, near.chosen(inner & ~near.mutual))
    borders, hosts, cosines = _borders(near, core)
    groups = state.grouped(labels)
    homes = attach(offers(cosines, labels[borders], labels[hosts]), groups)
    return dense(np.array([homes.get(label, label) for label in labels.tolist()], np.int64))


def cores(nodes: Nodes, edges: Edges, angle: float, min_samples: int) -> Mask:
    """Which nodes are cores, bool [c]: by scikit-learn on the sparse radius graph."""
    from scipy.sparse import csr_array  # type: ignore[import-untyped]
    from sklearn.cluster import DBSCAN
    from sklearn.exceptions import EfficiencyWarning

    size = len(nodes.counts)
    core = np.zeros(size, bool)
    if not nodes.counts.any():
        return core
    rows, cols = np.concatenate([edges.rows, edges.cols]), np.concatenate([edges.cols, edges.rows])
    radius = csr_array((np.tile(angles(edges.cosines), 2), (rows, cols)), shape=(size, size))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", EfficiencyWarning)
        found = DBSCAN(eps=angle, min_samples=min_samples, metric="precomputed")
        core[found.fit(radius, sample_weight=nodes.counts).core_sample_indices_] = True
    return core


def _passed_over(nodes: Nodes, labels: Ids, one_sided: Edges) -> Mask:
    """Single faces that joined nobody, though cores were near: bool [c]."""
    near = np.zeros(len(labels), bool)
    near[one_sided.rows] = near[one_sided.cols] = True
    found: Mask = near & (nodes.counts == 1) & (np.bincount(labels, minlength=1)[labels] == 1)
    return found


def _borders(edges: Edges, core: Mask) -> tuple[Ids, Ids, np.ndarray]:
    guest, host = np.concatenate([edges.rows, edges.cols]), np.concatenate([edges.cols, edges.rows])
    border = ~core[guest] & core[host]
    return guest[border], host[border], np.tile(edges.cosines, 2)[border]
