"""The window: sidebar, pages, status bar, toasts. It only shows places; everything else is in pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from photoface.config.paths import library_folder
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.memory import Memory
from photoface.gui.core.places import Place
from photoface.gui.core.settings import Preferences, WindowSettings
from photoface.gui.pages.page import Page
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.banner import Banner
from photoface.gui.widgets.index_status import IndexStatus
from photoface.gui.widgets.sidebar import Sidebar
from photoface.gui.widgets.toast import Toast

_NARROW = 1000
_LEAST, _USUAL = (560, 380), (1280, 840)
_SHARE = 0.95
"""Of the screen, at most, at the first start: the system draws a frame around the window."""


class MainWindow(QMainWindow):
    """Pages by name; those with a title are in the sidebar, in the order they were added.

    index_wanted: folders, from outside; library_wanted: a folder, to open that library instead; reopen_wanted: this
    library anew, first put back to a snapshot of this name if there is one.
    """

    closed = Signal()
    index_wanted = Signal(object)
    library_wanted = Signal(object)
    reopen_wanted = Signal(str)

    def __init__(self, desk: Desk, settings: WindowSettings) -> None:
        super().__init__()
        self.desk, self.settings = desk, settings
        self.preferences = Preferences(settings, self)
        self.setWindowTitle("photoface")
        self.setWindowIcon(icon("photoface"))
        self.pages: dict[str, Page] = {}
        self._around: list[QWidget] = []
        self._stack, self.sidebar = QStackedWidget(), Sidebar()
        self.banner = Banner(desk)
        self._memory = Memory(self)
        self._here: Place | None = None
        self._build()
        self.toast = Toast(self._stack)
        self.index_status = IndexStatus(desk.indexer)
        self.statusBar().addWidget(self.index_status, 1)
        self.sidebar.chosen.connect(self._choose)
        self.sidebar.left.connect(self.focus_page)
        desk.places.moved.connect(self._show)
        desk.notices.told.connect(self.toast.tell)
        desk.session.failed.connect(self.tell_error)
        self.preferences.failed.connect(self.tell_error)
        self._restore_geometry()

    def add_page(self, name: str, page: Page, title: str = "", icon_name: str = "") -> None:
        """A page; with a title it is in the sidebar."""
        self.pages[name] = page
        self._stack.addWidget(page)
        if page.foot is not None:
            self.toast.avoid(page.foot)
        if title:
            self.sidebar.add(name, title, icon_name)

    def sidebar_names(self) -> list[str]:
        """The pages of the sidebar, from top to bottom."""
        return self.sidebar.names()

    def title_of(self, name: str) -> str:
        """What the sidebar calls a page."""
        return self.sidebar.title_of(name)

    def show_sidebar(self, shown: bool) -> None:
        """Before there is a library there is nowhere to go."""
        self.sidebar.setVisible(shown)
        self.statusBar().setVisible(shown)

    def show_library(self, folder: Path) -> None:
        """Tell in the title which library it is, where it is not the usual one."""
        usual = folder == library_folder()
        self.setWindowTitle("photoface" if usual else f"{folder.name} – photoface")

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong."""
        self.toast.tell(sentence_of(error), False)

    def come_to_front(self) -> None:
        """Be seen, from behind other windows or minimised."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def focus_page(self) -> None:
        """Give the keyboard to the page: to its list of tiles or rows if it has one."""
        if self._here is None:
            return
        page = self.pages[self._here.page]
        lists = [each for each in page.findChildren(QAbstractItemView) if each.isVisible()]
        (lists[0] if lists else page).setFocus()

    def switch_side(self) -> None:
        """From the sidebar to the page and back, by keyboard."""
        if self.sidebar.hasFocus() or not self.sidebar.isVisible():
            self.focus_page()
        else:
            self.sidebar.setFocus()

    def show_full(self, full: bool) -> None:
        """The whole screen, or a window again; a page that can shows itself bare then, without anything around."""
        page = self._stack.currentWidget()
        bare = isinstance(page, Page) and page.show_bare(full) and full
        if bare:
            self._around = [w for w in (self.sidebar, self.menuBar(), self.statusBar()) if w.isVisible()]
        for widget in self._around:
            widget.setVisible(not bare)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while indexing is safe: what is done is stored, the rest is done next time."""
        self.settings.remember("geometry", self.saveGeometry())
        if self._here is not None and self._here.page in self.sidebar_names():
            self.settings.remember("page", self._here.page)
        for dialog in self.findChildren(QDialog):
            dialog.close()  # what runs in it stops
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_narrow(self.width() < _NARROW)

    def _build(self) -> None:
        self._stack.setMinimumSize(*_LEAST)  # else the widest of all pages would decide
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)

    def _restore_geometry(self) -> None:
        self.resize(QSize(*_USUAL).boundedTo(self.screen().availableSize() * _SHARE))
        geometry = self.settings.geometry("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _choose(self, name: str) -> None:
        here = self.desk.places.here  # None before the library is open: there is nowhere to go
        if here is not None and name not in (here.page, self.pages[here.page].home):
            self.desk.places.go(Place(name))

    def _show(self, place: Place) -> None:
        page = self.pages[place.page]
        if self._here is not None:
            self._memory.leave(self._here, self.pages[self._here.page])
        come = place != self._here
        self._here = place
        page.show_subject(place.subject)
        self._stack.setCurrentWidget(page)
        page.enter()
        self.sidebar.mark(page.home or place.page)
        if come:
            self._memory.come_back(place, page)
