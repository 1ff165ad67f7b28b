"""Python's search for cycles of dead objects, at moments when nobody waits, and in the thread of the window alone.

By itself it runs in whatever thread makes an object too many, goes through everything that lives, some hundred thousand
objects in a large library, and lets no other thread work meanwhile: the window stood still for a twentieth of a second
and more. And widgets that end in another thread than their own end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from photoface.gui.core.session import Session

_YOUNG_EVERY_MS = 1000
_MANY, _TOO_MANY = 700, 10_000
"""Objects made since the last time: worth looking through; more than can be while somebody may be scrolling."""

_ALL_AFTER_MS = 60_000
"""So long nothing has been read: nobody scrolls, no page is filled, no photos are indexed."""


def keep_the_program() -> None:
    """What is there now, the program's modules and classes, lives to the end: it is not looked through again."""
    gc.freeze()


class Housekeeping(QObject):
    """From now on until ``close``."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        gc.disable()
        self._young = QTimer(self, interval=_YOUNG_EVERY_MS)
        self._young.timeout.connect(self.sweep_young)
        self._young.start()
        self._all = QTimer(self, interval=_ALL_AFTER_MS, singleShot=True)
        self._all.timeout.connect(self.sweep_all)
        session.rested.connect(self._all.start)

    def sweep_young(self) -> None:
        """Those made lately; put aside where they are too many, as the rows of a large page are."""
        made = gc.get_count()[0]
        if not self._session.resting or made <= _MANY:
            return
        if made <= _TOO_MANY:
            gc.collect(1)
        else:
            gc.freeze()

    def sweep_all(self) -> None:
        """All of them, also what was put aside; what lives is put aside again."""
        if self._session.resting:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def close(self) -> None:
        """Python does it by itself again."""
        self._young.stop()
        self._all.stop()
        gc.unfreeze()
        gc.enable()
