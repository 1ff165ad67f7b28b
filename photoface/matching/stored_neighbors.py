"""Neighbour lists between a library, which speaks of face ids and angles, and matrices of positions and cosines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import angles
from photoface.matching.arrays import Cosines, Ids, Mask
from photoface.matching.neighbor_graph import K, Neighbors, no_neighbors

StoredRow = tuple[int, Ids, NDArray[np.float32]]
"""(face id, ids of its neighbours, their angles), nearest first: what a library stores."""


def to_rows(face_ids: Ids, neighbors: Neighbors) -> Iterator[StoredRow]:
    """The lists as a library stores them: by face id, angles in radians."""
    widths = (neighbors.positions >= 0).sum(axis=1)
    radians = angles(neighbors.cosines)
    for i, face_id in enumerate(face_ids.tolist()):
        yield face_id, face_ids[neighbors.positions[i, : widths[i]]], radians[i, : widths[i]]


def from_rows(face_ids: Ids, rows: Iterable[StoredRow], k: int = K) -> tuple[Neighbors, Mask]:
    """The lists of ``face_ids`` (rising) from stored rows, and which of these faces have one, bool [n].

    Neighbours that are no longer among ``face_ids`` are left out; a list that lost more than half of its faces
    counts as none.
    """
    lists = no_neighbors(len(face_ids), k)
    known = np.zeros(len(face_ids), bool)
    for face_id, ids, radians in rows:
        at = int(np.searchsorted(face_ids, face_id))
        if at < len(face_ids) and face_ids[at] == face_id:
            positions, cosines = _still_there(face_ids, ids, radians)
            _fill(lists, at, positions, cosines)
            known[at] = 2 * len(positions) >= len(ids)
    return lists, known


def _still_there(face_ids: Ids, ids: Ids, radians: NDArray[np.float32]) -> tuple[Ids, Cosines]:
    at = np.minimum(np.searchsorted(face_ids, ids), len(face_ids) - 1)
    present = face_ids[at] == ids
    return at[present], np.cos(radians[present])


def _fill(lists: Neighbors, row: int, positions: Ids, cosines: Cosines) -> None:
    width = min(len(positions), lists.positions.shape[1])
    lists.positions[row, :width], lists.cosines[row, :width] = positions[:width], cosines[:width]
