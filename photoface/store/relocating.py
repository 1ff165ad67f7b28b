"""A folder is somewhere else now: all that is known of the files below it goes along, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from photoface.domain.paths import reach, trimmed, within
from photoface.store.database import LibraryDatabase
from photoface.store.folders import list_folders
from photoface.store.fragments import among
from photoface.store.operations import Change

_PATHS = (
    ("file", "path"),
    ("companion", "path"),
    ("companion", "photo_path"),
    ("written", "path"),
    ("written", "target_path"),
)
"""Where paths of photos' files, and of what lies beside them, are kept."""


def relocate(db: LibraryDatabase, old: bytes, new: bytes) -> None:
    """Paths below the old folder are below the new one from now on; part of the open transaction."""
    for table, column in _PATHS:
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ?"
        paths = [path for (path,) in db.rows(sql, reach(old))]
        moved = ((relocated(path, old, new), path) for path in paths)
        db.execute_many(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", moved)
    _belong(db, new)


def _belong(db: LibraryDatabase, new: bytes) -> None:
    """Files that were found by a folder around the old place only are those of the folder that was moved."""
    here = {each.path: each.folder_id for each in list_folders(db, removed=True)}
    reaching = [number for path, number in here.items() if _reaches(path, new) or _reaches(new, path)]
    if trimmed(new) in here:
        which, ids = among("folder_id", reaching)
        sql = f"UPDATE file SET folder_id = ? WHERE path >= ? AND path < ? AND NOT ({which})"
        db.execute(sql, [here[trimmed(new)], *reach(new), *ids])


def _reaches(folder: bytes, other: bytes) -> bool:
    return within(other).startswith(within(folder))


def relocated(path: bytes, old: bytes, new: bytes) -> bytes:
    """Where a path below the old folder is below the new one."""
    return reach(new)[0] + path[len(reach(old)[0]) :]


def follow_folders(db: LibraryDatabase, changes: Sequence[Change], *, back: bool) -> None:
    """What was done to folders was taken back, or done again: files follow."""
    for old, new in _moves(changes, back):
        relocate(db, old, new)


def _moves(changes: Sequence[Change], back: bool) -> Iterator[tuple[bytes, bytes]]:
    """From where to where, the outermost folder first."""
    moved = [each for each in changes if each.table == "folder" and each.before is not None and each.after is not None]
    paths = [(each.before["path"], each.after["path"]) for each in moved if each.before and each.after]
    for before, after in sorted(paths, key=lambda pair: len(pair[0])):
        if before != after:
            yield (after, before) if back else (before, after)
