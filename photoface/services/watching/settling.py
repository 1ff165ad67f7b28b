"""When a folder in which something changes is worth a look: when nobody is writing in it any more.

Told of by events or not, what counts is two looks at sizes and times that are the same. A long copy is taken up in
parts: what was whole at two looks is read, what still grew waits.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from photoface.services.photos.reach import Changed

Listing = Mapping[bytes, tuple[int, int]]
"""Path of a file -> size in bytes and mtime in nanoseconds."""

QUIET_SECONDS = 1.0
"""Between the last sign of a change and a look, and between two looks: programs write within parts of a second."""

LONGEST_SECONDS = 30.0
"""That a folder keeps others waiting in which always something is written."""


def listing(folder: bytes) -> Listing:
    """The files of a folder, not of those below; none where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return dict(filter(None, map(_row, entries)))
    except OSError:
        return {}


def _row(entry: os.DirEntry[bytes]) -> tuple[bytes, tuple[int, int]] | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    return (entry.path, (status.st_size, status.st_mtime_ns)) if stat.S_ISREG(status.st_mode) else None


@dataclass
class _Pending:
    first: float
    last: float
    looked_at: float = 0.0
    looked: Listing | None = None


class Settling:
    """Folders that changed and are not quiet yet. Times are seconds of one clock that never goes back."""

    def __init__(
        self,
        quiet: float = QUIET_SECONDS,
        longest: float = LONGEST_SECONDS,
        look: Callable[[bytes], Listing] = listing,
    ) -> None:
        self._quiet, self._longest, self._look = quiet, longest, look
        self._pending: dict[bytes, _Pending] = {}

    def touch(self, folder: bytes, now: float) -> None:
        """Something changed in this folder."""
        pending = self._pending.setdefault(folder, _Pending(now, now))
        pending.last = now

    def due(self, now: float) -> Changed | None:
        """The folders that are quiet, or have been waited for long enough; None: none yet."""
        ready, unsettled = list[bytes](), set[bytes]()
        for folder, pending in list(self._pending.items()):
            growing = self._growing(folder, pending, now)
            if growing is None:
                continue
            ready.append(folder)
            unsettled |= growing
            if growing:
                pending.first = now
            else:
                del self._pending[folder]
        return Changed(tuple(ready), unsettled=frozenset(unsettled | self._pending.keys())) if ready else None

    def forget(self) -> None:
        """Somebody looks through everything."""
        self._pending.clear()

    def _growing(self, folder: bytes, pending: _Pending, now: float) -> set[bytes] | None:
        """Files that are still being written; None: look again later."""
        overdue = now - pending.first >= self._longest
        if now - pending.last < self._quiet and not overdue:
            return None
        before, looked_at = pending.looked, pending.looked_at
        if before is not None and now - looked_at < self._quiet:
            return None
        pending.looked, pending.looked_at = self._look(folder), now
        if before is None:
            return None
        growing = {path for path, row in pending.looked.items() if before.get(path) != row}
        quiet = not growing and pending.last <= looked_at
        return growing if quiet or overdue else None
