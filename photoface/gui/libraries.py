"""Several libraries: a new one, another one, those of before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from photoface.config.paths import library_folder
from photoface.domain.errors import PhotofaceError
from photoface.gui.core.desk import Desk
from photoface.gui.main_window import MainWindow
from photoface.services.keeping.libraries import existing_library, place_for_new


class Libraries(QObject):
    """Asks for folders and tells the window; who runs the program opens them."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk

    def new(self) -> None:
        """Make one in a folder of the user's choice."""
        chosen = self._ask(self.tr("An empty folder for the new library"))
        if chosen is not None:
            try:
                self._window.library_wanted.emit(place_for_new(chosen))
            except PhotofaceError as error:
                self._window.tell_error(error)

    def open(self) -> None:
        """Open one in a folder of the user's choice."""
        chosen = self._ask(self.tr("The folder of a library (library.db is in it)"))
        if chosen is not None:
            self._go(chosen)

    def note(self) -> None:
        """The library is open: it is the latest one now, and the window's title says which it is."""
        folder = self._desk.session.library.folder
        self._window.settings.note_library(folder)
        self._window.show_library(folder)

    def list_recent(self, menu: QMenu) -> None:
        """Fill the menu with the libraries of before."""
        menu.clear()
        usual = library_folder()
        for folder in dict.fromkeys([*self._window.settings.recent_libraries(), usual]):
            text = self.tr("Usual library") if folder == usual else f"{folder.name}  ({folder.parent})"
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(folder == self._desk.engine.folder)
            action.triggered.connect(partial(self._open_recent, folder))

    def _open_recent(self, folder: Path, _checked: bool = False) -> None:
        if folder == library_folder():  # it is made where there is none yet
            self._window.library_wanted.emit(folder)
        else:
            self._go(folder)

    def _go(self, folder: Path) -> None:
        try:
            self._window.library_wanted.emit(existing_library(folder))
        except PhotofaceError as error:
            self._window.settings.forget_library(folder)
            self._window.tell_error(error)

    def _ask(self, title: str) -> Path | None:
        start = self._desk.engine.folder or library_folder()
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(start.parent))
        return Path(chosen) if chosen else None
