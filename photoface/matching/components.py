"""Connected components that respect decisions: where one would be broken, edges join one at a time."""

from __future__ import annotations

import numpy as np

from photoface.matching.arrays import Ids, Mask
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.disjoint_sets import DisjointSets
from photoface.matching.nodes import Edges, dense


def allowed_components(size: int, edges: Edges, state: ConstraintState) -> Ids:
    """The component of each node, int64 [size], numbered by first appearance.

    Nodes that nothing keeps from any of their component join at once. The edges of the others follow, nearest first,
    where nothing keeps the two sides apart: so a face in a mirror finds its person whole, and is left out itself.
    """
    clashing = np.zeros(size, bool)
    clashing[state.clashing(_components(size, edges))] = True
    return _completed(size, edges, clashing[edges.rows] | clashing[edges.cols], state)


def ordered_components(size: int, edges: Edges, state: ConstraintState) -> Ids:
    """The same by joining edge after edge, nearest first, where nothing keeps the two sides apart.

    Only components inside which a decision would be broken are really done so; a chain of faces that welds two crowds
    is cut there at its weakest edges.
    """
    labels = _components(size, edges)
    clashing = np.unique(labels[state.clashing(labels)])
    return _completed(size, edges, np.isin(labels[edges.rows], clashing), state)


def _completed(size: int, edges: Edges, late: Mask, state: ConstraintState) -> Ids:
    """Components by all edges but the late ones, which join what they may one by one."""
    labels = _components(size, edges.chosen(~late))
    if late.any():
        labels = _joined_one_by_one(labels, edges.chosen(late), state.grouped(labels))[labels]
    return dense(labels)


def _components(size: int, edges: Edges) -> Ids:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(edges.rows), np.int8)
    graph = coo_array((ones, (edges.rows, edges.cols)), shape=(size, size))
    labels: Ids = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels


def _joined_one_by_one(labels: Ids, edges: Edges, groups: ConstraintState) -> Ids:
    """For each label the least one that it is joined with. groups: the state of the labels, which is merged."""
    sets = DisjointSets()
    order = np.lexsort((edges.cols, edges.rows, -edges.cosines))
    ends = labels[edges.rows[order]].tolist(), labels[edges.cols[order]].tolist()
    for a, b in zip(*ends, strict=True):
        first, second = sets.find(a), sets.find(b)
        if first != second and not groups.blocked(first, second):
            groups.merge(first, second, sets.join(first, second))
    return np.array([sets.find(label) for label in range(int(labels.max(initial=-1)) + 1)], np.int64)
