"""Worse copies of a face with its surroundings, made in a child process: JPEG quality and face width in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import DiskFull, PhotoUnreadable
from photoface.domain.geometry import Box

if TYPE_CHECKING:
    from PIL.Image import Image

SURROUNDINGS = 3.0
"""The copies show a square of this many face sizes, the face in its middle: room for the detector, few other faces."""

LONG_SIDE = 1024
"""Larger ones are made smaller first, as the analyzer would do before it looks for faces."""

SHORT_SIDE = 256
"""Smaller ones get a grey margin: in a picture of 40 pixels a detector misses faces that it finds in a photo."""

_GREY = (128, 128, 128)


@dataclass(frozen=True, slots=True)
class Level:
    """One way to make a picture worse. kind: 'full', 'jpeg' (value: quality) or 'width' (value: pixels of the face)."""

    kind: str
    value: int = 0


FULL = Level("full")


@dataclass(frozen=True, slots=True)
class Original:
    """A face to copy: the file, the box in its upright pixels, and the name that the copies get."""

    path: bytes
    box: Box
    name: str

    @property
    def shown(self) -> Box:
        """The square that its copies show; it may reach beyond the photo, where copies are grey."""
        side = SURROUNDINGS * max(self.box.width, self.box.height)
        x, y = self.box.center
        return Box(x - side / 2, y - side / 2, side, side)


def copy_path(folder: Path, original: Original, level: Level) -> Path:
    """Where a copy goes. Only JPEG levels are compressed with loss."""
    return folder / f"{original.name}-{level.kind}-{level.value}.{'jpg' if level.kind == 'jpeg' else 'png'}"


def make_copies(originals: Sequence[Original], levels: Sequence[Level], folder: Path) -> list[str]:
    """Writes all copies that can be made; the names of originals that can be read no more.

    Faces are never enlarged: one that is smaller than a width has no copy there. Raises DiskFull.
    """
    unreadable = []
    for original in originals:
        try:
            picture, width = _surroundings(original)
        except (PhotoUnreadable, OSError):
            unreadable.append(original.name)
            continue
        try:
            for level in levels:
                _write(picture, width, level, copy_path(folder, original, level))
        except OSError as error:
            raise DiskFull(
                f"Copies of the faces could not be written below {folder.parent} ({error.strerror}); they are removed "
                "again. Make room there, set TMPDIR to another folder, or take a smaller --sample."
            ) from error
    return unreadable


def _surroundings(original: Original) -> tuple[Image, float]:
    """A square with the face in its middle, upright RGB, and the width of the face in it."""
    from photoface.vision.decoding import load_source, open_photo
    from photoface.worker.files import read_file

    source = load_source(open_photo(original.path, read_file(original.path)), 1.0)
    region, shown = source.region(original.shown), original.shown
    corner = round(region.left - shown.x), round(region.top - shown.y)
    picture = _on_grey(region.image, round(shown.width), corner)
    factor = min(LONG_SIDE / picture.width, 1.0)
    return (_shrunk(picture, factor) if factor < 1 else picture), original.box.width * factor


def _write(picture: Image, width: float, level: Level, path: Path) -> None:
    if level.kind == "jpeg":
        _with_margin(picture).save(path, quality=level.value)
    elif level.kind == "full":
        _with_margin(picture).save(path, compress_level=1)
    elif width >= level.value:
        _with_margin(_shrunk(picture, level.value / width)).save(path, compress_level=1)


def _with_margin(picture: Image) -> Image:
    margin = max(SHORT_SIDE - picture.width, 0) // 2
    return _on_grey(picture, picture.width + 2 * margin, (margin, margin)) if margin else picture


def _on_grey(picture: Image, side: int, corner: tuple[int, int]) -> Image:
    from PIL.Image import new

    square = new("RGB", (max(side, 1), max(side, 1)), _GREY)
    square.paste(picture, corner)
    return square


def _shrunk(picture: Image, factor: float) -> Image:
    from PIL.Image import Resampling

    side = max(round(picture.width * factor), 1)
    return picture.resize((side, side), Resampling.LANCZOS)
