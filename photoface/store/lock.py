"""One program at a time writes a library: the operating system's lock decides, a small file beside it tells who."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from photoface.domain.errors import LibraryBusy, LibraryUnavailable, PhotofaceError
from photoface.store.clock import now
from photoface.store.connection import no_space
from photoface.store.files import is_full, write_whole

LOCK_NAME = "library.lock"
HOLDER_NAME = "library.lock.json"

FOLLOWING = "photoface index --watch"
"""This program has the library open for writing while it reads what has changed, and no longer: others wait for it."""

PATIENCE = 20.0
"""Seconds that they wait for it."""

_MOMENT = 0.5
"""Seconds in which whoever has just got the lock notes who it is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: process id, program, since when (ISO 8601, UTC)."""

    pid: int
    program: str
    since: str

    def __str__(self) -> str:
        return f"{self.program} (process {self.pid}, since {_local(self.since)})"


class LibraryLock:
    """The right to write one library.

    ``left_open`` says that the last writer did not end in order: its note was still there. The note of a dead
    process locks nobody out.
    """

    def __init__(self, folder: Path, program: str) -> None:
        from filelock import FileLock  # 15 ms to import, for those who write only

        self._folder = folder
        self._lock = FileLock(folder / LOCK_NAME, mode=0o600, thread_local=False)
        self._take(program)

    def _take(self, program: str) -> None:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self._wait_for_follower(program)
        except OSError as error:
            raise _refused(self._folder, error) from error
        note = self._folder / HOLDER_NAME
        self.left_open = note.exists()
        try:
            write_whole(note, json.dumps(asdict(Holder(os.getpid(), program, now()))).encode())
        except OSError as error:
            self._lock.release()
            raise _refused(self._folder, error) from error

    def _wait_for_follower(self, program: str) -> None:
        from filelock import Timeout

        if holder(self._folder) is None:
            with suppress(Timeout):
                self._lock.acquire(timeout=_MOMENT)
                return
        other = holder(self._folder)
        patience = PATIENCE if other is not None and other.program == FOLLOWING != program else 0
        try:
            self._lock.acquire(timeout=patience)
        except Timeout:
            raise LibraryBusy(_busy(self._folder)) from None

    def release(self, *, orderly: bool = True) -> None:
        """Let others write. Not ``orderly``: the note stays, and the next writer checks the database first."""
        if orderly:
            with suppress(OSError):
                (self._folder / HOLDER_NAME).unlink(missing_ok=True)
        self._lock.release()


def holder(folder: Path) -> Holder | None:
    """Who is noted as the writer of the library, dead or alive."""
    try:
        note = json.loads((folder / HOLDER_NAME).read_text())
        return Holder(int(note["pid"]), str(note["program"]), str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refused(folder: Path, error: OSError) -> PhotofaceError:
    if is_full(error):
        return no_space(folder)
    return LibraryUnavailable(f"The library {folder} cannot be written ({error.strerror}).")


def _busy(folder: Path) -> str:
    other = holder(folder) or "another program"
    return f"The library {folder} is open in {other}. Nothing was changed; close that one, or wait for it to end."


def _local(since: str) -> str:
    try:
        return datetime.fromisoformat(since).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return since
