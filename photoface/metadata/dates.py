"""When a photo was taken, as its EXIF block tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from photoface.domain.dates import DateSource, Taken
from photoface.domain.errors import DAMAGED_BLOCK

# EXIF 2.32: the sub-directories of camera data and of the place; in the first the moment of the shot and of its
# digitisation, each with the offset of the clock from UTC; in the second the day and time in UTC; in the main
# directory the moment of the last change.
_CAMERA_DATA, _PLACE = 0x8769, 0x8825
_ORIGINAL, _DIGITIZED, _CHANGED = 0x9003, 0x9004, 0x0132
_OFFSETS = {_ORIGINAL: 0x9011, _DIGITIZED: 0x9012, _CHANGED: 0x9010}
_GPS_DAY, _GPS_TIME = 0x1D, 0x07
_UTC = "+00:00"
_OFFSET = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d", re.ASCII)
_NEVER_SET = "1970-01-01T00:00:00"  # a clock that was never set


class Exif(Protocol):
    """What PIL.Image.Exif offers: tag numbers to values, sub-directories by their tag."""

    def get(self, tag: int, /) -> object: ...

    def get_ifd(self, tag: int, /) -> Mapping[int, object]: ...


def shot(exif: Exif) -> Taken | None:
    """When the shutter was released, else when the picture became digital, else what satellites said.

    Damaged blocks and impossible dates count as silence.
    """
    try:
        camera, place = exif.get_ifd(_CAMERA_DATA), exif.get_ifd(_PLACE)
        found = (_taken(camera.get(tag), camera.get(_OFFSETS[tag])) for tag in (_ORIGINAL, _DIGITIZED))
        return next(filter(None, found), None) or _by_satellite(place)
    except DAMAGED_BLOCK:
        return None


def changed(exif: Exif) -> Taken | None:
    """When the picture was last changed: better than nothing."""
    try:
        found = _taken(exif.get(_CHANGED), exif.get_ifd(_CAMERA_DATA).get(_OFFSETS[_CHANGED]))
    except DAMAGED_BLOCK:
        return None
    return None if found is None else Taken(found.when, DateSource.CHANGED, found.offset)


def taken(exif: Exif) -> str | None:
    """ISO 8601 local time of the camera's clock, e.g. '2019-08-03T12:13:14', whichever of these tells it."""
    found = shot(exif) or changed(exif)
    return None if found is None else found.when


def _taken(told: object, offset: object) -> Taken | None:
    when, clock = _iso(told), _text(offset).strip("\0 ")
    if when is None or when == _NEVER_SET:
        return None
    return Taken(when, DateSource.EXIF, clock if _OFFSET.fullmatch(clock) else None)


def _by_satellite(place: Mapping[int, object]) -> Taken | None:
    day, time = _text(place.get(_GPS_DAY)).strip("\0 "), place.get(_GPS_TIME)
    if not day or not isinstance(time, tuple) or len(time) != 3:
        return None
    hours, minutes, seconds = (int(part) for part in time)
    when = _iso(f"{day} {hours:02}:{minutes:02}:{seconds:02}")
    return None if when is None else Taken(when, DateSource.EXIF, _UTC)


def _iso(told: object) -> str | None:
    digits = _text(told).replace("-", ":").replace("T", " ").strip("\0 ")[:19]
    try:
        return datetime.strptime(digits, "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return None


def _text(told: object) -> str:
    return told.decode("ascii", "replace") if isinstance(told, bytes) else str(told or "")
