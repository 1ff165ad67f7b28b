"""What makes a file this photo and no other: a hash of its compressed pixels without the metadata around them.

Writing a name, a date or an orientation into a file, or taking them out, leaves the identity as it is; any other pixel
changes it. BMP and PPM, which have no metadata, and files whose structure does not add up, are hashed whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b

from photoface.metadata import picture_parts
from photoface.metadata.bits import BROKEN, Broken, Span
from photoface.metadata.boxes import JXL_MAGIC
from photoface.metadata.containers import PNG_MAGIC, SOI, jpeg, png, webp
from photoface.metadata.directories import is_tiff

IDENTITY_BYTES = 32
_FEW_SCANS = 20  # as many as need no closer look: the films and second pictures behind some photos have such bytes too

_Spans = Callable[[bytes], Iterator[Span]]
_FORMATS: tuple[tuple[bytes, _Spans], ...] = ((SOI, jpeg), (PNG_MAGIC, png), (b"RIFF", webp))
_ONCE_WHOLE: tuple[tuple[bytes, Callable[[bytes], bool], _Spans], ...] = (
    (b"GIF8", lambda data: data.startswith(b"GIF8"), picture_parts.gif),
    (b"ftyp", lambda data: data[4:8] == b"ftyp", picture_parts.items),
    (b"TIFF", is_tiff, picture_parts.tiff),
    (b"RAF ", lambda data: data.startswith(picture_parts.FUJI_MAGIC), picture_parts.fuji),
)
"""Up to version 0.1 the whole file was the identity of these, and libraries hold such."""


def identity(data: bytes) -> bytes:
    """32 bytes: blake2b-256 of the pixel stream of a file's content; never fails."""
    found = _spans(data)
    return (found and _identity(*found, data)) or whole_identity(data)


def former_identities(data: bytes) -> tuple[bytes, ...]:
    """What older versions took for the identity, where that was another; the latest first."""
    kind = next((name for name, fits, _ in _ONCE_WHOLE if fits(data)), None)
    if kind is None:
        return ()
    turned = _identity(kind, picture_parts.items_and_turns, data) if kind == b"ftyp" else None
    now = identity(data)
    return tuple(each for each in (turned, whole_identity(data)) if each not in (None, now))


def _identity(kind: bytes, spans: _Spans, data: bytes) -> bytes | None:
    """None: the structure does not add up."""
    with suppress(*BROKEN):
        return _hash(kind, data, _within(data, spans(data)))
    return None


def whole_identity(data: bytes) -> bytes:
    """32 bytes: blake2b-256 of all of it."""
    return _hash(b"", data, [(0, len(data))])


def scans(data: bytes) -> int:
    """How many scans a JPEG's picture is drawn in; more only where the structure is broken or it has very few."""
    found = data.count(b"\xff\xda")
    if found > _FEW_SCANS:
        with suppress(*BROKEN):
            return sum(data[start + 1] == 0xDA for start, _ in jpeg(data))
    return found


def _spans(data: bytes) -> tuple[bytes, _Spans] | None:
    for magic, spans in _FORMATS:
        if data.startswith(magic):
            return magic, spans
    if data.startswith((JXL_MAGIC, b"\xff\x0a")):
        return b"JXL ", picture_parts.jpeg_xl
    return next(((name, spans) for name, fits, spans in _ONCE_WHOLE if fits(data)), None)


def _within(data: bytes, spans: Iterator[Span]) -> list[Span]:
    """All of them, none beyond the end of the file. Raises Broken."""
    found = list(spans)
    if any(not 0 <= start <= end <= len(data) for start, end in found):
        raise Broken
    return found


def _hash(kind: bytes, data: bytes, spans: list[Span]) -> bytes:
    digest = blake2b(kind, digest_size=IDENTITY_BYTES)
    view = memoryview(data)
    for start, end in spans:
        digest.update(view[start:end])
    return digest.digest()
