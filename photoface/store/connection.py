"""Connections to SQLite, and its errors in words."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from photoface.domain.errors import DiskFull, LibraryDamaged, LibraryUnavailable
from photoface.store.files import is_full

# Code & 0xFF is the family: https://sqlite.org/rescode.html
_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
# What a full disk may also look like, where SQLite cannot make or sync a file.
_FULL_TOO = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)
_LEAST_FREE = 1 << 18
"""Bytes without which no transaction begins: the memory that connections share, a log, some pages."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_UNAVAILABLE = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM,
)


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes; transactions are begun by hand. LibraryDatabase lets one thread in at a time."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=False)
    return _set_up(connection, _WRITER)


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can neither write nor checkpoint, also on a read-only disk.

    SQLite before 3.51.3 can corrupt a database that two connections checkpoint: https://sqlite.org/wal.html#walresetbug
    """
    mode = "ro" if _has_wal(path) or _may_make_wal(path) else "ro&immutable=1"
    return _open_uri(path, mode)


def open_untouched(path: Path) -> sqlite3.Connection:
    """A connection that leaves every byte and every file as it is; only while nobody writes."""
    return _open_uri(path, "ro" if _has_wal(path) else "ro&immutable=1")


def _open_uri(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=10)
    return _set_up(connection, ("query_only = ON", *_BOTH))


_BOTH = ("trusted_schema = OFF", "cell_size_check = ON", "cache_size = -32768")
_WRITER = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "fullfsync = ON",  # macOS only: there a plain fsync may end in the drive's memory
    "foreign_keys = ON",
    "journal_size_limit = 67108864",
    *_BOTH,
)


def _set_up(connection: sqlite3.Connection, pragmas: Iterable[str]) -> sqlite3.Connection:
    """The connection with these settings; closed where one fails, or it would keep its files open."""
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _has_wal(path: Path) -> bool:
    try:
        return os.stat(f"{path}-wal").st_size > 0
    except OSError:
        return False


def _may_make_wal(path: Path) -> bool:
    return os.access(path.parent, os.W_OK)


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Errors of SQLite and of files that are the world's fault as sentences; others are bugs and pass."""
    try:
        yield
    except sqlite3.Error as error:
        raised = explain(folder, error)
        if raised is None:
            raise
        raise raised from error
    except OSError as error:
        if not is_full(error):
            raise
        raise no_space(folder) from error


def explain(folder: Path, error: sqlite3.Error) -> Exception | None:
    """The sentence for an error of SQLite, or None where it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _FULL or (code & 0xFF in _FULL_TOO and _is_full(folder)):
        return no_space(folder)
    if code & 0xFF in _DAMAGED:
        return damaged(folder, str(error))
    if code & 0xFF in _UNAVAILABLE:
        return LibraryUnavailable(f"The library {folder} cannot be used ({error}). Nothing was changed.")
    return None


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE
    except OSError:
        return False


def no_space(folder: Path) -> DiskFull:
    """What to say of a disk without room."""
    return DiskFull(
        f"No space is left for the library {folder}. What was saved before is safe; free some space and try again."
    )


def damaged(folder: Path, what: str) -> LibraryDamaged:
    """What to say of a database that is not in order."""
    return LibraryDamaged(
        f"The library {folder} is damaged ({what}). Nothing was written; a snapshot helps (photoface restore)."
    )
