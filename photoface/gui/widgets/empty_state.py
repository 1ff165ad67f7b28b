"""What a page shows when there is nothing to show: a sentence that says why, and the one thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE

_ICON, _SMALL_ICON = 56, 24
_WIDTH = 480


class EmptyState(QWidget):
    """icon_name, title, sentence; with ``offer`` a primary button that runs an action. kind: how large the title is."""

    def __init__(
        self, icon_name: str, title: str, sentence: str, parent: QWidget | None = None, *, kind: str = "title"
    ) -> None:
        super().__init__(parent)
        self._pictures: list[tuple[QLabel, str, int]] = []
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.setSpacing(3 * SPACE)
        self._title, self._sentence = QLabel(title), QLabel(sentence)
        self._title.setProperty("kind", kind)
        self._sentence.setProperty("kind", "lead")
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(_WIDTH)
        for label in (self._title, self._sentence):  # names and paths may be in it
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._fit()
        for label in (self._picture(icon_name, _ICON), self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, title: str, sentence: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._fit()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def offer(self, text: str, run: Callable[[], object], *, primary: bool = True) -> QPushButton:
        """A button below."""
        button = QPushButton(text)
        button.setProperty("kind", "primary" if primary else "quiet")
        button.clicked.connect(lambda _checked: run())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def add(self, widget: QWidget) -> None:
        """Something else below."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def add_space(self, pixels: int) -> None:
        """Air below."""
        self._column.addSpacing(pixels)

    def promise(self, promises: Sequence[tuple[str, str]], width: int) -> None:
        """Side by side below, an icon over a sentence each; width: of them together."""
        columns = QWidget()
        columns.setFixedWidth(width)
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 5 * SPACE, 0, 0)
        row.setSpacing(6 * SPACE)
        for icon_name, text in promises:
            column = QVBoxLayout()
            column.setSpacing(2 * SPACE)
            sentence = QLabel(text)
            sentence.setWordWrap(True)
            for label in (self._picture(icon_name, _SMALL_ICON), sentence):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
                column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
        self._column.addWidget(columns, 0, Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Icons are drawn in the colours of the moment: with other colours they are drawn anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for label, name, side in self._pictures:
                label.setPixmap(icon(name).pixmap(side, side))

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet's type sizes count from now on."""
        super().showEvent(event)
        self._fit()

    def _picture(self, icon_name: str, side: int) -> QLabel:
        label = QLabel()
        label.setPixmap(icon(icon_name).pixmap(side, side))
        self._pictures.append((label, icon_name, side))
        return label

    def _fit(self) -> None:
        # Aligned in a layout, a label that wraps is not asked how high it gets.
        self._sentence.ensurePolished()
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(_WIDTH)))
