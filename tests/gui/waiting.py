"""Notices when code of the window asks for SQL, decoding or inference in its own thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnxruntime
import PIL.Image
import pytest

import photoface.gui
from photoface.store.database import LibraryDatabase
from photoface.store.thumbs import Thumbs

_WINDOW = str(Path(photoface.gui.__file__).parent)
_SLOW: tuple[tuple[Any, str], ...] = (
    *((LibraryDatabase, name) for name in ("create_or_open", "execute", "execute_many", "rows", "row")),
    *((Thumbs, name) for name in ("change", "rows")),
    *((PIL.Image, name) for name in ("open", "new")),
    (PIL.Image.Image, "load"),
    (onnxruntime.InferenceSession, "run"),
)


def watch_window(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills the list it gives back: what was called, and from which line of the window."""
    found: list[str] = []
    for owner, name in _SLOW:
        monkeypatch.setattr(owner, name, _watched(getattr(owner, name), name, found))
    return found


def _watched(call: Callable[..., Any], name: str, found: list[str]) -> Callable[..., Any]:
    def watched(*args: Any, **values: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            found.extend(f"{name} in {line}" for line in _lines_of_window()[:1])
        return call(*args, **values)

    return watched


def _lines_of_window() -> list[str]:
    """Lines of the window's code that are running in this thread, the innermost first."""
    frame, lines = sys._getframe(), list[str]()
    while frame is not None:
        if frame.f_code.co_filename.startswith(_WINDOW):
            lines.append(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        frame = frame.f_back
    return lines
