"""A copy of a library in which nobody has decided anything, to try things on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from photoface.store.connection import in_words
from photoface.store.database import DATABASE_NAME, LibraryDatabase
from photoface.store.erasing import FACE_DATA

_SEEN = ("face", "embedding", "analysis", "neighbors", "membership", "cluster")
"""What the machine saw and guesses stays; so do files and settings, which are no face data."""


def copy_undecided(db: LibraryDatabase, folder: Path) -> bool:
    """Writes the copy into an empty folder; whether anybody had decided anything. Raises DiskFull."""
    decided = db.row("SELECT 1 FROM verdict UNION SELECT 1 FROM separation UNION SELECT 1 FROM bond") is not None
    with db.alone(), in_words(folder), closing(sqlite3.connect(folder / DATABASE_NAME)) as target:
        db.connection.backup(target)
    with LibraryDatabase.create_or_open(folder, write=True) as copy, copy.transaction():
        copy.execute("DELETE FROM face WHERE drawn = 1")
        for table in FACE_DATA:
            if table not in _SEEN:
                copy.execute(f"DELETE FROM {table}")
    return decided
