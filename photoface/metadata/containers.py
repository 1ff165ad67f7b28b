"""Which bytes of a JPEG, PNG or WebP are its compressed pixels, and not the metadata around them.

Each function takes a file's content and yields (start, end) of the parts that count, in order. What bits.BROKEN names
means that the structure does not add up.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from photoface.metadata.bits import MOST_STEPS, Broken, Span

SOI = b"\xff\xd8"
PNG_MAGIC = b"\x89PNG\r\n\x1a\n"


# JPEG (ITU T.81, annex B): segments that begin with 0xFF and a marker; after a scan header (SOS) entropy-coded data,
# in which 0xFF is followed by 0x00 or a restart marker only. What follows the end marker belongs to other programs
# (the film of a motion photo, a second picture).
_EOI, _SOS, _COM, _APP0, _APP14, _APP15 = 0xD9, 0xDA, 0xFE, 0xE0, 0xEE, 0xEF
_TABLES_AND_FRAMES = frozenset(range(0xC0, 0xD0)) | {0xDA, 0xDB, 0xDC, 0xDD}


def jpeg(data: bytes) -> Iterator[Span]:
    """Tables, frames and scans; see above."""
    at, markers = 2, _markers(data)
    for _ in range(MOST_STEPS):
        marker, start = data[at + 1], at
        if data[at] != 0xFF:
            raise Broken
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
    raise Broken


def segments(data: bytes) -> Iterator[tuple[int, Span]]:
    """Marker and content of the segments of a JPEG before its first scan: where its metadata are."""
    at = 2
    for _ in range(MOST_STEPS):
        if data[at] != 0xFF:
            raise Broken
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in (_EOI, _SOS):
            return
        end = at + 2 + _big16(data, at + 2)
        yield marker, (at + 4, end)
        at = end
    raise Broken


def _describes_pixels(data: bytes, marker: int, start: int) -> bool:
    if marker == _APP14:  # it says whether colours are YCbCr, RGB or inverted CMYK
        return data[start + 4 : start + 9] == b"Adobe"
    if _APP0 <= marker <= _APP15 or marker == _COM:
        return False
    if marker not in _TABLES_AND_FRAMES:
        raise Broken
    return True


def _markers(data: bytes) -> NDArray[np.int64]:
    """Rising offsets of every 0xFF that is followed by neither 0x00, 0xFF nor a restart marker."""
    octets = np.frombuffer(data, np.uint8)
    candidates = np.flatnonzero(octets[:-1] == 0xFF)
    follower = octets[candidates + 1]
    stuffed = (follower == 0) | (follower == 0xFF) | ((follower & 0xF8) == 0xD0)
    found: NDArray[np.int64] = candidates[~stuffed]
    return found


def _next_marker(markers: NDArray[np.int64], at: int) -> int:
    index = int(np.searchsorted(markers, at))
    if index == len(markers):
        raise Broken
    return int(markers[index])


def _big16(data: bytes, at: int) -> int:
    length: int = struct.unpack_from(">H", data, at)[0]
    return length


# PNG (ISO/IEC 15948): length, type, data, checksum. Only the data of the pixel chunks counts: how it is cut
# into IDAT chunks does not. acTL, fcTL and fdAT are the frames of an animated PNG.
_PNG_PIXELS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"acTL", b"fcTL", b"fdAT"})


def png(data: bytes) -> Iterator[Span]:
    """The data of the pixel chunks."""
    return (span for kind, span in png_chunks(data) if kind in _PNG_PIXELS)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, Span]]:
    """Type and data of every chunk before the end."""
    at = len(PNG_MAGIC)
    for _ in range(MOST_STEPS):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IEND":
            return
        end = at + 12 + length
        if end > len(data):
            raise Broken
        yield kind, (at + 8, end - 4)
        at = end
    raise Broken


# WebP (RFC 9649): a RIFF of chunks padded to even lengths. VP8X only says which other chunks there are,
# and metadata written into a simple file adds one: it is left out.
_WEBP_PIXELS = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})


def webp(data: bytes) -> Iterator[Span]:
    """The pixel chunks, with their heads."""
    return ((start - 8, end) for kind, (start, end) in riff_chunks(data) if kind in _WEBP_PIXELS)


def riff_chunks(data: bytes) -> Iterator[tuple[bytes, Span]]:
    """Type and content of every chunk of a WebP."""
    at = 12
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if data[8:12] != b"WEBP" or end > len(data) + 1:
        raise Broken
    for _ in range(MOST_STEPS):
        if at + 8 > end:
            return
        kind, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > len(data):
            raise Broken
        yield kind, (at + 8, at + 8 + length)
        at += 8 + length + length % 2
    raise Broken
