"""Boxes in pixels, their overlap, and what the eight EXIF orientations do to them."""

from __future__ import annotations

from dataclasses import dataclass

# EXIF orientation -> how a point (x, y) of the stored picture, both in 0..1, is shown.
# Source: EXIF 2.32, tag 0x0112.
_SHOWN = {
    1: lambda x, y: (x, y),
    2: lambda x, y: (1 - x, y),
    3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y),
    5: lambda x, y: (y, x),
    6: lambda x, y: (1 - y, x),
    7: lambda x, y: (1 - y, 1 - x),
    8: lambda x, y: (y, 1 - x),
}
_INVERSE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    def turned(self, orientation: int) -> Size:
        """The size of the same picture after the given EXIF orientation was applied (or undone)."""
        return Size(self.height, self.width) if orientation >= 5 else self


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left edge, top edge, width, height; pixels of the upright full-size photo."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def center(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def scaled(self, factor: float) -> Box:
        """The box in a picture ``factor`` times as large."""
        return Box(self.x * factor, self.y * factor, self.width * factor, self.height * factor)

    def iou(self, other: Box) -> float:
        """Intersection over union, 0..1."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        shared = max(wide, 0.0) * max(high, 0.0)
        union = self.area + other.area - shared
        return shared / union if union > 0 else 0.0


def show_point(point: tuple[float, float], stored: Size, orientation: int) -> tuple[float, float]:
    """Where a point of the stored picture lies in the upright one, pixels in and out."""
    x, y = _SHOWN[orientation](point[0] / stored.width, point[1] / stored.height)
    shown = stored.turned(orientation)
    return x * shown.width, y * shown.height


def show_box(box: Box, stored: Size, orientation: int) -> Box:
    """A box of the stored picture in the upright one."""
    x1, y1 = show_point((box.x, box.y), stored, orientation)
    x2, y2 = show_point((box.x + box.width, box.y + box.height), stored, orientation)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def store_box(box: Box, shown: Size, orientation: int) -> Box:
    """A box of the upright picture in the stored one; the inverse of show_box."""
    return show_box(box, shown, _INVERSE[orientation])


def reorient_box(box: Box, shown: Size, old: int, new: int) -> Box:
    """A box of the photo shown by orientation ``old`` when it is shown by ``new`` instead."""
    return show_box(store_box(box, shown, old), shown.turned(old), new)
