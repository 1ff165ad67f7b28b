"""Guesses follow decisions at once: who may not be in a person's group any more leaves it; of two faces of one photo in
two groups of one person, about whom nobody decided, the one leaves for whose group fewer faces of that person speak."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among
from photoface.store.operations import Change
from photoface.store.owners import owners

_NOT_ABOUT_WHO = frozenset({"setting", "folder", "answer", "cluster"})

# Undecided faces of groups that belong to somebody, beside whom a decided face of that person stands in the same photo,
# or from whom they were told apart.
_MISPLACED = """
WITH owned AS (SELECT value ->> 0 AS cluster_id, value ->> 1 AS person_id FROM json_each(?)),
open AS MATERIALIZED (
    SELECT face.id, owned.person_id, owned.cluster_id, face.photo_id, face.retired FROM owned
    CROSS JOIN membership ON membership.cluster_id = owned.cluster_id CROSS JOIN face ON face.id = membership.face_id
    LEFT JOIN verdict ON verdict.face_id = face.id WHERE verdict.face_id IS NULL)
SELECT open.id, NULL, NULL, NULL FROM open CROSS JOIN face ON face.photo_id = open.photo_id AND face.retired = 0
    CROSS JOIN verdict ON verdict.face_id = face.id AND verdict.person_id = open.person_id
WHERE open.retired = 0 AND open.photo_id NOT IN (SELECT photo_id FROM repeat_photo)
UNION
SELECT open.id, NULL, NULL, NULL FROM open CROSS JOIN separation_face AS own ON own.face_id = open.id
    CROSS JOIN separation_face AS other ON other.separation_id = own.separation_id AND other.side <> own.side
    CROSS JOIN verdict ON verdict.face_id = other.face_id AND verdict.person_id = open.person_id
UNION ALL
SELECT id, person_id, cluster_id, photo_id FROM open WHERE (photo_id, person_id) IN (
    SELECT photo_id, person_id FROM open WHERE retired = 0 AND photo_id NOT IN (SELECT photo_id FROM repeat_photo)
    GROUP BY photo_id, person_id HAVING count(DISTINCT cluster_id) > 1) AND retired = 0
"""

_SUPPORT = """
SELECT membership.cluster_id, verdict.person_id, count(*) FROM membership
CROSS JOIN verdict ON verdict.face_id = membership.face_id
WHERE {near} AND verdict.person_id IS NOT NULL GROUP BY +membership.cluster_id, +verdict.person_id
"""


def misplaced(db: LibraryDatabase, changes: Sequence[Change]) -> list[int]:
    """Faces that nobody decided about, in groups of people with whom they cannot be, after these changes."""
    if all(change.table in _NOT_ABOUT_WHO for change in changes):
        return []
    owned = owners(db, _groups_near(db, changes))
    rows = db.rows(_MISPLACED, [json.dumps(list(owned.items()))])
    forbidden = {row[0] for row in rows if row[1] is None}
    twice = [row for row in rows if row[1] is not None and row[0] not in forbidden]
    return sorted(forbidden | _outdone(db, twice))


def misplaced_of(db: LibraryDatabase, placed: Mapping[int, int | None]) -> list[int]:
    """The same, after these faces were put into these groups by a grouping."""
    rows = [{"face_id": face, "cluster_id": cluster} for face, cluster in placed.items() if cluster is not None]
    return misplaced(db, [Change("membership", {"face_id": row["face_id"]}, None, row) for row in rows])


def _outdone(db: LibraryDatabase, twice: Sequence[tuple[int, int, int, int]]) -> set[int]:
    """All but the best of the faces (face, person, group, photo) of each photo that are guessed to be one person."""
    if not twice:
        return set()
    near, values = among("membership.cluster_id", {group for _, _, group, _ in twice})
    support = {(group, person): count for group, person, count in db.rows(_SUPPORT.format(near=near), values)}
    which, ids = among("id", {face for face, _, _, _ in twice})
    quality: dict[int, float] = dict(db.rows(f"SELECT id, quality FROM face WHERE {which}", ids))
    best: dict[tuple[int, int], tuple[int, float, int]] = {}
    for face, person, group, photo in twice:
        worth = support.get((group, person), 0), quality[face], -face
        best[photo, person] = max(worth, best.get((photo, person), worth))
    return {face for face, person, _, photo in twice if best[photo, person][-1] != -face}


def _groups_near(db: LibraryDatabase, changes: Sequence[Change]) -> set[int]:
    """Groups of the faces that were decided about or moved, and of the people that these are."""
    faces = _named(changes, "face_id") | _faces_of_photos(db, _named(changes, "photo_id"))
    faces |= {change.key["id"] for change in changes if change.table == "face"}
    of_faces, values = among("face_id", faces)
    people = {person for (person,) in db.rows(f"SELECT DISTINCT person_id FROM verdict WHERE {of_faces}", values)}
    of_people, more = among("person_id", (people | _named(changes, "person_id")) - {None})
    found = db.rows(
        f"SELECT cluster_id FROM membership WHERE {of_faces} UNION SELECT cluster_id FROM verdict "
        f"CROSS JOIN membership ON membership.face_id = verdict.face_id WHERE {of_people}",
        [*values, *more],
    )
    return {cluster for (cluster,) in found} | _named(changes, "cluster_id") | _groups_beside(db, changes)


def _groups_beside(db: LibraryDatabase, changes: Sequence[Change]) -> set[int]:
    """Groups of the faces that share a photo with one that came into a group."""
    placed = {change.key["face_id"] for change in changes if change.table == "membership" and change.after is not None}
    which, values = among("face.id", placed)
    rows = db.rows(
        f"SELECT DISTINCT cluster_id FROM face CROSS JOIN face AS other ON other.photo_id = face.photo_id "
        f"CROSS JOIN membership ON membership.face_id = other.id WHERE {which}",
        values,
    )
    return {cluster for (cluster,) in rows}


def _named(changes: Iterable[Change], column: str) -> set[int]:
    """What the rows say there, before and after."""
    rows = (row for change in changes for row in (change.key, change.before, change.after) if row is not None)
    return {row[column] for row in rows if row.get(column) is not None}


def _faces_of_photos(db: LibraryDatabase, photos: Iterable[int]) -> set[int]:
    which, values = among("photo_id", photos)
    return {face for (face,) in db.rows(f"SELECT id FROM face WHERE {which}", values)}
