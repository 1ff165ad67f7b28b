"""DBSCAN (Ester et al. 1996) on the neighbour graph, under decisions; without any it gives what scikit-learn gives."""

from __future__ import annotations

import math

import numpy as np

from photoface.domain.similarity import Cut
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
    core = cores(nodes, near, min_samples)
    inner = core[near.rows] & core[near.cols]
    labels = ordered_components(len(core), near.chosen(inner & near.mutual), state)
    core &= ~_passed_over(nodes, labels, near.chosen(inner & ~near.mutual))
    borders, hosts, cosines = _borders(near, core)
    groups = state.grouped(labels)
    homes = attach(offers(cosines, labels[borders], labels[hosts]), groups)
    return dense(np.array([homes.get(label, label) for label in labels.tolist()], np.int64))


def cores(nodes: Nodes, edges: Edges, min_samples: int) -> Mask:
    """Which nodes are cores, bool [c]: with so many faces within the cut, their own included. edges: within the cut."""
    size, counts = len(nodes.counts), nodes.counts
    beside = np.bincount(edges.rows, counts[edges.cols], size) + np.bincount(edges.cols, counts[edges.rows], size)
    found: Mask = (counts > 0) & (counts + beside >= min_samples)
    return found


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
