from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.cluster import AgglomerativeClustering

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut
from photoface.matching.average_linkage import link, link_twice
from photoface.matching.clustering import cluster
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.neighbor_graph import build_graph
from photoface.matching.nodes import Edges, Nodes, edges_of
from tests.matching.strategies import Library, forbidden, libraries
from tests.matching.vectors import partition, people, random_units


def whole(vectors: NDArray[np.float32], k: int | None = None) -> tuple[Nodes, Edges]:
    """Every face a node, every pair (or the k nearest) an edge."""
    graph = build_graph(vectors, len(vectors) if k is None else k)
    nodes = Nodes(vectors, np.ones(len(vectors), np.int64))
    return nodes, edges_of(graph.rows, graph.cols, graph.cosines, graph.mutual)


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 60), st.integers(1, 10), st.integers(0, 10_000), st.floats(0.1, 2.2))
def test_on_the_whole_graph_it_is_average_linkage(n: int, persons: int, seed: int, angle: float) -> None:
    vectors, _ = people(n, persons, seed, spread=0.9)
    judge = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - math.cos(angle)
    )
    wanted = judge.fit(1 - vectors.astype(float) @ vectors.T.astype(float)).labels_
    assert partition(link(*whole(vectors), ConstraintState(), Cut(angle), safe=0)) == partition(wanted)


def greedy(library: Library) -> frozenset[frozenset[int]]:
    """The rule, done slowly: of all pairs of clusters that may join, the best joins first."""
    groups = [{i} for i in range(len(library.ids))]
    while best := max(candidates(library, groups), default=None):
        _, a, b = best
        groups = [group for group in groups if group not in (a, b)] + [a | b]
    return frozenset(frozenset(group) for group in groups)


def candidates(library: Library, groups: list[set[int]]) -> list[tuple[float, set[int], set[int]]]:
    found = []
    for i, a in enumerate(groups):
        for b in groups[i + 1 :]:
            average = np.mean([[library.vectors[x].astype(float) @ library.vectors[y] for x in a] for y in b])
            score = average - library.cut.beta * math.sqrt((len(a) + len(b)) / (2 * len(a) * len(b)))
            ids = [(int(library.ids[x]), int(library.ids[y])) for x in a for y in b]
            if score >= math.cos(library.cut.angle) and not any(forbidden(library.constraints, *pair) for pair in ids):
                found.append((score, a, b))
    return found


@settings(max_examples=50, deadline=None)
@given(libraries())
def test_under_decisions_the_best_allowed_pair_joins_first(library: Library) -> None:
    library = dataclasses.replace(library.taken(np.arange(min(len(library.ids), 14))), cut=Cut(library.cut.angle))
    assert linked(library) == greedy(library)


@settings(max_examples=50, deadline=None)
@given(libraries())
def test_in_the_end_nothing_that_may_join_is_within_the_cut(library: Library) -> None:
    library = library.taken(np.arange(min(len(library.ids), 20)))
    assert not candidates(library, [set(group) for group in linked(library)])


def linked(library: Library) -> frozenset[frozenset[int]]:
    state = ConstraintState.of_faces(library.ids, library.constraints)
    return partition(link(*whole(library.vectors), state, library.cut, safe=0))


def test_contraction_of_safe_edges_changes_nothing_here() -> None:
    vectors, _ = people(400, 60, 5, d=32, spread=0.7)
    nodes, edges = whole(vectors, 20)
    slow = link(nodes, edges, ConstraintState(), Cut(1.0), safe=0)
    fast = link(nodes, edges, ConstraintState(), Cut(1.0))
    assert partition(slow) == partition(fast)


def test_small_clusters_have_to_be_more_alike() -> None:
    angle = 1.0
    pair = np.array([[1, 0], [math.cos(0.9), math.sin(0.9)]], np.float32)
    nodes, edges = whole(pair)
    assert len(set(link(nodes, edges, ConstraintState(), Cut(angle, 0.0)))) == 1
    assert len(set(link(nodes, edges, ConstraintState(), Cut(angle, 0.2)))) == 2
    many = np.repeat(pair, 30, axis=0)
    nodes, edges = whole(many)
    assert len(set(link(nodes, edges, ConstraintState(), Cut(angle, 0.2)))) == 1


def test_two_sides_of_one_person_meet_by_their_centroids() -> None:
    # More faces on each side than neighbours are kept: the graph shows no edge between them.
    sides = np.array([[1, 0.3, 0], [1, -0.3, 0]], np.float32)
    rng = np.random.default_rng(0)
    vectors = np.repeat(sides, 50, axis=0) + rng.normal(size=(100, 3)).astype(np.float32) * 0.01
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    nodes, edges = whole(vectors, 10)
    assert len(set(link(nodes, edges, ConstraintState(), Cut(0.9)).tolist())) > 1
    assert len(set(link_twice(nodes, edges, ConstraintState(), Cut(0.9)).tolist())) == 1


@pytest.mark.parametrize("n", [0, 1])
def test_nothing_to_link(n: int) -> None:
    assert link(*whole(random_units(n, 4, 0)), ConstraintState(), Cut(1.0)).tolist() == [0] * n


def test_a_person_with_many_photos_is_one_cluster() -> None:
    vectors, who = people(1200, 4, 8, d=64, spread=0.7)
    ids = np.arange(1200, dtype=np.int64)
    labels = cluster(ids, vectors, np.ones(1200, bool), build_graph(vectors, 40), Constraints(), "average", Cut(1.1))
    assert partition(labels) == partition(who)
