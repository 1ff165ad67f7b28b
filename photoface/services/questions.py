"""What to ask next, what settles most first: who a group is, whether faces and groups are a person, whether two groups
are one. Computed anew, never stored; what was answered is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.asking import Asking
from photoface.services.library import Library
from photoface.services.question import Kind, Question

__all__ = ["Kind", "Question", "count_open", "forecast", "questions", "review"]


def review(library: Library, person_id: int | None = None, limit: int = 200) -> list[Question]:
    """The questions that are open, those worth most first, as grids where one answer settles several groups; of one
    person only, if one is given.

    What somebody was not sure about comes again when there is more to see.
    """
    with library.db.consistent():
        found = Asking(library, person_id).all(limit)
    return sorted(found, key=lambda one: -one.worth)[:limit]


def questions(library: Library, person_id: int | None = None, limit: int = 200) -> list[Question]:
    """The same one by one, for who looks at a face or a group at a time: kinds FACE and SAME only."""
    with library.db.consistent():
        found = Asking(library, person_id).one_by_one(limit)
    return sorted(found, key=lambda one: -one.settles)[:limit]


def forecast(found: Sequence[Question], answers: int = 20) -> int:
    """How many faces the next so many answers settle, by expectation: what the first questions settle."""
    return sum(one.settles for one in found[:answers])


def count_open(library: Library) -> int:
    """How many faces are guessed to be somebody and wait for an answer."""
    return sum(person.suggested for person in library.people.list(hidden=False))
