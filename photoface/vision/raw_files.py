"""What cameras call raw: LibRaw finds the JPEG that the camera put beside the sensor's values, and that is the photo.

Where there is none worth looking at, the sensor's values are developed, at half size.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from photoface.domain.errors import DAMAGED_BLOCK, PhotoUnreadable
from photoface.domain.faces import Pixels
from photoface.domain.geometry import Size

if TYPE_CHECKING:
    import rawpy

FORMAT = "RAW"
LEAST_PREVIEW = 1000
"""Long side of a preview that is good enough for faces; some old cameras and converters write 160 or 256 only."""

LEAST_SIDE = 160
"""Of a preview in a file that LibRaw does not know."""

MOST_LOOKED_AT = 100
"""What looks like the beginning of a JPEG; among a sensor's values once in 16 MB."""

MOST_DEVELOPED = 150_000_000
"""Pixels of a sensor that is developed: 1 GB and some seconds."""

# First bytes of Fujifilm, Olympus (three), Panasonic, Canon (CRW), Minolta, Sigma.
_MAGICS = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"II\x1a\0\0\0HEAPCCDR", b"\0MRM", b"FOVb")
_TIFFS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_DNG_VERSION, _PHOTOMETRIC, _MAKE, _SUB_IFDS = 0xC612, 0x0106, 0x010F, 0x014A
_SENSOR = frozenset({32803, 34892})  # colour filter array, linear raw (DNG 1.7)

# LibRaw's flip: which EXIF orientation shows the stored picture upright.
_ORIENTATIONS = {0: 1, 3: 3, 5: 8, 6: 6}
_SOI = b"\xff\xd8\xff"
_QUALITY = 95
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RawFile:
    """jpeg: the preview's content; shot: by the camera's clock; damaged: the file ends before the sensor's values do.

    orientation: EXIF, still to be applied to the preview; None: LibRaw cannot tell, the file's EXIF may.
    """

    jpeg: bytes
    orientation: int | None
    shot: datetime | None
    damaged: bool = False


def looks_raw(data: bytes) -> bool:
    """By content. A TIFF counts if its first directory says so."""
    if data.startswith(_MAGICS) or data[4:12] == b"ftypcrx ":
        return True
    if not data.startswith(_TIFFS):
        return False
    return data[8:10] == b"CR" or _is_raw_directory(data)


def _is_raw_directory(data: bytes) -> bool:
    try:
        tags = ImageFileDirectory_v2(data[:16] if 43 in data[2:4] else data[:8])
        file = BytesIO(data)
        file.seek(tags.next)
        tags.load(file)
        sensor = tags.get(_PHOTOMETRIC) in _SENSOR
        return _DNG_VERSION in tags or sensor or (_MAKE in tags and _SUB_IFDS in tags)
    except (*DAMAGED_BLOCK, MemoryError):
        return False


def read_raw(path: bytes, data: bytes) -> RawFile:
    """Raises PhotoUnreadable."""
    import rawpy

    try:
        with rawpy.imread(BytesIO(data)) as raw:
            found = _best(raw)
            if found is None:
                raise PhotoUnreadable(path, "a camera's raw file that holds no picture which could be shown")
            turn = _ORIENTATIONS.get(raw.sizes.flip, 1)
            return RawFile(found.jpeg, _still_to_turn(found.size, raw.sizes, turn), _shot(raw))
    except rawpy.LibRawFileUnsupportedError:  # a new camera, as a rule: its previews are JPEG like everybody's
        return RawFile(_searched(path, data, "of a kind that photoface does not know"), None, None)
    except (rawpy.LibRawError, OSError, ValueError, MemoryError) as error:
        _log.debug("LibRaw on %r: %r", path, error)
        return RawFile(_searched(path, data, "that is damaged or cut short"), None, None, damaged=True)


def _searched(path: bytes, data: bytes, otherwise: str) -> bytes:
    """The content of the largest JPEG anywhere in the file; what follows it does no harm."""
    found = [(size.width * size.height, at) for at, size in _jpegs(data) if max(size.width, size.height) >= LEAST_SIDE]
    if not found:
        raise PhotoUnreadable(path, f"a camera's raw file {otherwise}")
    return data[max(found)[1] :]


def _jpegs(data: bytes) -> Iterator[tuple[int, Size]]:
    """Where they begin, and how large they say they are."""
    at = data.find(_SOI)
    for _ in range(MOST_LOOKED_AT):
        if at < 0:
            return
        with suppress(Exception):  # Pillow raises nearly anything on what only looks like one
            yield at, Size(*Image.open(BytesIO(data[at:]), formats=("JPEG",)).size)
        at = data.find(_SOI, at + 1)


@dataclass(frozen=True, slots=True)
class _Picture:
    jpeg: bytes
    size: Size


def _best(raw: rawpy.RawPy) -> _Picture | None:
    preview = _preview(raw)
    if preview is not None and max(preview.size.width, preview.size.height) >= LEAST_PREVIEW:
        return preview
    return _developed(raw) or preview


def _preview(raw: rawpy.RawPy) -> _Picture | None:
    """The largest that the camera wrote."""
    import rawpy

    try:
        found = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    if not isinstance(found.data, bytes):
        return _packed(found.data)
    try:
        return _Picture(found.data, Size(*Image.open(BytesIO(found.data), formats=("JPEG",)).size))
    except Exception as error:  # Pillow raises nearly anything
        _log.debug("no preview: %r", error)
        return None


def _developed(raw: rawpy.RawPy) -> _Picture | None:
    """From the sensor's values, at half size, as the camera was held."""
    import rawpy

    if raw.sizes.raw_width * raw.sizes.raw_height > MOST_DEVELOPED:
        return None
    try:
        return _packed(raw.postprocess(half_size=True, use_camera_wb=True, user_flip=0, output_bps=8))
    except (rawpy.LibRawError, ValueError) as error:
        _log.debug("not developed: %r", error)
        return None


def _packed(pixels: Pixels) -> _Picture:
    file, image = BytesIO(), Image.fromarray(pixels)
    image.save(file, "JPEG", quality=_QUALITY)
    return _Picture(file.getvalue(), Size(*image.size))


def _still_to_turn(preview: Size, sizes: rawpy.ImageSizes, turn: int) -> int:
    """Some cameras turn the preview before they store it: then its shape is not the sensor's."""
    turned = turn >= 5 and (preview.width > preview.height) != (sizes.width > sizes.height)
    return 1 if turned else turn


def _shot(raw: rawpy.RawPy) -> datetime | None:
    try:
        shot = raw.other.timestamp
    except (ValueError, OverflowError, OSError):
        return None
    return shot if isinstance(shot, datetime) and shot.year > 1970 else None
