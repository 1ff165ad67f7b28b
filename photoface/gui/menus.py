"""The menu bar, made of the registered commands: those of pages appear by their names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from photoface.gui.core.actions import Actions
from photoface.gui.libraries import Libraries
from photoface.gui.main_window import MainWindow

_PEOPLE = ("people.", "person.", "group.")
_FACES = ("face.",)
_TOOLS = ("tools.", "review.", "doubts.", "check.", "sweep.", "photos.", "photo.", "search.", "album.", "albums.")


def tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def add_menus(window: MainWindow, actions: Actions, libraries: Libraries) -> None:
    """File, Edit, People, View, Tools, Help."""
    recent = QMenu(tr("Recent libraries"), window)
    recent.aboutToShow.connect(lambda: libraries.list_recent(recent))
    pages = [f"go {name}" for name in window.sidebar_names()]
    names = ("names in", "names out", "names to settle")
    library = ("new library", "open library", recent)
    menus: tuple[tuple[str, Iterable[str | QMenu]], ...] = (
        (tr("&File"), ("add folder", "rescan", "-", *names, "-", *library, "-", "quit")),
        (tr("&Edit"), ("undo", "redo", "-", *actions.named(*_FACES), "-", "settings")),
        (tr("&People"), actions.named(*_PEOPLE)),
        (tr("&View"), ("back", "forward", "-", *pages, "-", "side", "full screen")),
        (tr("&Tools"), (*actions.named(*_TOOLS), "conflicts", "-", "models")),
        (tr("&Help"), ("shortcuts", "about")),
    )
    for title, entries in menus:
        menu = QMenu(title, window)
        _fill(menu, window, actions, entries)
        if not menu.isEmpty():
            window.menuBar().addMenu(menu)


def _fill(menu: QMenu, window: MainWindow, actions: Actions, entries: Iterable[str | QMenu]) -> None:
    for entry in entries:
        if isinstance(entry, QMenu):
            menu.addMenu(entry)
        elif entry == "-":
            menu.addSeparator()
        elif actions.get(entry).parent() is window:
            menu.addAction(actions.get(entry))
        else:
            _Stand(actions.get(entry), menu)


class _Stand(QAction):
    """Stands in a menu for a command of a page. The command itself there would have its key in the whole window."""

    def __init__(self, command: QAction, menu: QMenu) -> None:
        super().__init__(menu)
        self._command = command
        self.setObjectName(command.objectName())
        self.setIcon(command.icon())
        self.triggered.connect(lambda _checked: command.trigger())
        menu.aboutToShow.connect(self._follow)
        menu.addAction(self)
        self._follow()

    def _follow(self) -> None:
        """Usable while its page is seen."""
        command, place = self._command, self._command.parent()
        keys = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{command.text()}\t{keys}" if keys else command.text())
        self.setCheckable(command.isCheckable())
        self.setChecked(command.isChecked())
        self.setEnabled(command.isEnabled() and isinstance(place, QWidget) and place.isVisible())
