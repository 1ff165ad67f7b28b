"""What one decision was about, and whether and how it can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.models.faces_model import FacesModel
from photoface.gui.models.history_model import when
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.history import Step
from photoface.services.portrait import Portrait

_LOOK = TileLook(picture=72)


class StepPreview(QFrame):
    """``undo`` when its button is pressed."""

    undo = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title, self._note, self._hindrance = QLabel(), QLabel(), QLabel()
        self._title.setProperty("kind", "lead")
        self._note.setProperty("kind", "note")
        self._hindrance.setProperty("kind", "doubt")
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
        for label in (self._title, self._note, self._hindrance):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self._faces, 1)
        column.addWidget(self.button)

    def show_step(self, found: Step) -> None:
        """Show this decision."""
        operation, blocker = found.operation, found.blocker
        self._title.setText(worded(operation.summary))
        self._note.setText(self._counted(found))
        self.model.show([Portrait(face, None, None) for face in found.faces])
        undoable = operation.state == "done" and blocker is None
        self.button.setText(self.tr("Undo this decision"))
        self.button.setVisible(operation.state == "done")
        self.button.setEnabled(undoable)
        self._hindrance.setVisible(blocker is not None)
        if blocker is not None:
            text = self.tr("A later decision stands on it. Undo this one first: {what}")
            self._hindrance.setText(text.format(what=worded(blocker.summary)))

    def _counted(self, found: Step) -> str:
        count = self.tr("%n face(s)", "", found.count)
        return f"{when(found.operation)} · {count}" if found.count else when(found.operation)
