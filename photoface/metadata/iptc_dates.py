"""When a photo was taken, as its IPTC record tells: what agencies and programs wrote before there was XMP.

Sources: IPTC IIM 4.2 (data sets 2:55 and 2:60, the day and time of making; 2:62 and 2:63, of becoming digital), Adobe
Photoshop File Formats (image resource 0x0404), TIFF tag 33723 (IPTC in TIFF).
"""

from __future__ import annotations

from collections.abc import Iterator

from photoface.metadata.bits import BROKEN, MOST_STEPS, Broken, Span, big, part
from photoface.metadata.containers import SOI, segments
from photoface.metadata.directories import directories, is_tiff
from photoface.metadata.xmp_dates import read_date

_APP13, _PHOTOSHOP = 0xED, b"Photoshop 3.0\0"
_RESOURCE, _IPTC = b"8BIM", 0x0404
_TIFF_TAG = 33723
_RECORD, _MARK = 2, 0x1C
_TELLING = ((55, 60), (62, 63))  # day, time


def told_in_iptc(data: bytes) -> tuple[str, str | None] | None:
    """When (ISO 8601, or a beginning of it) and the offset from UTC, of a JPEG or TIFF. Never fails."""
    try:
        said = {number: part(data, span).decode("ascii", "replace") for number, span in _data_sets(data)}
    except BROKEN:
        return None
    found = (_date(said.get(day, ""), said.get(time, "")) for day, time in _TELLING)
    return next(filter(None, found), None)


def _date(day: str, time: str) -> tuple[str, str | None] | None:
    """19830715, 19830700 for July, 19830000 for the year; 143000+0200."""
    if len(day) != 8 or not day.isdigit():
        return None
    written = "-".join(piece for piece in (day[:4], day[4:6], day[6:]) if piece != "00")
    if len(written) == 10 and len(time) >= 6 and time[:6].isdigit():
        written += f"T{time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}"
    return read_date(written) or read_date(written[:10])


def _data_sets(data: bytes) -> Iterator[tuple[int, Span]]:
    """Number and content of those of record 2, as long as they follow one another."""
    steps = 0
    for start, end in dict.fromkeys(_records(data)):
        at = start
        while at + 5 <= end and data[at] == _MARK:
            steps += 1
            length = big(data, at + 3, 2)
            if length & 0x8000 or steps > MOST_STEPS:  # longer than any text, or made to be slow
                raise Broken
            if data[at + 1] == _RECORD:
                yield data[at + 2], (at + 5, at + 5 + length)
            at += 5 + length


def _records(data: bytes) -> Iterator[Span]:
    if data.startswith(SOI):
        for marker, (start, end) in segments(data):
            if marker == _APP13 and data.startswith(_PHOTOSHOP, start):
                yield from _resources(data, (start + len(_PHOTOSHOP), end))
    elif is_tiff(data):
        for directory in directories(data):
            if _TIFF_TAG in directory.entries:
                yield directory.entries[_TIFF_TAG].span


def _resources(data: bytes, within: Span) -> Iterator[Span]:
    at, end = within
    while at + 12 <= end and data.startswith(_RESOURCE, at):
        kind, name = big(data, at + 4, 2), big(data, at + 6, 1)
        at += 6 + (name + 2) // 2 * 2  # its name, padded to even with the byte of its length
        length = big(data, at, 4)
        if kind == _IPTC:
            yield at + 4, min(at + 4 + length, end)
        at += 4 + (length + 1) // 2 * 2
