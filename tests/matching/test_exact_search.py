from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.matching import exact_search
from photoface.matching.exact_search import exact_neighbors, search_exactly
from photoface.matching.neighbor_lists import Neighbors, no_neighbors
from tests.matching.vectors import people, random_units


def by_hand(vectors: np.ndarray, k: int) -> np.ndarray:
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -2)
    return np.argsort(-cosines, axis=1, kind="stable")[:, :k]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 200), st.integers(1, 15), st.integers(0, 10_000))
def test_all_lists_at_once(n: int, k: int, seed: int) -> None:
    vectors = random_units(n, 6, seed)
    np.testing.assert_array_equal(exact_neighbors(vectors, k).positions, by_hand(vectors, min(k, n - 1)))


def test_floors_that_are_too_high_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    # The sample is all of one crowd: to its faces everybody else seems to be as near.
    vectors, _ = people(600, 2, 3, d=12, spread=0.4)
    monkeypatch.setattr(exact_search, "_SAMPLE", 30)
    monkeypatch.setattr(exact_search, "_MORE", 0)
    np.testing.assert_array_equal(exact_neighbors(vectors, 12).positions, by_hand(vectors, 12))


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = random_units(300, 12, 0)
    whole = exact_neighbors(vectors, 7)
    for name, value in (("_ROWS", 11), ("_COLS", 17), ("_CHUNK", 50), ("_AGAIN", 3)):
        monkeypatch.setattr(exact_search, name, value)
    np.testing.assert_array_equal(exact_neighbors(vectors, 7).positions, whole.positions)


def test_both_sides_learn_of_what_one_side_finds() -> None:
    vectors = random_units(200, 8, 1)
    whole, mended = by_hand(vectors, 9), np.arange(40, 60)
    lists = no_neighbors(200, 9)
    search_exactly(lists, vectors, mended)
    np.testing.assert_array_equal(lists.positions[mended], whole[mended])
    for row in set(range(200)) - set(mended.tolist()):
        nearest = mended[np.argsort(-(vectors[mended] @ vectors[row]))][:9]
        assert lists.positions[row].tolist() == nearest.tolist()


def test_approximate_lists_become_exact() -> None:
    vectors, _ = people(400, 30, 2)
    rng, whole = np.random.default_rng(0), by_hand(vectors, 12)
    positions = np.stack([rng.permutation(np.delete(np.arange(400), row))[:12] for row in range(400)])
    cosines = np.einsum("ijk,ik->ij", vectors[positions], vectors)
    order = np.argsort(-cosines, axis=1)
    lists = Neighbors(
        np.take_along_axis(positions, order, axis=1).astype(np.int32), np.take_along_axis(cosines, order, axis=1)
    )
    search_exactly(lists, vectors, np.arange(400))
    np.testing.assert_array_equal(lists.positions, whole)


def test_nobody_searches_nothing() -> None:
    lists = exact_neighbors(random_units(5, 4, 0), 3)
    before = lists.copy()
    search_exactly(lists, random_units(5, 4, 0), np.empty(0, np.int64))
    np.testing.assert_array_equal(lists.positions, before.positions)
    assert exact_neighbors(random_units(1, 4, 0), 3).positions.shape == (1, 0)
