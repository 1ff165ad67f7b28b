"""What kind of file this is, by its first bytes and never by its name; and Pillow, made ready to read it.

Only the formats named here are ever tried: Pillow knows many more, some of which run other programs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import cast

from PIL import AvifImagePlugin, Image, ImageFile, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from photoface.domain.errors import DAMAGED_BLOCK
from photoface.vision import cut_short, jpeg_xl

READABLE = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "PPM", "AVIF")
MOST_READS = 300_000
"""A PNG of 100 MB in the 8 KB pieces that most programs write has 40,000."""

_PLUGINS = (
    AvifImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)  # Pillow loads the others by itself

# First bytes of what a photo folder may hold and Pillow, as it is used here, does not open.
_FOREIGN = (
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"),
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF document"),
    (b"<svg", "an SVG drawing"),
)
_PICTURES = (b"\xff\xd8", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"BM")
_WIDTH, _HEIGHT, _BITS, _STRIPS, _TILES = 256, 257, 258, 273, 324  # tags of TIFF 6.0
_VIDEO_BRANDS = (b"qt  ", b"isom", b"mp41", b"mp42", b"avc1", b"M4V ", b"3gp4", b"3gp5")


def foreign(data: bytes) -> str | None:
    """What the content is, in a layman's words, where photoface knows it and cannot read it."""
    if data.startswith(jpeg_xl.MAGICS) and not jpeg_xl.can_read():
        return "a JPEG XL picture (what reads them does not exist for this kind of computer)"
    if data[4:8] == b"ftyp" and data[8:12] in _VIDEO_BRANDS:
        return "a film"
    return next((words for magic, words in _FOREIGN if data.startswith(magic)), None)


def looks_like_picture(data: bytes) -> bool:
    """The first bytes are those of a readable format: a failure then means damage."""
    return data.startswith((*_PICTURES, *jpeg_xl.MAGICS)) or data[4:8] == b"ftyp" or data[8:12] == b"WEBP"


def is_whole_tiff(data: bytes) -> bool:
    """Its first directory tells a size, and where pixels are: what Pillow does not open then is of a kind (32 bits of
    each colour, as astronomers and painters of light use) that it does not know."""
    try:
        tags = TiffImagePlugin.ImageFileDirectory_v2(data[:16] if 43 in data[2:4] else data[:8])
        file = BytesIO(data)
        file.seek(tags.next)
        tags.load(file)
        return all(tag in tags for tag in (_WIDTH, _HEIGHT, _BITS)) and (_STRIPS in tags or _TILES in tags)
    except (*DAMAGED_BLOCK, MemoryError):
        return False


def open_image(data: bytes) -> ImageFile.ImageFile:
    """Pillow's lazily loaded image; raises nearly anything on a damaged header."""
    _prepare_pillow()
    if data.startswith(jpeg_xl.MAGICS) and jpeg_xl.can_read():
        return jpeg_xl.open_jpeg_xl(data, tolerant=_tolerance().on)
    formats: tuple[str, ...] = READABLE
    if data[4:8] == b"ftyp":
        _prepare_heif()
        formats = ("AVIF", "HEIF")
    if _tolerance().on and (data[4:8] == b"ftyp" or data[8:12] == b"WEBP"):
        data = cut_short.completed(data, _tolerance().kept)
    file = BytesIO(data) if data.startswith(b"BM") else _Patient(data)  # runs in a BMP are read one by one
    return Image.open(file, formats=formats)


class _Patient(BytesIO):
    """A file's content that is read in a bounded number of pieces: a hundred megabytes of empty parts, each a step of
    Pillow's in Python, would take minutes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = MOST_READS

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise OSError("made of too many pieces")
        return super().read(size)


@cache
def _prepare_pillow() -> None:
    assert _PLUGINS
    Image.MAX_IMAGE_PIXELS = None  # decoding.py has its own, stricter limit
    PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY  # some programs write megabytes of text
    ImageFile.LOAD_TRUNCATED_IMAGES = cast(bool, _Tolerance())


@cache
def _prepare_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=True)  # Image.draft finds them; nothing else looks at them


class _Tolerance(threading.local):
    """Pillow's global switch for cut-off files, made one per thread: others decode at the same time."""

    on = False
    kept = 1.0

    def __bool__(self) -> bool:
        return self.on


@contextmanager
def tolerant(kept: float = 1.0) -> Iterator[None]:
    """Within, this thread reads cut-off files as far as they go; kept: see cut_short."""
    _prepare_pillow()
    switch = _tolerance()
    switch.on, switch.kept = True, kept
    try:
        yield
    finally:
        switch.on = False


def _tolerance() -> _Tolerance:
    return cast(_Tolerance, ImageFile.LOAD_TRUNCATED_IMAGES)
