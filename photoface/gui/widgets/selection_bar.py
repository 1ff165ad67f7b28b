"""What can be done with the selected faces, each button saying to how many: nothing changes more than it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.flow import FlowLayout
from photoface.gui.widgets.name_field import NameField

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """One button: its sentence, what it does, and its kind (primary, quiet, danger)."""

    text: str
    run: Run
    kind: str = "quiet"


class SelectionBar(QFrame):
    """Hidden while nothing is selected. ``who`` is the field for "somebody else"; ``aside`` may take more widgets."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._count = QLabel()
        self._count.setProperty("kind", "strong")
        self.who = NameField(desk)
        self.who.setMinimumWidth(140)
        self.who.setMaximumWidth(240)
        self.aside = QHBoxLayout()
        self._upper, self._row = QHBoxLayout(), FlowLayout(2 * SPACE)
        self._build()
        self._buttons: list[QPushButton] = []
        self.hide()

    def _build(self) -> None:
        self._upper.addWidget(self._count)
        self._upper.addLayout(self.aside, 1)
        self._upper.addWidget(self.who)
        self._upper.setSpacing(2 * SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.addLayout(self._upper)
        column.addLayout(self._row)

    def offer(self, count: int, offers: Sequence[Offer], ask_who: str) -> None:
        """Show these buttons for ``count`` faces; without any the bar goes. ask_who: what the name field asks."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # it is drawn until it is deleted
            button.deleteLater()
        self._buttons = [self._button(each) for each in offers] if count else []
        self._count.setText(QCoreApplication.translate("SelectionBar", "%n selected", None, count))
        self.who.setPlaceholderText(ask_who)
        self.who.setVisible(bool(ask_who))
        self.who.clear()
        self.setVisible(bool(count))

    def texts(self) -> list[str]:
        """The sentences on the buttons."""
        return [button.text() for button in self._buttons]

    def press(self, text: str) -> None:
        """Press the button of that sentence."""
        next(button for button in self._buttons if button.text() == text).click()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text.replace("&", "&&"))
        button.setProperty("kind", offer.kind)
        button.clicked.connect(lambda _checked: offer.run())
        self._row.addWidget(button)
        return button
