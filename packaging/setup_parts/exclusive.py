"""One set-up at a time in a checkout."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setup_parts.say import say


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Waits until no other set-up holds this file, which exists anyway: nothing to clean up after a crash."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with file.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in this checkout; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
