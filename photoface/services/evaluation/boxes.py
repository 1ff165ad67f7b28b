"""Found boxes against true ones, as in PASCAL VOC (Everingham et al. 2010): each found box, the surest first, takes the
free true box that it overlaps most, if it does so enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.geometry import Box


@dataclass(frozen=True, slots=True)
class Matched:
    """One picture. found: for each true box the number of the found box that took it, or None; right: for each found
    box True, False, or None when it lies on an ignored one and is neither."""

    found: tuple[int | None, ...]
    right: tuple[bool | None, ...]


def match_boxes(
    true: Sequence[Box], ignored: Sequence[Box], found: Sequence[Box], scores: Sequence[float], least: float
) -> Matched:
    """``least``: the intersection over union that is enough, above 0."""
    owner: list[int | None] = [None] * len(true)
    right: list[bool | None] = [False] * len(found)
    for number in sorted(range(len(found)), key=lambda number: -scores[number]):
        overlaps = [(found[number].iou(box), -at) for at, box in enumerate(true) if owner[at] is None]
        best, at = max(overlaps, default=(0.0, 0))
        if best >= least:
            owner[-at], right[number] = number, True
        elif _lies_on(found[number], ignored, least):
            right[number] = None
    return Matched(tuple(owner), tuple(right))


def _lies_on(box: Box, ignored: Sequence[Box], least: float) -> bool:
    """The box overlaps an ignored one enough, or lies inside it: one may be drawn around a crowd."""
    return any(max(box.iou(other), _inside(box, other)) >= least for other in ignored)


def _inside(box: Box, other: Box) -> float:
    """The share of the box's area that lies in the other."""
    wide = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
    high = min(box.y + box.height, other.y + other.height) - max(box.y, other.y)
    shared = max(wide, 0.0) * max(high, 0.0)
    return shared / box.area if box.area else 0.0
