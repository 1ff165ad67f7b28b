"""Photos as large as a camera's, made of smaller ones: as many bytes to decode, as much noise, the same faces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

QUALITY = 90
READ_NOISE, SHOT_NOISE = 2.0, 0.35
"""Grey levels: a floor, and what a bright pixel adds per square root of its level (about ISO 400 on a small sensor)."""


def enlarged(paths: Sequence[Path], megapixels: float, folder: Path) -> list[Path]:
    """A copy of each photo with so many million pixels, JPEG of quality 90 with halved colour, below ``folder``."""
    made = []
    for number, path in enumerate(paths):
        made.append(folder / f"{megapixels:g}mp-{number}-{path.stem}.jpg")
        noisy(upscaled(path, megapixels), number).save(made[-1], "JPEG", quality=QUALITY)
    return made


def upscaled(path: Path, megapixels: float) -> Image.Image:
    """RGB, its sides multiplied by one factor."""
    image = Image.open(path).convert("RGB")
    factor = (megapixels * 1e6 / (image.width * image.height)) ** 0.5
    return image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)


def noisy(image: Image.Image, seed: int) -> Image.Image:
    """What a sensor adds: normal noise, the stronger the brighter the pixel; half of it in all three channels alike."""
    rng, levels = np.random.default_rng(seed), np.asarray(image, np.float32)
    grain = rng.standard_normal(levels.shape, np.float32) + rng.standard_normal((*levels.shape[:2], 1), np.float32)
    spread = READ_NOISE + SHOT_NOISE * np.sqrt(levels)
    return Image.fromarray((levels + grain * spread / np.sqrt(2)).clip(0, 255).astype(np.uint8))


def largest(paths: Sequence[Path], count: int) -> list[Path]:
    """The photos with the most pixels, which lose least by being enlarged."""
    return sorted(paths, key=_pixels, reverse=True)[:count]


def _pixels(path: Path) -> int:
    with Image.open(path) as image:
        return image.width * image.height
