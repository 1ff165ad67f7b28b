"""People with their counts, given how many faces are suggested to each.

Nicknames and favourites are settings by the person's uuid (``setting_key``): decided, journalled and portable like all
settings, and the person table of released schemas stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from photoface.domain.people import Person
from photoface.store.database import LibraryDatabase, Row
from photoface.store.fragments import among, present
from photoface.store.presence import absent_faces

# Everybody: verdicts in the order of the table, which is that of faces; one after the other is half of searching each.
_PEOPLE = """
WITH decided AS MATERIALIZED (
    SELECT verdict.person_id, count(*) AS decided, sum(verdict.state = 'confirmed') AS confirmed,
        count(DISTINCT face.photo_id) AS photos, face.id AS best, max(face.quality)
    FROM verdict {order} CROSS JOIN face ON face.id = verdict.face_id
    WHERE verdict.person_id IS NOT NULL AND {decided} AND {there}
    GROUP BY +verdict.person_id)
SELECT person.id, person.uuid, person.name, coalesce(decided.confirmed, 0),
    coalesce(decided.decided - decided.confirmed, 0),
    coalesce(decided.photos, 0), coalesce(cover.face_id, decided.best), person.hidden,
    coalesce(nickname.value, ''), favourite.value IS NOT NULL
FROM person LEFT JOIN decided ON decided.person_id = person.id
    LEFT JOIN verdict AS cover ON cover.face_id = person.cover_face_id AND cover.person_id = person.id
    LEFT JOIN setting AS nickname ON nickname.key = 'person:' || person.uuid || ':nickname'
    LEFT JOIN setting AS favourite ON favourite.key = 'person:' || person.uuid || ':favourite'
WHERE {person} ORDER BY person.name COLLATE NOCASE, person.id
"""


def setting_key(uuid: str, fact: str) -> str:
    """Where a fact about a person is kept that its row has no column for: 'nickname' or 'favourite'."""
    return f"person:{uuid}:{fact}"


def people_rows(db: LibraryDatabase, person_ids: Sequence[int] | None, suggested: Counter[int]) -> list[Person]:
    """These people, or all, by name; suggested: person id -> faces."""
    decided, values = among("verdict.person_id", person_ids)
    person, more = among("person.id", person_ids)
    if person_ids is None:
        gone, values = among("verdict.face_id", absent_faces(db))
        sql = _PEOPLE.format(decided="TRUE", there=f"NOT {gone}", person=person, order="NOT INDEXED")
    else:
        sql = _PEOPLE.format(decided=decided, there=present("face.photo_id"), person=person, order="")
    return [_person(row, suggested) for row in db.rows(sql, values + more)]


def _person(row: Row, suggested: Counter[int]) -> Person:
    person_id, uuid, name, confirmed, named, photos, cover, hidden, nickname, favourite = row
    counts = confirmed, named, suggested[person_id], photos
    return Person(person_id, uuid, name, *counts, cover, bool(hidden), nickname, bool(favourite))
