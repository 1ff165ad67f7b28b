"""How well each face stands with its own person, left out itself, and with the nearest other one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import Vectors
from photoface.matching.arrays import Ids

_ROWS = 512
_NONE = -1.0
EXEMPLARS = 50
"""Of other people so many faces, evenly taken, stand for all; of its own each face is compared with every one."""

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
    """vectors float32 [n, d], unit rows; people int64 [n]; years int64 [n], 0: unknown."""
    found, person = np.unique(people, return_inverse=True)
    order = np.argsort(person, kind="stable")
    near, average, then = (np.full(len(people), _NONE, np.float32) for _ in range(3))
    for rows in np.split(order, np.cumsum(np.bincount(person))[:-1]):
        for start in range(0, len(rows), _ROWS) if len(rows) > 1 else ():
            some = rows[start : start + _ROWS]
            columns = _own(vectors, years, rows, start, len(some))
            near[some], average[some], then[some] = columns
    rival, rival_near, rival_average = _rivals(vectors, person, order)
    return Standing(near, average, then, np.where(rival < 0, -1, found[rival]), rival_near, rival_average)


def _own(vectors: Vectors, years: Ids, rows: Ids, start: int, size: int) -> tuple[Vectors, Vectors, Vectors]:
    """near, average and then of ``size`` faces from ``start`` on, of the one person that rows are."""
    some, here = rows[start : start + size], np.arange(size)
    cosines = vectors[some] @ vectors[rows].T
    cosines[here, start + here] = 0.0
    average = cosines.sum(axis=1) / (len(rows) - 1)
    cosines[here, start + here] = _NONE
    known = (years[some] > 0)[:, np.newaxis] & (years[rows] > 0)
    timely = known & (np.abs(years[some][:, np.newaxis] - years[rows]) <= YEARS)
    return cosines.max(axis=1), average, np.where(timely, cosines, _NONE).max(axis=1)


def _rivals(vectors: Vectors, person: Ids, order: Ids) -> tuple[Ids, Vectors, Vectors]:
    """The other person that each face stands best with, the nearest of their exemplars, and their average."""
    sizes = np.bincount(person)
    if len(sizes) < 2:
        nobody = np.full(len(person), _NONE, np.float32)
        return np.full(len(person), -1, np.int64), nobody, nobody
    ends = np.cumsum(sizes)
    shown = [_evenly(end - size, size) for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]
    gallery, starts = vectors[order[np.concatenate(shown)]], np.cumsum([0, *map(len, shown[:-1])])
    sums = np.add.reduceat(vectors[order], ends - sizes, axis=0) / sizes[:, np.newaxis].astype(np.float32)
    rival = np.empty(len(person), np.int64)
    rival_near, rival_average = np.empty((2, len(person)), np.float32)
    for start in range(0, len(person), _ROWS):
        here = slice(start, start + _ROWS)
        nearest = np.maximum.reduceat(vectors[here] @ gallery.T, starts, axis=1)
        average = vectors[here] @ sums.T
        row = np.arange(len(nearest))
        both = nearest + average
        both[row, person[here]] = -np.inf
        best = both.argmax(axis=1)
        rival[here], rival_near[here], rival_average[here] = best, nearest[row, best], average[row, best]
    return rival, rival_near, rival_average


def _evenly(first: int, size: int) -> Ids:
    """At most EXEMPLARS places of so many."""
    return np.unique(np.linspace(first, first + size - 1, min(size, EXEMPLARS)).astype(np.int64))
