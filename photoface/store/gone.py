"""Photos of which no file is there any more."""

from __future__ import annotations

from photoface.domain.paths import reach
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import present

_GONE = (
    "SELECT DISTINCT photo_id FROM file AS lost WHERE path >= ? AND path < ? AND missing_since IS NOT NULL "
    f"AND photo_id IS NOT NULL AND NOT {present('lost.photo_id')}"
)


def gone_from(db: LibraryDatabase, folder: bytes) -> tuple[int, tuple[str, ...]]:
    """How many photos were below a folder and are nowhere now, and who was decided to be in them, by name."""
    photos = int(db.value(f"SELECT count(*) FROM ({_GONE})", reach(folder)))
    if not photos:
        return 0, ()
    rows = db.rows(
        "SELECT DISTINCT person.name FROM face JOIN verdict ON verdict.face_id = face.id "
        f"JOIN person ON person.id = verdict.person_id WHERE face.photo_id IN ({_GONE}) ORDER BY person.name",
        reach(folder),
    )
    return photos, tuple(name for (name,) in rows)
