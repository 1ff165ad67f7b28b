"""All decisions, the latest first; beside them what taking the chosen one back would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView

from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.session import Ticket
from photoface.gui.models.history_model import HistoryModel
from photoface.gui.models.roles import Role
from photoface.gui.pages.history.preview import StepPreview
from photoface.gui.pages.page import Page
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.line_delegate import LineDelegate
from photoface.services.ledger.history import Step, preview_undo, step
from photoface.services.ledger.undoing import undo
from photoface.services.library import Library
from photoface.store.operations import Operation

_SHOWN = 2000


class HistoryPage(Page):
    """Undoing from here is a decision like any other, and can be done again."""

    touched = Touched.HISTORY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("History"))
        self.model = HistoryModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Decisions, the latest first"))
        self.preview = StepPreview(desk)
        self._listing, self._reading, self._rehearsing = Ticket(self), Ticket(self), Ticket(self)
        self.empty = EmptyState(
            "history",
            self.tr("Nothing decided yet"),
            self.tr("Names and corrections are listed here, to be undone."),
        )
        row = QHBoxLayout()
        row.setContentsMargins(5 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        row.setSpacing(5 * SPACE)
        row.addWidget(self.list, 3)
        row.addWidget(self.preview, 2)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.empty, 1)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.preview.undo.connect(self.undo)
        command = Command("history.undo", self.tr("History"), self.tr("Undo the chosen decision"), ("U",), "undo")
        desk.actions.add(self.list, command, self.undo)

    def refresh(self) -> None:
        self._listing.cancel()  # two readers may overtake one another
        self._listing = self.desk.session.read(self, lambda library: library.journal.history(_SHOWN), self._show)

    def undo(self) -> None:
        """Take back the chosen decision, if nothing later stands on it."""
        chosen = self.list.currentIndex().data(Role.KEY)
        if chosen is not None:

            def work(library: Library) -> Operation:
                return undo(library, int(chosen))

            self.desk.session.write(self, work, self._undone)

    def _undone(self, operation: Operation) -> None:
        self.desk.notices.tell(self.tr("Undone: {what}").format(what=worded(operation.summary)))

    def _show(self, operations: Sequence[Operation]) -> None:
        chosen = self.list.currentIndex().data(Role.KEY)
        self.model.show(operations)
        for widget, shown in ((self.list, operations), (self.preview, operations), (self.empty, not operations)):
            widget.setVisible(bool(shown))
        row = self.model.row_of(chosen) if chosen is not None else None
        if operations:
            self.list.setCurrentIndex(self.model.index(row or 0))
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        number = index.data(Role.KEY)
        if number is not None:
            for ticket in (self._reading, self._rehearsing):  # who runs through the list waits for the last one only
                ticket.cancel()
            self._reading = self.desk.session.read(self, lambda library: step(library, int(number)), self._preview)

    def _preview(self, found: Step) -> None:
        self.preview.show_step(found)
        if found.operation.state == "done":
            number = found.operation.operation_id
            self._rehearsing = self.desk.session.rehearse(
                self, lambda library: preview_undo(library, number), self.preview.show_undoing
            )
