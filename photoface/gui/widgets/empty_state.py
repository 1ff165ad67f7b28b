"""What a page shows when there is nothing to show: a sentence that says why, and the one thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE

_ICON = 56
_WIDTH = 480


class EmptyState(QWidget):
    """icon_name, title, sentence; with ``offer`` a primary button that runs an action."""

    def __init__(self, icon_name: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.setSpacing(3 * SPACE)
        picture = QLabel()
        picture.setPixmap(icon(icon_name).pixmap(_ICON, _ICON))
        self._title, self._sentence = QLabel(title), QLabel(sentence)
        self._title.setProperty("kind", "title")
        self._sentence.setProperty("kind", "lead")
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(_WIDTH)
        self._fit()
        for label in (picture, self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, title: str, sentence: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._fit()

    def _fit(self) -> None:
        # Aligned in a layout, a label that wraps is not asked how high it gets.
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_WIDTH))

    def offer(self, text: str, run: Callable[[], object], *, primary: bool = True) -> QPushButton:
        """A button below."""
        button = QPushButton(text)
        button.setProperty("kind", "primary" if primary else "quiet")
        button.clicked.connect(lambda _checked: run())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def promise(self, promises: Sequence[tuple[str, str]]) -> None:
        """Rows of an icon and a sentence below."""
        for icon_name, text in promises:
            row = QHBoxLayout()
            picture, label = QLabel(), QLabel(text)
            picture.setPixmap(icon(icon_name).pixmap(20, 20))
            row.addStretch(1)
            row.addWidget(picture)
            row.addWidget(label)
            row.addStretch(1)
            self._column.addLayout(row)
