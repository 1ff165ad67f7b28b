"""How a face is drawn onto a photo: its box, its name, and handles when it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from photoface.domain.people import Face, FaceState
from photoface.gui.pages.photo.boxes import HANDLE, HANDLES, handle_at
from photoface.gui.theme.paint import sized
from photoface.gui.theme.tokens import BODY, ON_PHOTO, PHOTO_SHADE, SMALL_RADIUS

KNOWN = (FaceState.CONFIRMED, FaceState.NAMED)


def paint_box(painter: QPainter, place: QRectF, face: Face | None, accent: QColor, *, chosen: bool) -> None:
    """A full line around who is known, a dashed one around who is guessed or nobody; None: a box being drawn."""
    known = face is None or face.state in KNOWN
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # A dark line below the bright one: seen on snow and at night.
    painter.setPen(QPen(QColor(PHOTO_SHADE), 5 if chosen else 4))
    painter.drawRoundedRect(place, SMALL_RADIUS, SMALL_RADIUS)
    pen = QPen(accent if known else QColor(ON_PHOTO), 3 if chosen else 2)
    pen.setStyle(Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(place, SMALL_RADIUS, SMALL_RADIUS)


def paint_handles(painter: QPainter, place: QRectF, accent: QColor) -> None:
    """Small squares on the edges and corners."""
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(QColor(ON_PHOTO))
    half = HANDLE / 2
    for grip in HANDLES:
        corner = handle_at(place, grip) - QPointF(half, half)
        painter.drawRect(QRectF(corner.x(), corner.y(), HANDLE, HANDLE))


def paint_name(painter: QPainter, place: QRectF, face: Face, room: QRectF) -> None:
    """The name below the box, or above it where there is no room below."""
    font = sized(painter.font(), BODY, bold=face.state.decided)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(label_of(face), Qt.TextElideMode.ElideRight, 260)
    width = metrics.horizontalAdvance(text) + 16
    top = place.bottom() + 6 if place.bottom() + 30 <= room.bottom() else place.top() - 30
    label = QRectF(place.center().x() - width / 2, max(top, room.top()), width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PHOTO_SHADE))
    painter.drawRoundedRect(label, 12, 12)
    painter.setFont(font)
    painter.setPen(QColor(ON_PHOTO))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def label_of(face: Face) -> str:
    """The name, with a question mark while it is a guess; a question mark alone for nobody known."""
    if face.person is None:
        return "–" if face.state is FaceState.IGNORED else "?"
    return face.person if face.state.decided else f"{face.person}?"
