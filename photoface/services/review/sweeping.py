"""Many guesses of one person looked through at once: the wrong ones taken out, the others confirmed, in one step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from photoface.domain.errors import Conflict
from photoface.domain.people import Face, FaceState, Person
from photoface.services.deciding.correcting import take_in, turn_away
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.showing import lists
from photoface.services.showing.portrait import Portrait, likest_first, portraits_of

MOST = 200
"""Faces of one sweep: a few screens, so that it has an end."""
_KNOWN = 6


@dataclass(frozen=True, slots=True)
class Sweep:
    """Guesses of one person, the likest first. waiting: how many there are in all.

    known: ids of decided faces to compare with, the sharpest first.
    """

    person: Person
    guesses: tuple[Portrait, ...]
    waiting: int
    known: tuple[int, ...]


def sweep_of(library: Library, person_id: int) -> Sweep:
    """What is to look through of this person. Raises NotFound."""
    with library.db.consistent():
        person = library.people.get(person_id)
        guesses = lists.faces(library, lists.suggestion_ids(library, person_id))
        decided = lists.faces(library, lists.person_face_ids(library, person_id))
        ordered = likest_first(portraits_of(library, guesses, decided or guesses))
    sharpest = sorted(decided, key=lambda face: (face.state is not FaceState.CONFIRMED, -face.quality, face.face_id))
    return Sweep(person, tuple(ordered[:MOST]), len(guesses), tuple(face.face_id for face in sharpest[:_KNOWN]))


def next_sweep(library: Library, skipped: Collection[int] = ()) -> Sweep | None:
    """Of whoever has most guesses; those who were skipped come last. None when nothing waits."""
    waiting = [one for one in library.people.list(hidden=False) if one.suggested]
    if not waiting:
        return None
    chosen = min(waiting, key=lambda one: (one.person_id in skipped, -one.suggested, one.person_id))
    return sweep_of(library, chosen.person_id)


def finish_sweep(library: Library, person_id: int, right: Sequence[int], wrong: Sequence[int]) -> Outcome:
    """The right ones are confirmed as this person, the wrong ones never are; nothing else changes.

    Raises Conflict where somebody has decided meanwhile that a face is somebody else, or nobody.
    """
    person, home = library.people.get(person_id), library.groups.home_of(person_id)
    if not right and not wrong:
        return Outcome(None, "no face was chosen; nothing was changed", person_id=person_id)
    yes, no = (list(faces_by_id(tuple(ids), library.faces)) if ids else [] for ids in (right, wrong))
    _refuse_decided([*yes, *no], person)
    summary = _summary(len(yes), len(no), person.name)
    with library.journal.operation("sweep", summary) as record:
        if yes:
            take_in(library, record, yes, person_id, home)
        if no:
            turn_away(library, record, no, person_id)
    return Outcome(record.operation_id, summary, len(yes) + len(no), person_id)


def _refuse_decided(faces: Sequence[Face], person: Person) -> None:
    for face in faces:
        if face.state.decided and face.person_id != person.person_id:
            raise Conflict(
                f"Face {face.face_id} has been decided meanwhile and is not a guess any more; nothing was changed."
            )


def _summary(yes: int, no: int, name: str) -> str:
    confirmed = f"{_faces(yes)} confirmed as {name}"
    rejected = f"{_faces(no)}: not {name}"
    return f"{confirmed}, {no:,} not" if yes and no else confirmed if yes else rejected


def _faces(number: int) -> str:
    return "1 face" if number == 1 else f"{number:,} faces"
