"""The limits within which two photos look the same ([likeness] in models/catalog.toml): what they find, and what not.

    python -m benchmarks.near_duplicates ../shared/photos [--limit 800]

Copies, made here of photos of 300 pixels and more, which are to be found; and pairs that are not: the photos of one
person of LFW, all pairs of LFW, and the next shot of a burst (a part of the picture has moved). Recall of each kind of
copy and the number of pairs taken for copies, for the limits of the catalogue and for a grid around them.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageOps

from photoface.services.photos.twins import SAME_SHAPE
from photoface.vision.catalog import load_catalog
from photoface.vision.likeness import difference, likeness, looks
from photoface.vision.previews import THUMBNAIL_SIDE, packed, reduced

ENDINGS = {".jpg", ".jpeg", ".png", ".webp"}
FAR = 12
"""Bits; pairs that are further apart in them are not looked at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """name: of the file; shape: width by height."""

    name: str
    shape: float
    hash: int
    look: NDArray[np.float32]


Measured = tuple[int, float, float]
"""Bits, mean and peak; of another shape: 64 bits."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int, default=800)
    given = arguments.parse_args()
    chosen = [path for path in _photos(given.folder) if "lfw" not in path.parts]
    found: dict[str, list[Measured]] = {}
    for path in random.Random(0).sample(chosen, min(given.limit, len(chosen))):
        image = _opened(path)
        if image is not None and min(image.size) >= 300:
            original = seen(image, path.name)
            for kind, copy in itertools.chain(copies(image), bursts(image)):
                found.setdefault(kind, []).append(measured(original, seen(copy, path.name)))
    print(json.dumps({"photos": len(found["half the size"])}))
    strangers = list(_lfw(given.folder / "faces" / "lfw"))
    limits = load_catalog().likeness
    _tell((limits.bits, limits.mean, limits.peak), found, strangers)
    for point in itertools.product((4, 6, 7), (4.0, 6.0, 8.0, 10.0), (30.0, 40.0, 50.0, 60.0)):
        _tell(point, found, strangers)


def _tell(point: Measured, found: dict[str, list[Measured]], strangers: list[tuple[str, str, Measured]]) -> None:
    shares = {kind: round(sum(within(each, point) for each in rows) / len(rows), 3) for kind, rows in found.items()}
    taken = [(one, other) for one, other, each in strangers if within(each, point)]
    print(json.dumps({"limits": point, **shares, "lfw": len(taken), "pairs": taken[:12]}))


def within(each: Measured, point: Measured) -> bool:
    return all(value <= most for value, most in zip(each, point, strict=True))


def copies(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    yield "half the size", image.resize((image.width // 2, image.height // 2))
    yield "a quarter", image.resize((image.width // 4, image.height // 4))
    for name, format, quality in (("JPEG 75", "JPEG", 75), ("JPEG 40", "JPEG", 40), ("WebP 50", "WEBP", 50)):
        file = BytesIO()
        image.save(file, format, quality=quality)
        yield name, Image.open(file).convert("RGB")
    for light in (0.8, 1.08, 1.2):
        yield f"light x {light}", ImageEnhance.Brightness(image).enhance(light)
    yield "contrast x 1.2", ImageEnhance.Contrast(image).enhance(1.2)
    yield "grey", image.convert("L").convert("RGB")
    yield "sharper", ImageEnhance.Sharpness(image).enhance(2.0)
    for percent in (1, 2, 5):
        x, y = image.width * percent // 200, image.height * percent // 200
        yield f"{percent} % cut off", image.crop((x, y, image.width - x, image.height - y))


def bursts(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """No copies: a ninth of the picture has moved by a hundredth, a fiftieth, a thirtieth of its width."""
    width, height = image.size
    part = image.crop((width // 3, height // 3, width * 2 // 3, height * 2 // 3))
    for share in (100, 50, 30):
        shot = image.copy()
        shot.paste(part, (width // 3 + width // share, height // 3))
        yield f"not: moved by 1/{share}", shot


def seen(image: Image.Image, name: str) -> Seen:
    small = reduced(image, THUMBNAIL_SIDE)
    hashed = int.from_bytes(likeness(small), "little")
    return Seen(name, image.width / image.height, hashed, looks(packed(small, None)))


def measured(one: Seen, other: Seen) -> Measured:
    if abs(one.shape / other.shape - 1) > SAME_SHAPE:
        return 64, 255.0, 255.0
    return ((one.hash ^ other.hash).bit_count(), *difference(one.look, other.look))


def _lfw(folder: Path) -> Iterator[tuple[str, str, Measured]]:
    """All pairs of its photos that are not far apart."""
    opened = ((path, _opened(path)) for path in _photos(folder))
    photos = [seen(image, path.name) for path, image in opened if image is not None]
    hashes = np.array([each.hash for each in photos], np.uint64)
    for at, one in enumerate(photos):
        near = np.flatnonzero(np.bitwise_count(hashes[at + 1 :] ^ hashes[at]) <= FAR) + at + 1
        for other in near.tolist():
            yield one.name, photos[other].name, measured(one, photos[other])


def _photos(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)


def _opened(path: Path) -> Image.Image | None:
    try:
        return ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    except OSError:
        return None


if __name__ == "__main__":
    main()
