"""A small card over the photo: who is this face?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.domain.people import Face, FaceState
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField


class FacePopup(QFrame):
    """``named`` with the face and a Named. Also confirms, ignores, or says that it is no face."""

    named = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._over, self._desk = parent, desk
        self._face: Face | None = None
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.field = NameField(desk)
        self.confirm = QPushButton()
        self.confirm.setProperty("kind", "primary")
        self.ignore, self.no_face = QPushButton(self.tr("Ignore")), QPushButton(self.tr("Not a face"))
        row = QHBoxLayout()
        for button in (self.ignore, self.no_face, self.confirm):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.addWidget(self.text)
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.chosen.connect(self._take)
        self.confirm.clicked.connect(lambda _checked: self._do(desk.decisions.confirm))
        self.ignore.clicked.connect(lambda _checked: self._do(desk.decisions.ignore))
        self.no_face.clicked.connect(lambda _checked: self._do(desk.decisions.not_faces))
        self.hide()

    def ask(self, face: Face, corner: QPoint) -> None:
        """Ask about this face, near a point of the parent."""
        self._face = face
        guessed = face.person is not None and face.state is not FaceState.CONFIRMED
        self.text.setText(face.person or self.tr("Who is this?"))
        self.confirm.setText(self.tr("Confirm as {name}").format(name=face.person or ""))
        self.confirm.setVisible(guessed)
        self.field.clear()
        self.adjustSize()
        room = self._over.rect().adjusted(8, 8, -8, -8)
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        y = min(max(corner.y(), room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus()

    def _take(self, who: Named) -> None:
        if self._face is not None:
            self.hide()
            self.named.emit(self._face, who)

    def _do(self, decide: Callable[[list[int]], None]) -> None:
        if self._face is not None:
            self.hide()
            decide([self._face.face_id])
