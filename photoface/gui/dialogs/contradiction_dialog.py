"""Before a decision that contradicts earlier ones: both sides, and the choice. Closing it decides nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photoface.gui.core.doubtful import Doubtful
from photoface.gui.core.images import Images
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.pages.conflicts.card import ForetoldCard
from photoface.gui.theme.tokens import SPACE
from photoface.services.ledger.conflicts import Way

_WIDTH, _HIGHEST = 760, 470


class ContradictionDialog(Sheet):
    """Calls exactly one of what the decision waits for, when it is closed."""

    def __init__(self, doubtful: Doubtful, images: Images, parent: QWidget | None = None) -> None:
        super().__init__("", parent, _WIDTH)
        told = doubtful.told
        self._doubtful = doubtful
        self._settled = False
        title = self.tr("This contradicts what was decided before")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.say(self.tr("Nothing has been changed yet, and no word of yours is lost. What is right?"))
        made_by = told.outcome.operation_id
        self.cards = [ForetoldCard(clash, told.ways, images, made_by) for clash in told.clashes]
        for card in self.cards:
            card.chosen.connect(self._make)
        self.body.addWidget(self._scrolled(told.count - len(told.clashes)), 1)
        self.anyway = self.add_button(self.tr("Do it &anyway, keep both"), lambda: self._make(None))
        self.leave = self.add_button(self.tr("&Leave it"), self.reject, "primary")
        self.finished.connect(self._closed)

    def _make(self, way: Way | None) -> None:
        self._settled = True
        self.accept()
        self._doubtful.make(way)

    def _closed(self, _result: int) -> None:
        if not self._settled:
            self._settled = True
            self._doubtful.leave()

    @property
    def ways(self) -> dict[str, QPushButton]:
        """The buttons of what settles it first, by the keys of the ways."""
        return {key: button for card in self.cards for key, button in card.buttons.ways.items()}

    def _scrolled(self, more: int) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        for card in self.cards:
            column.addWidget(card)
        if more > 0:
            column.addWidget(plain_label(self.tr("and %n more contradiction(s)", "", more), "note"))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Both sides"))
        scroll.setMinimumHeight(min(inner.sizeHint().height(), _HIGHEST))
        return scroll
