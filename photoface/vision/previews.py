"""The two small JPEGs that leave the analyzer: nobody else ever decodes a user's file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from photoface.domain.geometry import Box
from photoface.vision.colors import to_srgb
from photoface.vision.decoding import Decoded
from photoface.vision.regions import Region

THUMBNAIL_SIDE = 256
CROP_SIDE = 160
CROP_WIDENING = 1.5
"""The crop shows this many times the longer side of the face box, so that hair and chin are in it."""
JPEG_QUALITY = 80


def thumbnail(decoded: Decoded) -> bytes:
    """The whole photo, upright, JPEG with a long side of 256 (smaller photos as they are)."""
    return small_jpeg(Image.fromarray(decoded.pixels), THUMBNAIL_SIDE, decoded.source.photo.profile)


def crop_box(face: Box) -> Box:
    """The square around a face that its crop shows; it may reach beyond the photo."""
    side = CROP_WIDENING * max(face.width, face.height)
    x, y = face.center
    return Box(x - side / 2, y - side / 2, side, side)


def face_crop(region: Region, face: Box, profile: bytes | None) -> bytes:
    """The face with some surroundings as far as the region has them, JPEG with a long side of at most 160."""
    box = crop_box(face)
    left, top = max((box.x - region.left) * region.scale, 0), max((box.y - region.top) * region.scale, 0)
    right = min((box.x + box.width - region.left) * region.scale, region.image.width)
    low = min((box.y + box.height - region.top) * region.scale, region.image.height)
    corners = int(left), int(top), max(round(right), int(left) + 1), max(round(low), int(top) + 1)
    return small_jpeg(region.image.crop(corners), CROP_SIDE, profile)


def small_jpeg(image: Image.Image, long_side: int, profile: bytes | None) -> bytes:
    """An RGB picture as JPEG in the colours of screens, no larger than it is and than ``long_side``."""
    return packed(reduced(image, long_side), profile)


def reduced(image: Image.Image, long_side: int) -> Image.Image:
    """An RGB picture no larger than ``long_side``."""
    factor = min(long_side / max(image.size), 1)
    size = max(round(image.width * factor), 1), max(round(image.height * factor), 1)
    # a gap of 1: boxes of whole pixels are averaged as far as they go; half the cost of 2, and it looks the same
    return image.resize(size, Image.Resampling.BILINEAR, reducing_gap=1.0) if factor < 1 else image


def packed(small: Image.Image, profile: bytes | None) -> bytes:
    """As JPEG in the colours of screens."""
    file = BytesIO()
    to_srgb(small, profile).save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()
