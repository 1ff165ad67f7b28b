"""Neighbour lists between a library, which speaks of face ids and angles, and matrices of positions and cosines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import angles
from photoface.matching.arrays import Ids, Mask
from photoface.matching.neighbor_graph import K, Neighbors, no_neighbors

Radians = NDArray[np.float32]

StoredRow = tuple[int, Ids, Radians]
"""(face id, ids of its neighbours, their angles), nearest first: what a library stores."""

Flat = tuple[Ids, Ids, Radians]
"""faces [m], their neighbours [m], angles [m]: the lists of faces one after the other, nearest first."""


def to_flat(face_ids: Ids, neighbors: Neighbors, rows: Mask) -> Flat:
    """The lists of some rows, bool [n], as a library stores them; angles in radians."""
    real = (neighbors.positions >= 0) & rows[:, None]
    faces = np.repeat(face_ids, real.sum(axis=1))
    return faces, face_ids[neighbors.positions[real]], angles(neighbors.cosines[real])


def from_flat(face_ids: Ids, lists: Flat, k: int = K) -> tuple[Neighbors, Mask]:
    """The lists of ``face_ids`` (rising) from stored ones, and which of these faces have one, bool [n].

    Neighbours that are no longer among ``face_ids`` are left out; a list that lost more than half of its faces counts
    as none.
    """
    faces, others, radians = lists
    owner, other = _places(face_ids, faces), _places(face_ids, others)
    stored = np.bincount(owner[owner >= 0], minlength=len(face_ids))
    kept = (owner >= 0) & (other >= 0)
    found = no_neighbors(len(face_ids), k)
    left = _fill(found, owner[kept], other[kept], np.cos(radians[kept]))
    _keep_floors(found, owner[owner >= 0], radians[owner >= 0], (stored >= k) & (left < k))
    return found, (stored > 0) & (2 * left >= stored)


def _fill(lists: Neighbors, rows: Ids, cols: Ids, cosines: NDArray[np.float32]) -> Ids:
    """Lists from pairs that stand in order of nearness; how many each row has, int64 [n]."""
    n, k = lists.positions.shape
    left = np.bincount(rows, minlength=n)
    order = np.arange(len(rows)) if (rows[1:] >= rows[:-1]).all() else np.argsort(rows, kind="stable")
    place = np.arange(len(rows)) - np.repeat(np.cumsum(left) - left, left)
    order, place = order[place < k], place[place < k]
    lists.positions[rows[order], place] = cols[order]
    lists.cosines[rows[order], place] = cosines[order]
    return left


def _keep_floors(lists: Neighbors, owner: Ids, radians: Radians, shortened: Mask) -> None:
    """Empty places of lists that were full tell how near their last face was, even if it is gone."""
    last = np.zeros(len(shortened), np.float32)
    np.maximum.at(last, owner, radians)
    empty = (lists.positions < 0) & shortened[:, None]
    lists.cosines[empty] = np.broadcast_to(np.cos(last)[:, None], empty.shape)[empty]


def to_rows(face_ids: Ids, neighbors: Neighbors) -> Iterator[StoredRow]:
    """All lists, one face at a time."""
    widths = (neighbors.positions >= 0).sum(axis=1)
    radians = angles(neighbors.cosines)
    for i, face_id in enumerate(face_ids.tolist()):
        yield face_id, face_ids[neighbors.positions[i, : widths[i]]], radians[i, : widths[i]]


def from_rows(face_ids: Ids, rows: Iterable[StoredRow], k: int = K) -> tuple[Neighbors, Mask]:
    """``from_flat`` for lists that come one face at a time."""
    owners, others, radians = list[Ids](), [np.empty(0, np.int64)], [np.empty(0, np.float32)]
    for face_id, ids, near in rows:
        owners.append(np.full(len(ids), face_id, np.int64))
        others.append(ids)
        radians.append(near)
    faces = np.concatenate([np.empty(0, np.int64), *owners])
    return from_flat(face_ids, (faces, np.concatenate(others), np.concatenate(radians)), k)


def _places(face_ids: Ids, wanted: Ids) -> Ids:
    """Where each of ``wanted`` stands in ``face_ids``, which rise; -1: nowhere."""
    if not len(face_ids):
        return np.full(len(wanted), -1, np.int64)
    at = np.minimum(np.searchsorted(face_ids, wanted), len(face_ids) - 1)
    return np.where(face_ids[at] == wanted, at, -1)
