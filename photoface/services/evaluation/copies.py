"""Worse copies of a face with its surroundings, made in a child process: JPEG quality and face width in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.geometry import Box, Size

if TYPE_CHECKING:
    from PIL.Image import Image

SURROUNDINGS = 3.0
"""The copies show this many face sizes around the face: room for the detector, and few other faces."""

LONG_SIDE = 1024
"""Larger ones are made smaller first, as the analyzer would do before it looks for faces."""


@dataclass(frozen=True, slots=True)
class Level:
    """One way to make a picture worse. kind: 'full', 'jpeg' (value: quality) or 'width' (value: pixels of the face)."""

    kind: str
    value: int = 0


FULL = Level("full")


@dataclass(frozen=True, slots=True)
class Original:
    """A face to copy: the file, its upright size, the box in it, and the name that the copies get."""

    path: bytes
    size: Size
    box: Box
    name: str

    @property
    def shown(self) -> Box:
        """The part of the photo that its copies show."""
        side = SURROUNDINGS * max(self.box.width, self.box.height)
        x, y = self.box.center
        left, top = max(x - side / 2, 0.0), max(y - side / 2, 0.0)
        right, low = min(x + side / 2, self.size.width), min(y + side / 2, self.size.height)
        return Box(left, top, right - left, low - top)

    def middle(self, copy: Size) -> tuple[float, float]:
        """Where the middle of the face is in a copy of this size."""
        (x, y), shown = self.box.center, self.shown
        return (x - shown.x) / shown.width * copy.width, (y - shown.y) / shown.height * copy.height


def copy_path(folder: Path, original: Original, level: Level) -> Path:
    """Where a copy goes. Only JPEG levels are compressed with loss."""
    return folder / f"{original.name}-{level.kind}-{level.value}.{'jpg' if level.kind == 'jpeg' else 'png'}"


def make_copies(originals: Sequence[Original], levels: Sequence[Level], folder: Path) -> list[str]:
    """Writes all copies that can be made; the names of originals that can be read no more.

    Faces are never enlarged: one that is smaller than a width has no copy there.
    """
    unreadable = []
    for original in originals:
        try:
            picture, width = _surroundings(original)
        except (PhotoUnreadable, OSError):
            unreadable.append(original.name)
            continue
        for level in levels:
            _write(picture, width, level, copy_path(folder, original, level))
    return unreadable


def _surroundings(original: Original) -> tuple[Image, float]:
    """The face with its surroundings, upright RGB, and the width of its box there."""
    from PIL.Image import Resampling

    from photoface.vision.decoding import load_source, open_photo
    from photoface.worker.files import read_file

    source = load_source(open_photo(original.path, read_file(original.path)), 1.0)
    picture = source.region(original.shown).image
    factor = min(LONG_SIDE / max(picture.size), 1.0)
    if factor < 1:
        picture = picture.resize(_scaled(picture, factor), Resampling.LANCZOS)
    return picture, original.box.width * factor


def _write(picture: Image, width: float, level: Level, path: Path) -> None:
    from PIL.Image import Resampling

    if level.kind == "jpeg":
        picture.save(path, quality=level.value)
    elif level.kind == "full":
        picture.save(path, compress_level=1)
    elif width >= level.value:
        picture.resize(_scaled(picture, level.value / width), Resampling.LANCZOS).save(path, compress_level=1)


def _scaled(picture: Image, factor: float) -> tuple[int, int]:
    return max(round(picture.width * factor), 1), max(round(picture.height * factor), 1)
