"""On which drive each file was last seen."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.store.database import LibraryDatabase
from photoface.store.folders import reach


def volumes_under(db: LibraryDatabase, folder: bytes) -> dict[bytes, str]:
    """Path -> drive, of the files below a folder of which it is known."""
    sql = "SELECT path, volume FROM on_volume JOIN file ON file.id = file_id WHERE path >= ? AND path < ?"
    return dict(db.rows(sql, reach(folder)))


def note_volumes(db: LibraryDatabase, found: Iterable[tuple[bytes, str]]) -> None:
    """These files were seen on these drives."""
    with db.atomic():
        db.execute_many(
            "INSERT INTO on_volume (file_id, volume) SELECT id, ?2 FROM file WHERE path = ?1 "
            "ON CONFLICT DO UPDATE SET volume = excluded.volume",
            found,
        )
