from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from photoface.matching.components import allowed_components, ordered_components
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.nodes import Edges, edges_of
from tests.matching.strategies import Library, forbidden, libraries
from tests.matching.vectors import partition


def graph(library: Library) -> Edges:
    """Edges within the library's cut."""
    edges = library.graph
    near = edges.cosines >= np.cos(library.cut.angle)
    return edges_of(edges.rows[near], edges.cols[near], edges.cosines[near], edges.mutual[near])


def one_by_one(library: Library) -> NDArray[np.int64]:
    """The rule, done plainly: edge after edge, nearest first, unless two of the faces are kept apart."""
    labels, edges, ids = np.arange(len(library.ids)), graph(library), library.ids.tolist()
    for i in np.lexsort((edges.cols, edges.rows, -edges.cosines)).tolist():
        a, b = labels[edges.rows[i]], labels[edges.cols[i]]
        sides = [np.flatnonzero(labels == side).tolist() for side in (a, b)]
        if not any(forbidden(library.constraints, ids[x], ids[y]) for x in sides[0] for y in sides[1]):
            labels[labels == b] = a
    return labels


@settings(max_examples=80, deadline=None)
@given(libraries())
def test_ordered_components_join_edge_after_edge(library: Library) -> None:
    state = ConstraintState.of_faces(library.ids, library.constraints)
    found = ordered_components(len(library.ids), graph(library), state)
    assert partition(found) == partition(one_by_one(library))


@settings(max_examples=80, deadline=None)
@given(libraries())
def test_allowed_components_keep_apart_and_leave_no_edge_unused(library: Library) -> None:
    state, edges = ConstraintState.of_faces(library.ids, library.constraints), graph(library)
    labels = allowed_components(len(library.ids), edges, state)
    groups = state.grouped(labels)
    assert not len(state.clashing(labels))
    for a, b in zip(labels[edges.rows].tolist(), labels[edges.cols].tolist(), strict=True):
        assert a == b or groups.blocked(a, b)


@pytest.mark.parametrize("components", [allowed_components, ordered_components])
def test_without_decisions_they_are_connected_components(components: object) -> None:
    edges = edges_of(np.array([0, 1, 4]), np.array([1, 2, 3]), np.ones(3, np.float32), np.ones(3, bool))
    assert components(6, edges, ConstraintState()).tolist() == [0, 0, 0, 1, 1, 2]  # type: ignore[operator]
