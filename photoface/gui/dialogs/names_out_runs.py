"""Earlier runs that wrote names into files, each of which can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from photoface.gui.core.dates import short_moment
from photoface.gui.core.desk import Desk
from photoface.gui.theme.tokens import SPACE
from photoface.services.exporting.names import runs_to_undo
from photoface.store.written import ExportRun


class RunsRow(QWidget):
    """``undo_wanted`` with the number of a run; ``came`` when they were read. Hidden where there is none."""

    undo_wanted = Signal(int)
    came = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.runs, self.undo = QComboBox(), QPushButton(self.tr("Undo this run …"))
        self.runs.setAccessibleName(self.tr("Earlier runs, the latest first"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(lambda _checked: self.undo_wanted.emit(self.runs.currentData()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2 * SPACE, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(QLabel(self.tr("Earlier")))
        row.addWidget(self.runs, 1)
        row.addWidget(self.undo)
        self.hide()

    def refresh(self) -> None:
        """Read them anew."""
        self._desk.session.read(self, runs_to_undo, self._show)

    def _show(self, runs: Sequence[ExportRun]) -> None:
        self.runs.clear()
        for run in runs:
            at = QDateTime.fromString(run.at, Qt.DateFormat.ISODate).toLocalTime()
            where = self.tr("beside the photos") if run.target == "sidecar" else self.tr("in the photos")
            files = self.tr("%n file(s)", "", run.files)
            self.runs.addItem(f"{short_moment(at)}: {files}, {where}", run.run_id)
        self.setVisible(bool(runs))
        self.came.emit()
