"""What the dialogs of the house have in common: a title, a sentence, a body, a row of buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from photoface.gui.theme.tokens import SPACE


class Sheet(QDialog):
    """A subclass fills ``body``; its buttons come below, the one that does it last."""

    def __init__(self, title: str, parent: QWidget | None = None, width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.title = plain_label(title, "title")
        self.lead = plain_label("", "")
        self.lead.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * SPACE)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2 * SPACE)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def say(self, text: str) -> None:
        """The sentence below the title."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Grow until everything is seen; never shrink while somebody looks."""
        fit(self)

    def add_button(self, text: str, run: Callable[[], object], kind: str = "") -> QPushButton:
        """A button at the end of the row; a primary one is what Enter presses."""
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        button.clicked.connect(lambda _checked: run())
        self.buttons.addWidget(button)
        return button


def fit(dialog: QDialog) -> None:
    """Make a dialog as high as its lines need once they are wrapped."""
    dialog.ensurePolished()
    layout, width = dialog.layout(), max(dialog.width(), dialog.minimumWidth())
    if layout is not None:
        layout.activate()
        dialog.resize(width, max(dialog.height(), layout.totalHeightForWidth(width), layout.totalSizeHint().height()))


def column_of(*parts: QWidget | QLayout) -> QWidget:
    """Widgets and rows below one another, to be shown and hidden as one."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * SPACE)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return whole


def plain_label(text: str, kind: str) -> QLabel:
    """A label that wraps and takes no text for a format: names and paths are others' input."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
