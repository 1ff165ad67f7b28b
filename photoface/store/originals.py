"""Photos that look the same as others that people have names in: which, and where their faces are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import present
from photoface.store.looks import Look

_NAMED = (
    "EXISTS (SELECT 1 FROM face JOIN verdict ON verdict.face_id = face.id "
    "WHERE face.photo_id = photo.id AND verdict.person_id IS NOT NULL)"
)

# Whoever was said not to be somebody is never offered that name; nor is a face beside one that has it already.
_SHARED = """
WITH alike (photo_id, original_id, edited) AS (
    SELECT photo_id, original_id, 0 FROM original
    UNION SELECT one.photo_id, other.photo_id, one.reason = 'edited' OR other.reason = 'edited'
        FROM twin AS one JOIN twin AS other ON other.first_id = one.first_id AND other.photo_id <> one.photo_id
)
SELECT face.id, face.x / photo.width, face.y / photo.height, face.width / photo.width, face.height / photo.height,
    old.id, old.x / first.width, old.y / first.height, old.width / first.width, old.height / first.height,
    verdict.person_id, alike.edited
FROM alike JOIN photo ON photo.id = alike.photo_id JOIN photo AS first ON first.id = alike.original_id
JOIN face ON face.photo_id = photo.id AND face.retired = 0
JOIN face AS old ON old.photo_id = first.id JOIN verdict ON verdict.face_id = old.id
WHERE verdict.person_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM verdict AS mine WHERE mine.face_id = face.id)
    AND NOT EXISTS (SELECT 1 FROM rejection WHERE rejection.face_id = face.id
        AND rejection.person_id = verdict.person_id)
    AND NOT EXISTS (SELECT 1 FROM face AS beside JOIN verdict AS theirs ON theirs.face_id = beside.id
        WHERE beside.photo_id = photo.id AND theirs.person_id = verdict.person_id)
    AND {present}
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """A face nobody decided about, and one of a photo that looks the same, which is somebody. Boxes: parts of 1.

    edited: it is shown for the other by its name, and may be cut otherwise.
    """

    face_id: int
    box: Box
    original_id: int
    original_box: Box
    person_id: int
    edited: bool


def shared_faces(db: LibraryDatabase) -> list[Shared]:
    """All pairs of faces of photos that look the same, wherever in them they are."""
    rows = db.rows(_SHARED.format(present=present("photo.id")))
    return [Shared(row[0], Box(*row[1:5]), row[5], Box(*row[6:10]), row[10], bool(row[11])) for row in rows]


def gone_looks(db: LibraryDatabase) -> list[Look]:
    """What photos look like of which no file is there, and in which somebody has a name."""
    rows = db.rows(
        "SELECT photo.id, hash, width, height FROM looks JOIN photo ON photo.id = looks.photo_id "
        f"WHERE {_NAMED} AND NOT {present('photo.id')} ORDER BY photo.id"
    )
    return [Look(photo_id, hashed, width, height, 0, None, b"") for photo_id, hashed, width, height in rows]


def save_originals(db: LibraryDatabase, pairs: Iterable[tuple[int, int]]) -> None:
    """All of them: a photo that is there, and one that is gone and looked the same."""
    with db.atomic():
        db.execute("DELETE FROM original")
        db.execute_many("INSERT INTO original (photo_id, original_id) VALUES (?, ?)", sorted(set(pairs)))
