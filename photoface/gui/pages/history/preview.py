"""What one decision was about, what taking it back would change, and why it cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.models.faces_model import FacesModel
from photoface.gui.models.history_model import when
from photoface.gui.pages.history.words import changes_text, hindrance_text
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.ledger.history import Step, Undoing
from photoface.services.showing.portrait import Portrait

_LOOK = TileLook(picture=72)


class StepPreview(QFrame):
    """``undo`` when its button is pressed."""

    undo = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title, self._note = _label("lead"), _label("note")
        self._heading, self.changes, self.hindrance = _label("strong"), _label(""), _label("doubt")
        self._heading.setText(self.tr("Undoing it would change"))
        self.button = QPushButton()
        self.button.clicked.connect(self.undo)
        self.model = FacesModel()
        self._faces = TileView(Metrics(_LOOK.picture, _LOOK.height, gap=8, margin=0))
        self._faces.setModel(self.model)
        self._faces.setItemDelegate(TileDelegate(desk.images, _LOOK, self._faces))
        self._faces.setAccessibleName(self.tr("Faces it was about"))
        desk.images.arrived.connect(lambda _keys: self._faces.viewport().update())
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        for label in (self._title, self._note, self._heading, self.changes, self.hindrance):
            column.addWidget(label)
        column.addWidget(self._faces, 1)
        column.addWidget(self.button)
        for label in (self._heading, self.changes, self.hindrance):
            label.hide()

    def show_step(self, found: Step) -> None:
        """Show this decision; what taking it back would do is not known yet."""
        operation = found.operation
        self._title.setText(worded(operation.summary))
        self._note.setText(self._counted(found))
        self.model.show([Portrait(face, None, None) for face in found.faces])
        self.button.setText(self.tr("Undo this decision"))
        self.button.setVisible(operation.state == "done")
        self.button.setEnabled(False)
        for label in (self._heading, self.changes, self.hindrance):
            label.hide()

    def show_undoing(self, found: Undoing) -> None:
        """What taking it back would do, or why it cannot be."""
        self.button.setEnabled(found.allowed)
        for label in (self._heading, self.changes):
            label.setVisible(found.allowed)
        self.changes.setText(changes_text(found) if found.allowed else "")
        self.hindrance.setText(hindrance_text(found))
        self.hindrance.setVisible(not found.allowed)

    def _counted(self, found: Step) -> str:
        operation = found.operation
        count = self.tr("%n face(s)", "", found.count) if found.count else ""
        author = self.tr("by {author}").format(author=worded(operation.author)) if operation.author else ""
        return " · ".join(part for part in (when(operation), author, count, operation.reason) if part)


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
