"""People: who has a name, how many faces and photos, and how a name typed by a human is found."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.errors import Ambiguous, NotFound
from photoface.domain.people import Person
from photoface.store.census import census
from photoface.store.database import LibraryDatabase
from photoface.store.owners import groups_of, owners
from photoface.store.people_rows import people_rows
from photoface.store.tallies import refused, sizes, suggested

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

    def by_ids(self, person_ids: Sequence[int]) -> PersonList:
        """These people in the given order, each once; those that are gone are left out."""
        found = {person.person_id: person for person in self._select(person_ids)}
        return [found[person_id] for person_id in dict.fromkeys(person_ids) if person_id in found]

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
        with self._db.consistent():
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
        with self._db.consistent():
            return people_rows(self._db, person_ids, self._suggested(person_ids))

    def _suggested(self, person_ids: Sequence[int] | None) -> Counter[int]:
        if person_ids is None:
            counted = census(self._db)
            return suggested(counted.owners, counted.sizes, refused(self._db))
        groups = groups_of(self._db, person_ids)
        return suggested(owners(self._db, groups), sizes(self._db, groups), refused(self._db, groups))


PersonList = list[Person]
IdList = list[int]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
