"""Files that lie beside a photo's file and go with it: films of live photos, notes in XMP or JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from photoface.domain.paths import reach
from photoface.store.database import LibraryDatabase

Row = tuple[bytes, bytes, str, int, int]
"""Path, path of the photo's file, kind, size, mtime_ns."""


def companions_under(db: LibraryDatabase, folder: bytes) -> dict[bytes, Row]:
    """By path, of those below a folder."""
    sql = "SELECT path, photo_path, kind, size, mtime_ns FROM companion WHERE path >= ? AND path < ?"
    return {row[0]: (row[0], row[1], row[2], row[3], row[4]) for row in db.rows(sql, reach(folder))}


def companions_of(db: LibraryDatabase, photo_id: int) -> dict[str, list[bytes]]:
    """Kind -> paths, of all files of a photo."""
    found = defaultdict[str, list[bytes]](list)
    sql = "SELECT kind, companion.path FROM companion JOIN file ON file.path = photo_path WHERE photo_id = ? ORDER BY 2"
    for kind, path in db.rows(sql, [photo_id]):
        found[kind].append(path)
    return dict(found)


def save_companions(db: LibraryDatabase, found: Iterable[Row], gone: Iterable[bytes]) -> None:
    """What a scan found new or changed, and what is there no more; inside a transaction."""
    db.execute_many("DELETE FROM companion WHERE path = ?", ((path,) for path in gone))
    db.execute_many(
        "INSERT INTO companion (path, photo_path, kind, size, mtime_ns) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET photo_path = excluded.photo_path, kind = excluded.kind, "
        "size = excluded.size, mtime_ns = excluded.mtime_ns",
        found,
    )
