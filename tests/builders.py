"""Small pictures of every kind that a photo folder may hold, made on the spot."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

ORIENTATION = 0x0112
_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@cache
def astronaut() -> Image.Image:
    """A public-domain portrait, 512 x 512 RGB, one face near (225, 115)."""
    from skimage import data

    return Image.fromarray(data.astronaut())


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green / blue, white: tells which way up it is."""
    pixels = np.zeros((height, width, 3), np.uint8)
    top, left = slice(None, height // 2), slice(None, width // 2)
    pixels[top, left] = (220, 30, 30)
    pixels[top, width // 2 :] = (30, 220, 30)
    pixels[height // 2 :, left] = (30, 30, 220)
    pixels[height // 2 :, width // 2 :] = (230, 230, 230)
    return Image.fromarray(pixels)


def noise(width: int = 64, height: int = 48, seed: int = 0) -> Image.Image:
    """A picture that compresses badly."""
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8))


def encoded(image: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    """The picture as a file's content."""
    if format == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    if format == "JXL":
        return _jpeg_xl(image, **options)
    if format == "JPEG":
        options = {"quality": 90, **options}
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def _jpeg_xl(image: Image.Image, **options: Any) -> bytes:
    """options: of pylibjxl.encode; exif as Pillow writes it."""
    import pylibjxl

    if "exif" in options:
        options["exif"] = options["exif"].removeprefix(b"Exif\0\0")
    return bytes(pylibjxl.encode(np.atleast_3d(np.asarray(image)), effort=1, lossless=True, **options))


def exif_block(orientation: int = 1, **texts: str) -> bytes:
    """An EXIF block; texts: taken, digitized, changed ('2020:01:02 03:04:05')."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    if "changed" in texts:
        exif[0x0132] = texts["changed"]
    camera = {tag: texts[name] for name, tag in (("taken", 0x9003), ("digitized", 0x9004)) if name in texts}
    if camera:
        exif.get_ifd(0x8769).update(camera)
    return exif.tobytes()


def exif_with_preview(preview: bytes, orientation: int = 1, taken: str = "2020:01:02 03:04:05") -> bytes:
    """An EXIF block as cameras write it (EXIF 2.32): orientation and date, and in its second directory a preview."""
    date = taken.encode() + b"\0"
    camera, second = 8 + _directory_bytes(2), 8 + _directory_bytes(2) + _directory_bytes(1)
    texts = second + _directory_bytes(3)
    first = _directory([(ORIENTATION, 3, 1, orientation), (0x8769, 4, 1, camera)], second)
    shot = _directory([(0x9003, 2, len(date), texts)], 0)
    small = [(0x0103, 3, 1, 6), (0x0201, 4, 1, texts + len(date)), (0x0202, 4, 1, len(preview))]
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + shot + _directory(small, 0) + date + preview


def _directory_bytes(entries: int) -> int:
    return 2 + 12 * entries + 4


def _directory(entries: list[tuple[int, int, int, int]], following: int) -> bytes:
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)


def camera_file(image: Image.Image, preview: Image.Image, orientation: int = 1, **options: Any) -> bytes:
    """A JPEG that shows ``image`` when its orientation is applied, and ``preview`` in its EXIF block likewise."""
    small = encoded(stored(preview, orientation))
    return encoded(stored(image, orientation), exif=exif_with_preview(small, orientation), **options)


def stored(image: Image.Image, orientation: int) -> Image.Image:
    """The pixels that this orientation shows as ``image``."""
    return image.transpose(_STORED[orientation]) if orientation in _STORED else image


def oriented(image: Image.Image, orientation: int, format: str = "JPEG", **options: Any) -> bytes:
    """A file that shows ``image`` when its orientation is applied."""
    return encoded(stored(image, orientation), format, exif=exif_block(orientation), **options)


def cut_short(data: bytes, share: float = 0.6) -> bytes:
    """The beginning of a file whose copying was interrupted."""
    return data[: int(len(data) * share)]


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises any number of pixels and holds next to none."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _png_chunk(b"IDAT", zlib.compress(bytes(1000))),
            _png_chunk(b"IEND", b""),
        )
    )


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg_of_size(width: int, height: int, *, progressive: bool = False) -> bytes:
    """A tiny JPEG whose header claims another size."""
    data = bytearray(encoded(noise(16, 16), progressive=progressive))
    at = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)
