from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.matching import neighbor_graph
from photoface.matching.neighbor_graph import build_graph, build_neighbors, extend_neighbors, graph_of, no_neighbors
from photoface.matching.stored_neighbors import from_flat, to_flat
from tests.matching.vectors import random_units


def test_each_face_knows_its_nearest_others() -> None:
    vectors = random_units(60, 8, 0)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -2)
    found = build_neighbors(vectors, 5)
    np.testing.assert_array_equal(found.positions, np.argsort(-cosines, axis=1)[:, :5])


def test_twins_are_neighbours_and_nobody_is_his_own() -> None:
    vectors = np.repeat(random_units(3, 8, 0), 20, axis=0)
    found = build_neighbors(vectors, 4)
    assert (found.positions != np.arange(60)[:, None]).all()
    np.testing.assert_array_equal(found.positions // 20, np.repeat(np.arange(3), 20)[:, None].repeat(4, axis=1))


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_few_faces(n: int) -> None:
    graph = build_graph(random_units(n, 4, 0), 40)
    assert len(graph.rows) == n * (n - 1) // 2
    assert graph.mutual.all()


def test_edges_are_there_once_and_know_whether_both_chose() -> None:
    vectors = random_units(80, 8, 3)
    lists = build_neighbors(vectors, 5)
    graph = graph_of(lists)
    chosen = {(i, j) for i, row in enumerate(lists.positions.tolist()) for j in row}
    edges = list(zip(graph.rows.tolist(), graph.cols.tolist(), strict=True))
    assert len(set(edges)) == len(edges) == len({(min(pair), max(pair)) for pair in chosen})
    assert all(i < j for i, j in edges)
    assert graph.mutual.tolist() == [(i, j) in chosen and (j, i) in chosen for i, j in edges]
    np.testing.assert_allclose(graph.cosines, (vectors[graph.rows] * vectors[graph.cols]).sum(axis=1), rtol=1e-5)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 90), st.integers(1, 12), st.integers(0, 10_000))
def test_extending_gives_what_building_gives(n: int, k: int, seed: int) -> None:
    vectors = random_units(n, 6, seed)
    fresh = np.random.default_rng(seed).random(n) < 0.3
    old = np.flatnonzero(~fresh)
    before = build_neighbors(vectors[old], k)
    lists = no_neighbors(n, before.positions.shape[1])
    lists.positions[old], lists.cosines[old] = old[before.positions], before.cosines
    extended, changed = extend_neighbors(lists, vectors, fresh, k)
    whole = build_neighbors(vectors, k)
    np.testing.assert_array_equal(extended.positions, whole.positions)
    assert changed[fresh].all()
    same = (extended.positions[:, : lists.positions.shape[1]] == lists.positions).all(axis=1)
    assert (changed | (same & (extended.positions.shape[1] == lists.positions.shape[1]))).all()


def test_a_face_that_comes_back_is_not_there_twice() -> None:
    vectors = random_units(50, 6, 0)
    whole = build_neighbors(vectors, 5)
    fresh = np.arange(50) == 7
    again, _ = extend_neighbors(whole, vectors, fresh, 5)
    assert all(len(set(row)) == 5 for row in again.positions.tolist())
    # A face that lost its 6th nearest when the 7th came back needs no other.
    np.testing.assert_array_equal(again.positions, whole.positions)


