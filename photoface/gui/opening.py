"""Opening the window's library, and what to do where that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from photoface.gui.core.background import Background
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.trouble import TroublePage
from photoface.services.keeping.upkeep import list_snapshots, restore_snapshot
from photoface.store.backup import Snapshot


class Opening(QObject):
    """Puts a snapshot back first if one is asked for. ``other_wanted``: the user wants another library."""

    other_wanted = Signal()

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._restoring: Background[None] | None = None
        page = window.pages["trouble"]
        assert isinstance(page, TroublePage)
        self._page = page
        page.retry.connect(self._again)
        page.other.connect(self.other_wanted)
        page.leave.connect(window.close)
        page.restore.connect(self.restore)
        desk.session.refused.connect(self._refused)

    def restore(self, name: str) -> None:
        """Put the library back to the snapshot of this name, then open it."""
        folder = self._desk.engine.folder
        if folder is None:
            return

        def work() -> Iterator[None]:
            restore_snapshot(folder, name)
            yield

        self._tell(self.tr("The snapshot is being put back."))
        self._restoring = Background(self._desk.session, work, lambda _: None, self._restored)
        self._restoring.start()

    def _restored(self, error: Exception | None) -> None:
        self._restoring = None
        if error is None:
            self._desk.session.open()
        else:
            self._refused(error)

    def _again(self) -> None:
        self._tell(self.tr("The library is being opened."))
        self._desk.session.open()

    def _tell(self, sentence: str) -> None:
        self._page.show_work(sentence)
        self._go()

    def _refused(self, error: Exception) -> None:
        self._page.show_error(error, self._snapshots())
        self._go()

    def _snapshots(self) -> list[Snapshot]:
        folder = self._desk.engine.folder
        try:
            return list_snapshots(folder) if folder is not None else []
        except OSError:
            return []

    def _go(self) -> None:
        self._window.show_sidebar(False)
        if self._desk.places.here != Place("trouble"):
            self._desk.places.go(Place("trouble"))
