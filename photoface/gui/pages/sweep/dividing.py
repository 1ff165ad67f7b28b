"""Where the line of a sweep runs between tiles, and which place between tiles a hand means."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF

from photoface.gui.widgets.tile_layout import TileLayout

NEAR = 8
"""Pixels from the line within which it is taken hold of."""


def path_of(tiles: TileLayout, above: int, width: int) -> list[QPointF]:
    """The corners of the line below the first ``above`` tiles, in the content's pixels; a step where a row is cut."""
    gap = tiles.metrics.gap / 2
    if not above:
        top = tiles.tile(0).y - gap
        return [QPointF(0, top), QPointF(width, top)]
    last = tiles.tile(above - 1)
    right, top, bottom = last.x + last.width + gap, last.y - gap, last.y + last.height + gap
    if above == tiles.count or tiles.tile(above).y != last.y:
        return [QPointF(0, bottom), QPointF(width, bottom)]
    return [QPointF(0, bottom), QPointF(right, bottom), QPointF(right, top), QPointF(width, top)]


def above_at(tiles: TileLayout, point: QPoint) -> int:
    """How many tiles would be above the line, were it drawn here: up to the tile whose middle is passed."""
    nearest = tiles.nearest(point.x(), point.y())
    if nearest is None:
        return 0
    tile = tiles.tile(nearest)
    passed = point.y() >= tile.y + tile.height or (point.y() >= tile.y and point.x() >= tile.x + tile.width / 2)
    return nearest + 1 if passed else nearest


def is_near(path: list[QPointF], point: QPoint) -> bool:
    """Whether a hand at this point takes hold of the line."""
    return any(_near(one, other, point) for one, other in pairwise(path))


def _near(one: QPointF, other: QPointF, point: QPoint) -> bool:
    across = min(one.x(), other.x()) - NEAR <= point.x() <= max(one.x(), other.x()) + NEAR
    down = min(one.y(), other.y()) - NEAR <= point.y() <= max(one.y(), other.y()) + NEAR
    return across and down
