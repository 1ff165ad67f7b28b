"""Connected components that respect decisions: where a component would break one, its edges join by nearness."""

from __future__ import annotations

import numpy as np

from photoface.matching.arrays import Ids
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.disjoint_sets import DisjointSets
from photoface.matching.nodes import Edges, dense


def allowed_components(size: int, edges: Edges, state: ConstraintState) -> Ids:
    """The component of each node, int64 [size], numbered by first appearance.

    The same as joining edge by edge, nearest first, whenever nothing keeps the two apart; only components inside
    which a decision would be broken are really done so.
    """
    labels = _components(size, edges)
    clashing = np.isin(labels[edges.rows], state.clashing(labels))
    if clashing.any():
        inside = np.isin(labels, labels[edges.rows[clashing]])
        labels[inside] = _joined_one_by_one(np.flatnonzero(inside), edges.chosen(clashing), state) + size
    return dense(labels)


def _components(size: int, edges: Edges) -> Ids:
    from scipy.sparse import coo_array  # type: ignore[import-untyped]
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

    ones = np.ones(len(edges.rows), np.int8)
    graph = coo_array((ones, (edges.rows, edges.cols)), shape=(size, size))
    labels: Ids = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels


def _joined_one_by_one(nodes: Ids, edges: Edges, state: ConstraintState) -> Ids:
    """For each of ``nodes`` the least node that it is joined with."""
    sets = DisjointSets()
    groups = state.copy()
    order = np.lexsort((edges.cols, edges.rows, -edges.cosines))
    for a, b in zip(edges.rows[order].tolist(), edges.cols[order].tolist(), strict=True):
        first, second = sets.find(a), sets.find(b)
        if first != second and not groups.blocked(first, second):
            groups.merge(first, second, sets.join(first, second))
    return np.array([sets.find(node) for node in nodes.tolist()], np.int64)
