"""Apple's live photos: the photo and its film tell the same identifier, whatever their names are.

Sources: Image::ExifTool::Apple (MakerNotes, tag 0x0011), QuickTime File Format (metadata: 'keys' and 'ilst').
"""

from __future__ import annotations

import os
from typing import BinaryIO

from photoface.domain.errors import DAMAGED_BLOCK
from photoface.metadata import boxes
from photoface.metadata.bits import BROKEN, Broken, Span, big, part
from photoface.metadata.dates import Exif
from photoface.metadata.directories import directory_at

LARGEST_INDEX = 16 << 20
"""Bytes of a film's box 'moov'; an hour of film has some megabytes."""

MOST_BOXES = 1_000
_CAMERA_DATA, _MAKER_NOTE, _IDENTIFIER = 0x8769, 0x927C, 0x0011
_APPLE, _DIRECTORY = b"Apple iOS\0", 14
_KEY = b"com.apple.quicktime.content.identifier"


def photo_identifier(exif: Exif) -> bytes | None:
    """What ties a photo to its film; None for photos of others."""
    try:
        note = exif.get_ifd(_CAMERA_DATA).get(_MAKER_NOTE)
        if not isinstance(note, bytes) or not note.startswith(_APPLE):
            return None
        found = directory_at(note, ">", _DIRECTORY).content(note, _IDENTIFIER)
    except (*DAMAGED_BLOCK, *BROKEN):
        return None
    return (found or b"").strip(b"\0 ") or None


def film_identifier(file: BinaryIO) -> bytes | None:
    """The same of a film; only its index is read. None where it tells none. Raises OSError."""
    try:
        index = _index(file)
        return None if index is None else _told(index)
    except BROKEN:
        return None


def _index(file: BinaryIO) -> bytes | None:
    """The content of the box 'moov', wherever in the file it is."""
    end = file.seek(0, os.SEEK_END)
    at = 0
    for _ in range(MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        size, length = big(head, 0, 4), 8
        if size == 1:
            size, length = big(head, 8, 8), 16
        if size < length or at + size > end:
            return None
        if head[4:8] == b"moov":
            file.seek(at + length)
            return file.read(size - length) if size <= LARGEST_INDEX else None
        at += size
    return None


def _told(index: bytes) -> bytes | None:
    meta = boxes.first(index, b"meta")
    if meta is None:
        return None
    if index[meta[0] + 4 : meta[0] + 8] != b"hdlr":  # MP4 begins with a version, QuickTime does not
        meta = meta[0] + 4, meta[1]
    keys, values = boxes.first(index, b"keys", meta), boxes.first(index, b"ilst", meta)
    if keys is None or values is None:
        return None
    number = _number(index, keys)
    for box in boxes.boxes(index, values):
        if int.from_bytes(box.kind, "big") == number:
            held = boxes.first(index, b"data", box.body)
            return None if held is None else part(index, (held[0] + 8, held[1])).strip(b"\0 ") or None
    return None


def _number(index: bytes, keys: Span) -> int:
    """Which of the keys it is, from 1."""
    at = keys[0] + 8
    for number in range(1, min(big(index, keys[0] + 4, 4), MOST_BOXES) + 1):
        size = big(index, at, 4)
        if part(index, (at + 8, at + size)) == _KEY:
            return number
        at += size
    raise Broken
