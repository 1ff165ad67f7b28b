"""What to ask next, what settles most first: who a group is, whether faces and groups are a person, whether two groups
are one. Computed anew, never stored; what was answered is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.importing.questions import open_questions
from photoface.services.library import Library
from photoface.services.review.asking import Asking
from photoface.services.review.question import Kind, Question

TOLD = 1.0
"""What a question is worth that a file raised: one face."""

__all__ = ["Kind", "Question", "count_merges", "count_open", "forecast", "questions", "review"]


def review(library: Library, person_id: int | None = None, limit: int = 200) -> list[Question]:
    """The questions that are open, those worth most first, as grids where one answer settles several groups; of one
    person only, if one is given.

    What somebody was not sure about comes again when there is more to see.
    """
    with library.db.consistent():
        found = [*Asking(library, person_id).all(limit), *_told(library, person_id)]
    return sorted(found, key=lambda one: -one.worth)[:limit]


def questions(library: Library, person_id: int | None = None, limit: int = 200) -> list[Question]:
    """The same one by one, for who looks at a face or a group at a time: kinds FACE, SAME and FILE only."""
    with library.db.consistent():
        found = [*Asking(library, person_id).one_by_one(limit), *_told(library, person_id)]
    return sorted(found, key=lambda one: -one.settles)[:limit]


def forecast(found: Sequence[Question], answers: int = 20) -> int:
    """How many faces the next so many answers settle, by expectation: what the first questions settle."""
    return sum(one.settles for one in found[:answers])


def count_open(library: Library) -> int:
    """How many faces are guessed to be somebody and wait for an answer."""
    return sum(person.suggested for person in library.people.list(hidden=False))


def count_merges(library: Library) -> int:
    """How many questions there are whether two groups without a name are one person; none before the first index."""
    if library.setting("pack") is None:
        return 0
    return sum(one.kind is Kind.SAME and one.person is None for one in review(library))


def _told(library: Library, person_id: int | None) -> list[Question]:
    """What files say and decisions do not; of all people only, for whom such a question is about is the question."""
    if person_id is not None:
        return []
    return [
        Question(
            Kind.FILE,
            None,
            one.face,
            None,
            None,
            0.0,
            1,
            () if one.face is None else (one.face.face_id,),
            TOLD,
            one,
        )
        for one in open_questions(library)
    ]
