"""The parts of the box 'meta', one function each (ISO/IEC 14496-12, 8.11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from photoface.metadata.bits import Broken, Span, big, unpack
from photoface.metadata.boxes import MOST_ITEMS, Items, boxes, full_box

Bodies = dict[bytes, Span]
"""Kind -> body of the boxes in 'meta'."""


def read(data: bytes, found: Bodies) -> Items:
    """Whatever of them is there. Raises Broken."""
    kinds, types = _information(data, found)
    spans = _locations(data, found)
    properties, property_spans = _properties(data, found)
    return Items(_primary(data, found), kinds, types, spans, _references(data, found), properties, property_spans)


def _primary(data: bytes, found: Bodies) -> int | None:
    if b"pitm" not in found:
        return None
    version, _, at = full_box(data, found[b"pitm"])
    return big(data, at, 4 if version else 2)


def _information(data: bytes, found: Bodies) -> tuple[dict[int, bytes], dict[int, bytes]]:
    kinds, types = dict[int, bytes](), dict[int, bytes]()
    if b"iinf" not in found:
        return kinds, types
    version, _, at = full_box(data, found[b"iinf"])
    for box in boxes(data, (at + (4 if version else 2), found[b"iinf"][1])):
        if box.kind == b"infe" and len(kinds) < MOST_ITEMS:
            version, _, at = full_box(data, box.body)
            wide = 4 if version == 3 else 2
            item, kind = big(data, at, wide), data[at + wide + 2 : at + wide + 6]
            kinds[item] = kind
            if kind == b"mime":
                _, _, rest = data[at + wide + 6 : box.body[1]].partition(b"\0")  # its name
                types[item] = rest.partition(b"\0")[0]
    return kinds, types


def _locations(data: bytes, found: Bodies) -> dict[int, tuple[Span, ...]]:
    if b"iloc" not in found:
        return {}
    version, _, at = full_box(data, found[b"iloc"])
    sizes = big(data, at, 2)
    offset, length, base, index = (sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15
    at, wide = at + 2, 4 if version == 2 else 2
    count, at = big(data, at, wide), at + wide
    located = dict[int, tuple[Span, ...]]()
    extents = 0
    for _ in range(count):
        item, at = big(data, at, wide), at + wide
        method = big(data, at, 2) & 15 if version else 0
        at += 4 if version else 2  # construction method, data reference
        start, at = big(data, at, base), at + base
        number, at = big(data, at, 2), at + 2
        extents += number
        if extents > MOST_ITEMS:
            raise Broken
        spans = list[Span]()
        for _ in range(number):
            at += index if version else 0
            here, at = start + big(data, at, offset), at + offset
            size, at = big(data, at, length), at + length
            spans.append(_span(data, here, size, method, found))
        located[item] = tuple(spans)
    return located


def _span(data: bytes, start: int, size: int, method: int, found: Bodies) -> Span:
    """0: counted from the beginning of the file, 1: within 'idat'; a size of 0 means all the rest."""
    if method == 1 and b"idat" in found:
        low, high = found[b"idat"]
        return low + start, low + start + size if size else high
    return start, start + size if size else len(data)


def _references(data: bytes, found: Bodies) -> dict[bytes, dict[int, tuple[int, ...]]]:
    known: dict[bytes, dict[int, tuple[int, ...]]] = defaultdict(dict)
    if b"iref" in found:
        version, _, at = full_box(data, found[b"iref"])
        wide = 4 if version else 2
        for box in boxes(data, (at, found[b"iref"][1])):
            at = box.body[0]
            item, count = big(data, at, wide), big(data, at + wide, 2)
            targets = (big(data, at + wide + 2 + wide * each, wide) for each in range(count))
            known[box.kind][item] = (*known[box.kind].get(item, ()), *targets)
    return dict(known)


def _properties(data: bytes, found: Bodies) -> tuple[dict[int, tuple[int, ...]], tuple[Span, ...]]:
    if b"iprp" not in found:
        return {}, ()
    inner = {box.kind: box.body for box in boxes(data, found[b"iprp"])}
    spans = tuple((box.start, box.body[1]) for box in boxes(data, inner[b"ipco"])) if b"ipco" in inner else ()
    return dict(_associations(data, inner[b"ipma"])) if b"ipma" in inner else {}, spans


def _associations(data: bytes, body: Span) -> Iterator[tuple[int, tuple[int, ...]]]:
    version, flags, at = full_box(data, body)
    (count,) = unpack(">I", data, at)
    at, wide, each = at + 4, 4 if version else 2, 2 if flags & 1 else 1
    for _ in range(count):
        item, number = big(data, at, wide), big(data, at + wide, 1)
        at += wide + 1
        mask = 0x7FFF if each == 2 else 0x7F
        yield item, tuple(big(data, at + each * index, each) & mask for index in range(number))
        at += each * number
