"""The write-ahead log of a database, kept from growing without end."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

LARGE = 16 << 20
"""Bytes from which on a log is folded in by force; SQLite does it by itself at 4 MB, when nobody reads just then."""

_PATIENCE = 1000
"""Milliseconds to wait for those who read; a read of a large library takes some hundred."""


class Log:
    """SQLite begins a log anew only at a commit at which nobody reads from it: where reads overlap, never.

    A checkpoint with TRUNCATE waits for those who read now; who begins meanwhile reads the database itself
    (https://sqlite.org/wal.html, "Avoiding Excessively Large WAL Files").
    """

    def __init__(self, database: Path) -> None:
        self._path = f"{database}-wal"
        self._bearable = LARGE

    def fold(self, connection: sqlite3.Connection) -> None:
        """After a commit of the only writer. Somebody who reads on and on only postpones it."""
        if self._bytes() < self._bearable:
            return
        (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
        with suppress(sqlite3.Error):  # a full disk: what is in the log stays there
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute(f"PRAGMA busy_timeout = {usual}")
        self._bearable = max(LARGE, self._bytes() + LARGE // 2)

    def _bytes(self) -> int:
        try:
            return os.stat(self._path).st_size
        except OSError:
            return 0
