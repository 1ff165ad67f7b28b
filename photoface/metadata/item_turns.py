"""Which way up a HEIC or AVIF is shown: its own properties say so, and not its EXIF block (ISO/IEC 23008-12, 6.5.10 and
6.5.12: irot, imir)."""

from __future__ import annotations

from photoface.domain.geometry import Size, show_point
from photoface.metadata import boxes
from photoface.metadata.bits import BROKEN, Broken

_ROTATED = {0: 1, 1: 8, 2: 3, 3: 6}
"""Quarter turns against the clock -> EXIF orientation."""

_MIRRORED = {0: 4, 1: 2}
"""Top and bottom change places; left and right do."""

_CORNERS = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
_SQUARE = Size(1, 1)


def item_turn(data: bytes) -> int:
    """The EXIF orientation that does the same; 1 for a file that tells nothing, or whose structure is broken."""
    try:
        return _turn(data)
    except BROKEN:
        return 1


def _turn(data: bytes) -> int:
    known = boxes.items(data)
    if known.primary is None or any(end > len(data) for spans in known.spans.values() for _, end in spans):
        raise Broken
    turn = 1
    for index in known.properties.get(known.primary, ()):
        start, end = known.property_spans[index - 1] if 1 <= index <= len(known.property_spans) else (0, 0)
        kind = data[start + 4 : start + 8]
        if kind == b"irot" and end > start + 8:
            turn = _one_after_the_other(turn, _ROTATED[data[start + 8] & 3])
        elif kind == b"imir" and end > start + 8:
            turn = _one_after_the_other(turn, _MIRRORED[data[start + 8] & 1])
    return turn


def _one_after_the_other(first: int, then: int) -> int:
    wanted = [show_point(show_point(corner, _SQUARE, first), _SQUARE, then) for corner in _CORNERS]
    return next(turn for turn in range(1, 9) if [show_point(corner, _SQUARE, turn) for corner in _CORNERS] == wanted)
