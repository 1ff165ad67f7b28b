"""Reading a file's structure without believing it: what lies outside, or goes on for ever, counts as broken."""

from __future__ import annotations

import struct

Span = tuple[int, int]
"""(start, end) in a file's content."""

MOST_STEPS = 1_000_000
"""Parts of one file; a structure that has more was made to be slow, and counts as broken."""


class Broken(Exception):
    """The structure does not add up."""


BROKEN = (Broken, struct.error, IndexError, OverflowError)
"""What the readers of structures raise."""


def unpack(layout: str, data: bytes, at: int) -> tuple[int, ...]:
    """Numbers at an offset. Raises Broken where the file ends before them."""
    if at < 0 or at + struct.calcsize(layout) > len(data):
        raise Broken
    return struct.unpack_from(layout, data, at)


def big(data: bytes, at: int, octets: int) -> int:
    """A big-endian number of any length, 0 for none. Raises Broken."""
    if at < 0 or at + octets > len(data):
        raise Broken
    return int.from_bytes(data[at : at + octets], "big")


def part(data: bytes, span: Span) -> bytes:
    """What lies between. Raises Broken where that reaches beyond the file."""
    start, end = span
    if not 0 <= start <= end <= len(data):
        raise Broken
    return data[start:end]
