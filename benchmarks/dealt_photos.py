"""Libraries of known people whose faces are dealt into photos by lot, with mirrors, collages and twins among them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import unit
from photoface.matching.impostors import KnownFaces
from photoface.services.calibration.calibrating import known_faces
from photoface.services.evaluation.truth import Truth, labelled
from photoface.services.library import Library

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """faces: of a library; people int64 [n]: who they really are, -1: nobody knows; judged bool [n]: whose pairs are
    the truth."""

    faces: KnownFaces
    people: Ids
    judged: NDArray[np.bool_]


def of_library(library: Library) -> Known:
    """As it is: real photos, real groups, and people by the folders that photos lie in."""
    found = labelled(library, Truth("folders"))
    faces = known_faces(library.db, library.embedding().parts)
    ids = library.vectors.load(library.embedding().parts, without=library.ledger.excluded())[0]
    ids = ids[library.founding(ids)]
    who = dict(zip(found.face_ids.tolist(), found.people.tolist(), strict=True))
    people = np.array([who.get(face, -1) for face in ids.tolist()], np.int64)
    return Known(faces, people, people >= 0)


def chosen(known: Known, which: NDArray[np.bool_]) -> Known:
    """Some of the faces."""
    faces = known.faces
    columns = (each[which] for each in (faces.vectors, faces.photo, faces.group, faces.person, faces.mirror))
    return Known(KnownFaces(*columns), known.people[which], known.judged[which])


def alone(known: Known) -> Known:
    """The labelled faces, each in a photo of its own."""
    some = chosen(known, known.people >= 0)
    return replace(some, faces=replace(some.faces, photo=np.arange(len(some.people))))


def dealt(known: Known, rng: np.random.Generator, most: int = 4) -> Known:
    """The labelled faces, two to ``most`` of different people in each photo."""
    some = alone(known)
    photo, left, number = np.full(len(some.people), -1), rng.permutation(len(some.people)).tolist(), 0
    while left:
        picked: dict[int, int] = {}
        size = int(rng.integers(2, most + 1))
        for row in left[:200]:
            if len(picked) < size:
                picked.setdefault(int(some.people[row]), row)
        photo[list(picked.values())] = number
        taken, number = set(picked.values()), number + 1
        left = [row for row in left if row not in taken]
    return replace(some, faces=replace(some.faces, photo=photo))


def with_false(known: Known, share: float, kind: str, rng: np.random.Generator) -> Known:
    """Photos more that show one person twice, until these are ``share`` of all pairs of one photo.

    kind: 'mirror' (nearly the same face) or 'collage' (another photo of the person).
    """
    sizes = np.bincount(known.faces.photo)
    wanted = round(share / (1 - share) * int((sizes * (sizes - 1) // 2).sum()))
    several = np.flatnonzero(np.bincount(known.people)[known.people] > 1)
    first = rng.choice(several, wanted)
    if kind == "collage":
        second = np.array([_other(known.people, row, rng) for row in first], np.int64)
        beside = known.faces.vectors[second]
    else:
        second, noise = first, rng.normal(size=(wanted, known.faces.vectors.shape[1]))
        beside = unit((known.faces.vectors[first] + 0.1 * unit(noise.astype(np.float32))).astype(np.float32))
    numbers = known.faces.photo.max() + 1 + np.arange(wanted)
    rows = np.concatenate([np.arange(len(known.people)), first, second])
    more = chosen(known, rows)
    vectors = np.concatenate([known.faces.vectors, known.faces.vectors[first], beside])
    photo = np.concatenate([known.faces.photo, numbers, numbers])
    judged = np.concatenate([known.judged, np.zeros(2 * wanted, bool)])
    return Known(replace(more.faces, vectors=vectors, photo=photo), more.people, judged)


def with_twins(known: Known, pairs: int, rng: np.random.Generator) -> Known:
    """The people with most faces fall into two, who look the same and are together in every photo of theirs.

    Truth about strangers leaves them out; their groups are told apart, as photos tell.
    """
    photo, group = known.faces.photo.copy(), known.faces.group.copy()
    number = int(photo.max()) + 1
    for person in np.argsort(-np.bincount(known.people), kind="stable")[:pairs]:
        rows = rng.permutation(np.flatnonzero(known.people == person))
        half = len(rows) // 2
        photo[rows[:half]] = photo[rows[half : 2 * half]] = number + np.arange(half)
        group[rows[:half]] = group.max() + 1
        group[rows[half:]] = group.max() + 1
        number += half
    return replace(known, faces=replace(known.faces, photo=photo, group=group))


def confirmed(known: Known, share: float, rng: np.random.Generator) -> Known:
    """This share of the people are confirmed, all of their faces; only pairs of the others are the truth."""
    told = rng.random(known.people.max() + 1) < share
    sure = told[known.people] & (known.people >= 0)
    person = np.where(sure, known.people, -1)
    return Known(replace(known.faces, person=person), known.people, known.judged & ~sure)


def alike(known: Known, parts: int) -> Ids:
    """Which of some parts each face's person is in: people who resemble one another, int64 [n]; -1: nobody known."""
    from sklearn.cluster import KMeans

    there = known.people >= 0
    people, rows = np.unique(known.people[there], return_inverse=True)
    means = np.zeros((len(people), known.faces.vectors.shape[1]))
    np.add.at(means, rows, known.faces.vectors[there])
    means = unit(means.astype(np.float32))
    labels = KMeans(parts, n_init=2, random_state=0).fit_predict(unit(means - means.mean(axis=0)))
    found = np.full(len(known.people), -1, np.int64)
    found[there] = labels[rows]
    return found


def _other(people: Ids, row: int, rng: np.random.Generator) -> int:
    mates = np.flatnonzero(people == people[row])
    return int(rng.choice(mates[mates != row]))
