"""Photos of a crowd, made of LFW's: each tile has a face in its middle, so there are small faces in known places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from photoface.domain.geometry import Box

SIZE = (4000, 3000)
ACROSS = (8, 16, 24, 32, 40, 48, 56)
FACE = (0.38, 0.50)
"""Width and height of LFW's labelled faces as a share of the photo's side: median of CenterFace's boxes."""


@dataclass(frozen=True, slots=True)
class Mosaic:
    """title: the width of a face as a share of the photo's long side."""

    title: str
    path: Path
    boxes: tuple[Box, ...]


def mosaics(lfw: Path, folder: Path) -> list[Mosaic]:
    """One for each number of tiles side by side; the first photo of each person, people by name."""
    photos = sorted(lfw.glob("*/*_0001.jpg"))
    return [mosaic(photos, across, folder / f"mosaic-{across}.jpg") for across in ACROSS]


def mosaic(photos: Sequence[Path], across: int, path: Path) -> Mosaic:
    side = SIZE[0] // across
    places = [(x * side, y * side) for y in range(SIZE[1] // side) for x in range(across)]
    canvas, boxes = Image.new("RGB", SIZE, (128, 128, 128)), []
    for photo, place in zip(photos, places, strict=False):
        with Image.open(photo) as tile:
            canvas.paste(tile.convert("RGB").resize((side, side), Image.Resampling.LANCZOS), place)
        boxes.append(_middle(*place, side))
    canvas.save(path, "JPEG", quality=92)
    return Mosaic(f"1/{round(across / FACE[0])}", path, tuple(boxes))


def _middle(x: int, y: int, side: int) -> Box:
    width, height = FACE[0] * side, FACE[1] * side
    return Box(x + (side - width) / 2, y + (side - height) / 2, width, height)
