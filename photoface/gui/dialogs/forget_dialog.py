"""Deleting all face data: says exactly what goes and what stays, and wants a word typed, for there is no way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.theme.tokens import SPACE
from photoface.services.keeping.forgetting import FaceData, face_data, forget_faces


class ForgetDialog(QDialog):
    """``forgotten`` when all of it is gone."""

    forgotten = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Delete all face data"))
        self.setMinimumWidth(520)
        self.word = self.tr("delete")
        self.what, self.state = QLabel(), QLabel()
        self.snapshots = QCheckBox()
        self.field = QLineEdit()
        self.button, self.cancel = QPushButton(self.tr("Delete")), QPushButton(self.tr("Cancel"))
        self._build()
        desk.session.read(self, face_data, self._tell)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        stays = QLabel(
            self.tr(
                "The photos themselves are not touched. The library no longer looks at its folders: add one again to "
                "begin anew. This cannot be undone."
            )
        )
        self.field.setPlaceholderText(self.tr("Type “{word}” to go on").format(word=self.word))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._check)
        self.state.setProperty("kind", "doubt")
        for label in (self.what, stays, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self.what, stays, self.snapshots, self.field, self.state):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.button)
        column.addLayout(row)
        self.snapshots.setChecked(True)
        self.button.setProperty("kind", "danger")
        self.button.setEnabled(False)
        self.button.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.button.clicked.connect(self._stop_and_forget)

    def _tell(self, data: FaceData) -> None:
        parts = (
            self.tr("%Ln face(s) with what they are compared by, and their small pictures", "", data.faces),
            self.tr("%Ln group(s)", "", data.groups),
            self.tr("%Ln person(s) with a name", "", data.people),
            self.tr("%Ln step(s) of the history, with all corrections", "", data.decisions),
        )
        self.what.setText(self.tr("This deletes:") + "\n" + "\n".join(f"  •  {part}" for part in parts))
        self.snapshots.setText(self.tr("Also delete %Ln snapshot(s), which hold all of it too", "", data.snapshots))
        self.snapshots.setVisible(data.snapshots > 0)
        self.adjustSize()

    def _check(self, text: str) -> None:
        self.button.setEnabled(text.strip().casefold() == self.word.casefold())

    def _stop_and_forget(self) -> None:
        self._asked = True
        for widget in (self.button, self.cancel, self.field, self.snapshots):
            widget.setEnabled(False)
        if self._desk.indexer.running:
            self.state.setText(self.tr("Waiting for the photos at hand to be finished …"))
            self._desk.indexer.finished.connect(self._forget)
            self._desk.indexer.pause()
        else:
            self._forget()

    def _forget(self) -> None:
        if not self._asked:
            return
        self._asked = False
        self.state.setText(self.tr("Deleting …"))
        both = self.snapshots.isChecked()
        self._desk.session.write(
            self,
            lambda library: forget_faces(library, with_snapshots=both),
            lambda _: self._done(),
            self._failed,
            Touched.SETTINGS,
        )

    def _done(self) -> None:
        self.accept()
        self.forgotten.emit()

    def _failed(self, error: Exception) -> None:
        for widget in (self.cancel, self.field, self.snapshots):
            widget.setEnabled(True)
        self.state.setText(sentence_of(error))
        self._check(self.field.text())
