"""The photo itself: fitted or zoomed, dragged about, with boxes around faces and names below them.

Boxes are drawn, moved and resized by hand; what became of it is told by signals, and decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from PySide6.QtWidgets import QApplication, QWidget

from photoface.domain.geometry import Box, Size
from photoface.domain.people import Face
from photoface.gui.pages.photo.boxes import Grip, between, dragged, grip_at, shape_of
from photoface.gui.pages.photo.painting import label_of, paint_box, paint_handles, paint_name
from photoface.gui.pages.photo.zoom import Zoom
from photoface.gui.theme.tokens import PHOTO_GROUND

__all__ = ["PhotoCanvas", "label_of"]

_STEP = 1.25
_NUDGE = 2.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-_NUDGE, 0),
    Qt.Key.Key_Right: QPointF(_NUDGE, 0),
    Qt.Key.Key_Up: QPointF(0, -_NUDGE),
    Qt.Key.Key_Down: QPointF(0, _NUDGE),
}


@dataclass(frozen=True, slots=True)
class _Held:
    """What the mouse holds since it was pressed at ``start``: the photo (no grip), a face's box, or a new box.

    box: as it was when it was taken.
    """

    start: QPointF
    face: Face | None = None
    grip: Grip | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class _Pending:
    """A box as it would be: of a face (by id), or with None a new one."""

    face_id: int | None
    box: Box


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
        self._held: _Held | None = None
        self._pending: _Pending | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is shown --

    def show_photo(self, size: Size, faces: Sequence[Face], preview: QImage | None) -> None:
        """Another photo: its full size, its faces; the preview stands in until ``show_image``."""
        self._faces, self.chosen, self.size_of_photo = tuple(faces), None, size
        self._held = self._pending = None
        self._image, self._half = preview or QImage(), QImage()
        self.zoom.fit(QRectF(self.rect()).size(), size)
        self.update()

    def show_faces(self, faces: Sequence[Face]) -> None:
        """The same photo, other facts."""
        self._faces = tuple(faces)
        if self.chosen_face is None:
            self.chosen = None
        if self._held is None:
            self._pending = None
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
        pending = self._pending
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
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._taken(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._held is None:
            self._show_cursor(point)
        elif self._held.grip is None and not self.drawing:
            if self._held.face is None or self._far(point):
                self.zoom.move(point - self._held.start)
                self._held = _Held(point)
        elif self._pending is not None or self._far(point):
            face = self._held.face
            self._pending = _Pending(None if face is None else face.face_id, self._dragged(self._held, point))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, pending = self._held, self._pending
        self._held = None
        if held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if pending is not None:
            self._finish(held, pending.box)
        elif self.drawing:
            face = self.face_at(held.start)
            self.choose(None if face is None else face.face_id)
        elif held.face is not None:
            self.choose(held.face.face_id)
            self.face_clicked.emit(held.face)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        face = self.face_at(QPointF(event.pos())) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        face = face or (self.chosen_face if event.reason() != QContextMenuEvent.Reason.Mouse else None)
        if face is not None:
            self.choose(face.face_id)
        self.menu_wanted.emit(event.globalPos(), face)

    def event(self, event: QEvent) -> bool:
        # While boxes are drawn the arrows belong to the chosen one, not to the next photo.
        mine = self.drawing and isinstance(event, QKeyEvent) and event.key() in (*_ARROWS, *_ENTER)
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.drawing and event.key() in _ENTER:
            self.box_drawn.emit(self._box_in_the_middle())
        elif self.drawing and event.key() in _ARROWS and self.chosen_face is not None:
            self._nudge(self.chosen_face, Qt.Key(event.key()), event.modifiers())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.zoom.fit(QRectF(self.rect()).size(), None)

    def _taken(self, point: QPointF) -> _Held:
        chosen = self.chosen_face if self.boxes else None
        grip = grip_at(self.place_of(chosen.box), point) if chosen is not None else None
        if chosen is not None and grip is not None:
            return _Held(point, chosen, grip, chosen.box)
        if self.drawing:
            return _Held(point, None, None, None)
        return _Held(point, self.face_at(point))

    def _far(self, point: QPointF) -> bool:
        """Farther than a hand trembles while it clicks."""
        away = point - (self._held.start if self._held is not None else point)
        return abs(away.x()) + abs(away.y()) >= QApplication.startDragDistance() / 2

    def _dragged(self, held: _Held, point: QPointF) -> Box:
        one, other = self.zoom.to_photo(held.start), self.zoom.to_photo(point)
        if held.box is None or held.grip is None:
            return between(one, other, self.size_of_photo)
        return dragged(held.box, held.grip, other - one, self.size_of_photo)

    def _finish(self, held: _Held, box: Box) -> None:
        if held.face is None:
            self._pending = None
            self.box_drawn.emit(box)
        else:
            self.box_moved.emit(held.face, box)  # it stays where the hand left it until the decision is stored

    def _show_cursor(self, point: QPointF) -> None:
        chosen = self.chosen_face if self.boxes else None
        grip = grip_at(self.place_of(chosen.box), point) if chosen is not None else None
        if grip is None and self.drawing:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif grip is None and self.face_at(point) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(shape_of(grip))

    def _box_in_the_middle(self) -> Box:
        """By keyboard: a box in the middle of what is seen, to be moved by the arrows."""
        middle = self.zoom.to_photo(QPointF(self.rect().center()))
        side = min(self.width(), self.height()) / self.zoom.scale / 5
        half = QPointF(side / 2, side / 2)
        return between(middle - half, middle + half, self.size_of_photo)

    def _nudge(self, face: Face, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Arrows move the chosen box, with Shift its far corner."""
        resize = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        grip = Grip.TRAILING | Grip.BOTTOM if resize else Grip.WHOLE
        by = _ARROWS[key] * (4 / self.zoom.scale)
        self.box_moved.emit(face, dragged(face.box, grip, by, self.size_of_photo))
