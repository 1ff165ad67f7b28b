"""Names on their way into files: what shall stand there, what would change, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from photoface.domain.geometry import Box

Target = Literal["sidecar", "file"]
"""Where names are written: an .xmp file beside the photo, or the photo's own file."""


@dataclass(frozen=True, slots=True)
class NamedBox:
    """box: parts of the upright photo, 0..1."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a photo's file shall tell. keywords: names also as keywords; record: what MWG cannot tell, a JSON object;
    None: photoface's own record goes."""

    people: tuple[NamedBox, ...]
    keywords: bool = False
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Compose:
    """Order to a writing child: what would the file be? extension: a new sidecar is photo.jpg.xmp, else photo.xmp."""

    wanted: Wanted
    target: Target
    extension: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """target_path: the file to be written; before, after: its packet or sidecar, None: none; after is None also where
    the sidecar would go. changed: whether there is anything to do; lines: what would change, '+ Anna', '- Ben'."""

    path: bytes
    target: Target
    target_path: bytes
    before: bytes | None
    after: bytes | None
    changed: bool
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Commit:
    """Order to a writing child: the content ``before`` becomes ``after`` (None: none), if it still is ``before``."""

    target: Target
    target_path: bytes
    before: bytes | None
    after: bytes | None
    keep_time: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The file is as ordered, on the disk, with size and time (0: it is gone), and for a photo's own file its identity
    now."""

    path: bytes
    target: Target
    target_path: bytes
    size: int = 0
    mtime_ns: int = 0
    identity: bytes = b""


Order = Compose | Commit
