"""Faces that were taken twice: in copies of a photo, and in shots that follow one another within seconds.

At the same place of such a picture is the same person, which nobody had to say. They are far easier than other pairs of
one person, so no rate is estimated from them, and of photos that show one moment only one counts for the rates. What
they tell: how reliably the detector finds a face again, how far the embedder strays by itself, and whether the scale
fits this library at all, for what is missed here is missed everywhere.
"""

from __future__ import annotations

import os
import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from photoface.domain.calibration import Retaken
from photoface.domain.faces import Vectors
from photoface.domain.geometry import Box
from photoface.domain.similarity import angles
from photoface.matching.arrays import Ids
from photoface.matching.disjoint_sets import DisjointSets
from photoface.matching.intervals import interval
from photoface.services.photos.look_alikes import UNIFORM
from photoface.store.database import LibraryDatabase
from photoface.store.looks import Look, all_twins, present_looks
from photoface.store.pair_facts import confirmed_people, seen_faces

SECONDS = 2.0
NEAR_BITS = 12
"""Of the perceptual hash: a ninth of the picture moved by a thirtieth of its width changes as many (docs/benchmarks.md,
photos that look the same). Two shots within seconds may also be of two things."""

SAME_PLACE = 0.5
"""Overlap of two boxes, intersection over union, from which they are one face."""

MOST = 5_000
"""Pairs of photos that are looked at, by lot; more would tell no more."""

_TO_THE_SECOND = len("2020-01-02T03:04:05")

Angles = NDArray[np.float32]
Pairs = list[tuple[int, int]]
Seen = Mapping[int, Sequence[tuple[int, Box]]]


def moments(db: LibraryDatabase) -> Pairs:
    """Pairs of present photos that show one moment: verified copies, and what was taken right after."""
    looks = present_looks(db)
    there = {look.photo_id for look in looks}
    copies = {(one, first) for one, first, reason in all_twins(db) if reason == "same" and one != first}
    found = {(min(pair), max(pair)) for pair in copies if there.issuperset(pair)}
    return sorted(found | {(min(pair), max(pair)) for pair in _bursts(looks)})


def again(pairs: Pairs) -> frozenset[int]:
    """Photos that show a moment once more: of those that hang together all but the first."""
    sets = DisjointSets()
    for pair in pairs:
        sets.join(*pair)
    return frozenset(photo for group in sets.groups() for photo in group[1:])


def retaken(db: LibraryDatabase, pairs: Pairs, ids: Ids, vectors: Vectors, stranger: float) -> Retaken | None:
    """What they tell; None without any faces. ids int64 [n], vectors float32 [n, d]: faces that can be told well.

    stranger: the angle in radians within which 1 in 1,000 pairs of strangers are.
    """
    looked_at = pairs if len(pairs) <= MOST else random.Random(0).sample(pairs, MOST)
    seen, good = seen_faces(db, {photo for pair in looked_at for photo in pair}), frozenset(ids.tolist())
    faces = sum(face in good for pair in looked_at for photo in pair for face, _ in seen.get(photo, ()))
    if not faces:
        return None
    met = [(number, *faces) for number, pair in enumerate(looked_at) for faces in _met(seen, pair)]
    found = sum((one in good) + (other in good) for _, one, other in met)
    pairs_of_faces = np.array(list(_one_person(met, good, confirmed_people(db))), np.int64).reshape(-1, 3)
    moment, one, other = pairs_of_faces.T
    left, right = (vectors[np.searchsorted(ids, side)] for side in (one, other))
    apart = angles(np.einsum("ij,ij->i", left, right))
    return Retaken(len(looked_at), faces, found, len(apart), *_figures(apart, stranger, moment))


def _figures(apart: Angles, stranger: float, moment: Ids) -> tuple[float, float, float, float, float]:
    """median, most, missed, low and high of a Retaken; faces of one pair of photos share its fate."""
    if not len(apart):
        return 0.0, 0.0, 0.0, 0.0, 1.0
    missed = (apart > stranger).astype(np.float64)
    median, most = np.quantile(apart, [0.5, 0.95]).tolist()
    return median, most, float(missed.mean()), *interval(missed, moment)


def _bursts(looks: Iterable[Look]) -> Iterator[tuple[int, int]]:
    """Shots of one folder and shape that follow one another within seconds and look alike."""
    timed = [(_place(look), when, look) for look in looks if (when := _when(look)) is not None]
    ordered = sorted(timed, key=lambda each: (each[0], each[1], each[2].photo_id))
    for (place, then, before), (other_place, when, after) in pairwise(ordered):
        near = (int.from_bytes(before.hash) ^ int.from_bytes(after.hash)).bit_count() <= NEAR_BITS
        if place == other_place and (when - then).total_seconds() <= SECONDS and near and before.hash != UNIFORM:
            yield before.photo_id, after.photo_id


def _place(look: Look) -> tuple[bytes, int, int]:
    return os.path.dirname(look.path), look.width, look.height


def _when(look: Look) -> datetime | None:
    """By the clock of the camera; of those photos that tell it to the second."""
    if look.taken is None or len(look.taken) < _TO_THE_SECOND:
        return None
    return datetime.fromisoformat(look.taken).replace(tzinfo=None)


def _met(seen: Seen, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Faces of both photos that are at the same place, each the other's nearest."""
    one, other = (seen.get(photo, ()) for photo in pair)
    if not one or not other:
        return
    overlaps = np.array([[box.iou(there) for _, there in other] for _, box in one])
    for row, column in enumerate(overlaps.argmax(axis=1).tolist()):
        if overlaps[row, column] >= SAME_PLACE and overlaps[:, column].argmax() == row:
            yield one[row][0], other[column][0]


def _one_person(
    met: Iterable[tuple[int, int, int]], good: Collection[int], people: Mapping[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Both can be told well, and nobody said that they are two people."""
    for number, one, other in met:
        apart = one in people and other in people and people[one] != people[other]
        if one in good and other in good and not apart:
            yield number, one, other
