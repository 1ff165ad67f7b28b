"""The real window for benchmarks: opened on a library in this process, driven by events, waited for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from photoface.gui.application import build_window, close_desk, dress, engine_of, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.housekeeping import Housekeeping, keep_the_program
from photoface.gui.core.lanes import take_short_turns
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.page import Page
from photoface.gui.theme.palette import Theme
from photoface.gui.widgets.tile_view import TileView
from photoface.services.library import Library

T = TypeVar("T")

PATIENCE = 600.0
SIZE = (1280, 840)


@dataclass(frozen=True, slots=True)
class Opened:
    """The window of a library, its first page read, indexing at rest."""

    application: QApplication
    desk: Desk
    window: MainWindow

    def until(self, true: Callable[[], object], patience: float = PATIENCE) -> None:
        """Let the event loop run until this is true."""
        end = time.monotonic() + patience
        while not true():
            if time.monotonic() > end:
                raise TimeoutError("the window did not get there")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def run_for(self, seconds: float) -> None:
        """Let the event loop run."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)

    def read(self, work: Callable[[Library], T]) -> T:
        """What a reading thread finds."""
        found: list[T] = []
        self.desk.session.read(self.window, work, found.append)
        self.until(lambda: found)
        return found[0]

    def go(self, place: Place) -> TileView:
        """Go to a page; its grid, once there are rows in it."""
        page = self.window.pages[place.page]
        self.desk.places.go(place)
        self.until(lambda: grid(page) is not None)
        found = grid(page)
        assert found is not None
        return found


def grid(page: Page) -> TileView | None:
    """The grid of a page that is seen and has rows."""
    seen = (view for view in page.findChildren(TileView) if view.isVisible())
    return next((view for view in seen if view.model().rowCount()), None)


@contextmanager
def opened(folder: Path, *, empty: bool = False) -> Iterator[Opened]:
    """The window on this library; what starting it begins, an indexing of all its folders, is waited for.

    empty: it is a new one, and nothing begins.
    """
    application = QApplication.instance() or QApplication(["photoface"])
    assert isinstance(application, QApplication)
    dress(application, Theme.LIGHT)
    take_short_turns()
    keep_the_program()
    with TemporaryDirectory() as settings:
        desk = open_desk(engine_of(folder))
        window = build_window(desk, WindowSettings(Path(settings) / "window.ini"))
        it = Opened(application, desk, window)
        ended: list[object] = []
        desk.indexer.finished.connect(ended.append)
        try:
            desk.session.open()
            window.resize(*SIZE)
            window.show()
            housekeeping = Housekeeping(desk.session, window)
            it.until(lambda: desk.places.here is not None if empty else ended)
            it.run_for(1.5)  # the page and the counts are read anew after an indexing
            yield it
        finally:
            housekeeping.close()
            window.close()
            close_desk(desk)
            window.deleteLater()
            application.processEvents()


def wheel(view: QWidget, notches: int = -1) -> QWheelEvent:
    """One turn of the wheel over the middle of a view."""
    middle = QPointF(view.rect().center())
    return QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


class Paints(QObject):
    """Counts the paint events of a widget, and tells how long ago the last one ended."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def memory(pid: int | None = None) -> dict[str, float]:
    """Resident memory of a process in MB: now and the most it was."""
    text = Path(f"/proc/{pid or os.getpid()}/status").read_text(encoding="utf-8")
    lines = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    return {key: int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "VmHWM") if key in lines}


def children() -> list[int]:
    """Process ids of all processes below this one."""
    found, wanted = [], [os.getpid()]
    while wanted:
        for task in Path(f"/proc/{wanted.pop()}/task").iterdir():
            new = [int(each) for each in (task / "children").read_text(encoding="utf-8").split()]
            found += new
            wanted += new
    return found
