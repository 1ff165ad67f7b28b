"""Names in sentences of the other direction: an Arabic name in a Korean sentence, "photo (2).jpg" in a Hebrew one.

Without its own piece of text a name turns the signs and numbers around it (Unicode Standard Annex 9, section 2.4).
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_FIRST_STRONG, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LEFTWARD = frozenset({"R", "AL"})


def isolated(name: str) -> str:
    """The name for a place in a sentence; marked as a piece of its own only where directions meet."""
    return f"{_FIRST_STRONG}{name}{_END}" if _right_to_left() or is_leftward(name) else name


def is_leftward(text: str) -> bool:
    """Whether some of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in text)


def sideways(modifier: str = "") -> tuple[str, str]:
    """The keys that go back and on: Left and Right, or the other way round where reading goes from right to left."""
    left, right = f"{modifier}Left", f"{modifier}Right"
    return (right, left) if _right_to_left() else (left, right)


def _right_to_left() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
