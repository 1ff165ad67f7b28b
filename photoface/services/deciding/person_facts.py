"""What a human writes about a person: cover, birth date, nickname, notes, favourite; and "not this person", taken
back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.people import Person
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.journal import Recorder
from photoface.store.people_rows import setting_key


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


def set_facts(
    library: Library,
    person_id: int,
    birth_date: str | None,
    notes: str,
    nickname: str | None = None,
) -> Outcome:
    """A birth date (YYYY-MM-DD, or None) and notes. Raises BadRequest for a date that there is not.

    nickname: another name that the person is found by, empty for none; None: stays as it is.
    """
    person = library.people.get(person_id)
    born = _date(birth_date) if birth_date else None
    row = {"id": person_id, "birth_date": born.isoformat() if born else None, "notes": notes.strip()}
    with library.journal.operation("facts", f"birth date and notes of {person.name}") as record:
        record.put("person", row)
        if nickname is not None:
            _keep(record, setting_key(person.uuid, "nickname"), " ".join(nickname.split()))
    said = f"noted of {person.name}" if record.operation_id is not None else "nothing was changed"
    return Outcome(record.operation_id, said, 0, person_id)


def set_favourite(library: Library, person_ids: Sequence[int], *, favourite: bool) -> Outcome:
    """These people come first, or no longer; one step."""
    people = [one for one in library.people.by_ids(person_ids) if one.favourite != favourite]
    if not people:
        return Outcome(None, "nothing was changed")
    who = people[0].name if len(people) == 1 else f"{len(people):,} people"
    summary = f"add {who} to the favourites" if favourite else f"take {who} from the favourites"
    with library.journal.operation("favourite", summary) as record:
        for one in people:
            _keep(record, setting_key(one.uuid, "favourite"), "yes" if favourite else "")
    return Outcome(record.operation_id, summary)


def hand_over_facts(record: Recorder, source: Person, target: Person) -> None:
    """Who goes into somebody leaves the nickname, if that one has none, and stays a favourite."""
    loved = "yes" if source.favourite or target.favourite else ""
    kept = {"nickname": target.nickname or source.nickname, "favourite": loved}
    for fact, value in kept.items():
        _keep(record, setting_key(target.uuid, fact), value)
        record.drop("setting", {"key": setting_key(source.uuid, fact)})


def _keep(record: Recorder, key: str, value: str) -> None:
    """A setting, or none where it is empty."""
    if value:
        record.put_many("setting", [{"key": key, "value": value}])
    else:
        record.drop("setting", {"key": key})


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
