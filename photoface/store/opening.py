"""How a library is opened: checked before anything is written, migrated after a snapshot."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path

from photoface.domain.errors import LibraryUnavailable, NotFound
from photoface.store import backup
from photoface.store.checks import check_header, quick_check
from photoface.store.connection import damaged, no_space, open_reader, open_untouched, open_writer
from photoface.store.files import create_empty, is_full
from photoface.store.lock import LibraryLock
from photoface.store.schema import SCHEMA_VERSION, migrate


def for_reading(path: Path) -> sqlite3.Connection:
    """A connection that only reads; an older library is brought up to date first."""
    none = NotFound(f"There is no library in {path.parent} yet; `photoface index FOLDER` makes one.")
    if not path.exists():
        raise none
    with ExitStack() as unless_kept:
        connection = open_reader(path)
        unless_kept.callback(connection.close)
        version = check_header(connection, path.parent)
        if version == 0:
            raise none
        if version == SCHEMA_VERSION:
            unless_kept.pop_all()
            return connection
    _bring_up_to_date(path)
    return open_reader(path)


def _bring_up_to_date(path: Path) -> None:
    lock, writer = for_writing(path, "photoface")
    writer.close()
    lock.release()


def for_writing(path: Path, program: str) -> tuple[LibraryLock, sqlite3.Connection]:
    """The lock and the connection that writes."""
    make_folder(path.parent)
    with ExitStack() as unless_kept:
        lock = LibraryLock(path.parent, program)
        unless_kept.callback(lambda: lock.release(orderly=not lock.left_open))
        backup.remove_leftovers(path.parent)
        connection = _open_current(path, _check(path, thorough=lock.left_open))
        unless_kept.pop_all()
        return lock, connection


def make_folder(folder: Path) -> None:
    """The library's folder, its owner's only; a folder that holds other things keeps its mode."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as error:
        if is_full(error):
            raise no_space(folder) from error
        raise LibraryUnavailable(f"The library {folder} cannot be made ({error.strerror}).") from error


def _check(path: Path, *, thorough: bool) -> int:
    if not path.exists():
        if backup.snapshots(path.parent):
            raise damaged(path.parent, "library.db is gone")
        return 0
    connection = open_untouched(path)
    try:
        version = check_header(connection, path.parent)
        if thorough:
            quick_check(connection, path.parent)
        return version
    finally:
        connection.close()


def _open_current(path: Path, version: int) -> sqlite3.Connection:
    create_empty(path)  # SQLite gives its log the mode of the database
    with ExitStack() as unless_kept:
        connection = open_writer(path)
        unless_kept.callback(connection.close)
        if 0 < version < SCHEMA_VERSION:
            backup.snapshot_of(connection, path.parent, f"before schema {SCHEMA_VERSION}", once=True)
        if version < SCHEMA_VERSION:
            migrate(connection)
        unless_kept.pop_all()
        return connection
