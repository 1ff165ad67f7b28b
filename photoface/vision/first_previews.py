"""A photo's first picture, from the head of its file: what the camera embedded, or a small file's own pixels.

JPEG, TIFF and some HEIC carry a JPEG in the second directory of their EXIF block (EXIF 2.32, 4.5.5), often 160 x 120
whatever the photo's shape: then with black bars. Other HEIC carry a thumbnail item (ISO/IEC 23008-12, 6.4.4).
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PIL import Image
from PIL.ExifTags import IFD

from photoface.domain.geometry import Size
from photoface.vision.colors import to_rgb
from photoface.vision.decoding import load_photo
from photoface.vision.formats import open_image
from photoface.vision.headers import StoredPhoto
from photoface.vision.high_range import coded_light, for_screens
from photoface.vision.letterbox import without_bars
from photoface.vision.previews import THUMBNAIL_SIDE, small_jpeg, thumbnail
from photoface.vision.regions import upright

LEAST_SIDE = 96
"""Long side of the smallest preview that is worth showing; cameras embed 160 and more."""

CHEAP_PIXELS = {"JPEG": 16_000_000}
"""Most pixels of a small file that is decoded at once: 1 to 5 ms for baseline JPEG of up to 256 KiB."""

OTHER_CHEAP_PIXELS = 300_000
"""Formats that cannot be decoded at less than their full size: some 5 ms."""

MOST_PIXELS = 2_000_000
"""Of an embedded preview; cameras embed up to 1,920 x 1,080, and a header may lie."""

_START, _LENGTH = 0x0201, 0x0202  # JPEGInterchangeFormat, JPEGInterchangeFormatLength
_SOI = b"\xff\xd8"
_log = logging.getLogger(__name__)


def first_preview(photo: StoredPhoto, *, whole: bool) -> bytes | None:
    """An upright JPEG with a long side of at most 256, or None. ``photo`` was opened from the head of its file;
    whole: the head is the whole file. Whatever is wrong with the file, nothing is raised."""
    sources: list[Callable[[StoredPhoto], bytes | None]] = [_item, _embedded]
    if whole and photo.size.width * photo.size.height <= CHEAP_PIXELS.get(photo.format, OTHER_CHEAP_PIXELS):
        sources.append(_decoded)
    for source in sources:
        try:
            found = source(photo)
        except Exception as error:  # Pillow's plugins raise nearly anything on bad input; the analysis tells what it is
            _log.debug("no first picture of %r: %r", photo.path, error)
            continue
        if found is not None:
            return found
    return None


def _item(photo: StoredPhoto) -> bytes | None:
    """HEIC: pillow-heif chooses a thumbnail item that is a scaled copy of the picture, turned and cropped like it."""
    if photo.format != "HEIF":
        return None
    for side in (THUMBNAIL_SIDE * 3 // 4, LEAST_SIDE):
        image = open_image(photo.data)
        if image.draft("RGB", (side, side)) is not None:
            light = coded_light(photo.data) if photo.tells_light else None
            shown = to_rgb(image)
            return _upright_jpeg(for_screens(shown, light) if light else shown, photo.orientation, photo.profile)
    return None


def _embedded(photo: StoredPhoto) -> bytes | None:
    """The preview of the EXIF block, if it shows the same picture as the file."""
    where = photo.exif.get_ifd(IFD.IFD1)
    start, length = int(where.get(_START, 0)), int(where.get(_LENGTH, 0))
    if not start or not length:
        return None
    info = open_image(photo.data).info
    data = photo.data if photo.format == "TIFF" else info.get("exif", b"").removeprefix(b"Exif\0\0")
    if info.get("original_orientation", 1) not in {None, 1}:  # a HEIC says twice which way up it is, and means it once
        return None
    return _fitting(data[start : start + length], photo)


def _fitting(data: bytes, photo: StoredPhoto) -> bytes | None:
    if not data.startswith(_SOI):
        return None
    image = open_image(data)
    if image.width * image.height > MOST_PIXELS:
        return None
    image.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    stored: Size = photo.size.turned(photo.orientation)
    fitting = without_bars(to_rgb(image), stored)
    if fitting is None or max(fitting.size) < LEAST_SIDE:
        return None
    return _upright_jpeg(fitting, photo.orientation, None)


def _decoded(photo: StoredPhoto) -> bytes:
    return thumbnail(load_photo(photo, THUMBNAIL_SIDE))


def _upright_jpeg(image: Image.Image, orientation: int, profile: bytes | None) -> bytes:
    return small_jpeg(upright(image, orientation), THUMBNAIL_SIDE, profile)
