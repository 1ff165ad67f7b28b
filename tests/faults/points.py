"""Places where a process can die: counted once, then the process kills itself at one of them.

A point is just before an SQL statement, after some steps of SQLite's machine inside one, or before a file is opened,
synced, renamed or removed. What lies between, inside a commit, is reached by strace (tests/faults/system_calls.py).
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections import Counter
from typing import Any

STEPS = 100
"""Instructions of SQLite's machine between two points of the kind "step"."""

_FILES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
KINDS = ("statement", "step", "file")


class Points:
    """Installed in a process that will not live long: nothing is put back. kind, number: where to die, or None."""

    def __init__(self, kind: str | None = None, number: int = 0) -> None:
        self.passed: Counter[str] = Counter()
        self._end = (kind, number)
        self._inside = False

    def install(self) -> None:
        """From now on every connection that is opened, and every file, is watched."""
        connect, sync = sqlite3.connect, os.fsync

        def connected(*args: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*args, **options)
            connection.set_trace_callback(lambda _sql: self._reach("statement"))
            connection.set_progress_handler(lambda: self._reach("step"), STEPS)
            return connection

        def synced(descriptor: int) -> None:
            self._reach("file")
            sync(descriptor)

        sqlite3.connect, os.fsync = connected, synced  # type: ignore[assignment]
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event in _FILES and not self._inside:
            if event == "open" and not (isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)):
                return  # only read
            self._reach("file")

    def _reach(self, kind: str) -> None:
        self.passed[kind] += 1
        if (kind, self.passed[kind]) == self._end:
            os.kill(os.getpid(), signal.SIGKILL)
