"""HEIC, AVIF and WebP whose end is missing, made as long as they say they are: decoders give up where content ends, but
not where it makes no sense, so they show what came before.

Behind what is there a HEIC is green, or drawn in wrong colours; an AVIF or WebP is blurred. An AVIF's decoder also
complains where it reads further than its content goes, which depends on chance: then a little less is given to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

MOST_ADDED = 128 << 20
"""Bytes; a header may promise any number."""

UNTOLD = 16 << 20
"""Added where the last box goes to the end of the file: some write so. What is too much does no harm."""

KEPT = (1.0, 0.97, 0.92, 0.85, 0.7)
"""Of the coded picture, attempt by attempt."""

MOST_BOXES = 10_000
"""Of a file; a burst of photos has some hundred. More were made to be slow, and are not gone through."""

_BOX_HEAD = 8
_NOTES_BEHIND = 0x0C  # of a WebP: that EXIF and XMP follow the picture
_EXIF, _NOTHING = b"Exif", b"free"


def completed(data: bytes, kept: float = 1.0) -> bytes:
    """The content with zeros in place of what is missing; the same where nothing is, or it is not known how much."""
    return _webp(data) if data[8:12] == b"WEBP" else _boxed(data, kept)


def _webp(data: bytes) -> bytes:
    """The chunk that is cut as long as it says, and the last one (RFC 9649, 2.3 to 2.7)."""
    at = 12
    for _ in range(MOST_BOXES):
        end = at + _BOX_HEAD + int.from_bytes(data[at + 4 : at + 8], "little")
        if end > len(data) or at + _BOX_HEAD > len(data):
            break
        at = end + end % 2
    missing = end + end % 2 - len(data)
    if not 0 < missing <= MOST_ADDED:
        return data
    whole = bytearray(data + bytes(missing))
    whole[4:8] = (len(whole) - 8).to_bytes(4, "little")
    if whole[12:16] == b"VP8X":
        whole[20] &= ~_NOTES_BEHIND
    return bytes(whole)


def _boxed(data: bytes, kept: float) -> bytes:
    last = _last_box(data)
    if last is None:
        return data
    start, end = last
    missing = end - len(data) if end > start else UNTOLD
    if not 0 < missing <= MOST_ADDED:
        return data
    there = start + int((len(data) - start) * kept)
    # the place of the EXIF block may be in what is missing, and zeros are none: it is as if there was no block
    head = data[:start].replace(_EXIF, _NOTHING)
    return head + data[start:there] + bytes(len(data) + missing - there)


def _last_box(data: bytes) -> tuple[int, int] | None:
    """Where the last box of the file begins, and where it says it ends (ISO/IEC 14496-12, 4.2); the same: at the end
    of the file, wherever that is."""
    found = list(islice(_boxes(data), MOST_BOXES + 1))
    return found[-1] if 0 < len(found) <= MOST_BOXES else None


def _boxes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while 0 <= at <= len(data) - _BOX_HEAD:
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if 0 < size < _BOX_HEAD:
            return
        yield at, at + size
        at += size or len(data)
