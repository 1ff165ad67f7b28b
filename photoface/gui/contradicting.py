"""Asks what to do with decisions that contradict earlier ones, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoface.gui.core.desk import Desk
from photoface.gui.core.doubtful import Doubtful
from photoface.gui.main_window import MainWindow


class Contradicting(QObject):
    """One dialog at a time: who answers quickly may have decided more before the first one came."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._images = window, desk.images
        self._waiting: list[Doubtful] = []
        self._asking = False
        desk.session.contradicted.connect(self._hear)

    def _hear(self, doubtful: Doubtful) -> None:
        self._waiting.append(doubtful)
        self._ask()

    def _ask(self) -> None:
        if self._asking or not self._waiting:
            return
        from photoface.gui.dialogs.contradiction_dialog import ContradictionDialog

        self._asking = True
        dialog = ContradictionDialog(self._waiting.pop(0), self._images, self._window)
        dialog.finished.connect(self._asked)
        dialog.open()

    def _asked(self, _result: int) -> None:
        self._asking = False
        self._ask()
