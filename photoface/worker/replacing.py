"""A user's file replaced as a whole: whoever looks, or whatever happens, finds the old one or the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress

MARK = b".photoface-part"
_EXIFTOOL = b"_exiftool_tmp"
"""What exiftool calls the file that it works on."""


def part_of(target: bytes) -> bytes:
    """Where a new version is made: beside the file, hidden, with its ending; always the same, so that none pile up."""
    folder, name = os.path.split(target)
    stem, ending = os.path.splitext(name)
    return os.path.join(folder, b"." + stem[: 200 - len(ending)] + MARK + ending)


@contextmanager
def replacing(target: bytes, *, keep_time: bool = False) -> Iterator[bytes]:
    """The path of a new version to be made inside; it takes the place of ``target`` when all went well.

    Mode, owner and other attributes stay, and the time of change if ``keep_time``. Raises OSError; then the old file
    is as it was, and nothing is left beside it.
    """
    part = part_of(target)
    before = os.stat(target) if os.path.exists(target) else None
    _clear(part)  # of one that was killed
    try:
        yield part
        if before is not None:
            _same_attributes(target, part, before, keep_time=keep_time)
        _sync(part)
        if before is not None and _differs(before, os.stat(target)):
            raise FileExistsError(f"{target!r} was changed meanwhile")
        os.replace(part, target)
    finally:
        _clear(part)
    sync_folder(os.path.dirname(target))


def _clear(part: bytes) -> None:
    for left in (part, part + _EXIFTOOL):
        with suppress(FileNotFoundError):
            os.unlink(left)


def write(target: bytes, data: bytes, *, keep_time: bool = False) -> None:
    """The file with this content."""
    with replacing(target, keep_time=keep_time) as part:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with open(descriptor, "wb") as file:
            file.write(data)


def remove(target: bytes) -> None:
    """The file goes."""
    with suppress(FileNotFoundError):
        os.unlink(target)
    sync_folder(os.path.dirname(target))


def sync_folder(folder: bytes) -> None:
    """Names in the folder reach the disk; a file system that cannot do that is left alone."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _same_attributes(target: bytes, part: bytes, before: os.stat_result, *, keep_time: bool) -> None:
    with suppress(OSError):  # e.g. a file system without such attributes
        shutil.copystat(target, part)
    if not keep_time:
        os.utime(part)
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(part, before.st_uid, before.st_gid)


def _sync(path: bytes) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _differs(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_size, one.st_mtime_ns, one.st_ino) != (other.st_size, other.st_mtime_ns, other.st_ino)
