"""Why a question is asked: everything that its card shows besides the question, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.services.library import Library
from photoface.services.review.both_sides import Half, both_sides
from photoface.services.review.evidence import Evidence, evidence
from photoface.services.review.explaining import Explanation, explain
from photoface.services.review.questions import Kind, Question
from photoface.services.showing.portrait import Portrait, people_around, portraits_of

GRIDS = (Kind.NAME, Kind.SWEEP, Kind.STRANGERS)
"""Kinds that are asked with all their faces."""


@dataclass(frozen=True, slots=True)
class Explained:
    """explanation: of the surest face, who is nearest and who is ruled out; None where there is no face.

    sides: of a question whether two are one; portraits: of a question with a grid, its faces in order. together,
    same_days: people of the photos that it is about, and of all photos of those days: their names are likely.
    """

    evidence: Evidence
    explanation: Explanation | None
    sides: tuple[Half, Half] | None
    portraits: tuple[Portrait, ...]
    together: tuple[int, ...] = ()
    same_days: tuple[int, ...] = ()


def explained(library: Library, question: Question) -> Explained:
    """From stored facts only."""
    found = evidence(library, question)
    sides = both_sides(library, question, found) if question.kind is Kind.SAME else None
    faces = library.faces.by_ids(question.faces) if question.kind in GRIDS else []
    first = question.face.face_id if question.face else next(iter(question.faces), None)
    photos = {face.photo_id for face in library.faces.by_ids(question.faces)}
    return Explained(
        found,
        explain(library, first) if first is not None else None,
        sides,
        tuple(portraits_of(library, faces, faces)) if faces else (),
        *people_around(library, photos),
    )
