"""One grouping as it runs in the compute child: arrays in, labels and changed neighbour lists out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut

Ids = NDArray[np.int64]
Radians = NDArray[np.float32]
NeighborRow = tuple[int, Ids, Radians]
"""A face id, the ids of its neighbours [k], the angles to them [k], nearest first."""

NO_GROUP = -1


@dataclass(frozen=True, slots=True, eq=False)
class GroupTask:
    """face_ids: int64 [n], rising; vectors: float32 [n, d]; founding: bool [n]; old_labels: group of each face or -1;
    neighbors: the stored lists; cut: from the model's table for this algorithm and share of wrong mates."""

    face_ids: Ids
    vectors: Vectors
    founding: NDArray[np.bool_]
    old_labels: Ids
    neighbors: list[NeighborRow]
    constraints: Constraints
    algorithm: str
    wrong: float
    cut: Cut

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """Faces that could have a group and have none: bool [n]."""
        without: NDArray[np.bool_] = self.old_labels == NO_GROUP
        return self.founding & without


def run_task(task: GroupTask, anew: bool) -> tuple[Ids, list[NeighborRow]]:
    """Labels [n] as ``Plan`` has them, and the neighbour lists that changed.

    anew: all faces are grouped, labels are numbered from 0; else faces with a group keep it and the others join.
    """
    from photoface.matching.clustering import cluster
    from photoface.matching.joining import join_new
    from photoface.matching.neighbor_graph import build_neighbors, extend_neighbors, graph_of
    from photoface.matching.stored_neighbors import from_rows, to_rows

    lists, known = from_rows(task.face_ids, task.neighbors)
    if known.any():
        lists, changed = extend_neighbors(lists, task.vectors, ~known)
    else:
        lists, changed = build_neighbors(task.vectors), ~known
    graph = graph_of(lists)
    rows = [row for row, touched in zip(to_rows(task.face_ids, lists), changed.tolist(), strict=True) if touched]
    group = (task.face_ids, task.vectors, task.founding, graph, task.constraints)
    if anew:
        return cluster(*group, task.algorithm, task.cut), rows
    return join_new(*group, task.algorithm, task.cut, task.old_labels), rows