def test_many_faces_go_through_hnsw(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = random_units(300, 8, 0)
    exact = build_neighbors(vectors, 10)
    monkeypatch.setattr(neighbor_graph, "HNSW_FROM", 100)
    found = build_neighbors(vectors, 10)
    common = [len(set(a) & set(b)) for a, b in zip(exact.positions.tolist(), found.positions.tolist(), strict=True)]
    assert np.mean(common) > 9.5


@pytest.mark.parametrize("least", [-1.0, 0.2])
def test_a_part_of_the_graph_is_the_graph_without_the_rest(least: float) -> None:
    vectors = random_units(80, 8, 3)
    lists, touching = build_neighbors(vectors, 5), np.arange(80) % 7 == 0
    whole, part = graph_of(lists), graph_of(lists, least, touching)
    kept = (touching[whole.rows] | touching[whole.cols]) & (whole.cosines >= least)
    for name in ("rows", "cols", "cosines", "mutual"):
        np.testing.assert_array_equal(getattr(part, name), getattr(whole, name)[kept])


def test_a_list_that_lost_a_face_knows_how_near_its_last_one_was() -> None:
    vectors = random_units(60, 6, 0)
    whole, fresh = build_neighbors(vectors, 5), np.arange(60) == 59
    # Of a library in which face 10 was put aside, and then 59 arrived.
    ids = np.delete(np.arange(60), 10)
    before = build_neighbors(vectors[:59], 5)
    lists, _ = from_flat(ids, to_flat(np.arange(59), before, np.ones(59, bool)), 5)
    extended, changed = extend_neighbors(lists, vectors[ids], ids == 59, 5)
    for row, face in enumerate(ids.tolist()):
        stored = [i for i in before.positions[face].tolist() if i != 10] if face != 59 else []
        found = ids[extended.positions[row][extended.positions[row] >= 0]].tolist()
        nearest = [i for i in whole.positions[face].tolist() if i != 10]
        assert found[: len(nearest)] == nearest
        assert set(found) <= {*stored, *nearest, 59} or face == 59
    assert not changed.all()
    assert fresh[59]


def test_lists_that_are_short_take_in_who_is_near_and_nobody_else() -> None:
    """Lists that lost a face are stored as they are. When others arrive, these lists must not be offered everybody."""
    vectors, ids = random_units(60, 6, 0), np.arange(60)
    faces, _, others, radians = to_flat(ids, build_neighbors(vectors, 5), np.ones(60, bool))
    kept = np.arange(300) % 5 != 2
    lists, known = from_flat(ids, (faces, np.full(60, 4), others[kept], radians[kept]), 5)
    assert known.all()
    np.testing.assert_allclose(lists.floors, np.cos(radians[4::5]), atol=1e-6)
    extended, changed = extend_neighbors(lists, vectors, ids == 59, 5)
    nearer = vectors @ vectors[59] > lists.floors + 1e-4
    had = (lists.positions == 59).any(axis=1)
    assert changed[~nearer & ~had & (ids < 59)].sum() == 0
    assert (extended.positions[nearer & (ids < 59)] == 59).any(axis=1).all()


def test_stored_and_read_again() -> None:
    vectors, ids = random_units(30, 6, 0), np.arange(30, dtype=np.int64) * 3 + 5
    lists = build_neighbors(vectors, 4)
    read, known = from_flat(ids, to_flat(ids, lists, np.ones(30, bool)), 4)
    assert known.all()
    np.testing.assert_array_equal(read.positions, lists.positions)
    np.testing.assert_allclose(read.cosines, lists.cosines, atol=1e-6)


@pytest.mark.parametrize("far", [1000, 10**12])
def test_faces_that_are_gone_are_left_out_and_new_ones_have_no_list(far: int) -> None:
    vectors, ids = random_units(30, 6, 0), np.arange(30, dtype=np.int64) * 3
    stored = to_flat(ids, build_neighbors(vectors, 4), np.ones(30, bool))
    present = np.append(ids[5:], far)
    read, known = from_flat(present, stored, 4)
    assert known.tolist() == [True] * 25 + [False]
    for row in range(25):
        wanted = [i for i in stored[2][4 * (row + 5) : 4 * (row + 6)].tolist() if i >= 15]
        assert present[read.positions[row][read.positions[row] >= 0]].tolist() == wanted


def test_the_order_in_which_lists_come_does_not_matter() -> None:
    vectors, ids = random_units(30, 6, 0), np.arange(30, dtype=np.int64) * 3 + 5
    lists, some = build_neighbors(vectors, 4), np.arange(30) % 3 > 0
    faces, sizes, others, radians = to_flat(ids, lists, some)
    assert sorted(set(faces.tolist())) == ids[some].tolist()
    order = np.argsort(faces % 7, kind="stable")
    shuffled = (np.repeat(order, sizes[order]) * 4).reshape(-1, 4) + np.arange(4)
    read, known = from_flat(ids, (faces[order], sizes[order], others[shuffled.ravel()], radians[shuffled.ravel()]), 4)
    np.testing.assert_array_equal(known, some)
    np.testing.assert_array_equal(read.positions[some], lists.positions[some])
    assert (read.positions[~some] == -1).all()


@pytest.mark.parametrize("present", [0, 1])
def test_a_library_that_lost_its_faces(present: int) -> None:
    ids = np.arange(30, dtype=np.int64)
    stored = to_flat(ids, build_neighbors(random_units(30, 6, 0), 4), np.ones(30, bool))
    read, known = from_flat(ids[:present], stored, 4)
    assert read.positions.shape == (present, 4)
    assert not known.any()
