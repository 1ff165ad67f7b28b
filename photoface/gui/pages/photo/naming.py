"""A small card over the photo: who is this face?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.domain.people import Face, FaceState
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class FacePopup(QFrame):
    """``named`` with the face and a Named; ``removed`` with the face. Also confirms or ignores it."""

    named = Signal(object, object)
    removed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._over, self._desk = parent, desk
        self._face: Face | None = None
        self._corner = QPoint()
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text, self.note = QLabel(), QLabel()
        self.text.setProperty("kind", "strong")
        self.note.setProperty("kind", "note")
        for label in (self.text, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = NameField(desk)
        self.confirm = QPushButton()
        self.confirm.setProperty("kind", "primary")
        self.ignore, self.remove = QPushButton(self.tr("Ignore")), QPushButton()
        self._build()

    def ask(self, face: Face, corner: QPoint, *, drawn: bool, note: str = "") -> None:
        """Ask about this face, near a point of the parent. drawn: its box is, by hand; note: what to know besides."""
        self._face = face
        guessed = face.person is not None and face.state is not FaceState.CONFIRMED
        self.text.setText(face.person or self.tr("Who is this?"))
        self.say(note)
        name = (face.person or "").replace("&", "&&")
        self.confirm.setText(self.tr("Confirm as {name}").format(name=isolated(name)))
        self.confirm.setVisible(guessed)
        self.remove.setText(self.tr("Remove the box") if drawn else self.tr("Not a face"))
        self.field.clear()
        self._corner = corner
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def say(self, note: str) -> None:
        """Other words below the question."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._place()

    @property
    def face(self) -> Face | None:
        """The face that is asked about, while the card is seen."""
        return self._face if self.isVisible() else None

    def event(self, event: QEvent) -> bool:
        # Letters, arrows and Del belong to the field while one types a name, not to the commands of the photo.
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS
        if event.type() == QEvent.Type.ShortcutOverride and plain:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        # Whatever the field has no use for ends here: the photo behind does not move.
        event.accept()

    def _build(self) -> None:
        row = QHBoxLayout()
        for button in (self.ignore, self.remove, self.confirm):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        for widget in (self.text, self.note, self.field):
            column.addWidget(widget)
        column.addLayout(row)
        self.field.chosen.connect(self._take)
        self.confirm.clicked.connect(lambda _checked: self._do(self._desk.decisions.confirm))
        self.ignore.clicked.connect(lambda _checked: self._do(self._desk.decisions.ignore))
        self.remove.clicked.connect(lambda _checked: self._remove())
        self.hide()

    def _place(self) -> None:
        """As near to the corner as there is room for all of the card."""
        corner = self._corner
        self.adjustSize()
        room = self._over.rect().adjusted(8, 8, -8, -8)
        x = min(max(corner.x(), room.left()), max(room.right() - self.width(), room.left()))
        y = min(max(corner.y(), room.top()), max(room.bottom() - self.height(), room.top()))
        self.move(x, y)

    def _leave(self) -> None:
        self.hide()
        self._over.setFocus()

    def _take(self, who: Named) -> None:
        if self._face is not None:
            self._leave()
            self.named.emit(self._face, who)

    def _remove(self) -> None:
        if self._face is not None:
            self._leave()
            self.removed.emit(self._face)

    def _do(self, decide: Callable[[list[int]], None]) -> None:
        if self._face is not None:
            self._leave()
            decide([self._face.face_id])
