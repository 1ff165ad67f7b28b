"""Paths as bytes, as the file system has them: which folder is around which file."""

from __future__ import annotations

import os

SLASH = os.fsencode(os.sep)
"""Between a folder and what is in it; what the operating system's own functions give, so one kind only."""


def trimmed(path: bytes) -> bytes:
    """The path without slashes at its end; the root stays."""
    return path.rstrip(SLASH) or SLASH


def within(folder: bytes) -> bytes:
    """What every path below the folder begins with."""
    return folder.rstrip(SLASH) + SLASH


def reach(folder: bytes) -> tuple[bytes, bytes]:
    """Every path below the folder is >= the first and < the second, compared byte by byte."""
    first = within(folder)
    return first, first[:-1] + bytes([first[-1] + 1])
