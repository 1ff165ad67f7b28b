"""The menu bar, made of the registered commands: those of pages appear by their names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from photoface.gui.core.actions import Actions
from photoface.gui.libraries import Libraries
from photoface.gui.main_window import MainWindow

_PEOPLE = ("people.", "person.", "group.")
_FACES = ("face.",)
_TOOLS = ("tools.", "tool.", "strictness", "review.")


def add_menus(window: MainWindow, actions: Actions, libraries: Libraries) -> None:
    """File, Edit, People, View, Tools, Help."""
    recent = QMenu(window.tr("Recent libraries"), window)
    recent.aboutToShow.connect(lambda: libraries.list_recent(recent))
    pages = [f"go {name}" for name in window.sidebar_names()]
    library = ("new library", "open library", recent)
    menus: tuple[tuple[str, Iterable[str | QMenu]], ...] = (
        (window.tr("&File"), ("add folder", "rescan", "-", *library, "-", "quit")),
        (window.tr("&Edit"), ("undo", "redo", "-", *actions.named(*_FACES), "-", "settings")),
        (window.tr("&People"), actions.named(*_PEOPLE)),
        (window.tr("&View"), ("back", "forward", "-", *pages, "-", "side", "full screen")),
        (window.tr("&Tools"), actions.named(*_TOOLS)),
        (window.tr("&Help"), ("shortcuts", "about")),
    )
    for title, entries in menus:
        menu = QMenu(title, window)
        _fill(menu, actions, entries)
        if not menu.isEmpty():
            window.menuBar().addMenu(menu)


def _fill(menu: QMenu, actions: Actions, entries: Iterable[str | QMenu]) -> None:
    for entry in entries:
        if isinstance(entry, QMenu):
            menu.addMenu(entry)
        elif entry == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions.get(entry))
