"""What makes a file this photo and no other: a hash of its compressed pixels without the metadata around them.

Writing a name, a date or an orientation into a JPEG, PNG or WebP, or taking them out, leaves the identity as it is;
any other pixel changes it. Other formats, and files whose structure does not add up, are hashed whole.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from hashlib import blake2b

import numpy as np

IDENTITY_BYTES = 32

_Span = tuple[int, int]


class _Broken(Exception):
    """The structure does not add up: the whole file is the identity."""


def identity(data: bytes) -> bytes:
    """32 bytes: blake2b-256 of the pixel stream of a file's content; never fails."""
    for magic, spans in _FORMATS:
        if data.startswith(magic):
            try:
                return _hash(magic, data, list(spans(data)))
            except (_Broken, struct.error, IndexError):
                break
    return _hash(b"", data, [(0, len(data))])


def _hash(kind: bytes, data: bytes, spans: list[_Span]) -> bytes:
    digest = blake2b(kind, digest_size=IDENTITY_BYTES)
    view = memoryview(data)
    for start, end in spans:
        digest.update(view[start:end])
    return digest.digest()


# JPEG (ITU T.81, annex B): segments that begin with 0xFF and a marker; after a scan header (SOS) entropy-coded data,
# in which 0xFF is followed by 0x00 or a restart marker only. What follows the end marker belongs to other programs
# (the film of a motion photo, a second picture).
_SOI, _EOI, _SOS, _COM, _APP0, _APP14, _APP15 = 0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xEE, 0xEF
_TABLES_AND_FRAMES = frozenset(range(0xC0, 0xD0)) | {0xDA, 0xDB, 0xDC, 0xDD}


def _jpeg(data: bytes) -> Iterator[_Span]:
    at, markers = 2, _markers(data)
    while True:
        marker, start = data[at + 1], at
        if data[at] != 0xFF:
            raise _Broken
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker == _EOI:
            return
        at += 2 + _big16(data, at + 2)
        if marker == _SOS:
            at = _next_marker(markers, at)
        if _describes_pixels(data, marker, start):
            yield start, at


def _describes_pixels(data: bytes, marker: int, start: int) -> bool:
    if marker == _APP14:  # it says whether colours are YCbCr, RGB or inverted CMYK
        return data[start + 4 : start + 9] == b"Adobe"
    if _APP0 <= marker <= _APP15 or marker == _COM:
        return False
    if marker not in _TABLES_AND_FRAMES:
        raise _Broken
    return True


def _markers(data: bytes) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Rising offsets of every 0xFF that is followed by neither 0x00, 0xFF nor a restart marker."""
    octets = np.frombuffer(data, np.uint8)
    candidates = np.flatnonzero(octets[:-1] == 0xFF)
    follower = octets[candidates + 1]
    stuffed = (follower == 0) | (follower == 0xFF) | ((follower & 0xF8) == 0xD0)
    found: np.ndarray[tuple[int], np.dtype[np.int64]] = candidates[~stuffed]
    return found


def _next_marker(markers: np.ndarray[tuple[int], np.dtype[np.int64]], at: int) -> int:
    index = int(np.searchsorted(markers, at))
    if index == len(markers):
        raise _Broken
    return int(markers[index])


def _big16(data: bytes, at: int) -> int:
    length: int = struct.unpack_from(">H", data, at)[0]
    return length


# PNG (ISO/IEC 15948): length, type, data, checksum. Only the data of the pixel chunks counts: how it is cut
# into IDAT chunks does not. acTL, fcTL and fdAT are the frames of an animated PNG.
_PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_PNG_PIXELS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"acTL", b"fcTL", b"fdAT"})


def _png(data: bytes) -> Iterator[_Span]:
    at = len(_PNG_MAGIC)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IEND":
            return
        end = at + 12 + length
        if end > len(data):
            raise _Broken
        if kind in _PNG_PIXELS:
            yield at + 8, end - 4
        at = end


# WebP (RFC 9649): a RIFF of chunks padded to even lengths. VP8X only says which other chunks there are,
# and metadata written into a simple file adds one: it is left out.
_WEBP_PIXELS = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})


def _webp(data: bytes) -> Iterator[_Span]:
    at = 12
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if data[8:12] != b"WEBP" or end > len(data) + 1:
        raise _Broken
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > len(data):
            raise _Broken
        if kind in _WEBP_PIXELS:
            yield at, at + 8 + length
        at += 8 + length + length % 2


_FORMATS: tuple[tuple[bytes, Callable[[bytes], Iterator[_Span]]], ...] = (
    (bytes((0xFF, _SOI)), _jpeg),
    (_PNG_MAGIC, _png),
    (b"RIFF", _webp),
)
