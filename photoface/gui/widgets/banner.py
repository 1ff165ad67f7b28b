"""A quiet bar over the page: one sentence, one thing to do about it, and a way to be rid of it.

Where it asks for a name, the field is in it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.named import Named
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField
from photoface.gui.widgets.picture import Picture

_SIDE, _FIELD = 48, 220


class Banner(QFrame):
    """One at a time. ``about`` tells which it is; closing it keeps that one away until the next start."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.about = ""
        self._closed: set[str] = set()
        self._run: Callable[[], object] = lambda: None
        self._taker: Callable[[Named], object] = lambda _who: None
        self._picture = Picture(desk.images, _SIDE)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.who = NameField(desk)
        self.who.setMinimumWidth(_FIELD)
        self.who.chosen.connect(self._take)
        self.button = QPushButton()
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
        for widget in (self._picture, self._text, self.who, self.button, self.close_button):
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
        self._show_as("primary", asks=False)

    def ask(
        self,
        about: str,
        text: str,
        take: Callable[[Named], object],
        look: tuple[str, Callable[[], object]],
        picture: PictureKey | None = None,
    ) -> None:
        """Ask for a name, the cursor in the field unless somebody is writing elsewhere; ``look`` is for who wonders."""
        if about in self._closed:
            return
        came = self.about != about
        self.offer(about, text, *look, picture)
        self._taker = take
        self._show_as("quiet", asks=True)
        self.who.setAccessibleName(text)
        if came and not _somebody_writes():
            self.who.setFocus()

    @property
    def being_written(self) -> bool:
        """A name is half typed: what it is about must not change."""
        return self.who.isVisible() and bool(self.who.text())

    def withdraw(self, about: str) -> None:
        """It is true no longer."""
        if self.about == about:
            self.about = ""
            self.who.clear()
            self.hide()

    def refuse(self) -> None:
        """The user does not want it now."""
        self._closed.add(self.about)
        self.withdraw(self.about)

    def _take(self, who: Named) -> None:
        self._taker(who)

    def _show_as(self, kind: str, *, asks: bool) -> None:
        self.who.setVisible(asks)
        self.button.setProperty("kind", kind)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
        self.show()


def _somebody_writes() -> bool:
    """Whoever is in the middle of a word or a dialog keeps the keyboard."""
    at = QApplication.focusWidget()
    return QApplication.activeModalWidget() is not None or (isinstance(at, QLineEdit) and bool(at.text()))
