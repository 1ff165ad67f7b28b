"""Faces into people: average linkage or DBSCAN over the neighbour graph, under what humans decided."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids, Mask, Vectors
from photoface.matching.attaching import Offer, attach, offers
from photoface.matching.average_linkage import link_twice, scores
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.crowds import link_in_crowds
from photoface.matching.dbscan import link_dense
from photoface.matching.neighbor_graph import Graph
from photoface.matching.nodes import Nodes, dense
from photoface.matching.reuniting import Nearness, reunite
from photoface.matching.task import Faces, Task, lay_out, nodes_of_must, settled_faces

ALGORITHMS = ("average", "dbscan")

UNSORTED = -1
"""The label of a face under the gate that is near nobody; in ``join_new`` also of a face to be placed."""


def cluster(  # noqa: PLR0913, PLR0917
    face_ids: Ids,
    vectors: Vectors,
    founding: Mask,
    graph: Graph,
    constraints: Constraints,
    algorithm: str,
    cut: Cut,
) -> Ids:
    """The cluster of each face: labels int64 [n], 0, 1, ... by least face id, or UNSORTED.

    face_ids: int64 [n], distinct; vectors: float32 [n, d], unit rows; founding: bool [n], False for faces under the
    quality gate, which join clusters but never make or widen one. graph: over the rows of ``vectors``.
    cut: from the model's table for this algorithm, ``CutTable.at``. The order of the faces does not matter.
    Faces that must be together always are; faces kept apart never meet, except inside one such group.
    """
    order = np.argsort(face_ids, kind="stable")
    ids = face_ids[order]
    node_of = nodes_of_must(ids, constraints)
    state = ConstraintState.of_faces(ids, constraints)
    rows = vectors if np.array_equal(ids, face_ids) else vectors[order]
    faces = Faces(rows, founding[order], node_of, settled_faces(ids, node_of, constraints), state)
    labels = np.empty(len(order), np.int64)
    labels[order] = _numbered(solve(lay_out(faces, reordered(graph, order), cut), algorithm, cut)[node_of])
    return labels


def solve(task: Task, algorithm: str, cut: Cut) -> Ids:
    """The cluster of each node, or UNSORTED."""
    link, near = {"average": (_averaged, _by_average(cut)), "dbscan": (_dense, _by_nearest(cut))}[algorithm]
    labels = reunite(_joinable(task, algorithm), link(task, cut), near)
    return _housed(task, labels, attach(_offers(task, labels, near), task.state.grouped(labels)))


def _averaged(task: Task, cut: Cut) -> Ids:
    labels = link_twice(task.nodes, task.edges, task.state, cut)
    return link_in_crowds(task.nodes, task.edges, task.state, cut, labels, task.surroundings)


def _dense(task: Task, cut: Cut) -> Ids:
    return link_dense(task.nodes, task.edges, task.state, cut)


def _joinable(task: Task, algorithm: str) -> Task:
    """The task with the edges along which clusters may join: of DBSCAN only those between each other's nearest."""
    return task if algorithm == "average" else replace(task, edges=task.edges.chosen(task.edges.mutual))


def _offers(task: Task, labels: Ids, near: Nearness) -> list[Offer]:
    """Who of the guests may move in where, nearest first."""
    clusters, guests = task.nodes.grouped(labels), task.guests.grouped(labels)
    everyone = Nodes(clusters.sums + guests.sums, clusters.counts + guests.counts)
    pairs = task.invitations.between(labels)
    nearness = near(everyone, pairs.rows, pairs.cols, pairs.cosines)
    invited = nearness >= 0
    rows, cols = pairs.rows[invited], pairs.cols[invited]
    from_guest = clusters.counts[rows] == 0
    return offers(nearness[invited], np.where(from_guest, rows, cols), np.where(from_guest, cols, rows))


def _by_average(cut: Cut) -> Nearness:
    def near(nodes: Nodes, rows: Ids, cols: Ids, _: NDArray[np.float32]) -> NDArray[np.float64]:
        found = scores(nodes.averages(rows, cols), nodes.counts[rows], nodes.counts[cols], cut.beta)
        return found - math.cos(cut.angle)

    return near


def _by_nearest(cut: Cut) -> Nearness:
    def near(_: Nodes, rows: Ids, cols: Ids, cosines: NDArray[np.float32]) -> NDArray[np.float64]:
        return cosines.astype(np.float64) - math.cos(cut.angle)

    return near


def _housed(task: Task, labels: Ids, homes: dict[int, int]) -> Ids:
    final = np.array([homes.get(label, label) for label in range(int(labels.max(initial=-1)) + 1)], np.int64)
    homeless = (task.nodes.counts == 0) & ~task.settled & ~np.isin(labels, list(homes))
    return np.where(homeless, UNSORTED, final[labels] if len(labels) else labels)


def _numbered(labels: Ids) -> Ids:
    numbered = np.full(len(labels), UNSORTED, np.int64)
    sorted_ones = labels != UNSORTED
    numbered[sorted_ones] = dense(labels[sorted_ones])
    return numbered


def reordered(graph: Graph, order: Ids) -> Graph:
    """The same graph over rows taken in ``order``."""
    if np.array_equal(order, np.arange(len(order))):
        return graph
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    rows, cols = rank[graph.rows], rank[graph.cols]
    return Graph(np.minimum(rows, cols), np.maximum(rows, cols), graph.cosines, graph.mutual)
