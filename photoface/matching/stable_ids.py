"""Clusters keep their ids from one clustering to the next; ids are never used again for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from photoface.matching.arrays import Ids
from photoface.matching.clustering import UNSORTED


def keep_ids(face_ids: Ids, labels: Ids, old: Mapping[int, int], owner: Mapping[int, int]) -> dict[int, int | None]:
    """Label -> the cluster id that it keeps, None for a new one.

    face_ids, labels: int64 [n], a clustering; old: face id -> cluster id as it was; owner: face id -> person decided.
    Of the parts of a split cluster the one with more faces that somebody named keeps the id, then the larger one; of
    the clusters that became one the same decides. Ties go to the smaller id, then to the smaller label.
    """
    shared: Counter[tuple[int, int]] = Counter()
    named: Counter[tuple[int, int]] = Counter()
    for face_id, label in zip(face_ids.tolist(), labels.tolist(), strict=True):
        if label != UNSORTED and (cluster_id := old.get(face_id)) is not None:
            shared[label, cluster_id] += 1
            named[label, cluster_id] += face_id in owner
    return _given({label: None for label in sorted(set(labels.tolist())) if label != UNSORTED}, shared, named)


def _given(
    ids: dict[int, int | None], shared: Counter[tuple[int, int]], named: Counter[tuple[int, int]]
) -> dict[int, int | None]:
    taken: set[int] = set()
    for label, cluster_id in sorted(shared, key=lambda pair: (-named[pair], -shared[pair], pair[1], pair[0])):
        if ids[label] is None and cluster_id not in taken:
            ids[label] = cluster_id
            taken.add(cluster_id)
    return ids
