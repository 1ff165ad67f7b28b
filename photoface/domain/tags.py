"""Who is in a photo, as files say it: names that other programs, or photoface itself, wrote into or beside photos.

Boxes are parts of the upright photo: left, top, width and height in 0..1.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from photoface.domain.geometry import Box


@dataclass(frozen=True, slots=True)
class NameTag:
    """One name. box: None where only the photo is told; tool: the program that wrote it, as far as it says so.

    origin: where it stood ('MWG region', 'ACDSee region', 'keyword', 'Picasa', 'Google Takeout', 'folder').
    """

    name: str
    box: Box | None
    origin: str
    tool: str = ""


@dataclass(frozen=True, slots=True)
class PhotoTags:
    """All that is said of one photo. decisions: photoface's own records, JSON texts as export-names wrote them.

    doubts: what was left out, and why, each a sentence's end.
    """

    path: bytes
    tags: tuple[NameTag, ...] = ()
    decisions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


LONGEST_NAME = 200


def tag_name(text: object) -> str:
    """A name that a file tells, fit to be kept: NFC, single spaces, no control characters, not endless; '' for none."""
    plain = unicodedata.normalize("NFC", str(text)[: 4 * LONGEST_NAME])
    shown = "".join(" " if letter.isspace() else letter for letter in plain if _may_stand(letter))
    return " ".join(shown.split())[:LONGEST_NAME].strip()


def same_name(name: str) -> str:
    """Names that give the same text here are one person's."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""They turn round how the text around them is shown (Unicode TR 9), and no name needs them."""


def _may_stand(letter: str) -> bool:
    return letter not in _DIRECTING and (letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs", "Cn"))
