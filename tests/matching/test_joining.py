from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import CrowdCut, Cut
from photoface.matching.clustering import ALGORITHMS, UNSORTED, cluster
from photoface.matching.contradictions import must_groups
from photoface.matching.joining import join_new
from photoface.matching.measures import bcubed
from photoface.matching.neighbor_graph import build_graph
from tests.matching.strategies import Library, forbidden, libraries
from tests.matching.vectors import people, random_units

EITHER = pytest.mark.parametrize("algorithm", ALGORITHMS)


@EITHER
@settings(max_examples=120, deadline=None)
@given(library=libraries(), seed=st.integers(0, 1000))
def test_what_is_grouped_stays_and_decisions_hold(algorithm: str, library: Library, seed: int) -> None:
    rng = np.random.default_rng(seed)
    args = library.ids, library.vectors, library.founding, library.graph, library.constraints, algorithm, library.cut
    before = cluster(*args)
    before[rng.random(len(before)) < 0.5] = UNSORTED
    after = join_new(*args, before)
    old = before != UNSORTED
    np.testing.assert_array_equal(after[old], before[old])
    assert (after[library.founding] != UNSORTED).all()
    group = {face: i for i, faces in enumerate(must_groups(library.constraints)) for face in faces}
    label = dict(zip(library.ids.tolist(), after.tolist(), strict=True))
    for a, b in combinations(label, 2):
        bound = a in group and group[a] == group.get(b)
        if forbidden(library.constraints, a, b) and not bound:
            assert label[a] != label[b] or label[a] == UNSORTED


@EITHER
def test_new_faces_join_their_people_or_found_new_ones(algorithm: str) -> None:
    vectors, who = people(300, 12, 3, d=48, spread=0.5)
    ids = np.arange(300, dtype=np.int64)
    new = (ids >= 200) | (who == 5)
    args = ids, vectors, np.ones(300, bool), build_graph(vectors), Constraints(), algorithm, Cut(0.9)
    labels = join_new(*args, np.where(new, UNSORTED, who))
    assert bcubed(who, labels).f == 1
    assert (labels[who != 5] == who[who != 5]).all()
    assert set(labels[who == 5].tolist()) == {12}


def test_a_new_face_between_two_clusters_does_not_join_them() -> None:
    angles = np.array([0.0, 0.02, 0.6, 0.62, 0.3])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    labels = np.array([4, 4, 2, 2, UNSORTED])
    for algorithm in ALGORITHMS:
        args = np.arange(5), vectors, np.ones(5, bool), build_graph(vectors), Constraints(), algorithm, Cut(1.0)
        found = join_new(*args, labels)
        assert found[:4].tolist() == [4, 4, 2, 2]
        assert found[4] in (2, 4)


@EITHER
def test_a_new_face_goes_where_its_group_is(algorithm: str) -> None:
    vectors, _ = people(6, 6, 1, d=64, spread=0.1)
    must = Constraints(must=((0, 5), (4, 3)))
    args = np.arange(6), vectors, np.ones(6, bool), build_graph(vectors), must, algorithm, Cut(0.1)
    assert join_new(*args, np.array([7, 1, 2, -1, -1, -1])).tolist() == [7, 1, 2, 8, 8, 7]


@EITHER
def test_nothing_new_changes_nothing(algorithm: str) -> None:
    vectors, who = people(30, 4, 1)
    args = np.arange(30), vectors, np.ones(30, bool), build_graph(vectors), Constraints(), algorithm, Cut(1.0)
    np.testing.assert_array_equal(join_new(*args, who), who)


def test_nobody_new_among_crowds() -> None:
    vectors, labels = random_units(3, 4, 0), np.array([4, 4, 9])
    cut = Cut(1.0, crowd=CrowdCut(1.0, 0.5, 0.0))
    graph = build_graph(vectors, 2)
    joined = join_new(np.arange(3), vectors, np.ones(3, bool), graph, Constraints(), "average", cut, labels)
    np.testing.assert_array_equal(joined, labels)
