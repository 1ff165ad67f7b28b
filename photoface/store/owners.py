"""Whose group is it? The person that a human decided its faces to be.

A group with decided faces of several people (which only a contradiction or a decision of just now makes) belongs to
the one with most of them, or to nobody when two have equally many.
"""

from __future__ import annotations

from collections.abc import Iterable

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

_OWNERS = """
vote AS MATERIALIZED (
    SELECT membership.cluster_id, verdict.person_id, count(*) AS faces
    FROM membership CROSS JOIN verdict ON verdict.face_id = membership.face_id
    WHERE verdict.person_id IS NOT NULL AND {near}
    GROUP BY membership.cluster_id, verdict.person_id),
owner AS MATERIALIZED (
    SELECT cluster_id, person_id FROM (
        SELECT cluster_id, person_id, faces, row_number() OVER best AS place, lead(faces) OVER best AS next
        FROM vote WINDOW best AS (PARTITION BY cluster_id ORDER BY faces DESC))
    WHERE place = 1 AND faces IS NOT next)
"""


def owner_tables(near: str = "TRUE") -> str:
    """Common table expressions that end in owner (cluster_id, person_id), one row for each owned group.

    near: a condition on membership.cluster_id, so that a question about one group does not count the whole library.
    """
    return _OWNERS.format(near=near)


def owners(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Cluster id -> person id of these groups, or of all, that have an owner."""
    near, values = among("membership.cluster_id", cluster_ids)
    return dict(db.rows(f"WITH {owner_tables(near)} SELECT cluster_id, person_id FROM owner", values))
