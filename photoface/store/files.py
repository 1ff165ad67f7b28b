"""Files of the library: there whole and on disk or not at all, readable by their owner only."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(error: OSError) -> bool:
    """Whether there was no room: on the disk, in the user's share of it, or in one file."""
    return error.errno in _FULL


def write_whole(path: Path, data: bytes) -> None:
    """A small file with this content; nothing is left behind where it fails."""
    part = path.with_name(path.name + ".part")
    try:
        with open(os.open(part, _NEW, 0o600), "wb") as file:
            file.write(data)
        into_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def create_empty(path: Path) -> None:
    """An empty file for its owner only, where there is none.

    One that is there is never opened: POSIX drops all locks that a process holds on a file when the process closes any
    descriptor of it, SQLite's too (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def copy_file(source: Path, target: Path) -> None:
    """A copy of a file; nothing is left behind where it fails."""
    part = target.with_name(target.name + ".part")
    try:
        with open(source, "rb") as reader, open(os.open(part, _NEW, 0o600), "wb") as writer:
            shutil.copyfileobj(reader, writer, 1 << 20)
        into_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def into_place(part: Path, target: Path) -> None:
    """Give a finished file its name, after its content has reached the disk."""
    descriptor = os.open(part, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    os.replace(part, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Names in the folder reach the disk; a file system that cannot do that is left alone."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
