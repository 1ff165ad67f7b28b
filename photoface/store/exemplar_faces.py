"""Faces that stand for people: the few that are compared where all would take too long."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.store.database import LibraryDatabase

_EACH = """
SELECT person.id, value FROM person, json_each((SELECT json_group_array(id) FROM (
    SELECT face.id FROM verdict JOIN face ON face.id = verdict.face_id
    WHERE verdict.person_id = person.id AND face.quality >= ? LIMIT ?)))
"""

_BEST = """
SELECT face.id FROM verdict JOIN face ON face.id = verdict.face_id
WHERE verdict.person_id = ? AND face.quality >= ? ORDER BY face.quality DESC, face.id LIMIT ?
"""


def some_of_each(db: LibraryDatabase, number: int, quality: float) -> dict[int, int]:
    """Face id -> person id, of everybody at most so many decided faces of this quality, confirmed ones first."""
    return {face: person for person, face in db.rows(_EACH, [quality, number])}


def best_of(db: LibraryDatabase, person_ids: Iterable[int], number: int, quality: float) -> dict[int, int]:
    """Face id -> person id, of each of these people so many of the best decided faces of at least this quality; the
    best first."""
    return {face: person_id for person_id in person_ids for (face,) in db.rows(_BEST, [person_id, quality, number])}
