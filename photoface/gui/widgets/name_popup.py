"""A name field that appears where a tile is, to name somebody in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField

_WIDTH = 220


class NamePopup(QFrame):
    """``named`` with the Named; Escape closes it. ``over`` has the tiles and gets the focus back.

    It is a child of the page, for keys that mean something to tiles mean something else to a name.
    """

    named = Signal(object)

    def __init__(self, desk: Desk, over: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._over, self._page = over, page
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self.field = NameField(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.addWidget(self.field)
        self.setFixedWidth(_WIDTH)
        self.field.chosen.connect(self._take)
        self.hide()

    def ask(self, tile: QRect, text: str, hint: str) -> None:
        """Below the tile (in the pixels of what it lies over); text: the name so far; hint: what is asked."""
        over = self._over
        self.field.setText(text)
        self.field.selectAll()
        self.field.setPlaceholderText(hint)
        self.adjustSize()
        left = min(max(tile.center().x() - _WIDTH // 2, SPACE), over.width() - _WIDTH - SPACE)
        top = min(tile.bottom() - 2 * SPACE, over.height() - self.height() - SPACE)
        self.move(over.mapTo(self._page, QPoint(left, top)))
        self.show()
        self.raise_()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def close_up(self) -> None:
        """Without a name."""
        self.hide()
        self._over.setFocus()

    def _take(self, who: Named) -> None:
        self.close_up()
        self.named.emit(who)
