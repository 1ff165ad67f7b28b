"""Which bytes of a HEIC, AVIF, JPEG XL, TIFF, raw file or GIF are its picture, and not the metadata around it.

As in containers: (start, end) of the parts that count, in order; what bits.BROKEN names where a structure does not add
up. A file in which nothing counts is broken too.
"""

from __future__ import annotations

from collections.abc import Iterator

from photoface.metadata import boxes
from photoface.metadata.bits import MOST_STEPS, Broken, Span, big
from photoface.metadata.boxes import JXL_MAGIC, Items
from photoface.metadata.directories import Directory, directories, sub_directories

# HEIC and AVIF (ISO/IEC 23008-12): the item that is shown, what it is made of, and transparency or depth that go with
# it. Of their properties those that say how to decode: colours, names of profiles, and which way up are metadata.
_PROPERTIES = frozenset({b"hvcC", b"av1C", b"avcC", b"jpgC", b"ispe", b"clap", b"pixi"})
_TURNS = frozenset({b"irot", b"imir"})
_MADE_OF, _BELONGS_TO = b"dimg", b"auxl"


def items(data: bytes, properties: frozenset[bytes] = _PROPERTIES) -> Iterator[Span]:
    """The coded pictures of a HEIC or AVIF; of a Canon raw file (CR3) all of its media."""
    if data[8:12] == b"crx ":
        yield from _some(box.body for box in boxes.boxes(data) if box.kind == b"mdat")
        return
    known = boxes.items(data)
    if known.primary is None:
        raise Broken
    yield from _some(span for item in _shown(known) for span in _item(data, item, known, properties))


def items_and_turns(data: bytes) -> Iterator[Span]:
    """With the properties that tell which way up, as up to schema 7."""
    return items(data, _PROPERTIES | _TURNS)


def ends_early(data: bytes) -> bool:
    """Whether a part of a HEIC or AVIF lies beyond the end of the file. Raises what bits.BROKEN names."""
    return any(end > len(data) for spans in boxes.items(data).spans.values() for _, end in spans)


def _shown(known: Items) -> list[int]:
    """Ids, each once, the shown item first."""
    assert known.primary is not None
    waiting, found = [known.primary], dict[int, None]()
    beside = [item for item, targets in known.references.get(_BELONGS_TO, {}).items() if known.primary in targets]
    while waiting:
        item = waiting.pop()
        if item not in found:
            found[item] = None
            waiting += reversed(known.references.get(_MADE_OF, {}).get(item, ()))
        if not waiting and beside:
            waiting.append(beside.pop(0))
    return list(found)


def _item(data: bytes, item: int, known: Items, properties: frozenset[bytes]) -> Iterator[Span]:
    for index in known.properties.get(item, ()):
        if 1 <= index <= len(known.property_spans):
            start, end = known.property_spans[index - 1]
            if data[start + 4 : start + 8] in properties:
                yield start, end
    yield from known.spans.get(item, ())


# JPEG XL (ISO/IEC 18181-2): a bare codestream, or one in boxes, whole or in numbered parts. Programs that write
# metadata put bare ones into boxes.
def jpeg_xl(data: bytes) -> Iterator[Span]:
    """The codestream."""
    if not data.startswith(JXL_MAGIC):
        yield 0, len(data)
        return
    numbers = {b"jxlc": 0, b"jxlp": 4}
    found = (box for box in boxes.boxes(data) if box.kind in numbers)
    yield from _some((box.body[0] + numbers[box.kind], box.body[1]) for box in found)


# TIFF 6.0, DNG 1.7: of each picture the tags that say how its pixels are stored, and these. Pictures that are marked
# as smaller versions of another one do not count: programs write them anew.
_KIND = 254
_PIXEL_TAGS = (256, 257, 258, 259, 262, 266, 277, 278, 284, 317, 320, 322, 323, 338, 339, 347, 529, 530, 532)
_PLACES = ((273, 279), (324, 325), (513, 514))  # strips, tiles, an old kind of JPEG: where, and how long
_REDUCED = 1


_PANASONIC, _SENSOR_STARTS = 0x55, 0x0118


def tiff(data: bytes) -> Iterator[Span]:
    """The pixels of all full pictures; of all pictures, where none is marked as full."""
    found = list[Directory]()
    for directory in directories(data):
        found += [directory, *sub_directories(data, directory)]
    if data[2] == _PANASONIC:  # its strips tell nonsense; the sensor's values go on to the end of the file
        yield from _some((start, len(data)) for each in found[:1] for start in each.numbers(data, _SENSOR_STARTS))
        return
    full = [each for each in found if not (each.numbers(data, _KIND) or (0,))[0] & _REDUCED and _pieces(data, each)]
    yield from _some(span for each in full or found for span in _picture(data, each))


def _picture(data: bytes, directory: Directory) -> Iterator[Span]:
    pieces = _pieces(data, directory)
    if pieces:
        yield from (directory.entries[tag].span for tag in _PIXEL_TAGS if tag in directory.entries)
        yield from pieces


def _pieces(data: bytes, directory: Directory) -> list[Span]:
    for place, length in _PLACES:
        starts, lengths = directory.numbers(data, place), directory.numbers(data, length)
        if starts and len(starts) == len(lengths):
            return [(start, start + count) for start, count in zip(starts, lengths, strict=True)]
    return []


# Fujifilm's raw files: a head that tells where the rest is, the camera's JPEG with all metadata, the sensor's values.
FUJI_MAGIC = b"FUJIFILMCCD-RAW"
_FUJI_SENSOR = 100


def fuji(data: bytes) -> Iterator[Span]:
    """The sensor's values."""
    start, length = big(data, _FUJI_SENSOR, 4), big(data, _FUJI_SENSOR + 4, 4)
    yield from _some((start, start + length) for _ in range(min(start, length, 1)))


# GIF89a: blocks; comments and what applications wrote do not count (how often an animation runs is among that).
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF


def gif(data: bytes) -> Iterator[Span]:
    """Screen, colours and frames."""
    at = 13 + _colors(data, 10)
    yield 6, at
    for _ in range(MOST_STEPS):
        start, kind = at, big(data, at, 1)
        if kind == _END:
            return
        if kind == _IMAGE:
            at = _after_blocks(data, at + 10 + _colors(data, at + 9) + 1)
            yield start, at
        elif kind == _EXTENSION:
            at = _after_blocks(data, at + 2)
            if big(data, start + 1, 1) not in (_COMMENT, _APPLICATION):
                yield start, at
        else:
            raise Broken
    raise Broken


def _colors(data: bytes, at: int) -> int:
    """Bytes of the table of colours that a byte of flags promises."""
    flags = big(data, at, 1)
    return 3 * 2 ** (flags % 8 + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    for _ in range(MOST_STEPS):
        length = data[at]
        at += 1 + length
        if not length:
            return at
    raise Broken


def _some(spans: Iterator[Span]) -> Iterator[Span]:
    found = list(spans)
    if not found:
        raise Broken
    yield from found
