"""TIFF and what is built like it (DNG, NEF, CR2, ARW, the EXIF block): directories of tags.

Sources: TIFF 6.0; BigTIFF (libtiff); DNG 1.7. Offsets are counted from the beginning of the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from photoface.metadata.bits import Broken, Span, part, unpack

MOST_DIRECTORIES = 1000
MOST_VALUES = 1_000_000
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_LETTERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}

# Byte order, and the marks of TIFF, BigTIFF and of raw files of Olympus and Panasonic.
_ORDERS = {b"II": "<", b"MM": ">"}
_CLASSIC, _BIG = frozenset({42, 0x4F52, 0x5352, 0x55}), 43
SUB_IFDS = 0x014A


@dataclass(frozen=True, slots=True)
class Entry:
    """kind: 1..18 as TIFF counts types; span: where its values lie."""

    kind: int
    span: Span


@dataclass(frozen=True, slots=True)
class Directory:
    """Tag -> entry. order: '<' or '>'."""

    order: str
    entries: dict[int, Entry]

    def numbers(self, data: bytes, tag: int) -> tuple[int, ...]:
        """The whole numbers of a tag, none where it is missing or holds something else. Raises Broken."""
        entry = self.entries.get(tag)
        letter = _LETTERS.get(entry.kind) if entry else None
        if entry is None or letter is None:
            return ()
        count = min((entry.span[1] - entry.span[0]) // _SIZES[entry.kind], MOST_VALUES)
        return unpack(f"{self.order}{count}{letter}", data, entry.span[0])

    def content(self, data: bytes, tag: int) -> bytes | None:
        """The bytes of a tag. Raises Broken."""
        entry = self.entries.get(tag)
        return None if entry is None else part(data, entry.span)


def is_tiff(data: bytes) -> bool:
    """Whether the content begins like a TIFF or a relative of it."""
    order = _ORDERS.get(data[:2])
    return order is not None and len(data) >= 8 and unpack(f"{order}H", data, 2)[0] in _CLASSIC | {_BIG}


def directories(data: bytes) -> Iterator[Directory]:
    """The main directories in order, each once. Raises Broken."""
    order = _ORDERS.get(data[:2])
    if order is None:
        raise Broken
    big = unpack(f"{order}H", data, 2)[0] == _BIG
    at = unpack(f"{order}Q" if big else f"{order}I", data, 8 if big else 4)[0]
    yield from _chain(data, order, big, at)


def sub_directories(data: bytes, parent: Directory) -> Iterator[Directory]:
    """The directories that a directory points to: raw files keep their pictures there. Raises Broken."""
    big = unpack(f"{parent.order}H", data, 2)[0] == _BIG
    for at in parent.numbers(data, SUB_IFDS)[:MOST_DIRECTORIES]:
        yield _directory(data, parent.order, big, at)[0]


def directory_at(data: bytes, order: str, at: int) -> Directory:
    """A single one whose place is known, as makers' notes have it. Raises Broken."""
    return _directory(data, order, False, at)[0]


def _chain(data: bytes, order: str, big: bool, at: int) -> Iterator[Directory]:
    seen = set[int]()
    while at and at not in seen and len(seen) < MOST_DIRECTORIES:
        seen.add(at)
        directory, at = _directory(data, order, big, at)
        yield directory


def _directory(data: bytes, order: str, big: bool, at: int) -> tuple[Directory, int]:
    number = "Q" if big else "I"
    (count,), head = unpack(f"{order}Q" if big else f"{order}H", data, at), 8 if big else 2
    layout, size, inline = (f"{order}HHQ", 20, 8) if big else (f"{order}HHI", 12, 4)
    entries = dict[int, Entry]()
    for index in range(min(count, 0xFFFF)):
        here = at + head + index * size
        tag, kind, values = unpack(layout, data, here)
        length, start = values * _SIZES.get(kind, 1), here + size - inline
        if length > inline:
            (start,) = unpack(f"{order}{number}", data, start)
        entries[tag] = Entry(kind, (start, start + length))
    end = at + head + count * size
    following = unpack(f"{order}{number}", data, end)[0] if end + inline <= len(data) else 0
    return Directory(order, entries), following
