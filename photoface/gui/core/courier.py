"""Bringing calls from other threads into the GUI thread, where widgets may be touched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

Call = Callable[[], None]


class Courier(QObject):
    """Lives in the GUI thread; ``send`` may be called from anywhere. After ``close`` nothing is delivered any more."""

    _sent = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, call: Call) -> None:
        """Run the call in the GUI thread, soon, in the order of sending."""
        if self._open:
            self._sent.emit(call)

    def close(self) -> None:
        """Drop what is still on its way."""
        self._open = False

    def _deliver(self, call: Call) -> None:
        if self._open:
            call()
