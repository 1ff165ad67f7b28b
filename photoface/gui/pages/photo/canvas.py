"""The photo itself: fitted or zoomed, dragged about, with boxes around faces and names below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from photoface.domain.geometry import Box, Size
from photoface.domain.people import Face, FaceState
from photoface.gui.pages.photo.zoom import Zoom
from photoface.gui.theme.paint import sized
from photoface.gui.theme.tokens import BODY, SMALL_RADIUS

_STEP = 1.25


class PhotoCanvas(QWidget):
    """``face_clicked`` with a Face. Boxes and names can be hidden."""

    face_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = Zoom()
        self.boxes = self.names = True
        self.chosen: int | None = None
        self._image = QImage()
        self._faces: tuple[Face, ...] = ()
        self._drag: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_photo(self, size: Size, faces: Sequence[Face], preview: QImage | None) -> None:
        """Another photo: its full size, its faces; the preview stands in until ``show_image``."""
        self._faces, self.chosen = tuple(faces), None
        self._image = preview or QImage()
        self.zoom.fit(QRectF(self.rect()).size(), size)
        self.update()

    def show_faces(self, faces: Sequence[Face]) -> None:
        """The same photo, other facts."""
        self._faces = tuple(faces)
        self.update()

    def show_image(self, image: QImage) -> None:
        """The photo has been decoded."""
        self._image = image
        self.update()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller around the middle."""
        self.zoom.by(factor, QPointF(self.rect().center()))
        self.update()

    def zoom_to_fit(self) -> None:
        """All of it."""
        self.zoom.fit(QRectF(self.rect()).size(), None)
        self.update()

    def place_of(self, box: Box) -> QRectF:
        """Where a box of the photo is in this widget."""
        corner = self.zoom.to_widget(QPointF(box.x, box.y))
        return QRectF(corner.x(), corner.y(), box.width * self.zoom.scale, box.height * self.zoom.scale)

    def face_at(self, point: QPointF) -> Face | None:
        """The smallest face under a point of this widget."""
        under = [face for face in self._faces if self.place_of(face.box).contains(point)]
        return min(under, key=lambda face: face.box.area, default=None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#101010"))
        if not self._image.isNull():
            painter.drawImage(self.zoom.whole(), self._image)
        for face in self._faces if self.boxes else ():
            self._paint_face(painter, face)

    def _paint_face(self, painter: QPainter, face: Face) -> None:
        place = self.place_of(face.box)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        known = face.state in (FaceState.CONFIRMED, FaceState.NAMED)
        pen = QPen(accent if known else QColor("#ffffff"), 3 if face.face_id == self.chosen else 2)
        pen.setStyle(Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, SMALL_RADIUS, SMALL_RADIUS)
        if self.names:
            self._paint_name(painter, place, face)

    def _paint_name(self, painter: QPainter, place: QRectF, face: Face) -> None:
        text = label_of(face)
        font = sized(painter.font(), BODY, bold=face.state.decided)
        width = QFontMetrics(font).horizontalAdvance(text) + 16
        label = QRectF(place.center().x() - width / 2, place.bottom() + 6, width, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 170))
        painter.drawRoundedRect(label, 12, 12)
        painter.setFont(font)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom.by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        face = self.face_at(event.position()) if self.boxes else None
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen = face.face_id
            self.update()
            self.face_clicked.emit(face)
        else:
            self._drag = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self.zoom.move(event.position() - self._drag)
            self._drag = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.zoom.fit(QRectF(self.rect()).size(), None)


def label_of(face: Face) -> str:
    """The name, with a question mark while it is a guess; a question mark alone for nobody known."""
    if face.person is None:
        return "–" if face.state is FaceState.IGNORED else "?"
    return face.person if face.state.decided else f"{face.person}?"
