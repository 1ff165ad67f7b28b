"""Folders at which a drive begins, and which of these drives were not there last time."""

from __future__ import annotations

import os
from collections.abc import Collection

from photoface.domain.paths import reach
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase


def drives_under(db: LibraryDatabase, folder: bytes) -> dict[bytes, str | None]:
    """Path -> since when it is away, of those at or below a folder."""
    sql = "SELECT path, away_since FROM drive WHERE path = ? OR (path >= ? AND path < ?) ORDER BY path"
    return dict(db.rows(sql, [folder, *reach(folder)]))


def drive_of(db: LibraryDatabase, path: bytes) -> bytes | None:
    """The innermost drive known to hold this path, there or not; None: that of the system, or nobody knows."""
    while True:
        if db.value("SELECT 1 FROM drive WHERE path = ?", [path]) is not None:
            return path
        above = os.path.dirname(path)
        if above == path:
            return None
        path = above


def note_drives(db: LibraryDatabase, there: Collection[bytes], away: Collection[bytes] = ()) -> None:
    """These were found, and those of them that were known before were not."""
    with db.atomic():
        db.execute_many(
            "INSERT INTO drive (path) VALUES (?) ON CONFLICT (path) DO UPDATE SET away_since = NULL "
            "WHERE away_since IS NOT NULL",
            ((path,) for path in there),
        )
        db.execute_many(
            "UPDATE drive SET away_since = coalesce(away_since, ?) WHERE path = ?", ((now(), path) for path in away)
        )
