from __future__ import annotations

import dataclasses
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut
from photoface.matching.clustering import ALGORITHMS, UNSORTED, cluster
from photoface.matching.contradictions import must_groups
from photoface.matching.neighbor_graph import build_graph
from tests.matching.strategies import Library, forbidden, libraries
from tests.matching.vectors import partition, people

EITHER = pytest.mark.parametrize("algorithm", ALGORITHMS)


def run(library: Library, algorithm: str, **changes: object) -> NDArray[np.int64]:
    library = dataclasses.replace(library, **changes)  # type: ignore[arg-type]
    return cluster(
        library.ids, library.vectors, library.founding, library.graph, library.constraints, algorithm, library.cut
    )


def by_id(library: Library, labels: NDArray[np.int64]) -> dict[int, int]:
    return dict(zip(library.ids.tolist(), labels.tolist(), strict=True))


@EITHER
@settings(max_examples=150, deadline=None)
@given(library=libraries())
def test_no_decision_is_ever_broken(algorithm: str, library: Library) -> None:
    label = by_id(library, run(library, algorithm))
    group = {face: i for i, faces in enumerate(must_groups(library.constraints)) for face in faces}
    for faces in library.constraints.must:
        assert len({label[face] for face in faces}) == 1
    for a, b in combinations(label, 2):
        bound = a in group and group[a] == group.get(b)
        if forbidden(library.constraints, a, b) and not bound:
            assert label[a] != label[b] or label[a] == UNSORTED


@EITHER
@settings(max_examples=60, deadline=None)
@given(library=libraries(), seed=st.integers(0, 1000))
def test_the_order_of_the_faces_does_not_matter(algorithm: str, library: Library, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(library.ids))
    labels = run(library, algorithm)
    np.testing.assert_array_equal(run(library.taken(order), algorithm), labels[order])


@EITHER
@settings(max_examples=60, deadline=None)
@given(library=libraries(decided=False), data=st.data())
def test_keeping_apart_what_is_apart_changes_nothing(algorithm: str, library: Library, data: st.DataObject) -> None:
    labels = run(library, algorithm)
    apart = [(a, b) for a, b in combinations(range(len(labels)), 2) if labels[a] != labels[b]]
    chosen = data.draw(st.lists(st.sampled_from(apart), max_size=6)) if apart else []
    marks, bans = dict(library.constraints.marks), dict(library.constraints.bans)
    for i, (a, b) in enumerate(chosen):
        first, second = int(library.ids[a]), int(library.ids[b])
        marks[first] = marks.get(first, frozenset()) | {("different", 1000 + i)}
        bans[second] = bans.get(second, frozenset()) | {("different", 1000 + i)}
    again = run(library, algorithm, constraints=dataclasses.replace(library.constraints, marks=marks, bans=bans))
    np.testing.assert_array_equal(again, labels)


@EITHER
@settings(max_examples=40, deadline=None)
@given(library=libraries(decided=False))
def test_confirming_whole_clusters_changes_nothing(algorithm: str, library: Library) -> None:
    library = dataclasses.replace(
        library, cut=Cut(library.cut.angle), k=len(library.ids), founding=np.ones(len(library.ids), bool)
    )
    labels = run(library, algorithm)
    must = tuple(tuple(library.ids[labels == label].tolist()) for label in range(0, labels.max() + 1, 2))
    owner = {face: i for i, faces in enumerate(must) for face in faces}
    assert partition(run(library, algorithm, constraints=Constraints(must, owner))) == partition(labels)


@EITHER
@settings(max_examples=40, deadline=None)
@given(library=libraries(decided=False))
def test_faces_under_the_gate_hold_nothing_together(algorithm: str, library: Library) -> None:
    labels = run(library, algorithm)
    alone = library.taken(np.flatnonzero(library.founding))
    alone = dataclasses.replace(alone, k=len(library.ids))
    library = dataclasses.replace(library, k=len(library.ids))
    labels = run(library, algorithm)
    assert partition(labels[library.founding]) == partition(run(alone, algorithm))
    assert (labels[library.founding] != UNSORTED).all()


