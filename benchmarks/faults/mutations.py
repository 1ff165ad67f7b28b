"""Ways to damage a file: each takes its bytes and a generator of chance, and gives other bytes.

What a dying disk, a broken copy or a bad neighbour does (cut, flipped, swapped, overwritten), and what somebody does on
purpose: sizes that the header only claims, numbers at the end of their range, rubbish inside EXIF, XMP and ICC.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_METADATA = (b"Exif\0\0", b"ICC_PROFILE", b"http://ns.adobe.com/", b"iCCP", b"eXIf", b"iTXt", b"EXIF", b"XMP ", b"ICCP")
_HEADER = 256
"""Bytes at the beginning of a file in which most of its structure stands."""


def cut(data: bytes, chance: Random) -> bytes:
    """An interrupted copy."""
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: Random) -> bytes:
    """A few bits of a dying disk."""
    copy = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
    return bytes(copy)


def header_noise(data: bytes, chance: Random) -> bytes:
    """Random bytes where the structure stands."""
    copy = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        copy[chance.randrange(min(len(copy), _HEADER))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(copy)


def swapped(data: bytes, chance: Random) -> bytes:
    """Two blocks of the disk in each other's place."""
    size = min(chance.choice((16, 512, 4096)), len(data) // 2)
    one, other = (chance.randrange(len(data) // size) * size for _ in range(2))
    copy = bytearray(data)
    copy[one : one + size], copy[other : other + size] = data[other : other + size], data[one : one + size]
    return bytes(copy)


def blanked(data: bytes, chance: Random) -> bytes:
    """A block that was never written: all zero or all one."""
    start = chance.randrange(len(data))
    end = min(start + chance.choice((4, 64, 512, 4096, 65536)), len(data))
    return data[:start] + bytes([chance.choice((0, 255))]) * (end - start) + data[end:]


def dropped(data: bytes, chance: Random) -> bytes:
    """A piece is missing: every later offset is wrong."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 2, 64, 4096)) :]


def repeated(data: bytes, chance: Random) -> bytes:
    """A piece stands there many times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((2, 12, 64, 1024))]
    return data[:start] + piece * chance.choice((2, 10, 300)) + data[start:]


def extreme_numbers(data: bytes, chance: Random) -> bytes:
    """Lengths, offsets, counts and sizes at the ends of their range, in either byte order."""
    copy = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        form = chance.choice(("<H", ">H", "<I", ">I"))
        width = struct.calcsize(form)
        if len(copy) > width:
            at = chance.randrange(min(len(copy), chance.choice((_HEADER, 4096, len(copy)))) - width + 1 or 1)
            struct.pack_into(form, copy, min(at, len(copy) - width), chance.choice(_EXTREMES) & (256**width - 1))
    return bytes(copy)


def claimed_size(data: bytes, chance: Random) -> bytes:
    """The header tells of another width and height."""
    width, height = (chance.choice((0, 1, 7, 3000, 9999, 16383, 65535, 0x7FFFFFFF)) for _ in range(2))
    copy = bytearray(data)
    for at, form in _sizes(data):
        limit = 256 ** (struct.calcsize(form) // 2) - 1
        struct.pack_into(form, copy, at, min(width, limit), min(height, limit))
    return bytes(copy) if copy != data else header_noise(data, chance)


def _sizes(data: bytes) -> list[tuple[int, str]]:
    """Where a size stands, and its form: JPEG (SOF0, SOF2), PNG, GIF, BMP, HEIC and AVIF ('ispe')."""
    found = [(data.find(mark) + 5, ">HH") for mark in (b"\xff\xc0\0\x11", b"\xff\xc2\0\x11") if mark in data]
    found += [(data.find(b"ispe") + 8, ">II")] if b"ispe" in data else []
    fixed = {b"\x89PNG": (16, ">II"), b"GIF8": (6, "<HH"), b"BM": (18, "<II")}
    found += [place for magic, place in fixed.items() if data.startswith(magic)]
    return [(at, form) for at, form in found if at + struct.calcsize(form) <= len(data)]


def metadata_noise(data: bytes, chance: Random) -> bytes:
    """Rubbish inside an EXIF, XMP or ICC block; the picture itself is whole."""
    starts = [data.find(mark) for mark in _METADATA if mark in data]
    if not starts:
        return header_noise(data, chance)
    copy, start = bytearray(data), chance.choice(starts)
    for _ in range(chance.choice((1, 5, 50))):
        copy[min(start + 6 + chance.randrange(600), len(copy) - 1)] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(copy)


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    flipped,
    header_noise,
    swapped,
    blanked,
    dropped,
    repeated,
    extreme_numbers,
    claimed_size,
    metadata_noise,
)


def mutated(data: bytes, others: list[bytes], chance: Random) -> bytes:
    """One to three mutations, or the beginning of this file and the end of another one."""
    if chance.random() < 0.1:
        other = chance.choice(others)
        return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]
    for _ in range(chance.choice((1, 1, 2, 3))):
        if len(data) > 4:
            data = chance.choice(MUTATIONS)(data, chance)
    return data
