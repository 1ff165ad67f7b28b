"""One run of clustering, laid out: faces become nodes, the graph becomes edges between nodes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids, Mask, Vectors
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.contradictions import must_groups
from photoface.matching.crowds import Surroundings, least_cosine
from photoface.matching.neighbor_graph import Graph
from photoface.matching.nodes import Edges, Nodes, dense, edges_of, nodes_of


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """What is known of n faces: vectors float32 [n, d]; founding bool [n]; node_of int64 [n], without gaps;
    settled bool [n]: decided about, so never left unsorted; state: decisions by face."""

    vectors: Vectors
    founding: Mask
    node_of: Ids
    settled: Mask
    state: ConstraintState


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """node_of int64 [n]: node of each face. A node with a founding face founds, any other is a guest.

    nodes: sums and counts of founding faces, 0 for guests; guests: the same of the guests' faces, 0 for founding nodes.
    state: decisions by node; settled bool [c]: decided about, so never left unsorted.
    edges: between founding nodes, those that can matter; invitations: rows are guests, cols founding nodes, within the
    cut. surroundings: who else is near, where ``edges`` shows only a part.
    """

    node_of: Ids
    nodes: Nodes
    guests: Nodes
    state: ConstraintState
    settled: Mask
    edges: Edges
    invitations: Edges
    surroundings: Surroundings | None = None


def lay_out(faces: Faces, graph: Graph, cut: Cut, surroundings: Surroundings | None = None) -> Task:
    """The task that these faces are; graph: over their rows."""
    node_of = faces.node_of
    size = int(node_of.max()) + 1 if len(node_of) else 0
    nodes = nodes_of(faces.vectors, node_of, faces.founding, size)
    visiting = nodes.counts[node_of] == 0
    guests = nodes_of(faces.vectors, node_of, visiting, size)
    settled = np.zeros(size, bool)
    settled[node_of[faces.settled]] = True
    edges, invitations = _between_nodes(graph, faces, visiting, cut)
    return Task(node_of, nodes, guests, faces.state.grouped(node_of), settled, edges, invitations, surroundings)


def nodes_of_must(face_ids: Ids, constraints: Constraints) -> Ids:
    """The node of each face, faces that must be together having one; face ids rise."""
    node_of = np.arange(len(face_ids), dtype=np.int64)
    at, group = bound_faces(face_ids, constraints)
    least = np.full(int(group.max(initial=-1)) + 1, len(face_ids))
    np.minimum.at(least, group, at)
    node_of[at] = least[group]
    return dense(node_of)


def bound_faces(face_ids: Ids, constraints: Constraints) -> tuple[Ids, Ids]:
    """Rows of faces that must be with others, and the number of the group that holds each; face ids rise.

    Groups come one after the other.
    """
    groups = must_groups(constraints)
    wanted = np.array([face_id for group in groups for face_id in group], np.int64)
    numbers = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    at = np.minimum(np.searchsorted(face_ids, wanted), len(face_ids) - 1)
    there = face_ids[at] == wanted if len(face_ids) else np.zeros(len(wanted), bool)
    return at[there], numbers[there]


def settled_faces(face_ids: Ids, node_of: Ids, constraints: Constraints) -> Mask:
    """Faces that a human named or put together with others: bool [n]."""
    together = np.bincount(node_of)[node_of] > 1 if len(node_of) else np.zeros(0, bool)
    owned: Mask = np.isin(face_ids, np.fromiter(constraints.owner, np.int64, len(constraints.owner)))
    return together | owned


def _between_nodes(graph: Graph, faces: Faces, visiting: Mask, cut: Cut) -> tuple[Edges, Edges]:
    near = graph.cosines >= least_cosine(cut)
    rows, cols = graph.rows[near].astype(np.int64), graph.cols[near].astype(np.int64)
    cosines, mutual = graph.cosines[near], graph.mutual[near]
    both = faces.founding[rows] & faces.founding[cols]
    edges = edges_of(faces.node_of[rows[both]], faces.node_of[cols[both]], cosines[both], mutual[both])
    # An invitation goes either way along an edge of the graph.
    some = np.flatnonzero((visiting[rows] | visiting[cols]) & (cosines >= math.cos(cut.angle)))
    rows, cols = rows[some], cols[some]
    guest, host = np.concatenate([rows, cols]), np.concatenate([cols, rows])
    invited = visiting[guest] & faces.founding[host]
    ends = faces.node_of[guest[invited]], faces.node_of[host[invited]]
    return edges, Edges(*ends, np.tile(cosines[some], 2)[invited], np.tile(mutual[some], 2)[invited])
