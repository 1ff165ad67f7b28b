"""A photo's file opened as far as its header: what it is, how large, which way up; or why it cannot be used."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PIL import Image, ImageFile
from PIL.ExifTags import IFD

from photoface.domain.errors import DAMAGED_BLOCK, PhotoUnreadable
from photoface.domain.geometry import Size
from photoface.vision.formats import foreign, is_whole_tiff, looks_like_picture, open_image, tolerant
from photoface.vision.raw_files import FORMAT as RAW
from photoface.vision.raw_files import looks_raw, read_raw

LIMITS = {"JPEG": 300_000_000, "HEIF": 210_000_000}
"""Most pixels a picture may have. Baseline JPEG decodes cheaply at 1/8 of its size, so panoramas pass;
phones with 200 million pixels write HEIC (1.4 GB and 10 s each: read one at a time, see worker.turns)."""

OTHER_LIMIT = 100_000_000
"""Any other format, and progressive JPEG: about 0.5 GB while it is decoded."""

BYTES_PER_PIXEL = {"JPEG": 2, "HEIF": 7, "AVIF": 9, "WEBP": 16, "RAW": 2}
"""Memory of a picture while it is decoded, measured on 100 million pixels; JPEG is rarely decoded in full."""

OTHER_BYTES_PER_PIXEL = 8

UNFOLDED_IN_PYTHON = frozenset({"bmp_rle", "ppm_plain", "ppm"})
"""Pillow's decoders that go through a file byte by byte, some 5 MB a second."""

MOST_UNFOLDED = 16 << 20

_ORIENTATION, _SHOT = 0x0112, 0x9003  # EXIF 2.32: which way up, DateTimeOriginal
_TIFF_MARKS = {b"II": b"*\0", b"MM": b"\0*"}
_PNG_EXIF = (b"eXIf", b"Raw profile type", b"XML:com.adobe.xmp")
"""Where a PNG may tell its orientation; to look for it behind the pixels, Pillow decodes them all."""
_READ_WELL = "JPEG, PNG, WebP, AVIF, HEIC, JPEG XL, TIFF, BMP, GIF, PGM, PPM and cameras' raw files"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A file opened as far as its header.

    data: the file's content, of a camera's raw file that of the preview in it.
    size: upright, full; orientation: EXIF 1..8 that shows the stored picture upright.
    shrinks: the decoder can give 1/2, 1/4 and 1/8 of the size at less cost (JPEG).
    damaged: a raw file of which only the preview is whole.
    """

    path: bytes
    data: bytes
    format: str
    size: Size
    orientation: int
    shrinks: bool
    profile: bytes | None
    exif: Image.Exif
    damaged: bool = False

    @property
    def pixels(self) -> int:
        """How many there are at full size."""
        return self.size.width * self.size.height

    @property
    def decoding_bytes(self) -> int:
        """About how much memory it takes while it is decoded."""
        return self.pixels * BYTES_PER_PIXEL.get(self.format, OTHER_BYTES_PER_PIXEL)

    @property
    def tells_light(self) -> bool:
        """Whether high_range may have to do with it; a profile, where there is one, counts alone."""
        return self.format in ("AVIF", "HEIF") and not self.profile

    @property
    def to_turn(self) -> int:
        """The orientation that decoded pixels still need: Pillow turns TIFF by itself."""
        return 1 if self.format == "TIFF" else self.orientation


def open_photo(path: bytes, data: bytes) -> StoredPhoto:
    """Read the header of a file's content. PhotoUnreadable says in plain words why it cannot be used."""
    if not data:
        raise PhotoUnreadable(path, "the file is empty")
    if looks_raw(data):
        return _open_raw(path, data)
    image = _header(path, data)
    _check_size(path, image)
    _check_packing(path, data, image)
    orientation, exif = _orientation(data, image)
    shown = Size(*image.size)
    if image.format != "TIFF":  # Pillow turns TIFF by itself
        shown = shown.turned(orientation)
    name = "JPEG" if image.format == "MPO" else image.format or ""
    return StoredPhoto(path, data, name, shown, orientation, name == "JPEG", image.info.get("icc_profile"), exif)


def _open_raw(path: bytes, data: bytes) -> StoredPhoto:
    raw = read_raw(path, data)
    image = _header(path, raw.jpeg)
    _check_size(path, image)
    exif = _exif_of_raw(data, image)
    if raw.shot is not None and not exif.get_ifd(IFD.Exif).get(_SHOT):
        exif.get_ifd(IFD.Exif)[_SHOT] = raw.shot.strftime("%Y:%m:%d %H:%M:%S")
    turn = (told_orientation(exif) or 1) if raw.orientation is None else raw.orientation
    size, profile = Size(*image.size).turned(turn), image.info.get("icc_profile")
    return StoredPhoto(path, raw.jpeg, RAW, size, turn, True, profile, exif, raw.damaged)


def _exif_of_raw(data: bytes, preview: Image.Image) -> Image.Exif:
    """Most raw files are a TIFF with a mark of their own; of the others the preview has the block."""
    exif = Image.Exif()
    try:
        if data[:2] not in _TIFF_MARKS:
            return preview.getexif()
        exif.load(data[:2] + _TIFF_MARKS[data[:2]] + data[4:])
        return exif
    except (*DAMAGED_BLOCK, MemoryError):
        return Image.Exif()


def _header(path: bytes, data: bytes) -> ImageFile.ImageFile:
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
    if is_whole_tiff(data):
        return PhotoUnreadable(path, "a TIFF picture of a rare kind, which photoface cannot read", "not_a_photo")
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


def _check_packing(path: bytes, data: bytes, image: ImageFile.ImageFile) -> None:
    if len(data) > MOST_UNFOLDED and any(tile.codec_name in UNFOLDED_IN_PYTHON for tile in image.tile):
        raise PhotoUnreadable(
            path,
            f"too large: {len(data) / 1e6:.0f} MB, and photoface reads pictures that are stored in this old way "
            f"up to {MOST_UNFOLDED / 1e6:.0f} MB",
            "too_large",
        )


def _orientation(data: bytes, image: Image.Image) -> tuple[int, Image.Exif]:
    """EXIF orientation still to be applied, 1 where there is none that makes sense, and the block it stands in."""
    if image.format == "PNG" and not any(mark in data for mark in _PNG_EXIF):
        return 1, Image.Exif()
    try:
        exif = image.getexif()
        return told_orientation(exif) or 1, exif
    except (*DAMAGED_BLOCK, MemoryError):
        return 1, Image.Exif()


def told_orientation(exif: Image.Exif) -> int | None:
    """1..8; None where the block tells none that makes sense."""
    told = exif.get(_ORIENTATION)
    return told if isinstance(told, int) and told in range(1, 9) else None
