from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import DBSCAN

from photoface.domain.similarity import Cut, unit
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.dbscan import link_dense
from photoface.matching.neighbor_graph import build_graph
from photoface.matching.nodes import Nodes, edges_of
from tests.matching.vectors import partition, people, random_units


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 60), st.integers(1, 10), st.integers(0, 10_000), st.floats(0.2, 1.4), st.integers(2, 4))
def test_without_decisions_it_is_dbscan(n: int, persons: int, seed: int, angle: float, min_samples: int) -> None:
    vectors, _ = people(n, persons, seed, spread=0.8)
    angles = np.arccos(np.clip(vectors.astype(float) @ vectors.T.astype(float), -1, 1))
    np.fill_diagonal(angles, 0)
    judge = DBSCAN(eps=angle, min_samples=min_samples, metric="precomputed").fit(angles)
    graph = build_graph(vectors, n)
    nodes = Nodes(vectors, np.ones(n, np.int64))
    edges = edges_of(graph.rows, graph.cols, graph.cosines, graph.mutual)
    labels = link_dense(nodes, edges, ConstraintState(), Cut(angle), min_samples)
    core = np.isin(np.arange(n), judge.core_sample_indices_)
    assert partition(labels[core]) == partition(judge.labels_[core])
    # Border points may go to any of their cores: ours go to the nearest. Noise is alone.
    noise = judge.labels_ < 0
    assert all((labels == labels[i]).sum() == 1 for i in np.flatnonzero(noise))
    for i in np.flatnonzero(~core & ~noise):
        nearest = np.where(core, angles[i], np.inf).argmin()
        assert labels[i] == labels[nearest]


def test_faces_between_two_crowds_do_not_weld_them() -> None:
    """A crowd's faces have each other for neighbours; who stands between is within the cut of both, and in no list."""
    rng = np.random.default_rng(0)
    centres = np.eye(8, dtype=np.float32)[:2]
    crowds = [unit(centre + 0.12 * rng.standard_normal((60, 8)).astype(np.float32)) for centre in centres]
    between = unit(np.linspace(centres[0], centres[1], 5)[1:-1].astype(np.float32))
    vectors = np.concatenate([*crowds, between])
    nodes = Nodes(vectors, np.ones(len(vectors), np.int64))
    labels = {}
    for k in (8, len(vectors)):
        graph = build_graph(vectors, k)
        edges = edges_of(graph.rows, graph.cols, graph.cosines, graph.mutual)
        labels[k] = link_dense(nodes, edges, ConstraintState(), Cut(0.55))
    assert labels[len(vectors)][0] == labels[len(vectors)][60]  # scikit-learn's DBSCAN welds them
    assert len(set(labels[8][:60].tolist())) == len(set(labels[8][60:120].tolist())) == 1
    assert labels[8][0] != labels[8][60]


def test_a_person_put_together_by_hand_takes_in_who_is_near() -> None:
    graph = build_graph(random_units(4, 3, 0), 3)
    edges = edges_of(graph.rows[:1], graph.cols[:1], np.array([0.9], np.float32), np.zeros(1, bool))
    alone, several = (Nodes(np.ones((4, 3), np.float32), np.array([1, faces, 1, 1])) for faces in (1, 3))
    assert len(set(link_dense(alone, edges, ConstraintState(), Cut(0.6)).tolist())) == 4
    assert len(set(link_dense(several, edges, ConstraintState(), Cut(0.6)).tolist())) == 3
