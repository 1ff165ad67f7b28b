"""What a human writes about a person: cover, birth date, notes; and "not this person", taken back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from photoface.domain.errors import BadRequest, Conflict
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.references import faces_by_id


def set_cover(library: Library, person_id: int, face_id: int) -> Outcome:
    """The face that stands for a person. Conflict when nobody decided that it is that person."""
    person, (face,) = library.people.get(person_id), faces_by_id((face_id,), library.faces)
    if face.person_id != person_id or not face.state.decided:
        raise Conflict(
            f"Nobody has confirmed yet that this face is {person.name}; nothing was changed. Confirm it first."
        )
    with library.journal.operation("cover", f"another cover for {person.name}") as record:
        record.put("person", {"id": person_id, "cover_face_id": face_id})
    return Outcome(record.operation_id, f"this face stands for {person.name} now", 0, person_id)


def set_facts(library: Library, person_id: int, birth_date: str | None, notes: str) -> Outcome:
    """A birth date (YYYY-MM-DD, or None) and notes. Raises BadRequest for a date that there is not."""
    person = library.people.get(person_id)
    born = _date(birth_date) if birth_date else None
    row = {"id": person_id, "birth_date": born.isoformat() if born else None, "notes": notes.strip()}
    with library.journal.operation("facts", f"birth date and notes of {person.name}") as record:
        record.put("person", row)
    said = f"noted of {person.name}" if record.operation_id is not None else "nothing was changed"
    return Outcome(record.operation_id, said, 0, person_id)


def accept(library: Library, face_ids: Sequence[int], person_id: int) -> Outcome:
    """These faces may be this person after all: "not this person" is taken back, nothing else is decided."""
    person = library.people.get(person_id)
    ids = set(library.ledger.rejected_from(person_id)).intersection(face_ids)
    if not ids:
        return Outcome(None, f"nobody said that they are not {person.name}; nothing was changed")
    what = "1 face" if len(ids) == 1 else f"{len(ids):,} faces"
    with library.journal.operation("accept", f"{what} may be {person.name} after all") as record:
        record.drop_many("rejection", [{"face_id": each, "person_id": person_id} for each in sorted(ids)])
    return Outcome(record.operation_id, f"{what} may be {person.name} after all", len(ids), person_id)


def age_in(birth_date: str | None, year: str) -> int | None:
    """How old a person gets in that year; None where it is not known, or before the birth."""
    if not birth_date or not year.isdecimal():
        return None
    age = int(year) - int(birth_date[:4])
    return age if age >= 0 else None


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(f"There is no day {text}; a birth date looks like 2015-03-21. Nothing was changed.") from error
