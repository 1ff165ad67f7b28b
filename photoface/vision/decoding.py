"""A photo's file to upright RGB pixels: one scaled decode, and a larger one only for the faces that need it.

LIMITS are checked on the header, before a single pixel is decoded.
"""

from __future__ import annotations

import logging
import math
import threading
from dataclasses import dataclass

import numpy as np
from PIL import Image

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import Pixels
from photoface.domain.geometry import Box, Size, show_box, store_box
from photoface.vision.colors import to_rgb
from photoface.vision.formats import foreign, looks_like_picture, open_image, tolerant

LIMITS = {"JPEG": 300_000_000, "HEIF": 210_000_000}
"""Most pixels a picture may have. Baseline JPEG decodes cheaply at 1/8 of its size, so panoramas pass;
phones with 200 million pixels write HEIC (1.4 GB and 10 s each: read one at a time)."""

OTHER_LIMIT = 100_000_000
"""Any other format, and progressive JPEG: about 0.5 GB while it is decoded."""

MOST_DETECTED = 4
"""A panorama may fill this many times long_side squared, so that its faces do not vanish with its height."""

_ORIENTATION = 0x0112  # EXIF 2.32
_READ_WELL = "JPEG, PNG, WebP, AVIF, HEIC, TIFF, BMP, GIF, PGM and PPM"
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_one_at_a_time = threading.Lock()
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A file opened as far as its header.

    size: upright, full; orientation: EXIF 1..8 that shows the stored picture upright.
    shrinks: the decoder can give 1/2, 1/4 and 1/8 of the size at less cost (JPEG).
    """

    path: bytes
    data: bytes
    format: str
    size: Size
    orientation: int
    shrinks: bool
    profile: bytes | None
    exif: Image.Exif

    @property
    def to_turn(self) -> int:
        """The orientation that decoded pixels still need: Pillow turns TIFF by itself."""
        return 1 if self.format == "TIFF" else self.orientation


@dataclass(frozen=True, slots=True)
class Region:
    """Upright RGB pixels of a part of a photo: where they begin in it, and how many there are per full pixel."""

    image: Image.Image
    left: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True)
class Source:
    """Decoded pixels, not yet upright, 1/shrink of the full size.

    damaged: the file ends before its picture does; what is missing is grey or black.
    """

    image: Image.Image
    photo: StoredPhoto
    shrink: int
    damaged: bool

    def region(self, box: Box) -> Region:
        """The part of the photo within a box of the upright full picture, widened to whole pixels of the source."""
        turn, size = self.photo.to_turn, self.photo.size
        inside = store_box(box, size, turn).scaled(1 / self.shrink)
        left, right = _whole_pixels(inside.x, inside.width, self.image.width)
        top, low = _whole_pixels(inside.y, inside.height, self.image.height)
        cut = upright(self.image.crop((left, top, right, low)), turn)
        kept = Box(left, top, right - left, low - top).scaled(self.shrink)
        shown = show_box(kept, size.turned(turn), turn)
        return Region(cut, shown.x, shown.y, 1 / self.shrink)


def _whole_pixels(start: float, length: float, limit: int) -> tuple[int, int]:
    """The pixels that a stretch touches, at least one, within 0..limit."""
    first = min(max(math.floor(start), 0), limit - 1)
    return first, min(max(math.ceil(start + length), first + 1), limit)


@dataclass(frozen=True, slots=True)
class Decoded:
    """pixels: the upright photo for detection, ``scale`` times its full size; source: what they were made from."""

    pixels: Pixels
    scale: float
    source: Source


def open_photo(path: bytes, data: bytes) -> StoredPhoto:
    """Read the header of a file's content. PhotoUnreadable says in plain words why it cannot be used."""
    if not data:
        raise PhotoUnreadable(path, "the file is empty")
    image = _header(path, data)
    _check_size(path, image)
    orientation, exif = _orientation(image)
    shown = Size(*image.size)
    if image.format != "TIFF":  # Pillow turns TIFF by itself
        shown = shown.turned(orientation)
    name = "JPEG" if image.format == "MPO" else image.format or ""
    return StoredPhoto(path, data, name, shown, orientation, name == "JPEG", image.info.get("icc_profile"), exif)


def _header(path: bytes, data: bytes) -> Image.Image:
    try:
        return open_image(data)
    except Exception as error:  # Pillow's plugins raise nearly anything on bad input
        refusal = _unopened(path, data, error)
    try:
        with tolerant():  # damage in a part that is not needed
            return open_image(data)
    except Exception as error:
        raise refusal from error


