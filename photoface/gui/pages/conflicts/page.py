"""Decisions that contradict one another: both sides are kept, and nothing is settled but by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.session import Ticket
from photoface.gui.pages.conflicts.card import ClashCard
from photoface.gui.pages.page import Page
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.ledger.conflicts import Clash, Way, conflicts, settle
from photoface.services.outcome import Outcome

_SHOWN = 50
"""Cards at once; those that are settled make room."""


class ConflictsPage(Page):
    """In the sidebar while there are any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Contradictions"))
        nothing = self.tr("No decisions contradict one another.")
        self.empty = EmptyState("yes", self.tr("All decisions fit together"), nothing)
        self.cards: list[ClashCard] = []
        self._column = QVBoxLayout()
        self._scroll = QScrollArea()
        self._reading = Ticket(self)
        self._deciding = False
        self._build()

    def refresh(self) -> None:
        if self._deciding:  # what is read before it is stored would be offered again
            return
        self._reading.cancel()
        self._reading = self.desk.session.read(self, conflicts, self._show)

    def take(self, way: Way) -> None:
        """One way out, if it still is one."""
        for card in self.cards:
            card.setEnabled(False)  # until it is known what is left
        self._deciding = True
        self._reading.cancel()
        self.desk.session.decide(self, lambda library: settle(library, way.key), self._settled, self._refused)

    def _settled(self, outcome: Outcome) -> None:
        self._deciding = False
        if outcome.operation_id is None:  # nothing has changed, so nobody else tells what is left
            self.refresh()

    def _refused(self, error: Exception) -> None:
        self._deciding = False
        self.desk.session.report(error)
        self.refresh()

    def _show(self, found: Sequence[Clash]) -> None:
        self._clear()
        self.cards = [ClashCard(clash, self.desk.images) for clash in found[:_SHOWN]]
        for card in self.cards:
            card.chosen.connect(self.take)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.note.setText(self.tr("Both sides are kept until you say what is right.") if found else "")
        self._scroll.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _clear(self) -> None:
        self.cards = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setMaximumWidth(1100)
        self._column.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, 5 * SPACE)
        self._column.setSpacing(4 * SPACE)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Contradictions"))
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.empty, 1)
