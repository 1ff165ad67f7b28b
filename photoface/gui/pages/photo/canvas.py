"""The photo itself: fitted or zoomed, dragged about, with boxes around faces and names below them.

Boxes are drawn, moved and resized by hand; what became of it is told by signals, and decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from photoface.domain.geometry import Box, Size
from photoface.domain.people import Face
from photoface.gui.pages.photo.hand import ARROWS, ENTER, Hand
from photoface.gui.pages.photo.painting import label_of, paint_box, paint_handles, paint_name
from photoface.gui.pages.photo.zoom import Zoom
from photoface.gui.theme.tokens import PHOTO_GROUND

__all__ = ["PhotoCanvas", "label_of"]

_STEP = 1.25


class PhotoCanvas(QWidget):
    """``face_clicked`` with a Face; ``box_drawn`` with a Box; ``box_moved`` with a Face and its new Box.

    ``menu_wanted`` with a point of the screen and the Face there or None; ``drawing_changed`` when the mode changes.
    Boxes and names can be hidden.
    """

    face_clicked = Signal(object)
    box_drawn = Signal(object)
    box_moved = Signal(object, object)
    menu_wanted = Signal(QPoint, object)
    drawing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = Zoom()
        self.boxes = self.names = True
        self.drawing = False
        self.chosen: int | None = None
        self.size_of_photo = Size(1, 1)
        self._image, self._half = QImage(), QImage()
        self._faces: tuple[Face, ...] = ()
        self._hand = Hand(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is shown --

    def show_photo(self, size: Size, faces: Sequence[Face], preview: QImage | None) -> None:
        """Another photo: its full size, its faces; the preview stands in until ``show_image``."""
        self._faces, self.chosen, self.size_of_photo = tuple(faces), None, size
        self._hand.let_go()
        self._image, self._half = preview or QImage(), QImage()
        self.zoom.fit(QRectF(self.rect()).size(), size)
        self.update()

    def show_faces(self, faces: Sequence[Face]) -> None:
        """The same photo, other facts."""
        self._faces = tuple(faces)
        if self.chosen_face is None:
            self.chosen = None
        self._hand.take_what_is_stored()
        self.update()

    def show_image(self, image: QImage) -> None:
        """The photo has been decoded."""
        self._image, self._half = image, QImage()
        self.update()

    @property
    def image(self) -> QImage:
        """The photo as it is shown, or its preview."""
        return self._image

    @property
    def chosen_face(self) -> Face | None:
        """The face whose box has handles."""
        return next((face for face in self._faces if face.face_id == self.chosen), None)

    def choose(self, face_id: int | None) -> None:
        """Give this face the handles, or none."""
        self.chosen = face_id
        face = self.chosen_face
        self.setAccessibleDescription("" if face is None else label_of(face))
        self.update()

    def choose_next(self, by: int = 1) -> None:
        """The next face from left to right; after the last comes the first."""
        ids = [face.face_id for face in self._faces]
        if ids:
            at = ids.index(self.chosen) + by if self.chosen in ids else 0 if by > 0 else -1
            self.choose(ids[at % len(ids)])

    def draw_boxes(self, drawing: bool) -> None:
        """Whether dragging draws a new box."""
        if drawing != self.drawing:
            self.drawing, self.boxes = drawing, self.boxes or drawing
            self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
            self.update()
            self.drawing_changed.emit(drawing)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller around the middle."""
        self.zoom.by(factor, QPointF(self.rect().center()))
        self.update()

    def zoom_to_fit(self) -> None:
        """All of it."""
        self.zoom.fit(QRectF(self.rect()).size(), None)
        self.update()

    def zoom_to_pixels(self) -> None:
        """One pixel of the photo is one of the screen."""
        self.zoom_by(1 / (self.zoom.scale * self.devicePixelRatioF()))

    def place_of(self, box: Box) -> QRectF:
        """Where a box of the photo is in this widget."""
        corner = self.zoom.to_widget(QPointF(box.x, box.y))
        return QRectF(corner.x(), corner.y(), box.width * self.zoom.scale, box.height * self.zoom.scale)

    def face_at(self, point: QPointF) -> Face | None:
        """The smallest face under a point of this widget."""
        under = [face for face in self._faces if self.boxes and self.place_of(face.box).contains(point)]
        return min(under, key=lambda face: face.box.area, default=None)

    # -- drawing --

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(PHOTO_GROUND))
        if not self._image.isNull():
            painter.drawImage(self.zoom.whole(), self._fine_enough())
        accent, room = self.palette().color(QPalette.ColorRole.Highlight), QRectF(self.rect())
        pending = self._hand.pending
        for face in self._faces if self.boxes else ():
            moved = pending is not None and pending.face_id == face.face_id
            place = self.place_of(pending.box if pending is not None and moved else face.box)
            paint_box(painter, place, face, accent, chosen=face.face_id == self.chosen)
            if self.names:
                paint_name(painter, place, face, room)
            if face.face_id == self.chosen:
                paint_handles(painter, place, accent)
        if pending is not None and pending.face_id is None:
            paint_box(painter, self.place_of(pending.box), None, accent, chosen=True)

    def _fine_enough(self) -> QImage:
        """The photo, or half of it where it is shown smaller still: Qt leaves out pixels when it shrinks further."""
        shown = self.zoom.whole().width() * self.devicePixelRatioF()
        if self._image.width() < 2 * shown:
            return self._image
        if self._half.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            self._half = self._image.scaledToWidth(max(self._image.width() // 2, 1), smooth)
        return self._half

    # -- the hand --

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom.by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        face = self.face_at(QPointF(event.pos())) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        face = face or (self.chosen_face if event.reason() != QContextMenuEvent.Reason.Mouse else None)
        if face is not None:
            self.choose(face.face_id)
        self.menu_wanted.emit(event.globalPos(), face)

    def event(self, event: QEvent) -> bool:
        # While boxes are drawn the arrows belong to the chosen one, not to the next photo.
        mine = self.drawing and isinstance(event, QKeyEvent) and event.key() in (*ARROWS, *ENTER)
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.drawing and self._hand.key(event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.zoom.fit(QRectF(self.rect()).size(), None)
