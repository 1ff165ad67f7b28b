"""Boxes under the hand: which edge or corner is held, and where the box is once it was dragged."""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QPointF, QRectF, Qt

from photoface.domain.geometry import Box, Size

REACH = 9.0
"""Pixels of the screen around a handle in which it is held."""

HANDLE = 9.0
"""Its side as it is drawn."""

SMALLEST = 8.0
"""Pixels of the photo along each side of a box."""


class Grip(Flag):
    """The edges that are held; two of them are a corner, all of them are the box itself."""

    LEADING = auto()
    TOP = auto()
    TRAILING = auto()
    BOTTOM = auto()
    WHOLE = LEADING | TOP | TRAILING | BOTTOM


HANDLES = (
    Grip.LEADING | Grip.TOP,
    Grip.TOP,
    Grip.TRAILING | Grip.TOP,
    Grip.TRAILING,
    Grip.TRAILING | Grip.BOTTOM,
    Grip.BOTTOM,
    Grip.LEADING | Grip.BOTTOM,
    Grip.LEADING,
)

_DOWNWARD = (Grip.LEADING | Grip.TOP, Grip.TRAILING | Grip.BOTTOM)
_UPWARD = (Grip.TRAILING | Grip.TOP, Grip.LEADING | Grip.BOTTOM)


def handle_at(place: QRectF, grip: Grip) -> QPointF:
    """Where a handle is on a box in the widget."""
    x = place.left() if Grip.LEADING in grip else place.right() if Grip.TRAILING in grip else place.center().x()
    y = place.top() if Grip.TOP in grip else place.bottom() if Grip.BOTTOM in grip else place.center().y()
    return QPointF(x, y)


def grip_at(place: QRectF, point: QPointF) -> Grip | None:
    """What of a box in the widget a point holds: a handle, the whole, or nothing."""
    for grip in HANDLES:
        away = handle_at(place, grip) - point
        if abs(away.x()) <= REACH and abs(away.y()) <= REACH:
            return grip
    return Grip.WHOLE if place.contains(point) else None


def dragged(box: Box, grip: Grip, by: QPointF, photo: Size) -> Box:
    """The box after its grip moved by so many pixels of the photo; it stays in the photo and is never turned over."""
    left, top, right, low = box.x, box.y, box.x + box.width, box.y + box.height
    if grip is Grip.WHOLE:
        x = min(max(left + by.x(), 0.0), max(photo.width - box.width, 0.0))
        y = min(max(top + by.y(), 0.0), max(photo.height - box.height, 0.0))
        return Box(x, y, box.width, box.height)
    if Grip.LEADING in grip:
        left = min(max(left + by.x(), 0.0), right - SMALLEST)
    if Grip.TRAILING in grip:
        right = max(min(right + by.x(), float(photo.width)), left + SMALLEST)
    if Grip.TOP in grip:
        top = min(max(top + by.y(), 0.0), low - SMALLEST)
    if Grip.BOTTOM in grip:
        low = max(min(low + by.y(), float(photo.height)), top + SMALLEST)
    return Box(left, top, right - left, low - top)


def between(one: QPointF, other: QPointF, photo: Size) -> Box:
    """The box with these two opposite corners, as far as it is in the photo."""
    xs = sorted(min(max(each.x(), 0.0), float(photo.width)) for each in (one, other))
    ys = sorted(min(max(each.y(), 0.0), float(photo.height)) for each in (one, other))
    return Box(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])


def shape_of(grip: Grip | None) -> Qt.CursorShape:
    """The cursor that says what dragging would do."""
    if grip is None:
        return Qt.CursorShape.ArrowCursor
    if grip is Grip.WHOLE:
        return Qt.CursorShape.SizeAllCursor
    if grip in _DOWNWARD:
        return Qt.CursorShape.SizeFDiagCursor
    if grip in _UPWARD:
        return Qt.CursorShape.SizeBDiagCursor
    sideways = bool(grip & (Grip.LEADING | Grip.TRAILING))
    return Qt.CursorShape.SizeHorCursor if sideways else Qt.CursorShape.SizeVerCursor
