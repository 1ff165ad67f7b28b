"""What the whole window does: the first minute, indexing with models at hand, dialogs. Pages do the rest.

Dialogs are imported when they are asked for: what they need is a part of the time until the window is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from photoface.domain.errors import ModelsMissing
from photoface.gui.announcing import Announcer
from photoface.gui.commands import Commands
from photoface.gui.contradicting import Contradicting
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.core.undoing import UndoRedo, what_next
from photoface.gui.first_name import FirstName
from photoface.gui.interchange import COMMANDS as INTERCHANGE
from photoface.gui.interchange import Interchange
from photoface.gui.libraries import Libraries
from photoface.gui.main_window import MainWindow
from photoface.gui.menus import add_menus
from photoface.gui.opening import Opening
from photoface.gui.pages.folders.page import FoldersPage
from photoface.gui.pages.welcome import WelcomePage, ask_folder
from photoface.gui.regrouping import Regrouping
from photoface.gui.sentences.reading import as_sentence
from photoface.gui.standing import Standing
from photoface.gui.strictness import Strictness
from photoface.services.library import Library
from photoface.services.places.folders import remember

MODELS = "models"
_ONCE = Qt.ConnectionType.SingleShotConnection
_NEED_A_LIBRARY = ("add folder", "rescan", "models", "settings", "undo", "redo", *INTERCHANGE)


class Shell(QObject):
    """Wires the window's own commands; knows pages by name only."""

    def __init__(self, window: MainWindow, desk: Desk, opening: Opening, to_index: Sequence[bytes] = ()) -> None:
        super().__init__(window)
        self._window, self._desk, self._to_index = window, desk, to_index
        self._rescan_due = False
        self._naming = Ticket(self)
        self._history = UndoRedo(desk)
        self.libraries = Libraries(window, desk)
        self.first_name = FirstName(window, desk)
        for helper in (Standing, Announcer, Regrouping, Strictness, Contradicting):
            helper(window, desk)
        Commands(window, desk, self._history, self).add()
        Interchange(window, desk)
        add_menus(window, desk.actions, self.libraries)
        self._wire(opening)

    def index(self, folders: Sequence[bytes] = (), *, retry: bool = False, ask: bool = True) -> None:
        """Index these folders, or all known ones, once the models are there.

        Where they are not: ask for them, or only show the bar that offers them.
        """

        def start(_: None) -> None:
            self._window.banner.withdraw(MODELS)
            self._show_pages()
            if self._desk.indexer.running:  # that run knows nothing of these folders; it is followed by one that does
                self._remember(folders)
            self._desk.indexer.start(folders, retry=retry)

        def missing(error: Exception) -> None:
            if not isinstance(error, ModelsMissing):
                self._desk.session.report(error)
                return
            self._offer_models(folders)
            self._remember(folders)
            if ask:
                self.ask_for_models(folders)

        self._desk.session.write(self, self._desk.engine.models_ready, start, missing, Touched.SETTINGS)

    def rescan(self) -> None:
        """Look through all folders anew; a run that is on ends first, for it began under other settings."""
        if self._desk.indexer.running:
            self._rescan_due = True
            self._desk.indexer.pause()
        else:
            self.index()

    def add_folder(self) -> None:
        """Choose a folder and index it."""
        folder = ask_folder(self._window)
        if folder is not None:
            self.index([folder])

    def ask_for_models(self, folders: Sequence[bytes] = ()) -> None:
        """What is needed, from where, how big; once it is there, index."""
        from photoface.gui.dialogs.models_dialog import ModelsDialog

        dialog = ModelsDialog(self._desk.session, self._desk.engine.model_store(), self._window)
        dialog.accepted.connect(lambda: self.index(folders))
        dialog.open()

    def settings(self, page: str = "") -> None:
        """The settings, at the page of this name."""
        from photoface.gui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._desk, self._window, page)
        dialog.rescan_wanted.connect(self.rescan)
        dialog.models_wanted.connect(self.ask_for_models)
        dialog.open()

    def about(self) -> None:
        """Version, licences, diagnostics."""
        from photoface.gui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._desk, self._window).open()

    def shortcuts(self) -> None:
        """The sheet of all keys."""
        from photoface.gui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._desk.actions, self._window).open()

    def _wire(self, opening: Opening) -> None:
        window, desk = self._window, self._desk
        welcome, folders = window.pages["welcome"], window.pages["folders"]
        assert isinstance(welcome, WelcomePage)
        assert isinstance(folders, FoldersPage)
        welcome.folders_chosen.connect(self.index)
        folders.add_wanted.connect(self.add_folder)
        folders.index_wanted.connect(self.index)
        folders.exclude_wanted.connect(partial(self.settings, "folders"))
        folders.rescan_wanted.connect(self.rescan)
        folders.retry_wanted.connect(partial(self.index, retry=True))
        window.index_wanted.connect(self.index)
        window.index_status.failures_wanted.connect(partial(desk.places.go, Place("folders")))
        window.toast.undo.connect(self._history.undo)
        opening.other_wanted.connect(self.libraries.open)
        desk.session.opened.connect(self._begin)
        self._allow(False)
        desk.session.changed.connect(self._hear)
        desk.indexer.finished.connect(lambda _progress: self._go_on())

    def _remember(self, folders: Sequence[bytes]) -> None:
        """Who says "later" need not choose the folder again."""
        if folders:
            work = partial(remember, paths=tuple(folders))
            self._desk.session.write(self, work, touched=Touched.FOLDERS)
            self._show_pages()

    def _show_pages(self) -> None:
        self._window.show_sidebar(True)
        if self._desk.places.here is None or self._desk.places.here.page == "welcome":
            self._desk.places.go(Place("people"))

    def _offer_models(self, folders: Sequence[bytes]) -> None:
        self._window.banner.offer(
            MODELS,
            self.tr("The models that find faces are missing: photos cannot be read until they are installed."),
            self.tr("Install …"),
            partial(self.ask_for_models, folders),
        )

    def _allow(self, allowed: bool) -> None:
        for name in _NEED_A_LIBRARY:
            self._desk.actions.get(name).setEnabled(allowed)

    def _begin(self) -> None:
        self._allow(True)
        self._desk.session.read(self, _known_folders, self._first_page)

    def _first_page(self, folders: int) -> None:
        self.libraries.note()
        self._window.show_sidebar(bool(folders))
        if not folders:
            self.first_name.watch()
        here, first = self._desk.places.here, Place(self._page_of_last_time() if folders else "welcome")
        (self._desk.places.replace if here is not None else self._desk.places.go)(first)
        self._name_history()
        if folders or self._to_index:  # once the page is there: a scan of a large library would take its time
            self._desk.session.rested.connect(self._index_first, _ONCE)

    def _index_first(self) -> None:
        self.index(self._to_index, ask=bool(self._to_index))

    def _page_of_last_time(self) -> str:
        page = self._window.settings.text("page")
        return page if page in self._window.sidebar_names() else "people"

    def _go_on(self) -> None:
        if self._rescan_due:
            self._rescan_due = False
            self.index()

    def _hear(self, change: Change) -> None:
        if change.outcome is not None:
            self._desk.notices.tell(as_sentence(change.outcome.summary), undoable=True)
            self._desk.actions.get("undo").setEnabled(True)  # at once; which decision it is about is read
        if change.touched & Touched.HISTORY:
            self._name_history()

    def _name_history(self) -> None:
        self._naming.cancel()  # two readers may overtake one another
        self._naming = self._desk.session.read(self, what_next, self._show_history)

    def _show_history(self, words: tuple[str, str]) -> None:
        for name, verb, what in (("undo", self.tr("Undo"), words[0]), ("redo", self.tr("Redo"), words[1])):
            action = self._desk.actions.get(name)
            action.setText(f"{verb}: {what}" if what else verb)
            action.setEnabled(bool(what))


def _known_folders(library: Library) -> int:
    return len(library.photos.folders())