@EITHER
def test_a_poor_face_joins_whom_it_is_near_and_else_stays_unsorted(algorithm: str) -> None:
    vectors = np.array([[1, 0, 0], [1, 0.1, 0], [1, 0.2, 0], [0, 0, 1]], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    founding = np.array([True, True, False, False])
    args = np.arange(4, dtype=np.int64), vectors, founding, build_graph(vectors)
    assert cluster(*args, Constraints(), algorithm, Cut(0.5)).tolist() == [0, 0, 0, UNSORTED]
    assert cluster(*args, Constraints(owner={3: 1}), algorithm, Cut(0.5)).tolist() == [0, 0, 0, 1]
    rejected = Constraints(owner={0: 1}, bans={2: frozenset({("person", 1)})})
    assert cluster(*args, rejected, algorithm, Cut(0.5)).tolist() == [0, 0, UNSORTED, UNSORTED]


@EITHER
def test_two_poor_faces_of_one_photo_do_not_join_one_person(algorithm: str) -> None:
    vectors = np.array([[1, 0], [1, 0.1], [1, 0.2], [1, -0.3]], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    photo = {face: frozenset({("photo", 9)}) for face in (2, 3)}
    founding = np.array([True, True, False, False])
    constraints = Constraints(marks=photo, bans=photo)
    labels = cluster(np.arange(4), vectors, founding, build_graph(vectors), constraints, algorithm, Cut(0.9))
    assert labels.tolist() == [0, 0, 0, UNSORTED]


@EITHER
def test_no_faces(algorithm: str) -> None:
    vectors = np.zeros((0, 8), np.float32)
    none = np.zeros(0, np.int64)
    assert cluster(none, vectors, none > 0, build_graph(vectors), Constraints(), algorithm, Cut(1.0)).shape == (0,)


@EITHER
def test_decisions_about_faces_that_are_not_here_do_no_harm(algorithm: str) -> None:
    vectors, _ = people(6, 1, 0, spread=0.1)
    constraints = Constraints(must=((77, 3), (88, 99)), owner={77: 1, 500: 2}, marks={99: frozenset({("photo", 1)})})
    labels = cluster(np.arange(6), vectors, np.ones(6, bool), build_graph(vectors), constraints, algorithm, Cut(0.8))
    assert set(labels.tolist()) == {0}


@EITHER
def test_one_face_in_a_mirror_does_not_part_a_person(algorithm: str) -> None:
    # Two looks of one person; a face of each look is in the same photo, and so is one that is far from both.
    rng = np.random.default_rng(0)
    looks = np.repeat(np.array([[1, 0.25, 0], [1, -0.25, 0]], np.float32), 12, axis=0)
    vectors = looks + rng.normal(size=(24, 3)).astype(np.float32) * 0.02
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    photo = {face: frozenset({("photo", 1)}) for face in (0, 12)}
    args = np.arange(24), vectors, np.ones(24, bool), build_graph(vectors)
    labels = cluster(*args, Constraints(marks=photo, bans=photo), algorithm, Cut(0.7))
    assert sorted(np.bincount(labels).tolist()) == [1, 23]
    named = Constraints(must=((0, 1), (12, 13)), marks=photo, bans=photo)
    labels = cluster(*args, named, algorithm, Cut(0.7))
    assert labels[0] == labels[1] != labels[12] == labels[13]


@settings(max_examples=100, deadline=None)
@given(library=libraries())
def test_reuniting_breaks_nothing_and_never_parts_what_must_be_together(library: Library) -> None:
    # Photos that hold one person twice, over and over.
    photo = {int(face): frozenset({("photo", int(face) % 5)}) for face in library.ids[::3]}
    constraints = dataclasses.replace(library.constraints, marks=photo, bans=photo)
    label = by_id(library, run(library, "average", constraints=constraints, cut=Cut(1.3)))
    assert all(len({label[face] for face in faces}) == 1 for faces in constraints.must)
    bound = {face: i for i, faces in enumerate(must_groups(constraints)) for face in faces}
    for a, b in combinations(label, 2):
        if forbidden(constraints, a, b) and not (a in bound and bound[a] == bound.get(b)):
            assert label[a] != label[b] or label[a] == UNSORTED
