"""One grouping as it runs in the compute child: it reads the library, and gives back what would change."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Contradiction
from photoface.services.groups.group_reading import NO_GROUP, Groupable, GroupTask, read
from photoface.store.neighbors import NeighborLists

if TYPE_CHECKING:
    from photoface.matching.neighbor_lists import Neighbors

Ids = NDArray[np.int64]

# When more of the faces than this are new, the whole is grouped anew, under the ledger and with old numbers kept.
_MANY_NEW = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """face_ids, before, labels: int64 [n], the group of each face as it was (or -1) and as it would be: -1 none, below
    -1 a group that does not exist yet; decided: bool [n], a human said who it is; lists: neighbours that were found on
    the way."""

    face_ids: Ids
    before: Ids
    labels: Ids
    decided: NDArray[np.bool_]
    lists: NeighborLists | None
    contradictions: tuple[Contradiction, ...]


def group_anew(task: GroupTask) -> Grouping:
    """All faces are grouped under what people decided; groups that stay much the same keep their numbers."""
    from photoface.matching.contradictions import contradictions

    with _without_collection():
        faces = read(task)
        labels, lists = _anew(faces, task.algorithm)
        return Grouping(faces.face_ids, faces.before, labels, faces.decided, lists, contradictions(faces.said))


def group_new(task: GroupTask) -> Grouping:
    """Faces with a group keep it, the others join; when many are new, all are grouped anew."""
    with _without_collection():
        faces = read(task)
        if not faces.fresh.any():
            return Grouping(faces.face_ids, faces.before, faces.before, faces.decided, None, ())
        labels, lists = (_anew if faces.fresh.mean() > _MANY_NEW else _joined)(faces, task.algorithm)
        return Grouping(faces.face_ids, faces.before, labels, faces.decided, lists, ())


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for cycles, of which there are none, among the many small sets of decisions: a sixth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _anew(faces: Groupable, algorithm: str) -> tuple[Ids, NeighborLists | None]:
    from photoface.matching.clustering import cluster
    from photoface.matching.crowds import least_cosine
    from photoface.matching.neighbor_graph import graph_of
    from photoface.matching.stable_ids import keep_ids

    if not len(faces.face_ids):
        return faces.before, None
    lists, changed = _neighbors(faces)
    graph = graph_of(lists, least_cosine(faces.cut))
    labels = cluster(faces.face_ids, faces.vectors, faces.founding, graph, faces.constraints, algorithm, faces.cut)
    before = {
        face: group
        for face, group in zip(faces.face_ids.tolist(), faces.before.tolist(), strict=True)
        if group != NO_GROUP
    }
    return _relabelled(labels, keep_ids(faces.face_ids, labels, before, faces.constraints.owner)), changed


def _joined(faces: Groupable, algorithm: str) -> tuple[Ids, NeighborLists | None]:
    from photoface.matching.crowds import least_cosine
    from photoface.matching.joining import join_new
    from photoface.matching.neighbor_graph import graph_of

    lists, changed = _neighbors(faces)
    graph = graph_of(lists, least_cosine(faces.cut))
    labels = join_new(
        faces.face_ids, faces.vectors, faces.founding, graph, faces.constraints, algorithm, faces.cut, faces.before
    )
    old = set(faces.before.tolist())
    return _relabelled(labels, {label: label if label in old else None for label in set(labels.tolist())}), changed


def _neighbors(faces: Groupable) -> tuple[Neighbors, NeighborLists | None]:
    """The lists of all faces, and those of them that are not stored yet."""
    from photoface.matching.neighbor_graph import build_neighbors, extend_neighbors
    from photoface.matching.stored_neighbors import from_flat, to_flat

    lists, known = from_flat(faces.face_ids, faces.neighbors)
    if known.all():
        return lists, None
    if known.any():
        lists, changed = extend_neighbors(lists, faces.vectors, ~known)
    else:
        lists, changed = build_neighbors(faces.vectors), ~known
    return lists, to_flat(faces.face_ids, lists, changed)


def _relabelled(labels: Ids, ids: Mapping[int, int | None]) -> Ids:
    """Labels as a Plan has them: the kept id, or a number below -1 for each group that does not exist yet."""
    known = {label: (-2 - label if kept is None else kept) for label, kept in ids.items()} | {NO_GROUP: NO_GROUP}
    return np.array([known[label] for label in labels.tolist()], np.int64)
