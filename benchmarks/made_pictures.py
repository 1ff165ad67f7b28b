"""Thumbnails and face crops for a made-up library: so many bytes, and so much work to decode, as real ones are."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFilter

from photoface.services.library import Library

_POOL = 240
_THUMBNAIL, _CROP = (256, 192), (160, 160)
_QUALITY = 85
_BATCH = 4000


def save(library: Library, seed: int) -> None:
    """A picture for each photo and each face of the library, drawn from a pool of different ones."""
    rng = np.random.default_rng(seed)
    photos = [row[0] for row in library.db.rows("SELECT id FROM photo ORDER BY id")]
    faces = [row[0] for row in library.db.rows("SELECT id FROM face ORDER BY id")]
    thumbnails, crops = _pool(_THUMBNAIL, rng), _pool(_CROP, rng)
    for start in range(0, max(len(photos), len(faces)), _BATCH):
        part = slice(start, start + _BATCH)
        library.thumbs.put(
            [(number, thumbnails[number % _POOL]) for number in photos[part]],
            [(number, crops[number % _POOL]) for number in faces[part]],
        )


def _pool(size: tuple[int, int], rng: np.random.Generator) -> list[bytes]:
    return [_picture(size, rng) for _ in range(_POOL)]


def _picture(size: tuple[int, int], rng: np.random.Generator) -> bytes:
    """Colours that run into one another, a bright round before them, and grain: 9 kB and 5 kB."""
    width, height = size
    ground = Image.fromarray(rng.integers(0, 200, (4, 5, 3), np.uint8)).resize(size, Image.Resampling.BICUBIC)
    face = Image.new("RGB", size, tuple(rng.integers(120, 255, 3).tolist()))
    round_ = Image.new("L", size, 0)
    y, x = np.ogrid[:height, :width]
    inside = ((x - width / 2) / (0.28 * height)) ** 2 + ((y - height / 2) / (0.38 * height)) ** 2 < 1
    round_.paste(Image.fromarray(np.where(inside, 255, 0).astype(np.uint8)))
    ground.paste(face, mask=round_.filter(ImageFilter.GaussianBlur(4)))
    grain = rng.normal(0, 4, (height, width, 1))
    drawn = Image.fromarray((np.asarray(ground) + grain).clip(0, 255).astype(np.uint8))
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
