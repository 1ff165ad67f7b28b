"""Which models: a choice in plain words, the whole sentence of each to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.services.packs.models import PackState


def tr(text: str) -> str:
    return QCoreApplication.translate("PackChoice", text)


class PackChoice(QWidget):
    """One of the packs, the first at the beginning. ``changed`` when it is another."""

    changed = Signal()

    def __init__(self, packs: Sequence[PackState], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs = packs
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for at, pack in enumerate(packs):
            button = QRadioButton(plainly(pack).replace("&", "&&"))
            self._group.addButton(button, at)
            column.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda _at, on: self.changed.emit() if on else None)

    @property
    def pack(self) -> PackState:
        """The one that is chosen."""
        return self._packs[self._group.checkedId()]

    @property
    def wanted(self) -> str | None:
        """Its name; None for the first, in whose place the next best is taken where it cannot be reached."""
        return self.pack.pack.name if self._group.checkedId() else None


def plainly(pack: PackState) -> str:
    """What a pack is good for; of one that is not ours, what the catalogue says."""
    said = {
        "best": tr("The best: fewest errors, twice the time for each face"),
        "standard": tr("Standard: few errors"),
        "standard-int8": tr("Fast: as standard, in little more than half the time"),
        "basic": tr("Basic: more errors, but reachable wherever Python packages are"),
    }
    return said.get(pack.pack.name) or f"{pack.pack.name}: {worded(pack.pack.title)}"