def _unopened(path: bytes, data: bytes, error: Exception) -> PhotoUnreadable:
    _log.debug("cannot open %r: %r", path, error)
    known = foreign(data)
    if known:
        return PhotoUnreadable(path, f"{known}, which photoface cannot read", "not_a_photo")
    if looks_like_picture(data):
        return PhotoUnreadable(path, "damaged or cut short: not even the size of the picture can be read")
    return PhotoUnreadable(path, f"not a picture that photoface can read (it reads {_READ_WELL})", "not_a_photo")


def _check_size(path: bytes, image: Image.Image) -> None:
    width, height = image.size
    name = "JPEG" if image.format == "MPO" else image.format or ""
    limit = OTHER_LIMIT if "progressive" in image.info else LIMITS.get(name, OTHER_LIMIT)
    if width * height > limit:
        raise PhotoUnreadable(
            path,
            f"too large: {width} x {height} pixels, and photoface reads {name or 'such'} pictures "
            f"up to {limit // 1_000_000} million pixels",
            "too_large",
        )


def _orientation(image: Image.Image) -> tuple[int, Image.Exif]:
    """EXIF orientation still to be applied, 1 where there is none that makes sense, and the block it stands in."""
    try:
        exif = image.getexif()
        told = exif.get(_ORIENTATION, 1)
    except Exception:  # a damaged block says nothing
        return 1, Image.Exif()
    return (told if told in _TURN else 1), exif


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """A stored picture as its orientation shows it."""
    turn = _TURN.get(orientation)
    return image if turn is None else image.transpose(turn)


def load_photo(photo: StoredPhoto, long_side: int) -> Decoded:
    """Decode once, no larger than detection needs where the format allows it. Raises PhotoUnreadable."""
    scale = detection_scale(photo.size, long_side)
    source = load_source(photo, scale)
    stored = photo.size.turned(photo.to_turn)
    wanted = max(round(stored.width * scale), 1), max(round(stored.height * scale), 1)
    image = source.image
    if image.size != wanted:
        image = image.resize(wanted, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return Decoded(np.asarray(upright(image, photo.to_turn)), scale, source)


def detection_scale(size: Size, long_side: int) -> float:
    """How many pixels of the detector's picture there are per full pixel; never above 1.

    The long side becomes long_side, except in panoramas: their short side keeps at least half of that.
    """
    long, short = max(size.width, size.height), min(size.width, size.height)
    panorama = min(long_side / 2 / short, long_side * math.sqrt(MOST_DETECTED / (long * short)))
    return min(max(long_side / long, panorama), 1.0)


def load_source(photo: StoredPhoto, scale: float) -> Source:
    """Decode at the cheapest size that still has ``scale`` pixels per full pixel. Raises PhotoUnreadable."""
    try:
        return _decoded(photo, scale, damaged=False)
    except Exception as error:
        _log.debug("cannot decode %r: %r", photo.path, error)
    try:
        with tolerant():
            return _decoded(photo, scale, damaged=True)
    except MemoryError as error:
        raise PhotoUnreadable(photo.path, "too large for the memory of this computer", "too_large") from error
    except Exception as error:
        raise PhotoUnreadable(photo.path, "damaged or cut short: nothing of the picture can be shown") from error


def _decoded(photo: StoredPhoto, scale: float, *, damaged: bool) -> Source:
    if photo.size.width * photo.size.height > OTHER_LIMIT and not photo.shrinks:
        with _one_at_a_time:
            return _load(photo, scale, damaged=damaged)
    return _load(photo, scale, damaged=damaged)


def _load(photo: StoredPhoto, scale: float, *, damaged: bool) -> Source:
    image = open_image(photo.data)
    shrink = _shrink(photo, scale)
    if shrink > 1:
        image.draft("RGB", (max(image.width // shrink, 1), max(image.height // shrink, 1)))
    image.load()
    return Source(to_rgb(image), photo, shrink, damaged)


def _shrink(photo: StoredPhoto, scale: float) -> int:
    """The strongest shrinking that leaves enough, and for the largest pictures one that memory can hold."""
    if not photo.shrinks:
        return 1
    pixels = photo.size.width * photo.size.height
    enough = next((shrink for shrink in (8, 4, 2) if shrink * scale <= 1), 1)
    return next((shrink for shrink in (1, 2, 4) if shrink >= enough and pixels <= OTHER_LIMIT * shrink**2), 8)
