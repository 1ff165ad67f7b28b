"""The second pass of average linkage: what stands out of its surroundings joins."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import CrowdCut, CrowdTable, Cut, CutTable
from photoface.matching.clustering import UNSORTED, cluster
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.crowds import Surroundings, crowds, least_cosine, link_in_crowds
from photoface.matching.joining import join_new
from photoface.matching.neighbor_graph import build_graph
from photoface.matching.nodes import edges_of, nodes_of

STRICT = Cut(0.3)
WIDE = Cut(0.3, crowd=CrowdCut(angle=0.6, weight=0.8, least=0.5))


def alone_and_crowded() -> NDArray[np.float32]:
    """Two pairs of faces .5 rad apart: rows 0 and 1 with nobody near, rows 2 and 3 among twelve at .68 rad."""
    axes = np.eye(16)

    def pair(a: int, b: int) -> list[NDArray[np.float64]]:
        return [axes[a], math.cos(0.5) * axes[a] + math.sin(0.5) * axes[b]]

    between = math.cos(0.25) * axes[2] + math.sin(0.25) * axes[3]
    strangers = [0.8 * between + 0.6 * axes[each] for each in range(4, 16)]
    return np.array([*pair(0, 1), *pair(2, 3), *strangers], np.float32)


def labels_of(vectors: NDArray[np.float32], cut: Cut, constraints: Constraints | None = None) -> NDArray[np.int64]:
    n = len(vectors)
    args = np.arange(n), vectors, np.ones(n, bool), build_graph(vectors), constraints or Constraints()
    return cluster(*args, "average", cut)


def test_a_pair_that_stands_out_joins_and_one_in_a_crowd_does_not() -> None:
    vectors = alone_and_crowded()
    strict, wide, generous = (labels_of(vectors, cut) for cut in (STRICT, WIDE, Cut(0.6)))
    assert strict[0] != strict[1]
    assert wide[0] == wide[1]
    assert generous[2] == generous[3]
    assert wide[2] != wide[3]


def test_without_weight_the_second_pass_is_a_wider_cut() -> None:
    vectors = alone_and_crowded()
    flat = labels_of(vectors, Cut(0.3, crowd=CrowdCut(0.5001, 0.0, -1.0)))
    assert (flat[0] == flat[1], flat[2] == flat[3]) == (True, True)


def test_what_was_told_apart_stays_apart() -> None:
    marks = {0: frozenset({("photo", 1)}), 1: frozenset({("photo", 1)})}
    labels = labels_of(alone_and_crowded(), WIDE, Constraints(marks=marks, bans=marks))
    assert labels[0] != labels[1]


def test_a_crowd_is_the_mean_of_the_third_to_the_twelfth_nearest() -> None:
    cosines = np.array([0.9, 0.8, 0.7, 0.65, 0.4], np.float32)
    vectors = np.zeros((6, 6), np.float32)
    vectors[0, 0] = 1
    vectors[np.arange(1, 6), 0], vectors[np.arange(1, 6), np.arange(1, 6)] = cosines, np.sqrt(1 - cosines**2)
    nodes = nodes_of(vectors, np.arange(6), np.ones(6, bool), 6)
    edges = edges_of(np.zeros(5, np.int64), np.arange(1, 6), cosines, np.ones(5, bool))
    found = crowds(nodes, edges, 0.6)
    assert found[0] == pytest.approx(0.6 + (0.1 + 0.05) / 10)  # .4 and seven that are not there count as .6
    assert found[1:] == pytest.approx([0.6] * 5)


def test_nobody_at_all() -> None:
    nodes = nodes_of(np.empty((0, 4), np.float32), np.empty(0, np.int64), np.empty(0, bool), 0)
    none = edges_of(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, bool))
    assert link_in_crowds(nodes, none, ConstraintState(), WIDE, np.empty(0, np.int64)).shape == (0,)


def test_a_new_face_sees_the_crowd_of_the_whole_library() -> None:
    """Alone with the two it would join; the strangers around them are no part of what is worked on."""
    vectors = alone_and_crowded()
    n = len(vectors)
    args = np.arange(n), vectors, np.ones(n, bool), build_graph(vectors), Constraints(), "average", WIDE
    for new, old in ((1, 0), (3, 2)):
        labels = np.arange(n)
        labels[new] = UNSORTED
        assert (join_new(*args, labels)[new] == old) == (new == 1)


def test_surroundings_are_those_of_the_whole_library() -> None:
    vectors = alone_and_crowded()
    n, graph = len(vectors), build_graph(vectors)
    node = np.arange(n)
    whole = nodes_of(vectors, node, np.ones(n, bool), n)
    edges = edges_of(graph.rows.astype(np.int64), graph.cols.astype(np.int64), graph.cosines, graph.mutual)
    work = np.array([2, 3])
    around = Surroundings.of(graph, np.isin(node, work), (vectors, node >= 0, node), (work, np.arange(2)), WIDE)
    assert around.crowds(np.arange(2), 0.5) == pytest.approx(crowds(whole, edges, 0.5)[work])


def test_which_edges_can_matter() -> None:
    assert least_cosine(STRICT) == pytest.approx(math.cos(0.3))
    assert least_cosine(WIDE) == pytest.approx(0.5)
    assert least_cosine(Cut(0.3, crowd=CrowdCut(1.2, 0.5, 0.5))) == pytest.approx(math.cos(1.2))


def test_a_table_gives_the_cut_of_both_passes() -> None:
    rows = ((0.01, 1.0), (0.1, 1.2))
    table = CutTable(rows, 0.1, 1000, CrowdTable(((0.01, 1.3), (0.1, 1.4)), 0.7, 0.2))
    assert table.at(0.01) == Cut(1.0, 0.1, CrowdCut(1.3, 0.7, 0.2))
    # Fewer faces are fewer strangers to the first pass; to the second, crowds tell.
    assert table.at(0.01, 250).angle > 1.0
    assert table.at(0.01, 250).crowd == table.at(0.01).crowd
    assert table.at(0.01).reach == 1.3
