"""A real file system of a few megabytes, filled but for so many bytes: tmpfs in a mount namespace of its own.

unshare --mount python -m tests.faults.full_disk ...      everything is gone with the process
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

SIZE = 24_000_000
PAGE = 4096

_FILLER = "filler"


@cache
def namespace() -> tuple[str, ...] | None:
    """The command before one that may mount; None where this is not allowed. Root of its own for who is not root."""
    if shutil.which("unshare") is None:
        return None
    for options in ((), ("--map-root-user",)):
        command = ("unshare", "--mount", *options)
        try_out = [*command, "mount", "-t", "tmpfs", "none", "/tmp"]
        if subprocess.run(try_out, capture_output=True, check=False).returncode == 0:
            return command
    return None


def mount(folder: Path) -> None:
    """Puts the file system there."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", os.fspath(folder)], check=True)


@contextmanager
def filled(folder: Path, pages: int) -> Iterator[None]:
    """Inside, so many pages of the disk are free."""
    filler = folder / _FILLER
    here = os.statvfs(folder)
    size = here.f_bavail * here.f_frsize - pages * PAGE
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, size)
    try:
        yield
    finally:
        filler.unlink()
