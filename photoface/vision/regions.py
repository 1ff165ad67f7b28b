"""Decoded pixels as the file stores them, and upright parts of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PIL import Image

from photoface.domain.geometry import Box, show_box, store_box
from photoface.vision.headers import StoredPhoto
from photoface.vision.high_range import for_screens

_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Region:
    """Upright RGB pixels of a part of a photo: where they begin in it, and how many there are per full pixel."""

    image: Image.Image
    left: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True)
class Source:
    """Decoded pixels, not yet upright, 1/shrink of the full size.

    damaged: the file ends before its picture does; what is missing is grey or black.
    light: how its colours are coded where that is not for screens, see high_range.
    """

    image: Image.Image
    photo: StoredPhoto
    shrink: int
    damaged: bool
    light: tuple[int, int] | None = None

    def for_screens(self, part: Image.Image) -> Image.Image:
        """A part of the image, or the whole made smaller, in the colours of screens: all at full size would take
        longer than to decode it."""
        return part if self.light is None else for_screens(part, self.light)

    def region(self, box: Box) -> Region:
        """The part of the photo within a box of the upright full picture, widened to whole pixels of the source."""
        turn, size = self.photo.to_turn, self.photo.size
        inside = store_box(box, size, turn).scaled(1 / self.shrink)
        left, right = _whole_pixels(inside.x, inside.width, self.image.width)
        top, low = _whole_pixels(inside.y, inside.height, self.image.height)
        cut = upright(self.for_screens(self.image.crop((left, top, right, low))), turn)
        kept = Box(left, top, right - left, low - top).scaled(self.shrink)
        shown = show_box(kept, size.turned(turn), turn)
        return Region(cut, shown.x, shown.y, 1 / self.shrink)


def _whole_pixels(start: float, length: float, limit: int) -> tuple[int, int]:
    """The pixels that a stretch touches, at least one, within 0..limit."""
    first = min(max(math.floor(start), 0), limit - 1)
    return first, min(max(math.ceil(start + length), first + 1), limit)


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """A stored picture as its orientation shows it."""
    turn = _TURN.get(orientation)
    return image if turn is None else image.transpose(turn)
