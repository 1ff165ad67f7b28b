"""Is this a library, of which schema, and is it in order?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from photoface.domain.errors import LibraryNewer
from photoface.store.connection import damaged, in_words
from photoface.store.schema import APPLICATION_ID, SCHEMA_VERSION


def check_header(connection: sqlite3.Connection, folder: Path) -> int:
    """The schema version of a library's database; 0 if it is empty. Raises LibraryDamaged, LibraryNewer."""
    with in_words(folder):
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner == 0 and version == 0 and tables == 0:
        return 0
    if owner != APPLICATION_ID or version < 1:
        raise damaged(folder, "library.db is not a database of photoface")
    if version > SCHEMA_VERSION:
        raise LibraryNewer(
            f"A newer photoface wrote the library {folder} (schema {version}, this one knows {SCHEMA_VERSION}). "
            "It was left untouched; use the newer program."
        )
    return int(version)


def quick_check(connection: sqlite3.Connection, folder: Path) -> None:
    """Raises LibraryDamaged with the first thing that SQLite finds wrong."""
    with in_words(folder):
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damaged(folder, str(found).replace("\n", " "))


def engine_version() -> str:
    """The version of SQLite that is at work."""
    return sqlite3.sqlite_version
