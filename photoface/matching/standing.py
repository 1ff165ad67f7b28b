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

FEW_YEARS = 5
"""Fewer others of a face's years say nothing of it."""

_OTHER_YEARS = 0.3  # of how well a face stands with other years of its person, benchmarks/doubts_years.py


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of n faces, cosines float32 [n]; -1 where there is nobody.

    near, average: to the nearest and on average to all others of the own person. years: float32 [3, n], to the nearest
    of its years and on average to those, where there are FEW_YEARS at least; on average to the person's other faces.
    rival int64 [n]: the other person that it stands best with, -1: none or not told; rival_near, rival_average:
    likewise, to their exemplars and to all of theirs.
    """

    near: Vectors
    average: Vectors
    years: Vectors
    rival: Ids
    rival_near: Vectors
    rival_average: Vectors

    @property
    def lead(self) -> Vectors:
        """By how much the rival is nearer, nearest and average together; positive: it looks like the rival.

        A child among adults is far from its own on average, and not from its years.
        """
        own: Vectors = np.maximum(self.average, self.years[1])
        return (self.rival_near - self.near) + (self.rival_average - own)


def standing(vectors: Vectors, people: Ids, years: Ids, wanted: Mask | None = None, unlike: float = _NONE) -> Standing:
    """vectors float32 [n, d], unit rows; people int64 [n]; years int64 [n], 0: unknown.

    wanted: bool [n], whose rivals are told; None: everybody's. Else only theirs, those that lead, and those of faces to
    which the nearest of their own person, or of their years, is no nearer than the cosine ``unlike``: much faster.
    """
    found, person = np.unique(people, return_inverse=True)
    near, average, *by_years = _owns(vectors, person, years)
    of_years = np.stack(by_years)
    rival = np.full(len(person), -1, np.int64)
    others = np.full((2, len(person)), _NONE, np.float32)
    if len(found) > 1:
        known = exemplars(vectors, person)
        rows = np.arange(len(person))
        if wanted is not None:
            several = near > _NONE  # a person's only face has nothing to be judged by
            own = np.where(several, near + np.maximum(average, of_years[1]), np.inf)
            alone = several & (near <= unlike) | unlike_their_years(of_years, unlike)
            rows = np.flatnonzero(wanted | alone | may_lose(known, vectors, person, own))
        who, *columns = rivals(known, vectors[rows], person[rows])
        rival[rows], others[:, rows] = found[who], columns
    return Standing(near, average, of_years, rival, *others)


def unlike_their_years(years: Vectors, unlike: float) -> Mask:
    """Faces that are like nobody of their years, or far better like their person at another time: bool [n].

    years: of a Standing; unlike: the cosine that strangers hardly reach. Whoever looks as somebody did as a child, such
    as a daughter, has several faces under that name, which support one another: the average is not deceived.
    """
    then, average, other = years
    usual = other - unlike
    deceived = (usual > 0) & (average - unlike <= _OTHER_YEARS * usual)
    return np.asarray((then > _NONE) & ((then <= unlike) | deceived))


def _owns(vectors: Vectors, person: Ids, years: Ids) -> Vectors:
    """near, average and years of a Standing, of all: float32 [5, n]."""
    found = np.full((5, len(person)), _NONE, np.float32)
    order = np.argsort(person, kind="stable")
    for rows in np.split(order, np.cumsum(np.bincount(person))[:-1]):
        for start in range(0, len(rows), _ROWS) if len(rows) > 1 else ():
            some = rows[start : start + _ROWS]
            cosines = vectors[some] @ vectors[rows].T
            cosines[np.arange(len(some)), start + np.arange(len(some))] = np.nan
            found[:2, some] = np.nanmax(cosines, axis=1), np.nanmean(cosines, axis=1)
            if years[rows].any():
                found[2:, some] = _of_years(cosines, years[some], years[rows])
    return found


def _of_years(cosines: Vectors, years: Ids, others: Ids) -> Vectors:
    """years of a Standing, float32 [3, r], of faces of these years; cosines [r, s], NaN: of itself."""
    known = (years > 0)[:, np.newaxis] & (others > 0) & ~np.isnan(cosines)
    timely = known & (np.abs(years[:, np.newaxis] - others) <= YEARS)
    number = timely.sum(axis=1)
    sums = np.where(timely, cosines, 0).sum(axis=1), np.nansum(cosines, axis=1)
    then = _share(sums[0], number), _share(sums[1] - sums[0], len(others) - 1 - number)
    found = np.stack([np.where(timely, cosines, _NONE).max(axis=1), *then])
    found[:2, number < FEW_YEARS] = _NONE
    return found


def _share(sums: Vectors, number: Ids) -> Vectors:
    """Averages; -1 of none."""
    return np.where(number > 0, sums / np.maximum(number, 1), _NONE).astype(np.float32)
