"""Pairs of faces that are two people, as far as one can know without a look at the faces.

together: two faces of one photo. apart: two faces of different photos, drawn by lot, not of one group. met: faces of
different photos whose groups meet in a third one. confirmed: faces that a human confirmed to be two people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import Vectors
from photoface.matching.arrays import Ids, Mask
from photoface.matching.pair_counts import Numbers, PairCounts, counted

MOST = 300_000
"""Pairs of a kind that are looked at; 300 of them are as near as 1 in 1,000."""

CROWD = 30
"""Photos with more faces are contact sheets, posters and crowds: no party where people met."""

_STEP = 16384
_PER_MEETING = 16
_TIMES = 3.0  # the same two people, however often they are together, are worth so many pairs at most


@dataclass(frozen=True, slots=True, eq=False)
class KnownFaces:
    """n faces good enough to found groups. vectors float32 [n, d], unit rows; photo int64 [n]; group int64 [n]: -1:
    none; person int64 [n]: confirmed by a human, -1: nobody; mirror bool [n]: in a photo that a human called a mirror
    or collage."""

    vectors: Vectors
    photo: Ids
    group: Ids
    person: Ids
    mirror: Mask

    @property
    def who(self) -> Ids:
        """A number for each person as far as it can be told, from 0: confirmed, else the group, else the face."""
        size = int(self.group.max(initial=-1)) + 1
        alone = size + np.arange(len(self.photo))
        guessed = np.where(self.group >= 0, self.group, alone)
        named = size + len(self.photo) + self.person
        return np.unique(np.where(self.person >= 0, named, guessed), return_inverse=True)[1].astype(np.int64)

    def pairs(self, rows: Ids, weights: Numbers, units: Ids) -> PairCounts:
        """Counts of row pairs [p, 2] whose faces are of these units [n]."""
        return counted(self.angles(rows), weights, units[rows])

    def angles(self, rows: Ids) -> Vectors:
        """Radians [p] of row pairs [p, 2]."""
        found = np.empty(len(rows), np.float32)
        for start in range(0, len(rows), _STEP):
            some = rows[start : start + _STEP]
            found[start : start + _STEP] = np.einsum("ij,ij->i", self.vectors[some[:, 0]], self.vectors[some[:, 1]])
        return np.arccos(np.clip(found, -1.0, 1.0)).astype(np.float32)


def together(faces: KnownFaces) -> PairCounts:
    """Pairs within photos: each face counts about once, the same two people a few times; mirrors are left out."""
    rows = _within(faces.photo, np.flatnonzero(~faces.mirror), CROWD)
    rows = rows[(faces.person[rows[:, 0]] < 0) | (faces.person[rows[:, 0]] != faces.person[rows[:, 1]])]
    shown = np.bincount(faces.photo, minlength=1)[faces.photo[rows[:, 0]]]
    weights = _rarer(faces.who, rows) / np.maximum(shown - 1, 1)
    return faces.pairs(rows, weights, faces.photo)


def apart(faces: KnownFaces, rng: np.random.Generator) -> PairCounts:
    """Pairs by lot of different photos and groups: strangers but for people whose faces are in several groups."""
    size = len(faces.photo)
    rows = rng.integers(0, size, (MOST, 2)) if size > 1 else np.empty((0, 2), np.int64)
    who = faces.who
    two = (faces.photo[rows[:, 0]] != faces.photo[rows[:, 1]]) & (who[rows[:, 0]] != who[rows[:, 1]])
    return faces.pairs(rows[two], np.ones(int(two.sum())), who)


def met(faces: KnownFaces, rng: np.random.Generator) -> PairCounts:
    """Pairs of different photos of two groups that are together in some photo: nobody is twice in a photo."""
    who = faces.who
    rows = _within(faces.photo, np.flatnonzero(~faces.mirror), CROWD)
    both = np.unique(np.sort(who[rows], axis=1), axis=0)
    both = both[both[:, 0] != both[:, 1]]
    both = both[rng.permutation(len(both))[: MOST // _PER_MEETING]]
    order = np.argsort(who, kind="stable")
    starts, sizes = np.searchsorted(who[order], np.arange(who.max(initial=-1) + 1)), np.bincount(who)
    draws = rng.random((len(both), _PER_MEETING, 2)) * sizes[both][:, np.newaxis]
    drawn = order[starts[both][:, np.newaxis] + draws.astype(np.int64)].reshape(-1, 2)
    drawn = np.unique(drawn, axis=0)
    drawn = drawn[faces.photo[drawn[:, 0]] != faces.photo[drawn[:, 1]]]
    return faces.pairs(drawn, np.ones(len(drawn)), who)


def confirmed(faces: KnownFaces, rng: np.random.Generator) -> PairCounts:
    """Pairs of different photos that humans confirmed to be two people."""
    known = np.flatnonzero(faces.person >= 0)
    rows = known[rng.integers(0, len(known), (MOST, 2))] if len(known) else np.empty((0, 2), np.int64)
    rows = np.unique(np.sort(rows, axis=1), axis=0)
    two = (faces.person[rows[:, 0]] != faces.person[rows[:, 1]]) & (faces.photo[rows[:, 0]] != faces.photo[rows[:, 1]])
    return faces.pairs(rows[two], np.ones(int(two.sum())), faces.who)


def genuine(faces: KnownFaces) -> PairCounts:
    """Pairs of different photos of one person: confirmed, else of one group, a few of each."""
    who = faces.who
    order = np.argsort(who, kind="stable")
    rows = [np.stack([order[:-step], order[step:]], axis=1) for step in (1, 2, 5) if len(order) > step]
    every = np.concatenate(rows) if rows else np.empty((0, 2), np.int64)
    same = (who[every[:, 0]] == who[every[:, 1]]) & (faces.photo[every[:, 0]] != faces.photo[every[:, 1]])
    return faces.pairs(every[same], np.ones(int(same.sum())), who)


def _within(photo: Ids, rows: Ids, most: int) -> Ids:
    """All row pairs [p, 2] of one photo, of photos with at most so many faces."""
    order = rows[np.argsort(photo[rows], kind="stable")]
    sizes = np.bincount(photo[rows], minlength=1)[photo[order]]
    order = order[sizes <= most]
    found = []
    for step in range(1, most):
        if len(order) <= step:
            break
        ends = np.stack([order[:-step], order[step:]], axis=1)
        ends = ends[photo[ends[:, 0]] == photo[ends[:, 1]]]
        if not len(ends):
            break
        found.append(ends)
    return np.concatenate(found) if found else np.empty((0, 2), np.int64)


def _rarer(who: Ids, rows: Ids) -> Numbers:
    """Weights [p]: n pairs of the same two people weigh n / (1 + (n - 1) / 3) together."""
    both = np.sort(who[rows], axis=1)
    _, pair, times = np.unique(both, axis=0, return_inverse=True, return_counts=True)
    found: Numbers = 1 / (1 + (times[pair.reshape(-1)] - 1) / _TIMES)
    return found
