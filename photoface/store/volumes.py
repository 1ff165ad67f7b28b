"""On which drive each file was last seen."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.domain.paths import SLASH, reach
from photoface.store.database import LibraryDatabase


def volumes_under(db: LibraryDatabase, folder: bytes) -> dict[bytes, str]:
    """Path -> drive, of the files below a folder of which it is known."""
    sql = "SELECT path, volume FROM on_volume JOIN file ON file.id = file_id WHERE path >= ? AND path < ?"
    return dict(db.rows(sql, reach(folder)))


def unnumbered(db: LibraryDatabase, place: bytes, without: bytes, most: int) -> list[tuple[bytes, int]]:
    """Path and size of some files below a place, but not in this folder itself, that were there and of whose drive
    nothing is known; from all over it, the same ones each time."""
    first, last = reach(without)
    sql = (
        "SELECT path, size FROM file LEFT JOIN on_volume ON file_id = file.id "
        "WHERE volume IS NULL AND missing_since IS NULL AND path >= ? AND path < ? "
        "AND NOT (path >= ? AND path < ? AND instr(substr(path, ?), ?) = 0) "
        "ORDER BY file.id * 2654435761 % 4294967296 LIMIT ?"
    )
    return db.rows(sql, [*reach(place), first, last, len(first) + 1, SLASH, most])


def note_volumes(db: LibraryDatabase, found: Iterable[tuple[bytes, str]]) -> None:
    """These files were seen on these drives."""
    with db.atomic():
        db.execute_many(
            "INSERT INTO on_volume (file_id, volume) SELECT id, ?2 FROM file WHERE path = ?1 "
            "ON CONFLICT DO UPDATE SET volume = excluded.volume",
            found,
        )
