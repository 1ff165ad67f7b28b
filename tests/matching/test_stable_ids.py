from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.matching.stable_ids import keep_ids


def kept(labels: list[int], old: list[int | None], owner: dict[int, int] | None = None) -> dict[int, int | None]:
    known = {face: cluster_id for face, cluster_id in enumerate(old) if cluster_id is not None}
    return keep_ids(np.arange(len(labels)), np.array(labels, np.int64), known, owner or {})


def test_the_larger_part_of_a_split_keeps_the_id() -> None:
    assert kept([0, 0, 1, 1, 1], [7, 7, 7, 7, 7]) == {0: None, 1: 7}


def test_the_named_part_comes_first() -> None:
    assert kept([0, 0, 1, 1, 1], [7, 7, 7, 7, 7], {0: 1}) == {0: 7, 1: None}


def test_joined_clusters_keep_the_id_of_the_larger() -> None:
    assert kept([0, 0, 0, 1], [3, 9, 9, 4]) == {0: 9, 1: 4}


def test_new_faces_have_no_id_to_keep() -> None:
    assert kept([0, 0, 1], [5, None, None]) == {0: 5, 1: None}


def test_unsorted_faces_have_no_cluster() -> None:
    assert kept([-1, 0, -1], [5, 5, 6]) == {0: 5}


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(-1, 5), st.integers(0, 5)), max_size=30))
def test_no_id_is_given_twice_and_what_did_not_change_stays(cells: list[tuple[int, int]]) -> None:
    labels, old = [a for a, _ in cells], [b for _, b in cells]
    found = kept(labels, list(old))
    ids = [cluster_id for cluster_id in found.values() if cluster_id is not None]
    assert len(set(ids)) == len(ids)
    assert set(found) == {label for label in labels if label >= 0}
    for label, cluster_id in found.items():
        members = [i for i, each in enumerate(labels) if each == label]
        if cluster_id is not None:
            assert cluster_id in [old[i] for i in members]
        if members == [i for i, each in enumerate(old) if each == old[members[0]]]:
            assert cluster_id == old[members[0]]
