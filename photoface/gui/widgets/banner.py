"""A quiet bar over the page: one sentence, one thing to do about it, and a way to be rid of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from photoface.gui.core.images import Images, PictureKey
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.picture import Picture

_SIDE = 48


class Banner(QFrame):
    """One at a time. ``about`` tells which it is; closing it keeps that one away until the next start."""

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.about = ""
        self._closed: set[str] = set()
        self._run: Callable[[], object] = lambda: None
        self._picture = Picture(images, _SIDE)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(lambda _checked: self._run())
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setIcon(icon("no"))
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setToolTip(self.tr("Not now"))
        self.close_button.setAccessibleName(self.tr("Not now"))
        self.close_button.clicked.connect(self.refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        row.setSpacing(3 * SPACE)
        for widget in (self._picture, self._text, self.button, self.close_button):
            row.addWidget(widget)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._text.text()

    def offer(
        self, about: str, text: str, button: str, run: Callable[[], object], picture: PictureKey | None = None
    ) -> None:
        """Show this one, unless it was closed before."""
        if about in self._closed:
            return
        self.about, self._run = about, run
        self._text.setText(text)
        self.button.setText(button)
        self._picture.show_key(picture)
        self._picture.setVisible(picture is not None)
        self.show()

    def withdraw(self, about: str) -> None:
        """It is true no longer."""
        if self.about == about:
            self.about = ""
            self.hide()

    def refuse(self) -> None:
        """The user does not want it now."""
        self._closed.add(self.about)
        self.withdraw(self.about)
