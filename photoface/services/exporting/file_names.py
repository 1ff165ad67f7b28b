"""Names of people and files as names of files anywhere: on Linux, macOS, Windows, on a memory card.

Source: Microsoft, "Naming Files, Paths, and Namespaces"; POSIX allows all but '/' and NUL.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection

MOST_BYTES = 200
"""Of 255 that file systems allow; the rest is for ' (2)' and for unfinished files."""

_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINER = "\u200d"
"""Holds emoji together."""


def safe_name(text: str, fallback: str = "photo") -> str:
    """A file name that means no other place and no device, and is not invisible; ``fallback`` where nothing is left."""
    plain = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))
    stem, ending = os.path.splitext(" ".join(plain.split()))
    name = _cut(stem, MOST_BYTES - len(ending.encode())) + ending if len(ending) <= 16 else _cut(plain, MOST_BYTES)
    name = name.rstrip(" .").lstrip(" .-")  # no hidden file, no option of a program, and Windows drops dots at the end
    if not name.strip("_"):
        return fallback
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with ' (2)' and so on where one in ``taken`` (as ``folded``) differs from it by case at most."""
    stem, ending = os.path.splitext(name)
    found, number = name, 1
    while folded(found) in taken:
        number += 1
        found = f"{stem} ({number}){ending}"
    return found


def folded(name: str) -> str:
    """Names that are one file on a file system that knows no case."""
    return unicodedata.normalize("NFC", name).casefold()


def _letter(letter: str) -> str:
    if letter == _JOINER:
        return letter
    if letter in _FORBIDDEN or unicodedata.category(letter) in _INVISIBLE:
        return "_"
    return letter


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")
