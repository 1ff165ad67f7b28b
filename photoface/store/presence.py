"""What is out of sight: photos without a file that is there, and faces that are not to be counted.

Mostly they are few, and found by the files that are gone; to ask each face whether its photo is there takes three times
as long.
"""

from __future__ import annotations

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among, present

_PERHAPS = f"""
SELECT some.photo_id FROM (
    SELECT DISTINCT photo_id FROM file WHERE photo_id IS NOT NULL
    AND (missing_since IS NOT NULL OR folder_id NOT IN (SELECT id FROM folder WHERE state = 'active'))) AS some
WHERE NOT {present("some.photo_id")}
"""
_WITH_FILES = "SELECT (SELECT count(*) FROM photo) = (SELECT count(DISTINCT photo_id) FROM file)"
_WITHOUT_FILES = "SELECT id FROM photo WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.photo_id = photo.id)"


def absent_photos(db: LibraryDatabase) -> list[int]:
    """Ids of the photos that have no file in a watched folder."""
    found = [row[0] for row in db.rows(_PERHAPS)]
    if not db.value(_WITH_FILES):  # files that became other photos, or were forgotten
        found += [row[0] for row in db.rows(_WITHOUT_FILES)]
    return found


def absent_faces(db: LibraryDatabase) -> list[int]:
    """Ids of the faces of these photos, rising."""
    near, values = among("photo_id", absent_photos(db))
    return [row[0] for row in db.rows(f"SELECT id FROM face WHERE {near} ORDER BY id", values)]


def out_of_sight(db: LibraryDatabase) -> list[int]:
    """Ids of faces that are absent or retired: unless somebody decided on them they count nowhere."""
    retired = db.rows("SELECT id FROM face INDEXED BY face_retired WHERE retired = 1")
    return absent_faces(db) + [row[0] for row in retired]
