"""What all pages of the settings have in common: sections with a heading, a sentence, and widgets below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from photoface.gui.theme.tokens import SPACE


class SettingsPage(QWidget):
    """leave_wanted: the dialog is to be closed, for the window changes below it."""

    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        self.column.setSpacing(2 * SPACE)

    def section(self, title: str, sentence: str = "") -> None:
        """A heading, and what it is about."""
        if self.column.count():
            self.column.addSpacing(4 * SPACE)
        heading = QLabel(title)
        heading.setProperty("kind", "strong")
        self.column.addWidget(heading)
        if sentence:
            self.column.addWidget(note(sentence))

    def row(self, *widgets: QWidget) -> None:
        """Widgets side by side, at the leading end."""
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        self.column.addLayout(line)


def note(sentence: str) -> QLabel:
    """A quiet sentence that wraps."""
    label = QLabel(sentence)
    label.setProperty("kind", "note")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout and delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()  # it is drawn until it is deleted
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
