"""What makes a file this photo and no other: a hash of its compressed pixels without the metadata around them.

Writing a name, a date or an orientation into a JPEG, PNG or WebP, or taking them out, leaves the identity as it is;
any other pixel changes it. Other formats, and files whose structure does not add up, are hashed whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b

from photoface.metadata.bits import BROKEN, Span
from photoface.metadata.containers import PNG_MAGIC, SOI, jpeg, png, webp

IDENTITY_BYTES = 32
_FEW_SCANS = 20  # as many as need no closer look: the films and second pictures behind some photos have such bytes too

_FORMATS: tuple[tuple[bytes, Callable[[bytes], Iterator[Span]]], ...] = ((SOI, jpeg), (PNG_MAGIC, png), (b"RIFF", webp))


def identity(data: bytes) -> bytes:
    """32 bytes: blake2b-256 of the pixel stream of a file's content; never fails."""
    for magic, spans in _FORMATS:
        if data.startswith(magic):
            try:
                return _hash(magic, data, list(spans(data)))
            except BROKEN:
                break
    return _hash(b"", data, [(0, len(data))])


def scans(data: bytes) -> int:
    """How many scans a JPEG's picture is drawn in; more only where the structure is broken or it has very few."""
    found = data.count(b"\xff\xda")
    if found > _FEW_SCANS:
        with suppress(*BROKEN):
            return sum(data[start + 1] == 0xDA for start, _ in jpeg(data))
    return found


def _hash(kind: bytes, data: bytes, spans: list[Span]) -> bytes:
    digest = blake2b(kind, digest_size=IDENTITY_BYTES)
    view = memoryview(data)
    for start, end in spans:
        digest.update(view[start:end])
    return digest.digest()
