"""Files that a scan found and nobody has read yet: rows of ``file`` with neither a photo nor a failure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from photoface.store.database import LibraryDatabase

# The first term is one for the index file_photo.
_WAITING = "photo_id IS NULL AND failure_kind IS NULL"
_PRESENT = f"{_WAITING} AND missing_since IS NULL AND folder_id IN (SELECT id FROM folder WHERE state = 'active')"

COUNT_WAITING = f"SELECT count(*) FROM file WHERE {_PRESENT}"


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """path and the watched folder it was found in; size in bytes and mtime in nanoseconds when it was found."""

    path: bytes
    folder: bytes
    size: int
    mtime_ns: int


def note_found(db: LibraryDatabase, folder_id: int, files: Iterable[tuple[bytes, int, int]]) -> None:
    """Paths with size and mtime_ns that wait from now on. A path that was read before stays as it is."""
    with db.atomic():
        db.execute_many(
            "INSERT INTO file (folder_id, path, size, mtime_ns) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET folder_id = excluded.folder_id, size = excluded.size, "
            f"mtime_ns = excluded.mtime_ns, missing_since = NULL WHERE {_WAITING}",
            ((folder_id, *file) for file in files),
        )


def forget_gone(db: LibraryDatabase, paths: Iterable[bytes]) -> None:
    """Those of these paths that wait are not waited for: nothing was ever known of them."""
    with db.atomic():
        db.execute_many(f"DELETE FROM file WHERE path = ? AND {_WAITING}", ((path,) for path in paths))


def list_waiting(db: LibraryDatabase, limit: int | None, offset: int) -> list[WaitingFile]:
    """The files that wait in watched folders, the newest first."""
    rows = db.rows(
        "SELECT file.path, folder.path, size, mtime_ns FROM file JOIN folder ON folder.id = folder_id "
        f"WHERE {_PRESENT} ORDER BY mtime_ns DESC, file.id LIMIT ? OFFSET ?",
        [-1 if limit is None else limit, offset],
    )
    return [WaitingFile(*row) for row in rows]
