"""The window's own commands: what can be done wherever one is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import sideways
from photoface.gui.core.places import Place
from photoface.gui.core.undoing import UndoRedo
from photoface.gui.libraries import Libraries
from photoface.gui.main_window import MainWindow

Run = Callable[[], object]
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
"""Where macOS puts them."""


class Everything(Protocol):
    """What the shell can do."""

    libraries: Libraries

    def index(self) -> None: ...

    def add_folder(self) -> None: ...

    def ask_for_models(self) -> None: ...

    def settings(self) -> None: ...

    def about(self) -> None: ...

    def shortcuts(self) -> None: ...


class Commands(QObject):
    """Registers them; menus and the sheet of shortcuts are made from that."""

    def __init__(self, window: MainWindow, desk: Desk, history: UndoRedo, shell: Everything) -> None:
        super().__init__(window)
        self._window, self._desk, self._history, self._shell = window, desk, history, shell

    def add(self) -> None:
        """All of them."""
        for command, run in (*self._about_data(), *self._about_window()):
            action = self._desk.actions.add(self._window, command, run, everywhere=True)
            action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
        area = self.tr("Everywhere")
        for number, name in enumerate(self._window.sidebar_names(), start=1):
            title = self.tr("Go to {page}").format(page=self._window.title_of(name))
            command = Command(f"go {name}", area, title, (f"Ctrl+{number}",))
            self._desk.actions.add(self._window, command, partial(self._go, name), everywhere=True)

    def _about_data(self) -> tuple[tuple[Command, Run], ...]:
        area, shell, libraries = self.tr("Everywhere"), self._shell, self._shell.libraries
        new = self.tr("Make an empty library in a folder; the present one stays as it is")
        return (
            (Command("undo", area, self.tr("Undo"), ("Ctrl+Z",), "undo"), self._history.undo),
            (Command("redo", area, self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"), self._history.redo),
            (Command("add folder", area, self.tr("Add a folder …"), ("Ctrl+O",), "add"), shell.add_folder),
            (Command("rescan", area, self.tr("Look for new photos"), ("F5",), "refresh"), shell.index),
            (Command("new library", area, self.tr("New library …"), (), "", new), libraries.new),
            (Command("open library", area, self.tr("Open library …"), ("Ctrl+Shift+O",)), libraries.open),
            (Command("models", area, self.tr("Install models …")), shell.ask_for_models),
            (Command("settings", area, self.tr("Settings …"), ("Ctrl+,",), "settings"), shell.settings),
        )

    def _about_window(self) -> tuple[tuple[Command, Run], ...]:
        area, shell, places = self.tr("Everywhere"), self._shell, self._desk.places
        back, forward = sideways("Alt+")
        return (
            (Command("back", area, self.tr("Back"), (back,), "back"), places.back),
            (Command("forward", area, self.tr("Forward"), (forward,), "forward"), places.forward),
            (Command("side", area, self.tr("Between sidebar and page"), ("F6",)), self._window.switch_side),
            (Command("full screen", area, self.tr("Full screen"), ("F11",), "fullscreen"), self._full_screen),
            (Command("conflicts", area, self.tr("Decisions that contradict"), (), "warning"), self._conflicts),
            (Command("shortcuts", area, self.tr("Keyboard shortcuts"), ("?", "F1"), "info"), shell.shortcuts),
            (Command("about", area, self.tr("About photoface")), shell.about),
            (Command("quit", area, self.tr("Quit"), ("Ctrl+Q",)), self._window.close),
        )

    def _conflicts(self) -> None:
        self._go("conflicts")

    def _go(self, name: str) -> None:
        if self._window.sidebar.isVisible():  # before the library is open there is nowhere to go
            self._desk.places.go(Place(name))

    def _full_screen(self) -> None:
        self._window.show_full(not self._window.isFullScreen())
