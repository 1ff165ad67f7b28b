"""The two sides of the question whether they are one person: how many faces, which years, some in their photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.geometry import Box
from photoface.domain.people import Face, Person
from photoface.services.library import Library
from photoface.services.review.evidence import Evidence, frame_of
from photoface.services.review.questions import Question
from photoface.store import around


@dataclass(frozen=True, slots=True)
class Shown:
    """A face, and where in its photo it is, in parts of the photo's width and height; None where nobody knows."""

    face: Face
    frame: Box | None


@dataclass(frozen=True, slots=True)
class Half:
    """person: None for a group without a name; faces: how many; years: of its photos, rising; shown: some faces."""

    person: Person | None
    faces: int
    years: tuple[str, ...]
    shown: tuple[Shown, ...]


def both_sides(library: Library, question: Question, found: Evidence) -> tuple[Half, Half]:
    """The side that is asked about and the one it may be, with the faces that the evidence names."""
    with library.db.consistent():
        asked = library.groups.members(question.group.cluster_id) if question.group else []
        known = _known(library, question)
        nearest = [near.face for near in found.known]
        return (
            _half(library, None, asked, found.asked),
            _half(library, question.person, known, nearest),
        )


def _known(library: Library, question: Question) -> Sequence[int]:
    if question.person is not None:
        return list(library.ledger.decided_as(question.person.person_id))
    return library.groups.members(question.other.cluster_id) if question.other else []


def _half(library: Library, person: Person | None, ids: Sequence[int], faces: Sequence[Face]) -> Half:
    photos = {face.photo_id for face in library.faces.by_ids(ids)}
    years = sorted({taken[:4] for taken in around.taken(library.db, photos).values()})
    return Half(person, len(ids), tuple(years), tuple(Shown(face, frame_of(library, face)) for face in faces))
