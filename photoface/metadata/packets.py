"""Where a file keeps its XMP: the packet's bytes as they stand there. What is in it, others read.

Source: XMP Specification Part 3 (Adobe, 2020), "Storage in Files"; ISO/IEC 18181-2 for JPEG XL; CR3 as exiftool
documents it. A packet of a hostile file may be anything: whoever parses it refuses a DOCTYPE.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import brotli

from photoface.metadata import boxes, directories
from photoface.metadata.bits import BROKEN, Broken, big
from photoface.metadata.containers import PNG_MAGIC, SOI, png_chunks, riff_chunks, segments

MOST_BYTES = 8 << 20
"""Of a packet: with some thousand names it has half a megabyte. A longer one counts as none."""

_STANDARD, _EXTENDED = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_APP1 = 0xE1
_PNG_KEYWORD = b"XML:com.adobe.xmp\0"
_TIFF_TAG = 700
_GIF_MARK = b"\x21\xff\x0bXMP DataXMP"
_GIF_TRAILER = 258
"""Of a GIF's packet: bytes 0x01, 0xFF, 0xFE .. 0x00, 0x00 that lead a reader of blocks out of it."""
_CR3_UUID = b"uuid" + bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


def xmp_packet(data: bytes) -> bytes | None:
    """The XMP packet of a photo's content: JPEG, PNG, WebP, TIFF and raw files, HEIC, AVIF, JPEG XL, GIF.

    None where there is none, or where the structure around it is broken. Never fails. The further part of a large
    packet of a JPEG: ``extended_packet``.
    """
    try:
        found = next(_packets(data), None)
    except (*BROKEN, zlib.error, brotli.error):
        return None
    return found if found and len(found) <= MOST_BYTES else None


def extended_packet(data: bytes) -> bytes | None:
    """What of a JPEG's XMP did not fit into 64 KB: a packet of its own, with further properties. Never fails."""
    if not data.startswith(SOI):
        return None
    pieces = dict[int, bytes]()
    try:
        for marker, (start, end) in segments(data):
            if marker == _APP1 and data.startswith(_EXTENDED, start):
                at = start + len(_EXTENDED) + 32 + 4  # its name, a hash of all of it, and its whole length
                pieces[big(data, at, 4)] = data[at + 4 : end]
    except BROKEN:
        return None
    whole = b"".join(pieces[offset] for offset in sorted(pieces))
    return whole if 0 < len(whole) <= MOST_BYTES else None


def _packets(data: bytes) -> Iterator[bytes]:
    if data.startswith(SOI):
        yield from _jpeg(data)
    elif data.startswith(PNG_MAGIC):
        yield from _png(data)
    elif data.startswith(b"RIFF"):
        yield from (data[start:end] for kind, (start, end) in riff_chunks(data) if kind == b"XMP ")
    elif data.startswith(b"GIF8"):
        yield from _gif(data)
    elif data.startswith(boxes.JXL_MAGIC):
        yield from _jxl(data)
    elif data[4:8] == b"ftyp":
        yield from _items(data)
    elif directories.is_tiff(data):
        yield from _tiff(data)


def _jpeg(data: bytes) -> Iterator[bytes]:
    for marker, (start, end) in segments(data):
        if marker == _APP1 and data.startswith(_STANDARD, start):
            yield data[start + len(_STANDARD) : end]


def _png(data: bytes) -> Iterator[bytes]:
    for kind, (start, end) in png_chunks(data):
        if kind == b"iTXt" and data.startswith(_PNG_KEYWORD, start):
            compressed = data[start + len(_PNG_KEYWORD)]
            _, _, rest = data[start + len(_PNG_KEYWORD) + 2 : end].partition(b"\0")  # its language
            text = rest.partition(b"\0")[2]  # its translated name
            yield _inflated(text) if compressed else text


def _inflated(text: bytes) -> bytes:
    return zlib.decompressobj().decompress(text, MOST_BYTES + 1)


def _tiff(data: bytes) -> Iterator[bytes]:
    for directory in directories.directories(data):
        packet = directory.content(data, _TIFF_TAG)
        if packet:
            yield packet


def _items(data: bytes) -> Iterator[bytes]:
    known = boxes.items(data)
    for item, content_type in known.types.items():
        if content_type == b"application/rdf+xml":
            yield boxes.item_bytes(data, item, known)
    yield from (data[box.body[0] : box.body[1]] for box in boxes.boxes(data) if box.kind == _CR3_UUID)


def _jxl(data: bytes) -> Iterator[bytes]:
    for box in boxes.boxes(data):
        start, end = box.body
        if box.kind == b"xml ":
            yield data[start:end]
        elif box.kind == b"brob" and data[start : start + 4] == b"xml ":
            yield unsqueezed(data[start + 4 : end])


def unsqueezed(data: bytes) -> bytes:
    """A box of JPEG XL that is stored by Brotli, no more of it than a packet may have. Raises Broken."""
    unpacking = brotli.Decompressor()
    found: bytes = unpacking.process(data, output_buffer_limit=MOST_BYTES + 1)
    if not unpacking.is_finished():
        raise Broken
    return found


def _gif(data: bytes) -> Iterator[bytes]:
    at = data.find(_GIF_MARK)
    if at >= 0:
        start = at + len(_GIF_MARK)
        end = data.find(b"\x01\xff\xfe\xfd", start)
        if end >= 0 and end + _GIF_TRAILER <= len(data) + 2:
            yield data[start:end]
