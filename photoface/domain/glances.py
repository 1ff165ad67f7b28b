"""What the beginning of a file told at once, long before the photo is analysed."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.geometry import Size


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """size: of the upright photo, None where the head of the file does not tell; taken: ISO 8601 or None.

    preview: JPEG bytes, upright, long side at most 256; None where the file brings none that can be had cheaply.
    A file that cannot be used gives a glance without anything: its analysis will tell why.
    """

    path: bytes
    size: Size | None = None
    taken: str | None = None
    preview: bytes | None = None
