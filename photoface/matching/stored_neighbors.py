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
    (row, owner_there), (col, there) = _found(face_ids, faces), _found(face_ids, others)
    stored = np.bincount(row[owner_there], minlength=len(face_ids))
    kept = owner_there & there
    row, col, radians = row[kept], col[kept], radians[kept]
    left = np.bincount(row, minlength=len(face_ids))
    order = np.argsort(row, kind="stable")
    place = np.empty(len(row), np.int64)
    place[order] = np.arange(len(row)) - np.repeat(np.cumsum(left) - left, left)
    found, inside = no_neighbors(len(face_ids), k), place < k
    found.positions[row[inside], place[inside]] = col[inside]
    found.cosines[row[inside], place[inside]] = np.cos(radians[inside])
    return found, (stored > 0) & (2 * left >= stored)


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


def _found(face_ids: Ids, wanted: Ids) -> tuple[Ids, Mask]:
    """Where each of ``wanted`` stands in ``face_ids``, and whether it does."""
    if not len(face_ids):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    at = np.minimum(np.searchsorted(face_ids, wanted), len(face_ids) - 1)
    return at, face_ids[at] == wanted
