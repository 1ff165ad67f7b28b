"""How well each face stands with its own person, left out itself, and with the nearest other one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import Vectors
from photoface.matching.arrays import Ids, Mask
from photoface.matching.rivals import exemplars, may_lose, rivals

_ROWS = 512
_NONE = -1.0

YEARS = 3
"""Exemplars of so many years before and after are of a face's time."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of n faces, cosines float32 [n]; -1 where there is nobody.

    near, average: to the nearest and on average to all others of the own person. then: to the nearest of its years.
    rival int64 [n]: the other person that it stands best with, -1: none or not told; rival_near, rival_average:
    likewise, to their exemplars and to all of theirs.
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


def standing(vectors: Vectors, people: Ids, years: Ids, wanted: Mask | None = None, unlike: float = _NONE) -> Standing:
    """vectors float32 [n, d], unit rows; people int64 [n]; years int64 [n], 0: unknown.

    wanted: bool [n], whose rivals are told; None: everybody's. Else only theirs, those that lead, and those of faces to
    which the nearest of their own person, or of their years, is no nearer than the cosine ``unlike``: much faster.
    """
    found, person = np.unique(people, return_inverse=True)
    near, average, then = _owns(vectors, person, years)
    rival = np.full(len(person), -1, np.int64)
    others = np.full((2, len(person)), _NONE, np.float32)
    if len(found) > 1:
        known = exemplars(vectors, person)
        rows = np.arange(len(person))
        if wanted is not None:
            several = near > _NONE  # a person's only face has nothing to be judged by
            own = np.where(several, near + average, np.inf)
            alone = several & (near <= unlike) | (then > _NONE) & (then <= unlike)
            rows = np.flatnonzero(wanted | alone | may_lose(known, vectors, person, own))
        who, *columns = rivals(known, vectors[rows], person[rows])
        rival[rows], others[:, rows] = found[who], columns
    return Standing(near, average, then, rival, *others)


def _owns(vectors: Vectors, person: Ids, years: Ids) -> tuple[Vectors, Vectors, Vectors]:
    """near, average and then of all."""
    near, average, then = (np.full(len(person), _NONE, np.float32) for _ in range(3))
    order = np.argsort(person, kind="stable")
    for rows in np.split(order, np.cumsum(np.bincount(person))[:-1]):
        for start in range(0, len(rows), _ROWS) if len(rows) > 1 else ():
            some = rows[start : start + _ROWS]
            near[some], average[some], then[some] = _own(vectors, years, rows, start, len(some))
    return near, average, then


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
