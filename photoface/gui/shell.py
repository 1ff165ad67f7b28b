"""What the whole window does: the first minute, indexing with models at hand, undo, menus. Pages do the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from photoface.domain.errors import ModelsMissing
from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.undoing import UndoRedo, what_next
from photoface.gui.dialogs.models_dialog import ModelsDialog
from photoface.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.folders.page import FoldersPage
from photoface.gui.pages.welcome import WelcomePage, ask_folder
from photoface.services.library import Library


class Shell(QObject):
    """Wires the window's own commands; knows pages by name only."""

    def __init__(self, window: MainWindow, desk: Desk, to_index: Sequence[bytes] = ()) -> None:
        super().__init__(window)
        self._window, self._desk, self._to_index = window, desk, to_index
        self._history = UndoRedo(desk)
        self._add_commands()
        self._add_menus()
        welcome = window.pages["welcome"]
        if isinstance(welcome, WelcomePage):
            welcome.folders_chosen.connect(self.index)
        folders = window.pages["folders"]
        if isinstance(folders, FoldersPage):
            folders.add_wanted.connect(self.add_folder)
            folders.index_wanted.connect(self.index)
            folders.retry_wanted.connect(partial(self.index, retry=True))
        window.index_status.failures_wanted.connect(partial(desk.places.go, Place("folders")))
        window.toast.undo.connect(self._history.undo)
        desk.session.opened.connect(self._begin)
        desk.session.changed.connect(self._hear)

    def index(self, folders: Sequence[bytes] = (), *, retry: bool = False) -> None:
        """Index these folders, or all known ones, once the models are there; asks for them if they are not."""

        def start(_: None) -> None:
            self._window.show_sidebar(True)
            if self._desk.places.here is None or self._desk.places.here.page == "welcome":
                self._desk.places.go(Place("people"))
            self._desk.indexer.start(folders, retry=retry)

        def missing(error: Exception) -> None:
            if isinstance(error, ModelsMissing):
                self._ask_for_models(folders)
            else:
                self._desk.session.report(error)

        self._desk.session.write(self, self._desk.engine.models_ready, start, missing, Touched.SETTINGS)

    def add_folder(self) -> None:
        """Choose a folder and index it."""
        folder = ask_folder(self._window)
        if folder is not None:
            self.index([folder])

    def _ask_for_models(self, folders: Sequence[bytes]) -> None:
        dialog = ModelsDialog(self._desk.session, self._desk.engine.model_store(), self._window)
        dialog.accepted.connect(lambda: self.index(folders))
        dialog.open()

    def _begin(self) -> None:
        self._desk.session.read(self, _known_folders, self._first_page)

    def _first_page(self, folders: int) -> None:
        self._window.show_sidebar(bool(folders))
        self._desk.places.go(Place("people" if folders else "welcome"))
        if folders or self._to_index:
            self.index([] if not self._to_index else self._to_index)
        self._name_history()

    def _hear(self, change: Change) -> None:
        if change.outcome is not None:
            self._desk.notices.tell(change.outcome.summary, undoable=True)
        if change.touched & Touched.HISTORY:
            self._name_history()

    def _name_history(self) -> None:
        self._desk.session.read(self, what_next, self._show_history)

    def _show_history(self, words: tuple[str, str]) -> None:
        for name, verb, what in (("undo", self.tr("Undo"), words[0]), ("redo", self.tr("Redo"), words[1])):
            action = self._desk.actions.get(name)
            action.setText(f"{verb}: {what}" if what else verb)
            action.setEnabled(bool(what))

    def _add_commands(self) -> None:
        area, add = self.tr("Everywhere"), self._desk.actions.add
        places = self._desk.places
        for command, run in (
            (Command("undo", area, self.tr("Undo"), ("Ctrl+Z",), "undo"), self._history.undo),
            (Command("redo", area, self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"), self._history.redo),
            (Command("back", area, self.tr("Back"), ("Alt+Left",), "back"), places.back),
            (Command("forward", area, self.tr("Forward"), ("Alt+Right",), "forward"), places.forward),
            (Command("add folder", area, self.tr("Add a folder …"), ("Ctrl+O",), "add"), self.add_folder),
            (Command("rescan", area, self.tr("Look for new photos"), ("F5",), "refresh"), self.index),
            (Command("shortcuts", area, self.tr("Keyboard shortcuts"), ("?", "F1"), "info"), self._shortcuts),
            (Command("full screen", area, self.tr("Full screen"), ("F11",), "fullscreen"), self._full_screen),
            (Command("quit", area, self.tr("Quit"), ("Ctrl+Q",)), self._window.close),
        ):
            add(self._window, command, run, everywhere=True)
        for number, name in enumerate(self._window.sidebar_names(), start=1):
            title = self.tr("Go to {page}").format(page=self._window.title_of(name))
            command = Command(f"go {name}", area, title, (f"Ctrl+{number}",))
            add(self._window, command, partial(places.go, Place(name)), everywhere=True)

    def _add_menus(self) -> None:
        bar, get = self._window.menuBar(), self._desk.actions.get
        menus: tuple[tuple[str, tuple[str, ...]], ...] = (
            (self.tr("&File"), ("add folder", "rescan", "-", "quit")),
            (self.tr("&Edit"), ("undo", "redo")),
            (self.tr("&View"), ("back", "forward", "-", *self._window_commands(), "-", "full screen")),
            (self.tr("&Help"), ("shortcuts",)),
        )
        for title, names in menus:
            menu = QMenu(title, self._window)
            bar.addMenu(menu)
            for name in names:
                if name == "-":
                    menu.addSeparator()
                else:
                    menu.addAction(get(name))

    def _window_commands(self) -> tuple[str, ...]:
        return tuple(f"go {name}" for name in self._window.sidebar_names())

    def _shortcuts(self) -> None:
        ShortcutsDialog(self._desk.actions, self._window).open()

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()


def _known_folders(library: Library) -> int:
    return len(library.photos.folders())
