"""What all pages have in common: a header, a subject, and knowing whether what they show is still true."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel


class Page(QWidget):
    """A page fills ``body``. It overrides ``show_subject`` or ``refresh``.

    touched: what makes it stale; home: the page of the sidebar it belongs to, where it always belongs to one;
    foot: what stands at its bottom and must not be covered.
    """

    touched = Touched.FACES | Touched.PHOTOS
    home = ""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(title)
        self.title.setProperty("kind", "display")
        self.note = QLabel("")
        self.note.setProperty("kind", "note")
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)  # names and paths are in them
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2 * SPACE)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._header())
        self.foot: QWidget | None = None
        self._stale = True
        desk.session.changed.connect(self._hear)

    def show_subject(self, subject: object) -> None:
        """The page is gone to; show this. Called before it is seen; pages without subjects need not override it."""

    def refresh(self) -> None:
        """Read anew what is shown; the present rows stay until the new ones are there."""

    def enter(self) -> None:
        """The page is seen from now on."""
        if self._stale:
            self._stale = False
            self.refresh()

    def invalidate(self) -> None:
        """What is shown is no longer true: refresh now if seen, else when it is."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def take_focus(self, widget: QWidget) -> None:
        """The keyboard goes there if the page is seen: what is read late must not take it away from another page."""
        if self.isVisible():
            widget.setFocus()

    def show_bare(self, bare: bool) -> bool:
        """Show only what matters, for a full screen, or everything again; False: this page has no such view."""
        return False

    def tool_button(self, action: QAction, *, text: bool = False) -> QToolButton:
        """A quiet button for an action, for the header; with its text where a picture alone would be a riddle."""
        button = QToolButton()
        button.setDefaultAction(action)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "quiet")
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 3 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        row.addLayout(self.tools)
        return row

    def _hear(self, change: Change) -> None:
        if change.touched & self.touched:
            self.invalidate()
