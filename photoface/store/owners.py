"""Whose group is it? The person that a human decided its faces to be.

A group with decided faces of several people (which only a contradiction or a decision of just now makes) belongs to
the one with most of them, or to nobody when two have equally many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

_OWNERS = """
WITH vote AS MATERIALIZED (
    SELECT membership.cluster_id, verdict.person_id, count(*) AS faces
    FROM {source} ON verdict.face_id = membership.face_id
    WHERE verdict.person_id IS NOT NULL AND {near}
    GROUP BY membership.cluster_id, verdict.person_id)
SELECT cluster_id, person_id FROM (
    SELECT cluster_id, person_id, faces, row_number() OVER best AS place, lead(faces) OVER best AS next
    FROM vote WINDOW best AS (PARTITION BY cluster_id ORDER BY faces DESC))
WHERE place = 1 AND faces IS NOT next
"""


def owners(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Cluster id -> person id of these groups, or of all, that have an owner."""
    near, values = among("membership.cluster_id", cluster_ids)
    # All of them: faces in the order of both tables, which are then read once from front to back.
    whole, part = "verdict NOT INDEXED CROSS JOIN membership", "membership CROSS JOIN verdict"
    return dict(db.rows(_OWNERS.format(near=near, source=whole if cluster_ids is None else part), values))


def guess(
    face_id: int, cluster_id: int | None, owners: Mapping[int, int], rejections: Collection[tuple[int, int]]
) -> int | None:
    """Whom an undecided face is suggested to be: the owner of its group, unless it was rejected from that person."""
    owner = None if cluster_id is None else owners.get(cluster_id)
    return None if owner is None or (face_id, owner) in rejections else owner
