"""The running program: which library its window shows, another one instead, and how all of it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import catch_mistakes
from photoface.gui.core.housekeeping import Housekeeping
from photoface.gui.core.instance import Instance, hand_over
from photoface.gui.core.interrupts import Interrupts
from photoface.gui.core.language import speak
from photoface.gui.core.settings import Preferences, WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.wardrobe import Wardrobe

Folders = Sequence[bytes]
OpenDesk = Callable[[Path], Desk]
BuildWindow = Callable[[Desk, WindowSettings, Folders, str], MainWindow]


class Program(QObject):
    """One window at a time. build: of a desk, the settings, folders to index, and a snapshot to put back first."""

    def __init__(
        self,
        application: QApplication,
        settings: WindowSettings,
        open_desk: OpenDesk,
        close_desk: Callable[[Desk], None],
        build: BuildWindow,
    ) -> None:
        super().__init__()
        self._application, self._settings = application, settings
        self._open_desk, self._close_desk, self._build = open_desk, close_desk, build
        self.window: MainWindow | None = None
        self._desk: Desk | None = None
        self._instance: Instance | None = None
        self._library: Path | None = None
        self._wardrobe: Wardrobe | None = None
        self._housekeeping: Housekeeping | None = None

    def open(self, library: Path, to_index: Folders = (), restore: str = "") -> None:
        """The window on this library, instead of the present one if there is one."""
        self._close()
        preferences = Preferences(self._settings)
        speak(preferences.now.language)
        self._library, self._desk = library, self._open_desk(library)
        self._instance = Instance(library, self)
        self._instance.asked.connect(self._asked)
        window = self._build(self._desk, self._settings, to_index, restore)
        self._wardrobe = Wardrobe(self._application, window.preferences)
        window.library_wanted.connect(self.switch, Qt.ConnectionType.QueuedConnection)
        window.reopen_wanted.connect(self._reopen, Qt.ConnectionType.QueuedConnection)
        window.closed.connect(self._application.quit)
        self.window = window
        window.show()
        self._housekeeping = Housekeeping(self._desk.session, window)

    def switch(self, library: Path) -> None:
        """Another library in this window; one that has a window already comes to the front there."""
        if library == self._library:
            return
        if hand_over(library):
            if self._desk is not None:
                self._desk.notices.tell(self.tr("That library is open in another window, which is in front now."))
            return
        self.open(library)

    def close(self) -> None:
        """Stop what runs, close the library; for the end."""
        self._close()

    def tell(self, sentence: str) -> None:
        """A sentence in the present window."""
        if self._desk is not None:
            self._desk.notices.tell(sentence)

    def _reopen(self, restore: str) -> None:
        if self._library is not None:
            self.open(self._library, (), restore)

    def _asked(self, folders: Folders) -> None:
        if self.window is not None:
            self.window.come_to_front()
            if folders:
                self.window.index_wanted.emit(list(folders))

    def _close(self) -> None:
        if self._desk is None or self.window is None or self._instance is None:
            return
        self.window.closed.disconnect(self._application.quit)
        self._application.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.window.close()
        if self._housekeeping is not None:
            self._housekeeping.close()
            self._housekeeping = None
        self._instance.close()
        self._close_desk(self._desk)
        self.window.deleteLater()
        self._instance.deleteLater()
        self._desk = self.window = self._instance = self._library = None
        self._application.restoreOverrideCursor()


def live(application: QApplication, program: Program) -> int:
    """Until the window is closed, or the system asks for the end; the exit code."""
    application.setQuitOnLastWindowClosed(False)
    interrupts = Interrupts()
    interrupts.asked.connect(application.quit)
    catch_mistakes(program.tell)
    try:
        return application.exec()
    finally:
        program.close()
        interrupts.close()
