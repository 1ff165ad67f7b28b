"""What can be done with the selected faces, each button saying to how many: nothing changes more than it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """One button: its sentence, what it does, and its kind (primary, quiet, danger)."""

    text: str
    run: Run
    kind: str = "quiet"


class SelectionBar(QFrame):
    """Hidden while nothing is selected. ``who`` is the field for "somebody else"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self._row.setSpacing(2 * SPACE)
        self._count = QLabel()
        self._count.setProperty("kind", "strong")
        self.who = NameField(desk)
        self.who.setMaximumWidth(220)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        self._row.addWidget(self.who)
        self._buttons: list[QPushButton] = []
        self.hide()

    def offer(self, count: int, offers: list[Offer], ask_who: str) -> None:
        """Show these buttons for ``count`` faces; without any the bar goes. ask_who: what the name field asks."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(each) for each in offers] if count else []
        self._count.setText(QCoreApplication.translate("SelectionBar", "%n selected", None, count))
        self.who.setPlaceholderText(ask_who)
        self.who.clear()
        self.setVisible(bool(count))

    def texts(self) -> list[str]:
        """The sentences on the buttons."""
        return [button.text() for button in self._buttons]

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text)
        button.setProperty("kind", offer.kind)
        button.clicked.connect(lambda _checked: offer.run())
        self._row.addWidget(button)
        return button
