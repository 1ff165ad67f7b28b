"""One library: its folder, its lock, its connection, its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from photoface.store import opening
from photoface.store.connection import in_words
from photoface.store.lock import LibraryLock
from photoface.store.log import Log

DATABASE_NAME = "library.db"
Row = tuple[Any, ...]


class LibraryDatabase:
    """An open library. ``with`` closes it.

    One open for writing may be used by several threads: indexing writes for hours, decisions come in between. Each
    statement, and each transaction as a whole, has the connection to itself. One for reading stays in its thread.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: LibraryLock | None, author: str) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.author = author
        self.connection = connection
        self._lock = lock
        self.rehearsing = False
        self._log = Log(self.path)
        self._turn = RLock()

    @classmethod
    def create_or_open(
        cls, folder: Path, *, write: bool, author: str = "user", program: str = "photoface"
    ) -> LibraryDatabase:
        """Open the library in ``folder``; make it first if there is none and ``write`` is true.

        Raises NotFound (no library to read), LibraryBusy, LibraryNewer, LibraryDamaged, LibraryUnavailable, DiskFull.
        """
        folder = folder.absolute()
        with in_words(folder):
            if not write:
                return cls(folder, opening.for_reading(folder / DATABASE_NAME), None, author)
            lock, connection = opening.for_writing(folder / DATABASE_NAME, program)
            return cls(folder, connection, lock, author)

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def close(self) -> None:
        """Fold the log into the database and let others write; a second call does nothing."""
        if self._lock is not None:
            self.checkpoint()
        with self._turn:
            self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> LibraryDatabase:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def checkpoint(self) -> None:
        """Bring the write-ahead log down to nothing; for idle moments. A full disk only postpones it."""
        with self._turn, suppress(sqlite3.Error):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[None]:
        """All or nothing. ``durable``: on the disk when it returns, even if the power fails.

        A transaction inside another one is a mistake in the program.
        """
        if not self.writable:
            raise RuntimeError("this library is open for reading only")
        with self._turn, in_words(self.folder):
            if self.rehearsing:
                with self._savepoint():
                    yield
                return
            if self.connection.in_transaction:
                raise RuntimeError("a transaction is open already")
            self.connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                yield
                self.connection.execute("COMMIT")
                if not durable:  # nobody waits for it as for a decision
                    self._log.fold(self.connection)
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """What is written inside is seen inside and never kept: to see what something would do. For moments."""
        if not self.writable:
            raise RuntimeError("this library is open for reading only")
        with self._turn, in_words(self.folder):
            if self.connection.in_transaction:
                raise RuntimeError("a transaction is open already")
            self.connection.execute("BEGIN IMMEDIATE")
            self.rehearsing = True
            try:
                yield
            finally:
                self.rehearsing = False
                self.connection.execute("ROLLBACK")

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        """All or nothing inside a rehearsal."""
        self.connection.execute("SAVEPOINT step")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO step")
            raise
        finally:
            self.connection.execute("RELEASE step")

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Part of the open transaction, or a transaction of its own."""
        with self._turn:
            if self.connection.in_transaction:
                yield
            else:
                with self.transaction():
                    yield

    @contextmanager
    def consistent(self) -> Iterator[None]:
        """Queries in here see one state of the library, whatever is written meanwhile; for moments, not for minutes."""
        with self._turn:
            if self.writable or self.connection.in_transaction:  # who writes is alone
                yield
                return
            self.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    def state(self) -> tuple[int, int] | None:
        """Equal as long as nobody has written to the library, neither others nor this connection.

        None where this connection is writing: what is seen inside a transaction may be taken back. One that only reads
        sees one state inside ``consistent``, and this is it.
        """
        with self._turn:
            if self.writable and self.connection.in_transaction:
                return None
            return int(self.value("PRAGMA data_version")), self.connection.total_changes

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """One statement."""
        with self._turn, in_words(self.folder):
            return self.connection.execute(sql, values)

    def execute_many(self, sql: str, values: Iterable[Sequence[Any]]) -> int:
        """One statement for many rows, inside a transaction; how many rows it touched."""
        with self._turn, in_words(self.folder):
            if not self.connection.in_transaction:
                raise RuntimeError("bulk writes belong into a transaction")
            return self.connection.executemany(sql, values).rowcount

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._turn, in_words(self.folder):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query."""
        with self._turn, in_words(self.folder):
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other thread uses this library inside: for what is read and then written as one, outside transactions."""
        with self._turn:
            yield

    def setting(self, key: str) -> str | None:
        """What the library remembers about itself under this key, or None."""
        found: str | None = self.value("SELECT value FROM setting WHERE key = ?", [key])
        return found

    def set_setting(self, key: str, value: str) -> None:
        """Remember a value without a trace in the history; what a user chose goes through the journal."""
        self.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )

    def problems(self) -> list[str]:
        """What the full check of the database finds wrong; seconds for a large library."""
        found = [str(line) for (line,) in self.rows("PRAGMA integrity_check")]
        broken = self.rows("PRAGMA foreign_key_check")
        found += [f"{table}: row {row} points to nothing in {parent}" for table, row, parent, _ in broken]
        return [line for line in found if line != "ok"]
