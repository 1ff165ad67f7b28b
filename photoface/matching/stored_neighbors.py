"""Neighbour lists between a library, which speaks of face ids and angles, and matrices of positions and cosines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import angles
from photoface.matching.arrays import Ids, Mask
from photoface.matching.neighbor_lists import K, Neighbors, no_neighbors

Radians = NDArray[np.float32]

Flat = tuple[Ids, Ids, Ids, Radians]
"""Faces [r], how many neighbours each has [r], and one list after the other, nearest first: their ids [m], the angles
to them [m]."""

# Ids are looked up in a table as long as there are no more than so many numbers for each face.
_SPARSE = 50


def to_flat(face_ids: Ids, neighbors: Neighbors, rows: Mask) -> Flat:
    """The lists of some rows, bool [n], as a library stores them; angles in radians."""
    chosen = np.flatnonzero(rows)
    positions = neighbors.positions[chosen]
    real = positions >= 0
    return face_ids[chosen], real.sum(axis=1), face_ids[positions[real]], angles(neighbors.cosines[chosen][real])


def from_flat(face_ids: Ids, lists: Flat, k: int = K) -> tuple[Neighbors, Mask]:
    """The lists of ``face_ids`` (rising) from stored ones, and which of these faces have one, bool [n].

    Neighbours that are no longer among ``face_ids`` are left out; a list that lost more than half of its faces counts
    as none.
    """
    faces, sizes, others, radians = lists
    owners = _places(face_ids, faces)
    stored = np.zeros(len(face_ids), np.int64)
    stored[owners[owners >= 0]] = sizes[owners >= 0]
    cols = _places(face_ids, others)
    if (sizes == k).all() and (owners >= 0).all():
        found, left = _of_full(owners, cols.reshape(-1, k), np.cos(radians).reshape(-1, k), len(face_ids))
    else:
        rows = np.repeat(owners, sizes)
        kept = (rows >= 0) & (cols >= 0)
        found = no_neighbors(len(face_ids), k)
        left = _fill(found, rows[kept], cols[kept], np.cos(radians[kept]))
    shortened = (owners >= 0) & (sizes >= k)
    _keep_floors(found, owners[shortened], np.cos(radians[np.cumsum(sizes)[shortened] - 1]))
    return found, (stored > 0) & (2 * left >= stored)


def _of_full(owners: Ids, cols: Ids, cosines: NDArray[np.float32], n: int) -> tuple[Neighbors, Ids]:
    """Lists of n faces from [r, k] places and cosines, -1 for who is gone; how many each has."""
    gaps = np.flatnonzero((cols < 0).any(axis=1))
    order = np.argsort(cols[gaps] < 0, axis=1, kind="stable")
    cols[gaps] = np.take_along_axis(cols[gaps], order, axis=1)
    cosines[gaps] = np.where(cols[gaps] < 0, np.float32(-1), np.take_along_axis(cosines[gaps], order, axis=1))
    found, left = no_neighbors(n, cols.shape[1]), np.zeros(n, np.int64)
    found.positions[owners], found.cosines[owners] = cols, cosines
    left[owners] = cols.shape[1]
    left[owners[gaps]] = (cols[gaps] >= 0).sum(axis=1)
    return found, left


def _fill(lists: Neighbors, rows: Ids, cols: Ids, cosines: NDArray[np.float32]) -> Ids:
    """Lists from pairs, those of a row in order of nearness; how many each row has, int64 [n]."""
    n, k = lists.positions.shape
    left = np.bincount(rows, minlength=n)
    if not (rows[1:] >= rows[:-1]).all():
        order = np.argsort(rows, kind="stable")
        rows, cols, cosines = rows[order], cols[order], cosines[order]
    place = np.arange(len(rows)) - np.repeat(np.cumsum(left) - left, left)
    inside = place < k
    at = (rows * k + place)[inside]
    lists.positions.ravel()[at], lists.cosines.ravel()[at] = cols[inside], cosines[inside]
    return left


def _keep_floors(lists: Neighbors, rows: Ids, floors: NDArray[np.float32]) -> None:
    """Empty places of lists that were full tell how near their last face was, even if it is gone."""
    short = lists.positions[rows, -1] < 0
    rows, floors = rows[short], floors[short]
    empty = lists.positions[rows] < 0
    lists.cosines[rows] = np.where(empty, floors[:, None], lists.cosines[rows])


def _places(face_ids: Ids, wanted: Ids) -> Ids:
    """Where each of ``wanted`` stands in ``face_ids``, which rise; -1: nowhere."""
    if not len(face_ids) or not len(wanted):
        return np.full(len(wanted), -1, np.int64)
    size = int(max(face_ids[-1], wanted.max())) + 1
    if size <= _SPARSE * len(face_ids) and min(face_ids[0], wanted.min()) >= 0:
        table = np.full(size, -1, np.int64)
        table[face_ids] = np.arange(len(face_ids))
        return table[wanted]
    at = np.minimum(np.searchsorted(face_ids, wanted), len(face_ids) - 1)
    return np.where(face_ids[at] == wanted, at, -1)
