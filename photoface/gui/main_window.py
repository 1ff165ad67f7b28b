"""The window: sidebar, pages, status bar. It only shows places; everything else is in pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMainWindow, QStackedWidget, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.pages.page import Page
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE


class MainWindow(QMainWindow):
    """pages: by name; those with an icon are in the sidebar, in this order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle(self.tr("photoface"))
        self.setWindowIcon(icon("photoface"))
        self.resize(1280, 840)
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._sidebar = QListView()
        self._places = QStandardItemModel(self._sidebar)
        self._build()
        desk.places.moved.connect(self._show)

    def add_page(self, name: str, page: Page, title: str = "", icon_name: str = "") -> None:
        """A page; with a title it is in the sidebar."""
        self._pages[name] = page
        self._stack.addWidget(page)
        if title:
            item = QStandardItem(icon(icon_name), title)
            item.setData(name, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            self._places.appendRow(item)

    def page(self, name: str) -> Page:
        """The page of that name."""
        return self._pages[name]

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
        self.statusBar().setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)

    def _choose(self, current: object) -> None:
        name = current.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
        here = self.desk.places.here
        if name and (here is None or here.page != name):
            self.desk.places.go(Place(name))

    def _show(self, place: Place) -> None:
        page = self._pages[place.page]
        page.show_subject(place.subject)
        self._stack.setCurrentWidget(page)
        page.enter()
        self._mark(place.page)

    def _mark(self, name: str) -> None:
        for row in range(self._places.rowCount()):
            if self._places.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self._sidebar.setCurrentIndex(self._places.index(row, 0))
