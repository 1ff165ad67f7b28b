"""A word of the desktop when a long run has ended and nobody looks at the window."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from photoface.gui.core.desk import Desk
from photoface.gui.core.indexing import Progress, Stage
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.icons import icon

LONG_SECONDS = 60.0
_SHOWN_MS = 10_000


class Announcer(QObject):
    """Says nothing where the desktop has no place for it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._since: float | None = None
        desk.indexer.progressed.connect(self._follow)
        desk.indexer.finished.connect(self._ended)

    def worth_telling(self, progress: Progress, seconds: float) -> bool:
        """Whether a run that took so long, and ended so, is worth a notification now."""
        looking = self._window.isActiveWindow()
        return progress.stage is Stage.IDLE and seconds >= LONG_SECONDS and not looking and progress.done > 0

    def _follow(self, progress: Progress) -> None:
        if progress.stage is Stage.LOOKING and self._since is None:
            self._since = time.monotonic()

    def _ended(self, progress: Progress) -> None:
        seconds = time.monotonic() - self._since if self._since is not None else 0.0
        self._since = None
        if self.worth_telling(progress, seconds) and QSystemTrayIcon.isSystemTrayAvailable():
            self._tell(progress)

    def _tell(self, progress: Progress) -> None:
        locale = self._window.locale()
        text = self.tr("{photos} photos are read; {faces} faces are in them.")
        said = text.format(photos=locale.toString(progress.done), faces=locale.toString(progress.faces))
        tray = QSystemTrayIcon(icon("photoface"), self)
        tray.messageClicked.connect(self._window.come_to_front)
        tray.show()
        tray.showMessage(self.tr("photoface is done"), said, icon("photoface"), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, tray, tray.deleteLater)
