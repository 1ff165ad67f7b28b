"""Who is meant: names and uuids that files tell, as people of the library or as new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from photoface.domain.decisions import Decisions, PersonRecord
from photoface.domain.tags import same_name
from photoface.services.importing.values import PersonKey, PlannedPerson
from photoface.services.library import Library
from photoface.store import decided


class PeopleIndex:
    """One import's people. A uuid is one person whatever the name; equal names (whatever the case) are one person,
    unless the records of one library tell two apart."""

    def __init__(self, library: Library, documents: Iterable[Decisions]) -> None:
        self.planned: dict[PersonKey, PlannedPerson] = {}
        self._names: dict[int, str] = {}
        self._by_uuid: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for person_id, uuid, name, *_ in decided.person_rows(library.db):
            self._names[person_id] = name
            self._by_uuid[uuid] = person_id
            self._by_name[same_name(name)].append(person_id)
        self._records = _records(documents)
        self._told: dict[str, list[str]] = defaultdict(list)
        for record in self._records.values():
            self._told[same_name(record.name)].append(record.uuid)

    def of_uuid(self, uuid: str) -> PersonKey | None:
        """Who has this uuid; None for one that no record knows."""
        person_id = self._by_uuid.get(uuid)
        if person_id is not None:
            return self.known(person_id)
        record = self._records.get(uuid)
        return None if record is None else self._of_record(record)

    def of_name(self, name: str) -> PersonKey | None:
        """Who has this name: in the library, else in the records; somebody new, else. None: several people have it."""
        known = self._exact(name) or self._by_name.get(same_name(name), [])
        if known:
            return self.known(known[0]) if len(known) == 1 else None
        told = self._told.get(same_name(name), [])
        if told:
            return self._of_record(self._records[told[0]]) if len(told) == 1 else None
        key = same_name(name)
        self.planned.setdefault(key, PlannedPerson(key, name))
        return key

    def everybody(self) -> None:
        """All people of the records are wanted, those without a face too."""
        for uuid in self._records:
            self.of_uuid(uuid)

    def uuids(self) -> dict[str, PersonKey]:
        """Uuid -> who that is, of all people of the records that were asked for."""
        return {uuid: key for uuid in self._records if (key := self.of_uuid(uuid)) in self.planned and key is not None}

    def name_of(self, key: PersonKey) -> str:
        return self.planned[key].name

    def _exact(self, name: str) -> list[int]:
        return [person_id for person_id in self._by_name.get(same_name(name), []) if self._names[person_id] == name]

    def known(self, person_id: int) -> PersonKey:
        """Somebody that the library has."""
        key = f"#{person_id}"
        self.planned.setdefault(key, PlannedPerson(key, self._names[person_id], person_id))
        return key

    def _of_record(self, record: PersonRecord) -> PersonKey:
        """Somebody of another library: the one of the same name here, if it can be only one and one only."""
        namesakes = [each for each in self._by_name.get(same_name(record.name), []) if not self._is_told(each)]
        if len(namesakes) == 1 and len(self._told[same_name(record.name)]) == 1:
            return self.known(namesakes[0])
        self.planned.setdefault(record.uuid, PlannedPerson(record.uuid, record.name, None, record))
        return record.uuid

    def _is_told(self, person_id: int) -> bool:
        return any(self._by_uuid.get(uuid) == person_id for uuid in self._records)


def _records(documents: Iterable[Decisions]) -> dict[str, PersonRecord]:
    """By uuid, the fullest of each: what a photo carries leaves notes and birth dates out."""
    found: dict[str, PersonRecord] = {}
    for record in (person for document in documents for person in document.people):
        old = found.get(record.uuid)
        if old is None or len(record.notes) + bool(record.birth_date) > len(old.notes) + bool(old.birth_date):
            found[record.uuid] = record
    return found
