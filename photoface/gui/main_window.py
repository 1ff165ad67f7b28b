"""The window: sidebar, pages, status bar, toasts. It only shows places; everything else is in pages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QCloseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMainWindow, QStackedWidget, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.pages.page import Page
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.index_status import IndexStatus
from photoface.gui.widgets.toast import Toast

_NAME = Qt.ItemDataRole.UserRole


class MainWindow(QMainWindow):
    """Pages by name; those with a title are in the sidebar, in the order they were added."""

    def __init__(self, desk: Desk, settings: WindowSettings) -> None:
        super().__init__()
        self.desk = desk
        self._settings = settings
        self.setWindowTitle("photoface")
        self.setWindowIcon(icon("photoface"))
        self.pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._sidebar = QListView()
        self._places = QStandardItemModel(self._sidebar)
        self._build()
        self.toast = Toast(self._stack)
        self.index_status = IndexStatus(desk.indexer)
        self.statusBar().addWidget(self.index_status, 1)
        desk.places.moved.connect(self._show)
        desk.notices.told.connect(self.toast.tell)
        desk.session.failed.connect(lambda error: self.toast.tell(str(error), False))
        self._restore_geometry()

    def add_page(self, name: str, page: Page, title: str = "", icon_name: str = "") -> None:
        """A page; with a title it is in the sidebar."""
        self.pages[name] = page
        self._stack.addWidget(page)
        if title:
            item = QStandardItem(icon(icon_name), title)
            item.setData(name, _NAME)
            item.setEditable(False)
            self._places.appendRow(item)

    def sidebar_names(self) -> list[str]:
        """The pages of the sidebar, from top to bottom."""
        return [self._places.item(row).data(_NAME) for row in range(self._places.rowCount())]

    def title_of(self, name: str) -> str:
        """What the sidebar calls a page."""
        return self._places.item(self.sidebar_names().index(name)).text()

    def show_sidebar(self, shown: bool) -> None:
        """Before there is a library there is nowhere to go."""
        self._sidebar.setVisible(shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while indexing is safe: what is done is stored, the rest is done next time."""
        self._settings.remember("geometry", self.saveGeometry())
        event.accept()

    def _build(self) -> None:
        self._sidebar.setProperty("kind", "sidebar")
        self._sidebar.setModel(self._places)
        self._sidebar.setIconSize(QSize(20, 20))
        self._sidebar.setFixedWidth(184)
        self._sidebar.setFrameShape(QFrame.Shape.NoFrame)
        self._sidebar.setAccessibleName(self.tr("Pages"))
        self._sidebar.selectionModel().currentChanged.connect(self._choose)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)

    def _restore_geometry(self) -> None:
        self.resize(1280, 840)
        geometry = self._settings.geometry("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _choose(self, current: QModelIndex) -> None:
        name, here = current.data(_NAME), self.desk.places.here
        if name and here is not None and here.page != name:  # before the library is open there is nowhere to go
            self.desk.places.go(Place(name))

    def _show(self, place: Place) -> None:
        page = self.pages[place.page]
        page.show_subject(place.subject)
        self._stack.setCurrentWidget(page)
        page.enter()
        self._mark(place.page)

    def _mark(self, name: str) -> None:
        for row in range(self._places.rowCount()):
            if self._places.item(row).data(_NAME) == name:
                self._sidebar.setCurrentIndex(self._places.index(row, 0))
