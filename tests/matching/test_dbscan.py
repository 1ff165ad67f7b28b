from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import DBSCAN

from photoface.domain.similarity import Cut
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.dbscan import link_dense
from photoface.matching.neighbor_graph import build_graph
from photoface.matching.nodes import Nodes, edges_of
from tests.matching.vectors import partition, people


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
