"""Whom the latest decisions were about."""

from __future__ import annotations

from photoface.store.database import LibraryDatabase

_LOOKED_THROUGH = 400
_LATEST = """
SELECT person_id FROM (
    SELECT operation_id, seq, json_extract(after, '$.person_id') AS person_id FROM change
    WHERE table_name = 'verdict' AND after IS NOT NULL ORDER BY operation_id DESC, seq DESC LIMIT ?)
WHERE person_id IN (SELECT id FROM person) GROUP BY person_id ORDER BY max(operation_id) DESC LIMIT ?
"""


def recent_people(db: LibraryDatabase, limit: int) -> list[int]:
    """Ids of people who were given faces lately, the last first; those who are gone are left out."""
    return [int(person_id) for (person_id,) in db.rows(_LATEST, [_LOOKED_THROUGH, limit])]
