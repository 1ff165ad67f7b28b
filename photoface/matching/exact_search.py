"""Exact neighbours: all cosines by matrix products, each pair once, of which only the near ones are looked at."""

from __future__ import annotations

import numpy as np

from photoface.matching.arrays import Cosines, Ids, Mask, Vectors
from photoface.matching.gallery import nearest
from photoface.matching.neighbor_lists import ROUNDING, K, Neighbors, no_neighbors

# So many rows by so many columns at a time: 4 MB of float32, which stay near the processor while they are looked at.
_ROWS, _COLS = 512, 2048

# Rows whose pairs are put into the lists together: bounds the memory that pairs take.
_CHUNK = 8192

# A floor is read off the cosines to so many faces, so that three times as many as a list has places exceed it.
_SAMPLE, _MORE = 4096, 3

# Rows that are searched once more, because their floor was too high, by so many at a time.
_AGAIN = 32


def exact_neighbors(vectors: Vectors, k: int = K) -> Neighbors:
    """The k nearest other faces of each row of ``vectors`` [n, d], by all cosines."""
    lists = no_neighbors(len(vectors), min(k, max(0, len(vectors) - 1)))
    search_exactly(lists, vectors, np.arange(len(vectors), dtype=np.int64))
    return lists


def search_exactly(lists: Neighbors, vectors: Vectors, rows: Ids) -> None:
    """Finds the nearest of ``rows`` among all faces; what is near puts both into the list of the other, in place."""
    if not lists.positions.shape[1] or not len(rows):
        return
    floors = lists.floors.copy()
    floors[rows] = _sampled_floors(lists, vectors, rows)
    left = np.ones(len(vectors), bool)
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        lists.offer(*_near_pairs(vectors, chunk, left, floors - np.float32(ROUNDING)))
        left[chunk] = False
    lacking = (lists.positions[rows, -1] < 0) | (lists.floors[rows] < floors[rows] - ROUNDING)
    _search_again(lists, vectors, rows[lacking])


def _sampled_floors(lists: Neighbors, vectors: Vectors, rows: Ids) -> Cosines:
    """Of each row a cosine that enough others exceed: for certain, where a list is full, or else very likely."""
    full = lists.positions[rows, -1] >= 0
    floors = np.where(full, lists.floors[rows], np.float32(-1))
    part = vectors[:: max(1, len(vectors) // _SAMPLE)]
    # One more for the face itself, which may be in the part.
    above = min(_MORE * lists.positions.shape[1] * len(part) // len(vectors) + 2, len(part) - 1)
    for start in range(0, len(rows), _ROWS):
        cosines = vectors[rows[start : start + _ROWS]] @ part.T
        found = -np.partition(-cosines, above, axis=1)[:, above]
        np.maximum(floors[start : start + _ROWS], found, out=floors[start : start + _ROWS])
    return floors


def _near_pairs(vectors: Vectors, rows: Ids, left: Mask, floors: Cosines) -> tuple[Ids, Ids, Cosines]:
    """Pairs of ``rows`` and faces that are ``left``, above the floor of either, and their cosines.

    Faces are taken in the order of their floors, so that a block is compared with one number: to look at each of its
    cosines twice would take longer than to compute them.
    """
    cols, found = np.flatnonzero(left), []
    rows, cols = rows[np.argsort(floors[rows])], cols[np.argsort(floors[cols])]
    for first in range(0, len(cols), _COLS):
        others = cols[first : first + _COLS]
        gallery = vectors[others].T
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            cosines = (vectors[some] @ gallery).ravel()
            at = np.flatnonzero(cosines > min(floors[some[0]], floors[others[0]]))
            a, b, near = some[at // len(others)], others[at % len(others)], cosines[at]
            kept = (near > np.minimum(floors[a], floors[b])) & (a != b)
            found.append((a[kept], b[kept], near[kept]))
    a, b, near = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return a, b, near


def _search_again(lists: Neighbors, vectors: Vectors, rows: Ids) -> None:
    """The same for rows whose floor was too high, without one."""
    for start in range(0, len(rows), _AGAIN):
        some = rows[start : start + _AGAIN]
        cols, near = nearest(vectors[some] @ vectors.T, lists.positions.shape[1] + 1)
        a, b, near = np.repeat(some, cols.shape[1]), cols.ravel(), near.ravel()
        lists.offer(a[a != b], b[a != b], near[a != b])
