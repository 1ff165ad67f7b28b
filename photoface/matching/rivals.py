"""Whom else each face stands well with, nearest exemplar and average together; most faces need not be looked at.

Where an exemplar x lies within r of the middle m of its person's, v·x <= v·m + r for every unit v (Cauchy-Schwarz). So
one product with the middles tells of nearly all faces that nobody else stands better with them than their own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import Vectors
from photoface.matching.arrays import Ids, Mask

EXEMPLARS = 50
"""So many faces of a person, evenly taken, stand for all when they are the nearest of another one."""

_ROWS = 128  # a block of products stays in the cache
_FEW = 3  # exemplars whose middle one wrong face moves half way to somebody else
_FAR = 1.2  # exemplars this many times as far from their middle as is usual stand for themselves
_ROUNDING = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Exemplars:
    """Of p people. vectors float32 [e, d]; person int64 [e], 0..p-1, rising; average float32 [p, d]: of all faces."""

    vectors: Vectors
    person: Ids
    average: Vectors

    def both(self, rows: Mask | slice) -> Vectors:
        """What a face's product with tells how near the exemplar and its person's average are together: [r, d]."""
        return self.vectors[rows] + self.average[self.person[rows]]


def exemplars(vectors: Vectors, person: Ids) -> Exemplars:
    """vectors float32 [n, d]; person int64 [n], every number from 0 on."""
    order, sizes = np.argsort(person, kind="stable"), np.bincount(person)
    ends = np.cumsum(sizes)
    shown = np.concatenate([_evenly(end - size, size) for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)])
    return Exemplars(vectors[order[shown]], person[order[shown]], _middles(vectors[order], person[order])[0])


def rivals(of: Exemplars, vectors: Vectors, person: Ids) -> tuple[Ids, Vectors, Vectors]:
    """The other person that each face stands best with, int64 [n]; cosines to their nearest exemplar and on average.

    There are two people at least. vectors float32 [n, d]; person int64 [n]: the faces' own.
    """
    both, best = of.both(slice(None)).T.copy(), np.empty(len(person), np.int64)
    for here in _blocks(len(person)):
        products = vectors[here] @ both
        _leave_out(products, of.person, person[here])
        best[here] = products.argmax(axis=1)
    rival = of.person[best]
    near = np.einsum("ij,ij->i", vectors, of.vectors[best])
    return rival, near, np.einsum("ij,ij->i", vectors, of.average[rival])


def may_lose(of: Exemplars, vectors: Vectors, person: Ids, own: Vectors) -> Mask:
    """Where somebody else may stand better than ``own`` float32 [n], nearest and average together: bool [n].

    False is certain, true is not.
    """
    columns, owners, reach = _bounds(of)
    columns, found = columns.T.copy(), np.empty(len(person), bool)
    for here in _blocks(len(person)):
        products = vectors[here] @ columns
        products += reach
        _leave_out(products, owners, person[here])
        found[here] = products.max(axis=1) > own[here] - _ROUNDING
    return found


def _bounds(of: Exemplars) -> tuple[Vectors, Ids, Vectors]:
    """Directions [c, d], whose they are (rising), and by how much an exemplar there may be nearer: float32 [c]."""
    core = _core(of)
    middles, first = _middles(of.vectors[core], of.person[core])
    whose = of.person[core][first]
    radius = np.linalg.norm(of.vectors[core] - middles[np.searchsorted(whose, of.person[core])], axis=1)
    reach = np.maximum.reduceat(radius, first) if len(first) else np.empty(0, np.float32)
    columns = np.concatenate([middles + of.average[whose], of.both(~core)])
    owners = np.concatenate([whose, of.person[~core]])
    reach = np.concatenate([reach, np.zeros(len(owners) - len(reach), np.float32)])
    order = np.argsort(owners, kind="stable")
    return columns[order], owners[order], reach[order]


def _core(of: Exemplars) -> Mask:
    """Exemplars that their person's middle stands for: bool [e]."""
    sizes = np.bincount(of.person)[of.person]
    apart = np.linalg.norm(of.vectors - _middles(of.vectors, of.person)[0][of.person], axis=1)
    apart /= np.sqrt(1 - 1 / np.maximum(sizes, 2))  # few are nearer to their mean
    several = sizes > 1
    far = apart > _FAR * np.median(apart[several]) if several.any() else ~several
    spoilt = np.bincount(of.person, far)[of.person] > 0
    return np.asarray(several & ~far & ~(spoilt & (sizes <= _FEW)))


def _middles(vectors: Vectors, person: Ids) -> tuple[Vectors, Ids]:
    """The mean of each person's vectors (people rising), and where they begin."""
    first = np.flatnonzero(np.diff(person, prepend=-1))
    if not len(first):
        return vectors, first
    sizes = np.diff(np.append(first, len(person)))[:, np.newaxis]
    return np.divide(np.add.reduceat(vectors, first, axis=0), sizes, dtype=np.float32), first


def _leave_out(products: Vectors, owners: Ids, person: Ids) -> None:
    """Own columns of each row count for nothing; owners rise."""
    starts, ends = np.searchsorted(owners, person), np.searchsorted(owners, person, side="right")
    for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        products[row, start:end] = -np.inf


def _evenly(first: int, size: int) -> Ids:
    """At most EXEMPLARS places of so many."""
    return np.unique(np.linspace(first, first + size - 1, min(size, EXEMPLARS)).astype(np.int64))


def _blocks(size: int) -> list[slice]:
    return [slice(start, start + _ROWS) for start in range(0, size, _ROWS)]
