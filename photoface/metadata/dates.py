"""When a photo was taken, as its EXIF block tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from photoface.domain.errors import DAMAGED_BLOCK

# EXIF 2.32: the sub-directory of camera data, and in it the moment of the shot and of its digitisation;
# in the main directory the moment of the last change.
_CAMERA_DATA = 0x8769
_ORIGINAL, _DIGITIZED, _CHANGED = 0x9003, 0x9004, 0x0132


class Exif(Protocol):
    """What PIL.Image.Exif offers: tag numbers to values, sub-directories by their tag."""

    def get(self, tag: int, /) -> object: ...

    def get_ifd(self, tag: int, /) -> Mapping[int, object]: ...


def taken(exif: Exif) -> str | None:
    """ISO 8601 local time of the camera's clock, e.g. '2019-08-03T12:13:14'; None where nothing sensible is told.

    DateTimeOriginal, else DateTimeDigitized, else DateTime. Damaged blocks and impossible dates count as silence.
    """
    try:
        camera = exif.get_ifd(_CAMERA_DATA)
        told = [camera.get(_ORIGINAL), camera.get(_DIGITIZED), exif.get(_CHANGED)]
    except DAMAGED_BLOCK:
        return None
    return next(filter(None, map(_iso, told)), None)


def _iso(told: object) -> str | None:
    text = told.decode("ascii", "replace") if isinstance(told, bytes) else str(told or "")
    digits = text.replace("-", ":").replace("T", " ").strip("\0 ")[:19]
    try:
        return datetime.strptime(digits, "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return None
