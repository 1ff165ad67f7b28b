"""New faces find their place while everything that is grouped already stays as it is."""

from __future__ import annotations

import math

import numpy as np

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids, Mask, Vectors
from photoface.matching.clustering import UNSORTED, reordered, solve
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.crowds import Surroundings
from photoface.matching.neighbor_graph import Graph
from photoface.matching.nodes import dense
from photoface.matching.task import Faces, bound_faces, lay_out, settled_faces


def join_new(  # noqa: PLR0913, PLR0917
    face_ids: Ids,
    vectors: Vectors,
    founding: Mask,
    graph: Graph,
    constraints: Constraints,
    algorithm: str,
    cut: Cut,
    labels: Ids,
) -> Ids:
    """Labels int64 [n] in which every face has its old one, and those that were UNSORTED have found a place or not.

    labels: int64 [n], clusters >= 0 as they stand, UNSORTED for faces to be placed. Other arguments as in ``cluster``.
    Clusters that exist never join each other and lose nobody. New ones are numbered from the greatest label on.
    A new face that must be with faces of two clusters goes to the one that holds more of its group.
    """
    if (face_ids[1:] < face_ids[:-1]).any():
        order = np.argsort(face_ids, kind="stable")
        everybody = face_ids[order], vectors[order], founding[order], reordered(graph, order)
        final = np.empty_like(labels)
        final[order] = join_new(*everybody, constraints, algorithm, cut, labels[order])
        return final
    bound = bound_faces(face_ids, constraints)
    work = _reached(graph, labels, bound, cut)
    ids, old = face_ids[work], labels[work]
    node_of = _nodes(work, labels, bound)
    state = ConstraintState.of_faces(ids, constraints)
    state.lock(np.flatnonzero(old != UNSORTED).tolist())
    settled = (old != UNSORTED) | settled_faces(ids, node_of, constraints)
    faces = Faces(vectors[work], founding[work], node_of, settled, state)
    around = _around(graph, work, node_of, (vectors, founding, labels), cut)
    task = lay_out(faces, _restricted(graph, work, labels == UNSORTED), cut, around)
    final = labels.copy()
    final[work] = _named(solve(task, algorithm, cut)[node_of], old, int(labels.max(initial=-1)))
    return final


def _around(
    graph: Graph, work: Ids, node_of: Ids, everybody: tuple[Vectors, Mask, Ids], cut: Cut
) -> Surroundings | None:
    """Who is near the nodes of ``work``: every face of the library, clusters as they stand. None: nobody asks."""
    if cut.crowd is None:
        return None
    vectors, founding, labels = everybody
    node = np.arange(len(labels)) + int(labels.max(initial=-1)) + int(node_of.max(initial=0)) + 2
    node = dense(np.where(labels == UNSORTED, node, labels))
    inside = np.zeros(len(labels), bool)
    inside[work] = True
    return Surroundings.of(graph, inside, (vectors, founding, node), (work, node_of), cut)


def _reached(graph: Graph, labels: Ids, bound: tuple[Ids, Ids], cut: Cut) -> Ids:
    """Rows of new faces and of the clusters that are near them or bound to them, rising."""
    new = labels == UNSORTED
    near = (graph.cosines >= math.cos(cut.reach)) & (new[graph.rows] | new[graph.cols])
    touched = np.zeros(len(new), bool)
    touched[graph.rows[near]] = touched[graph.cols[near]] = True
    at, group = bound
    touched[at] |= np.isin(group, group[new[at]])
    return np.flatnonzero(new | np.isin(labels, np.unique(labels[touched & ~new])))


def _restricted(graph: Graph, work: Ids, new: Mask) -> Graph:
    """The graph over the rows in ``work``, without edges between faces that have their place."""
    place = np.full(len(new), -1, np.int32)
    place[work] = np.arange(len(work), dtype=np.int32)
    rows, cols = place[graph.rows], place[graph.cols]
    kept = (rows >= 0) & (cols >= 0) & (new[graph.rows] | new[graph.cols])
    return Graph(rows[kept], cols[kept], graph.cosines[kept], graph.mutual[kept])


def _nodes(work: Ids, labels: Ids, bound: tuple[Ids, Ids]) -> Ids:
    """The node of each face in ``work``: one per cluster that exists, and per group of new faces held together."""
    new = labels == UNSORTED
    node = np.where(new, np.arange(len(labels)) + int(labels.max(initial=-1)) + 1, labels)
    at, group = bound
    concerned = np.isin(group, group[new[at]])
    at, group = at[concerned], group[concerned]
    for rows in np.split(at, np.flatnonzero(np.diff(group)) + 1) if len(at) else []:
        fresh = rows[new[rows]]
        node[fresh] = _largest(labels[rows], int(node[fresh].min()))
    return dense(node[work])


def _largest(labels: Ids, otherwise: int) -> int:
    existing, times = np.unique(labels[labels != UNSORTED], return_counts=True)
    return int(existing[times.argmax()]) if len(existing) else otherwise


def _named(clusters: Ids, old: Ids, last: int) -> Ids:
    """Old labels where a cluster holds faces that had one; new ones above ``last`` by first appearance."""
    names = {int(cluster): int(label) for cluster, label in zip(clusters, old, strict=True) if label != UNSORTED}
    names[UNSORTED] = UNSORTED
    for cluster in clusters.tolist():
        if cluster not in names:
            last += 1
            names[cluster] = last
    return np.array([names[cluster] for cluster in clusters.tolist()], np.int64)
