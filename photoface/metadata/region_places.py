"""Where a region lies in the upright photo. Files tell it in the picture as it is stored, and not always truly.

MWG says: boxes are parts of the stored picture, drawn on AppliedToDimensions. Some programs drew them on the upright
one, some turned or cut the photo afterwards and left the boxes; their dimensions give them away.
"""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.geometry import Box, Size, show_box, store_box

ASPECT = 0.03
"""How far proportions may differ for the same picture: small copies are rounded to whole pixels."""

LEAST = 0.1
"""Of a region, how much must lie in the photo."""

_UNIT = Size(1, 1)


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture: size as it is stored, and the EXIF orientation that shows it upright."""

    stored: Size
    orientation: int

    @property
    def shown(self) -> Size:
        return self.stored.turned(self.orientation)


def shown_place(box: Box, shape: Shape, applied_to: tuple[float, float] | None) -> Box | None:
    """A stored box, parts of 1, in the upright photo; None where it cannot be known where that is."""
    orientation = _believed(shape, applied_to)
    placed = None if orientation is None else show_box(box, _UNIT, orientation)
    return None if placed is None else inside(placed)


def stored_place(box: Box, shape: Shape) -> Box:
    """A box of the upright photo, parts of 1, in the stored picture."""
    return store_box(box, _UNIT, shape.orientation)


def parts_of(box: Box, shape: Shape) -> Box:
    """A box in pixels of the stored picture as parts of it."""
    width, height = shape.stored.width, shape.stored.height
    return Box(box.x / width, box.y / height, box.width / width, box.height / height)


def inside(box: Box) -> Box | None:
    """The part of the box that is in the picture; None where that is little."""
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right, low = min(box.x + box.width, 1.0), min(box.y + box.height, 1.0)
    if right <= left or low <= top or (right - left) * (low - top) < LEAST * box.area:
        return None
    return Box(left, top, right - left, low - top)


def _believed(shape: Shape, applied_to: tuple[float, float] | None) -> int | None:
    """The orientation that turns the boxes as the photo is turned; None: the photo was turned or cut since."""
    if applied_to is None or aspect_fits(applied_to, shape.stored):
        return shape.orientation
    if aspect_fits(applied_to, shape.shown):  # drawn on the upright photo
        return 1
    return None


def aspect_fits(told: tuple[float, float], size: Size) -> bool:
    """Whether these dimensions have the proportions of this picture."""
    return abs((told[0] / told[1]) / (size.width / size.height) - 1) <= ASPECT
