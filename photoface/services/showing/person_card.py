"""A person on one card: how many faces and how sure, how often suggestions were right, with whom they are confused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import FOUNDING_QUALITY, Vectors
from photoface.domain.people import Face, FaceState, Person
from photoface.domain.similarity import angles
from photoface.services.calibration.pair_rates import pair_rates, rate_of
from photoface.services.library import Library
from photoface.services.review.spot_check import Precision, precision_of
from photoface.store.arrays import pieces
from photoface.store.exemplar_faces import best_of, some_of_each
from photoface.store.reviews import Review, drawn_of, mistaken_for, reviews_of

SHOWN = 3

# To compare all faces of everybody takes seconds in a large library, and a card is opened in between. So a few of each
# other person show who may be near, and those who are have their best faces compared with the best of this one.
_PROBES, _FEW, _LIKELY, _COMPARED = 64, 3, 24, 256


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
        poor = library.faces.poor(person_id, FOUNDING_QUALITY)
        reviews = reviews_of(library.db, person_id)
        return PersonCard(
            person,
            len(library.ledger.rejected_from(person_id)),
            _precision(reviews, FaceState.SUGGESTED),
            _precision(reviews, FaceState.NAMED),
            precision_of(drawn_of(library.db, person_id)),
            _confused(library, person_id),
            tuple(poor),
        )


def _precision(reviews: Sequence[Review], was: FaceState) -> Precision:
    right = [each.correct for each in reviews if each.was == was.value]
    return Precision(sum(right), len(right) - sum(right))


def _confused(library: Library, person_id: int) -> tuple[Confusion, ...]:
    """Whom they were mistaken for most often, and then who is nearest."""
    mistaken = mistaken_for(library.db, person_id)
    nearest = _nearest(library, person_id, sorted(mistaken, key=lambda other: -mistaken[other])[:SHOWN])
    ranked = sorted({*mistaken, *nearest}, key=lambda other: (-mistaken.get(other, 0), nearest.get(other, np.pi)))
    rates = pair_rates(library)
    return tuple(
        Confusion(person, mistaken.get(person.person_id, 0), angle, rate_of(rates, angle))
        for person in library.people.by_ids(ranked[:SHOWN])
        for angle in (nearest.get(person.person_id, float(np.pi)),)
    )


def _nearest(library: Library, person_id: int, also: Sequence[int]) -> Mapping[int, float]:
    """Other person -> the angle between the nearest two decided faces, radians: of those who are nearest by a few of
    their faces, and of these."""
    own = [*best_of(library.db, [person_id], _COMPARED, FOUNDING_QUALITY)]
    _, probes = library.vectors.load(library.embedding().parts, own)
    if not len(probes):
        return {}
    some = some_of_each(library.db, _FEW, FOUNDING_QUALITY)
    likely = _angles(library, probes[:: -(-len(probes) // _PROBES)], some)
    likely.pop(person_id, None)
    chosen = {*sorted(likely, key=lambda other: likely[other])[:_LIKELY], *also}
    return _angles(library, probes, best_of(library.db, sorted(chosen), _COMPARED, FOUNDING_QUALITY))


def _angles(library: Library, probes: Vectors, whose: Mapping[int, int]) -> dict[int, float]:
    """Person id -> the least angle between a probe and one of their faces. whose: face id -> person id."""
    faces, vectors = library.vectors.load(library.embedding().parts, sorted(whose))
    if not len(faces):
        return {}
    people, row = np.unique([whose[face] for face in faces.tolist()], return_inverse=True)
    best = np.full(len(people), -1.0, np.float32)
    for part in pieces(len(faces)):  # all at once they would be megabytes
        np.maximum.at(best, row[part], (vectors[part] @ probes.T).max(axis=1))
    return dict(zip(people.tolist(), angles(best).tolist(), strict=True))
