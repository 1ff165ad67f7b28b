"""How well each face stands with its own person, left out itself, and with the nearest other one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.matching.arrays import Ids

_ROWS = 512
_NONE = -1.0
YEARS = 3
"""Exemplars of so many years before and after are of a face's time."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of n faces, cosines float32 [n]; -1 where there is nobody.

    near, average: to the nearest and on average to all others of the own person. then: to the nearest of its years.
    rival int64 [n]: the other person that it stands best with, -1: none; rival_near, rival_average: likewise.
    """

    near: Vectors
    average: Vectors
    then: Vectors
    rival: Ids
    rival_near: Vectors
    rival_average: Vectors

    @property
    def lead(self) -> Vectors:
        """By how much the rival is nearer, nearest and average together; positive: it looks like the rival."""
        return (self.rival_near - self.near) + (self.rival_average - self.average)


def standing(vectors: Vectors, people: Ids, years: Ids) -> Standing:
    """vectors float32 [n, d], unit rows; people int64 [n], from 0; years int64 [n], 0: unknown."""
    order = np.argsort(people, kind="stable")
    gallery, whose, times = vectors[order], people[order], years[order]
    found, starts = np.unique(whose, return_index=True)
    sizes = np.diff([*starts, len(whose)])
    parts = [
        _rows(gallery, (whose, times), (found, starts, sizes), np.arange(at, min(at + _ROWS, len(whose))))
        for at in range(0, len(whose), _ROWS)
    ]
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    columns = [np.concatenate(column)[back] for column in zip(*parts, strict=True)]
    return Standing(*columns)


def _rows(
    gallery: Vectors, about: tuple[Ids, Ids], people: tuple[Ids, Ids, Ids], rows: Ids
) -> tuple[NDArray[np.generic], ...]:
    (whose, times), (found, starts, sizes) = about, people
    cosines = gallery[rows] @ gallery.T
    own = np.searchsorted(found, whose[rows])
    here = np.arange(len(rows))
    sums = np.add.reduceat(cosines, starts, axis=1)
    others = sizes[own] - 1
    average = np.where(others > 0, (sums[here, own] - cosines[here, rows]) / np.maximum(others, 1), _NONE)
    cosines[here, rows] = _NONE
    nearest = np.maximum.reduceat(cosines, starts, axis=1)
    near = nearest[here, own]
    known = (times[rows] > 0)[:, np.newaxis] & (times > 0) & (np.abs(times[rows][:, np.newaxis] - times) <= YEARS)
    then = np.where(known & (whose[rows][:, np.newaxis] == whose), cosines, _NONE).max(axis=1)
    total = nearest + sums / sizes
    total[here, own] = -np.inf
    best = total.argmax(axis=1)
    alone = len(found) < 2
    rival = np.full(len(rows), -1) if alone else found[best]
    rival_near, rival_average = (nearest[here, best], sums[here, best] / sizes[best])
    if alone:
        rival_near, rival_average = np.full(len(rows), _NONE), np.full(len(rows), _NONE)
    columns = (near, average, then, rival, rival_near, rival_average)
    kinds = (np.float32, np.float32, np.float32, np.int64, np.float32, np.float32)
    return tuple(column.astype(kind) for column, kind in zip(columns, kinds, strict=True))
