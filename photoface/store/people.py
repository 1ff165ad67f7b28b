"""People: who has a name, how many faces and photos, and how a name typed by a human is found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.errors import Ambiguous, NotFound
from photoface.domain.people import Person
from photoface.store.database import LibraryDatabase, Row
from photoface.store.fragments import among, present
from photoface.store.owners import owner_tables

_NUMBER = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True)
class PersonNotes:
    """What a human wrote about a person. birth_date: ISO date or None."""

    birth_date: str | None
    notes: str
    created_at: str


class People:
    """Reading people; they are written through the journal only."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def list(self, *, hidden: bool = True) -> PersonList:
        """Everybody by name; ``hidden`` false leaves out those who are hidden."""
        return [person for person in self._select(None) if hidden or not person.hidden]

    def get(self, person_id: int) -> Person:
        """One person. Raises NotFound."""
        found = self._select([person_id])
        if not found:
            raise NotFound(f"There is no person #{person_id} in the library.")
        return found[0]

    def find(self, text: str) -> Person:
        """The person of a name, or of '#7' by id: exactly as written, else whatever the case.

        Raises NotFound, Ambiguous.
        """
        found = self.find_or_none(text)
        if found is None:
            raise NotFound(f'Nobody in the library is called "{text}"; `photoface people` lists the names.')
        return found

    def find_or_none(self, text: str) -> Person | None:
        """The same, but None where nobody has that name. Raises Ambiguous; NotFound for an unknown '#7'."""
        number = _NUMBER.fullmatch(text.strip())
        if number:
            return self.get(int(number[1]))
        found = self.named(text)
        if len(found) > 1:
            choices = ", ".join(f"#{person.person_id}" for person in found)
            raise Ambiguous(f'"{text}" fits {len(found)} people; say which one by number: {choices}.')
        return found[0] if found else None

    def named(self, name: str) -> PersonList:
        """Everybody of this name: exactly as written, else whatever the case."""
        wanted = _plain(name)
        rows = self._db.rows("SELECT id, name FROM person ORDER BY id")
        exact = [person_id for person_id, other in rows if _plain(other) == wanted]
        loose = [person_id for person_id, other in rows if _plain(other).casefold() == wanted.casefold()]
        return [self.get(person_id) for person_id in exact or loose]

    def notes(self, person_id: int) -> PersonNotes:
        """What was written about a person. Raises NotFound."""
        row = self._db.row("SELECT birth_date, notes, created_at FROM person WHERE id = ?", [person_id])
        if row is None:
            raise NotFound(f"There is no person #{person_id} in the library.")
        return PersonNotes(*row)

    def faces_of(self, person_id: int) -> dict[int, str]:
        """Face id -> 'confirmed' or 'named' of all faces decided to be this person, present or not."""
        return dict(
            self._db.rows("SELECT face_id, state FROM verdict WHERE person_id = ? ORDER BY face_id", [person_id])
        )

    def _select(self, person_ids: Sequence[int] | None) -> PersonList:
        narrow = "TRUE" if person_ids is None else _THEIR_GROUPS
        sql = _PEOPLE.format(
            owners=owner_tables(narrow),
            decided=among("verdict.person_id", person_ids)[0],
            guessed=among("owner.person_id", person_ids)[0],
            person=among("person.id", person_ids)[0],
        )
        values = among("", person_ids)[1] * (4 if person_ids is not None else 0)
        return [_person(row) for row in self._db.rows(sql, values)]


PersonList = list[Person]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _person(row: Row) -> Person:
    person_id, uuid, name, confirmed, named, suggested, photos, cover, hidden = row
    return Person(person_id, uuid, name, confirmed, named, suggested, photos, cover, bool(hidden))


_THEIR_GROUPS = (
    "membership.cluster_id IN (SELECT cluster_id FROM membership JOIN verdict ON verdict.face_id = membership.face_id "
    f"WHERE {among('verdict.person_id', [])[0]})"
)
_PEOPLE = f"""
WITH {{owners}},
decided AS MATERIALIZED (
    SELECT verdict.person_id, sum(verdict.state = 'confirmed') AS confirmed, sum(verdict.state = 'named') AS named,
        count(DISTINCT face.photo_id) AS photos, face.id AS best, max(face.quality)
    FROM verdict JOIN face ON face.id = verdict.face_id
    WHERE verdict.person_id IS NOT NULL AND {{decided}} AND {present("face.photo_id")}
    GROUP BY verdict.person_id),
guessed AS MATERIALIZED (
    SELECT owner.person_id, count(*) AS suggested
    FROM owner CROSS JOIN membership ON membership.cluster_id = owner.cluster_id
    CROSS JOIN face ON face.id = membership.face_id
    WHERE {{guessed}} AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = membership.face_id)
    AND NOT EXISTS (SELECT 1 FROM rejection
        WHERE rejection.face_id = membership.face_id AND rejection.person_id = owner.person_id)
    AND face.retired = 0 AND {present("face.photo_id")}
    GROUP BY owner.person_id)
SELECT person.id, person.uuid, person.name, coalesce(decided.confirmed, 0), coalesce(decided.named, 0),
    coalesce(guessed.suggested, 0), coalesce(decided.photos, 0), coalesce(person.cover_face_id, decided.best),
    person.hidden
FROM person LEFT JOIN decided ON decided.person_id = person.id LEFT JOIN guessed ON guessed.person_id = person.id
WHERE {{person}} ORDER BY person.name COLLATE NOCASE, person.id
"""
