"""How a window is opened. Who starts the program says it: the commands know nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

OpenWindow = Callable[[Path, Sequence[bytes]], int]
"""Opens the window on a library and indexes these folders; returns the exit code when it is closed."""

_opener: list[OpenWindow] = []


def open_windows_by(opener: OpenWindow) -> None:
    """Say how; for the program's entry."""
    _opener[:] = [opener]


def window_opener() -> OpenWindow | None:
    """How, or None in a program without a window."""
    return _opener[0] if _opener else None
