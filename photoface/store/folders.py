"""The folders that a library watches. A folder inside another one is fine: each file belongs to one of them."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.paths import reach, trimmed
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase

_COLUMNS = "id, path, state = 'active', added_at, scanned_at, offline_since"


@dataclass(frozen=True, slots=True)
class Folder:
    """A watched folder. path: absolute, as bytes; offline_since: its drive is away; times ISO 8601, UTC."""

    folder_id: int
    path: bytes
    active: bool
    added_at: str
    scanned_at: str | None
    offline_since: str | None


def list_folders(db: LibraryDatabase, *, removed: bool = False) -> list[Folder]:
    """The active folders by path, or all."""
    where = "" if removed else "WHERE state = 'active'"
    return [_folder(row) for row in db.rows(f"SELECT {_COLUMNS} FROM folder {where} ORDER BY path")]


def get_folder(db: LibraryDatabase, path: bytes) -> Folder:
    """The folder of exactly this path, active or not. Raises NotFound."""
    row = db.row(f"SELECT {_COLUMNS} FROM folder WHERE path = ?", [trimmed(path)])
    if row is None:
        raise NotFound(f"{path.decode('utf-8', 'replace')} is no folder of this library.")
    return _folder(row)


def add_folder(db: LibraryDatabase, path: bytes) -> Folder:
    """Watch a folder, or watch it again."""
    with db.atomic():
        db.execute(
            "INSERT INTO folder (path, added_at) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET state = 'active'",
            [trimmed(path), now()],
        )
        return get_folder(db, path)


def release_files(db: LibraryDatabase, folder: Folder) -> None:
    """Hand the files of a folder that is not watched any more to other active folders that hold them too."""
    with db.atomic():
        for other in list_folders(db):
            first, last = reach(other.path)
            if other.folder_id != folder.folder_id:
                db.execute(
                    "UPDATE file SET folder_id = ? WHERE folder_id = ? AND path >= ? AND path < ?",
                    [other.folder_id, folder.folder_id, first, last],
                )


def _folder(row: tuple[object, ...]) -> Folder:
    folder_id, path, active, added_at, scanned_at, offline_since = row
    return Folder(folder_id, path, bool(active), added_at, scanned_at, offline_since)  # type: ignore[arg-type]
