"""A line of text that is cut with an ellipsis where there is no room; the whole is in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget

LONGEST = 32
"""Letters of a name in a sentence on a button."""


class ElidedLabel(QLabel):
    """Plain text on one line, never wider than its place."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, super().sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        flags = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | (
            Qt.AlignmentFlag.AlignVCenter
        )
        self.style().drawItemText(
            painter, self.rect(), flags, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )


def short(name: str, longest: int = LONGEST) -> str:
    """A name for a sentence on a button, which must not make the window wider than the screen."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
