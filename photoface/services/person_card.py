"""A person on one card: how many faces and how sure, how often suggestions were right, with whom they are confused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import FOUNDING_QUALITY
from photoface.domain.people import Face, FaceState, Person
from photoface.services.library import Library
from photoface.services.pair_rates import pair_rates, rate_of
from photoface.services.resemblance import angle_of
from photoface.services.spot_check import Precision, precision_of
from photoface.store.arrays import pieces
from photoface.store.reviews import Review, drawn_of, mistaken_for, reviews_of

SHOWN = 3

# So many of a person's pictures, the best ones, are compared with everybody's: more would take seconds and gigabytes.
_COMPARED = 256


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another person. faces: taken for one another and corrected since; angle: radians, between the nearest two
    decided faces; rate: the share of strangers as near, None if unmeasured."""

    person: Person
    faces: int
    angle: float
    rate: float | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """person: with counts of confirmed, named and suggested faces. rejected: faces that were said not to be them.

    suggested, named: of such faces that somebody looked at, how many were right; chosen by the review, so biased.
    drawn: of those drawn by lot, unbiased. confused: most confused with, the worst first.
    too_poor: of their faces, those that are too small or blurred to be told.
    """

    person: Person
    rejected: int
    suggested: Precision
    named: Precision
    drawn: Precision
    confused: tuple[Confusion, ...]
    too_poor: tuple[Face, ...]


def person_card(library: Library, person_id: int) -> PersonCard:
    """Raises NotFound for a person that is not there."""
    with library.db.consistent():
        person = library.people.get(person_id)
        faces = library.faces.list(person_id=person_id)
        reviews = reviews_of(library.db, person_id)
        return PersonCard(
            person,
            len(library.ledger.rejected_from(person_id)),
            _precision(reviews, FaceState.SUGGESTED),
            _precision(reviews, FaceState.NAMED),
            precision_of(drawn_of(library.db, person_id)),
            _confused(library, person_id),
            tuple(face for face in faces if face.quality < FOUNDING_QUALITY),
        )


def _precision(reviews: Sequence[Review], was: FaceState) -> Precision:
    right = [each.correct for each in reviews if each.was == was.value]
    return Precision(sum(right), len(right) - sum(right))


def _confused(library: Library, person_id: int) -> tuple[Confusion, ...]:
    """Whom they were mistaken for most often, and then who is nearest."""
    mistaken, nearest = mistaken_for(library.db, person_id), _nearest(library, person_id)
    ranked = sorted({*mistaken, *nearest}, key=lambda other: (-mistaken.get(other, 0), nearest.get(other, np.pi)))
    rates = pair_rates(library)
    return tuple(
        Confusion(person, mistaken.get(person.person_id, 0), angle, rate_of(rates, angle))
        for person in library.people.by_ids(ranked[:SHOWN])
        for angle in (nearest.get(person.person_id, float(np.pi)),)
    )


def _nearest(library: Library, person_id: int) -> Mapping[int, float]:
    """Other person -> the angle between the nearest two decided faces, radians; of this person the best pictures."""
    owners = library.ledger.owners()
    ids = np.array(sorted(owners), np.int64)
    whose = np.array([owners[face] for face in ids.tolist()], np.int64)
    quality = library.faces.qualities(ids)
    good, mine = quality >= FOUNDING_QUALITY, whose == person_id
    own = np.flatnonzero(good & mine)
    parts = library.embedding().parts
    _, probes = library.vectors.load(parts, ids[own[np.argsort(-quality[own], kind="stable")[:_COMPARED]]].tolist())
    found: dict[int, float] = {}
    others = np.flatnonzero(good & ~mine)
    for part in pieces(len(others) if len(probes) else 0):  # all at once they would be a hundred megabytes
        faces, vectors = library.vectors.load(parts, ids[others[part]].tolist())
        cosines = (vectors @ probes.T).max(axis=1, initial=-1).tolist()
        for face, cosine in zip(faces.tolist(), cosines, strict=True):
            found[owners[face]] = min(found.get(owners[face], np.pi), angle_of(cosine))
    return found
