"""One photo after another, by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from photoface.gui.core.desk import Notices

_MS = 4000


def tr(text: str) -> str:
    return QCoreApplication.translate("PhotoPage", text)


class Slides(QTimer):
    """``step`` is called for each photo while it runs."""

    def __init__(self, notices: Notices, step: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent, interval=_MS)
        self._notices = notices
        self.timeout.connect(step)

    def toggle(self) -> None:
        """Begin or end, and say so."""
        if self.isActive():
            self.stop()
            self._notices.tell(tr("The slideshow has stopped"))
        else:
            self.start()
            self._notices.tell(tr("A photo every {seconds} seconds; Esc stops").format(seconds=_MS // 1000))
