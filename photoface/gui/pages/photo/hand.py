"""The hand upon a photo: what the mouse holds and drags, and the keys that do the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.pages.photo.boxes import Grip, between, dragged, grip_at, shape_of

if TYPE_CHECKING:
    from photoface.gui.pages.photo.canvas import PhotoCanvas

_NUDGE = 2.0
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {
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
class Pending:
    """A box as it would be: of a face (by id), or with None a new one."""

    face_id: int | None
    box: Box


class Hand:
    """Tells the canvas' signals what was drawn, moved or clicked; ``pending`` is the box that is dragged."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        self._canvas = canvas
        self._held: _Held | None = None
        self.pending: Pending | None = None

    def let_go(self) -> None:
        """Another photo."""
        self._held = self.pending = None

    def take_what_is_stored(self) -> None:
        """The faces are known anew; what is still held stays as the hand has it."""
        if self._held is None:
            self.pending = None

    def press(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._taken(event.position())

    def move(self, event: QMouseEvent) -> None:
        point, canvas = event.position(), self._canvas
        if self._held is None:
            self._show_cursor(point)
        elif self._held.grip is None and not canvas.drawing:
            if self._held.face is None or self._far(point):
                canvas.zoom.move(point - self._held.start)
                self._held = _Held(point)
        elif self.pending is not None or self._far(point):
            face = self._held.face
            self.pending = Pending(None if face is None else face.face_id, self._dragged(self._held, point))
        canvas.update()

    def release(self, event: QMouseEvent) -> None:
        held, pending, canvas = self._held, self.pending, self._canvas
        self._held = None
        if held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if pending is not None:
            self._finish(held, pending.box)
        elif canvas.drawing:
            face = canvas.face_at(held.start)
            canvas.choose(None if face is None else face.face_id)
        elif held.face is not None:
            canvas.choose(held.face.face_id)
            canvas.face_clicked.emit(held.face)
        canvas.update()

    def key(self, event: QKeyEvent) -> bool:
        """While boxes are drawn: Enter draws one, arrows move the chosen one; whether the key was one of these."""
        face = self._canvas.chosen_face
        if event.key() in ENTER:
            self._canvas.box_drawn.emit(self._box_in_the_middle())
        elif event.key() in ARROWS and face is not None:
            self._nudge(face, Qt.Key(event.key()), event.modifiers())
        else:
            return False
        return True

    def _taken(self, point: QPointF) -> _Held:
        face, grip = self._grip_at(point)
        if face is not None and grip is not None:
            return _Held(point, face, grip, face.box)
        if self._canvas.drawing:
            return _Held(point, None, None, None)
        return _Held(point, self._canvas.face_at(point))

    def _grip_at(self, point: QPointF) -> tuple[Face | None, Grip | None]:
        """The chosen face, and what of its box is under a point."""
        face = self._canvas.chosen_face if self._canvas.boxes else None
        return face, grip_at(self._canvas.place_of(face.box), point) if face is not None else None

    def _far(self, point: QPointF) -> bool:
        """Farther than a hand trembles while it clicks."""
        away = point - (self._held.start if self._held is not None else point)
        return abs(away.x()) + abs(away.y()) >= QApplication.startDragDistance() / 2

    def _dragged(self, held: _Held, point: QPointF) -> Box:
        canvas = self._canvas
        one, other = canvas.zoom.to_photo(held.start), canvas.zoom.to_photo(point)
        if held.box is None or held.grip is None:
            return between(one, other, canvas.size_of_photo)
        return dragged(held.box, held.grip, other - one, canvas.size_of_photo)

    def _finish(self, held: _Held, box: Box) -> None:
        if held.face is None:
            self.pending = None
            self._canvas.box_drawn.emit(box)
        else:
            self._canvas.box_moved.emit(held.face, box)  # it stays where the hand left it until that is stored

    def _show_cursor(self, point: QPointF) -> None:
        canvas, (_, grip) = self._canvas, self._grip_at(point)
        if grip is None and canvas.drawing:
            canvas.setCursor(Qt.CursorShape.CrossCursor)
        elif grip is None and canvas.face_at(point) is not None:
            canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            canvas.setCursor(shape_of(grip))

    def _box_in_the_middle(self) -> Box:
        """By keyboard: a box in the middle of what is seen, to be moved by the arrows."""
        canvas = self._canvas
        middle = canvas.zoom.to_photo(QPointF(canvas.rect().center()))
        side = min(canvas.width(), canvas.height()) / canvas.zoom.scale / 5
        half = QPointF(side / 2, side / 2)
        return between(middle - half, middle + half, canvas.size_of_photo)

    def _nudge(self, face: Face, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Arrows move the chosen box, with Shift its far corner."""
        resize = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        grip = Grip.TRAILING | Grip.BOTTOM if resize else Grip.WHOLE
        by = ARROWS[key] * (4 / self._canvas.zoom.scale)
        self._canvas.box_moved.emit(face, dragged(face.box, grip, by, self._canvas.size_of_photo))
