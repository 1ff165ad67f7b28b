"""How near copies of a photo are to it, and other photos: what the figures of services.twins are taken from.

    python -m benchmarks.likeness ../shared/photos [--limit 1500]

Copies: half the size, a quarter, JPEG at 40 and 75, WebP at 50, a little lighter, and a border of two pixels cut off.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from photoface.matching.near_hashes import near_pairs
from photoface.vision.likeness import difference, likeness, looks
from photoface.vision.previews import THUMBNAIL_SIDE, packed, reduced

ENDINGS = {".jpg", ".jpeg", ".png", ".webp"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int, default=1500)
    arguments.add_argument("--least", type=int, default=400, help="pixels of the short side; cameras' photos have more")
    given = arguments.parse_args()
    paths = sorted(path for path in given.folder.rglob("*") if path.suffix.lower() in ENDINGS)
    chosen = random.Random(0).sample(paths, min(given.limit, len(paths)))
    apart: dict[str, list[tuple[int, float, float]]] = {}
    hashes, pictures, names = list[int](), list[bytes](), list[Path]()
    for path in chosen:
        try:
            image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
        except OSError:
            continue
        if min(image.size) < given.least:
            continue
        hashed, small = _seen(image)
        hashes.append(hashed)
        pictures.append(small)
        names.append(path)
        for name, copy in copies(image):
            other, picture = _seen(copy)
            mean, peak = difference(looks(small), looks(picture))
            apart.setdefault(name, []).append(((hashed ^ other).bit_count(), mean, peak))
    for name, rows in apart.items():
        print(json.dumps({"copy": name, **_quantiles(np.array(rows))}))
    for row in _others(hashes, pictures, names):
        print(json.dumps(row))


def copies(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    for share in (2, 4):
        yield f"1/{share}", image.resize((max(image.width // share, 8), max(image.height // share, 8)))
    for format, quality in (("JPEG", 75), ("JPEG", 40), ("WEBP", 50)):
        file = BytesIO()
        image.save(file, format, quality=quality)
        yield f"{format} {quality}", Image.open(file).convert("RGB")
    yield "lighter", ImageEnhance.Brightness(image).enhance(1.08)
    yield "cut", image.crop((2, 2, image.width - 2, image.height - 2))
    yield "moved", _moved(image)


def _moved(image: Image.Image) -> Image.Image:
    """No copy: the next shot of a burst, in which a tenth of the picture has moved by a thirtieth of its width."""
    width, height = image.size
    part = image.crop((width // 3, height // 3, width * 2 // 3, height * 2 // 3))
    moved = image.copy()
    moved.paste(part, (width // 3 + width // 30, height // 3))
    return moved


def _seen(image: Image.Image) -> tuple[int, bytes]:
    small = reduced(image, THUMBNAIL_SIDE)
    return int.from_bytes(likeness(small), "little"), packed(small, None)


def _quantiles(rows: np.ndarray) -> dict[str, list[float]]:
    named = zip(("bits", "mean", "peak"), rows.T, strict=True)
    return {name: [round(float(np.quantile(values, at)), 2) for at in (0.5, 0.9, 0.99, 1)] for name, values in named}


def _others(hashes: list[int], pictures: list[bytes], names: list[Path]) -> Iterator[dict[str, object]]:
    rows = np.array(hashes, np.uint64)
    distinct, first = np.unique(rows, return_index=True)
    for one, other in near_pairs(distinct, 7).tolist():
        a, b = int(first[one]), int(first[other])
        mean, peak = difference(looks(pictures[a]), looks(pictures[b]))
        bits = (hashes[a] ^ hashes[b]).bit_count()
        yield {"bits": bits, "mean": round(mean, 2), "peak": round(peak, 1), "photos": [names[a].name, names[b].name]}


if __name__ == "__main__":
    main()
