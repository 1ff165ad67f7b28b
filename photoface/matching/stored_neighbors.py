"""Neighbour lists between a library, which speaks of face ids and angles, and matrices of positions and cosines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import angles
from photoface.matching.arrays import Ids, Mask, Positions
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
    found, known = no_neighbors(len(face_ids), k), np.zeros(len(face_ids), bool)
    there = owners >= 0
    cols, cosines, left = _side_by_side(sizes, _places(face_ids, others), np.cos(radians), k)
    if len(faces) > k:  # else these lists are short because there was nobody else
        ends = np.cumsum(sizes)
        floors = np.cos(np.append(radians, np.float32(np.pi))[np.where(sizes > 0, ends - 1, -1)])
        cosines = np.where(cols < 0, floors[:, None], cosines)
    found.positions[owners[there]], found.cosines[owners[there]] = cols[there], cosines[there]
    known[owners[there]] = ((sizes > 0) & (2 * left >= sizes))[there]
    return found, known


def _side_by_side(
    sizes: Ids, others: Positions, cosines: NDArray[np.float32], k: int
) -> tuple[Positions, NDArray[np.float32], Ids]:
    """Lists one after the other as [r, k]: others and cosines, -1 where there is none, and how many each has left.

    others: -1 for who is gone; the rest moves up.
    """
    width = max(k, int(sizes.max(initial=0)))
    filled = np.arange(width) < sizes[:, None]
    names, near = np.full(filled.shape, -1, np.int32), np.full(filled.shape, -1, np.float32)
    names[filled], near[filled] = others, cosines
    gone = np.flatnonzero(((names < 0) & filled).any(axis=1))
    order = np.argsort(names[gone] < 0, axis=1, kind="stable")
    names[gone] = np.take_along_axis(names[gone], order, axis=1)
    near[gone] = np.where(names[gone] < 0, np.float32(-1), np.take_along_axis(near[gone], order, axis=1))
    return names[:, :k], near[:, :k], (names >= 0).sum(axis=1)


def _places(face_ids: Ids, wanted: Ids) -> Positions:
    """Where each of ``wanted`` stands in ``face_ids``, which rise; -1: nowhere."""
    if not len(face_ids) or not len(wanted):
        return np.full(len(wanted), -1, np.int32)
    size = int(max(face_ids[-1], wanted.max())) + 1
    if size <= _SPARSE * len(face_ids) and min(face_ids[0], wanted.min()) >= 0:
        table = np.full(size, -1, np.int32)
        table[face_ids] = np.arange(len(face_ids), dtype=np.int32)
        return table[wanted]
    at = np.minimum(np.searchsorted(face_ids, wanted), len(face_ids) - 1)
    return np.where(face_ids[at] == wanted, at, -1).astype(np.int32)
