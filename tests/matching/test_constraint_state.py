from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.ledger import Constraints
from photoface.matching.constraint_state import ConstraintState
from tests.matching.strategies import Library, forbidden, libraries


@settings(max_examples=150, deadline=None)
@given(libraries(), st.integers(0, 1000))
def test_many_pairs_at_once_are_blocked_as_one_by_one(library: Library, seed: int) -> None:
    rng, n = np.random.default_rng(seed), len(library.ids)
    state = ConstraintState.of_faces(library.ids, library.constraints).grouped(rng.integers(0, max(1, n - 2), n))
    nodes = rng.permutation(n)[: 2 * (n // 2)].reshape(2, -1)
    wanted = [state.blocked(a, b) for a, b in zip(*nodes.tolist(), strict=True)]
    assert state.blocked_pairs(*nodes).tolist() == wanted


@settings(max_examples=100, deadline=None)
@given(libraries(), st.integers(0, 1000))
def test_merging_one_by_one_is_grouping(library: Library, seed: int) -> None:
    n = len(library.ids)
    state, labels = ConstraintState.of_faces(library.ids, library.constraints), np.arange(n)
    merged = state.copy()
    for a, b in np.random.default_rng(seed).permutation(n)[: 2 * (n // 3)].reshape(-1, 2).tolist():
        merged.merge(a, b, a)
        labels[b] = a
    grouped, again = state.grouped(labels), merged.copy()
    left = np.unique(labels).tolist()
    for a, b in pairwise(left):
        assert merged.blocked(a, b) == grouped.blocked(a, b) == again.blocked(a, b)
        members = (library.ids[labels == each].tolist() for each in (a, b))
        first, second = members
        assert merged.blocked(a, b) == any(forbidden(library.constraints, x, y) for x in first for y in second)


def test_locked_nodes_are_apart_from_each_other_only() -> None:
    state = ConstraintState.of_faces(np.arange(4), Constraints())
    state.lock([0, 2])
    assert [state.blocked(*pair) for pair in ((0, 2), (0, 1), (1, 3))] == [True, False, False]
    assert state.blocked_pairs(np.array([0, 1]), np.array([2, 3])).tolist() == [True, False]
