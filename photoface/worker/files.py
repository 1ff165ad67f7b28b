"""The bytes of a user's file, or in plain words why there are none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from photoface.domain.errors import PhotoUnreadable

MAX_BYTES = 1 << 30
"""A gigabyte: an uncompressed picture of 100 million pixels at 16 bit fits; films do not belong here."""


def read_file(path: bytes) -> bytes:
    """The whole content, read once. Raises PhotoUnreadable; pipes, sockets and devices are never opened."""
    with _opened(path) as (file, _):
        return file.read()


def read_head(path: bytes, length: int, whole_up_to: int) -> tuple[bytes, int]:
    """The first bytes, all of them of a file that is not longer than ``whole_up_to``; and its size. As read_file."""
    with _opened(path) as (file, size):
        return file.read(whole_up_to if size <= whole_up_to else length), size


@contextmanager
def _opened(path: bytes) -> Iterator[tuple[BinaryIO, int]]:
    try:
        _check(path, os.stat(path))
        # without O_NONBLOCK a pipe put in the file's place a moment ago would hang us
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            status = os.fstat(file.fileno())
            _check(path, status)
            yield file, status.st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PhotoUnreadable(path, "it is not there any more", "vanished") from error
    except PermissionError as error:
        raise PhotoUnreadable(path, "there is no permission to read it") from error
    except OSError as error:
        raise PhotoUnreadable(path, f"the disk could not read it ({error.strerror})") from error


def _check(path: bytes, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise PhotoUnreadable(path, f"it is {_what(status.st_mode)}, not a file", "not_a_photo")
    if status.st_size > MAX_BYTES:
        raise PhotoUnreadable(path, f"too large: {status.st_size / 1e9:.1f} GB, no photo is", "too_large")


def _what(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")
