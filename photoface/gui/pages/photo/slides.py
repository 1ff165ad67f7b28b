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
        self.shuffled = False
        self.timeout.connect(step)

    def toggle(self) -> None:
        """Begin in order, or end, and say so."""
        self._toggle(shuffled=False)

    def toggle_shuffled(self) -> None:
        """Begin in any order, or end."""
        self._toggle(shuffled=True)

    def _toggle(self, *, shuffled: bool) -> None:
        if self.isActive():
            self.stop()
            self._notices.tell(tr("The slideshow has stopped"))
            return
        self.shuffled = shuffled
        self.start()
        said = (
            tr("A photo every {seconds} seconds, shuffled; Esc stops")
            if shuffled
            else tr("A photo every {seconds} seconds; Esc stops")
        )
        self._notices.tell(said.format(seconds=_MS // 1000))
