"""Faces that were taken twice: how far real copies and the next shots of a burst are apart, and how many are missed.

    python -m benchmarks.retaken PHOTOS FOLDER [--photos 300] [--pack standard]

PHOTOS: a folder of pictures in which there are faces. Each kind is a library of its own in FOLDER: some of them and,
beside each, what was made of it. ``shot``: a second
later, shifted, turned by two degrees, a little lighter and noisier, in another crop: what no copy is.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from photoface.app import open_library
from photoface.services.calibration.calibrating import calibrated
from photoface.store.database import LibraryDatabase

_CAMERA, _TAKEN = 0x8769, 0x9003
Change = Callable[[Image.Image, np.random.Generator], Image.Image]


def _poor(image: Image.Image, quality: int) -> Image.Image:
    file = BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _shot(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    turned = image.rotate(float(rng.uniform(-2, 2)), Image.Resampling.BICUBIC)
    x, y = (int(each) for each in rng.integers(0, image.width // 50 + 1, 2))
    side = image.width - image.width // 50
    moved = turned.crop((x, y, x + side, y + side)).resize(image.size, Image.Resampling.BICUBIC)
    noisy = np.asarray(ImageEnhance.Brightness(moved).enhance(1.05), np.float32) + rng.normal(0, 5, (*image.size, 3))
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))


KINDS: dict[str, Change] = {
    "half the size": lambda image, _: image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS),
    "JPEG at 40": lambda image, _: _poor(image, 40),
    "lighter": lambda image, _: ImageEnhance.Brightness(image).enhance(1.08),
    "shot": _shot,
    "shot, out of focus": lambda image, rng: _shot(image, rng).filter(ImageFilter.GaussianBlur(2.5)),
}


def make(photos: list[Path], folder: Path, change: Change) -> None:
    """Each photo, and what was made of it, a second later."""
    folder.mkdir(parents=True)
    rng = np.random.default_rng(0)
    for number, path in enumerate(photos):
        image, exif = Image.open(path).convert("RGB"), Image.Exif()
        for name, picture, second in (("a", image, 0), ("b", change(image, rng), 1)):
            at = f"{1 + number // 1440:02} {number // 60 % 24:02}:{number % 60:02}:{second:02}"
            exif.get_ifd(_CAMERA)[_TAKEN] = f"2020:01:{at}"
            picture.save(folder / f"{number:04}{name}.jpg", quality=95, exif=exif.tobytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("originals", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=300)
    parser.add_argument("--pack", default="standard")
    options = parser.parse_args()
    every = sorted(options.originals.rglob("*.jpg"))
    chosen = random.Random(0).sample(every, options.photos)
    for number, (kind, change) in enumerate(KINDS.items()):
        photos, library = options.folder / f"{number} photos", options.folder / f"{number} library"
        make(chosen, photos, change)
        with LibraryDatabase.create_or_open(library, write=True) as db:
            db.set_setting("pack", options.pack)
        words = ["index", str(photos), "--library", str(library)]
        subprocess.run([sys.executable, "-m", "photoface", *words], check=True, capture_output=True)
        with open_library(library, write=False) as opened:
            print(kind, calibrated(opened).retaken, flush=True)


if __name__ == "__main__":
    main()
