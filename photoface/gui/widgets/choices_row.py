"""Faces or people to choose one of: a picture each, with a button below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.images import Images, PictureKey
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.flow import FlowLayout
from photoface.gui.widgets.picture import Picture

Choice = tuple[int, int | None, str]
"""The number that is emitted, the face or photo that is shown, what the button says."""


class ChoicesRow(QWidget):
    """``chosen`` with the number of a choice. kind: of the pictures."""

    chosen = Signal(int)

    def __init__(
        self, images: Images, side: int, kind: Literal["photo", "face"] = "face", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._images, self._side = images, side
        self._kind: Literal["photo", "face"] = kind
        self._flow = FlowLayout(2 * SPACE, leading=True)
        self.setLayout(self._flow)
        self.buttons: list[QPushButton] = []
        self._cells: list[QWidget] = []

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """These instead of what was shown."""
        for cell in self._cells:
            self._flow.removeWidget(cell)
            cell.hide()  # it is drawn until it is deleted
            cell.deleteLater()
        self.buttons = []
        self._cells = [self._cell(*choice) for choice in choices]
        for cell in self._cells:
            self._flow.addWidget(cell)

    def _cell(self, number: int, face_id: int | None, text: str) -> QWidget:
        cell, picture, button = QWidget(), Picture(self._images, self._side), QPushButton(text.replace("&", "&&"))
        picture.show_key(None if face_id is None else PictureKey(self._kind, face_id))
        button.clicked.connect(lambda _checked: self.chosen.emit(number))
        self.buttons.append(button)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(picture)
        column.addWidget(button)
        return cell
