"""HEIC, AVIF, JPEG XL and films are boxes within boxes; HEIC and AVIF hold their pictures as items of a box 'meta'.

Sources: ISO/IEC 14496-12 (boxes; 8.11: meta, iinf, iloc, iref, iprp), ISO/IEC 23008-12 (pictures), ISO/IEC 18181-2
(JPEG XL). Items may lie in several pieces anywhere in the file, or in the box 'idat'.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from photoface.metadata.bits import MOST_STEPS, Broken, Span, big, part, unpack

JXL_MAGIC = b"\x00\x00\x00\x0cJXL \r\n\x87\n"
MOST_ITEMS = 100_000
"""Of one file; a photo of 200 megapixels in tiles has some thousand."""


@dataclass(frozen=True, slots=True)
class Box:
    """kind: four letters, of a 'uuid' box these and its sixteen bytes; body: without its header; start: with it."""

    kind: bytes
    start: int
    body: Span


def boxes(data: bytes, within: Span | None = None) -> Iterator[Box]:
    """The boxes that follow one another. One that reaches beyond the file ends with it. Raises Broken."""
    at, end = within or (0, len(data))
    for _ in range(MOST_STEPS):
        if at + 8 > end:
            return
        size, head = big(data, at, 4), 8
        kind = data[at + 4 : at + 8]
        if size == 1:
            size, head = big(data, at + 8, 8), 16
        elif size == 0:
            size = end - at
        if kind == b"uuid":
            kind, head = kind + data[at + head : at + head + 16], head + 16
        if size < head:
            raise Broken
        yield Box(kind, at, (min(at + head, end), min(at + size, end)))
        at += size
    raise Broken


def first(data: bytes, kind: bytes, within: Span | None = None) -> Span | None:
    """The body of the first box of this kind."""
    return next((box.body for box in boxes(data, within) if box.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Items:
    """What the box 'meta' tells. primary: id of the picture that is shown.

    kinds: id -> four letters ('hvc1', 'grid', 'Exif', 'mime'); types: id -> content type of 'mime'.
    spans: id -> where it lies, in order; references: kind -> id -> ids it refers to.
    properties: id -> indices (from 1) into ``property_spans``, the boxes of 'ipco' with their headers.
    """

    primary: int | None = None
    kinds: dict[int, bytes] = field(default_factory=dict)
    types: dict[int, bytes] = field(default_factory=dict)
    spans: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    references: dict[bytes, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    properties: dict[int, tuple[int, ...]] = field(default_factory=dict)
    property_spans: tuple[Span, ...] = ()


def items(data: bytes) -> Items:
    """The items of a HEIC or AVIF. Raises Broken; a file without the box 'meta' has none."""
    from photoface.metadata import box_items

    meta = first(data, b"meta")
    if meta is None:
        return Items()
    found = {box.kind: box.body for box in boxes(data, (meta[0] + 4, meta[1]))}
    return box_items.read(data, found)


def item_bytes(data: bytes, item: int, known: Items) -> bytes:
    """The content of one item, its pieces joined. Raises Broken."""
    return b"".join(part(data, span) for span in known.spans.get(item, ()))


def full_box(data: bytes, body: Span) -> tuple[int, int, int]:
    """Version, flags and where the rest begins. Raises Broken."""
    (word,) = unpack(">I", data, body[0])
    return word >> 24, word & 0xFFFFFF, body[0] + 4
