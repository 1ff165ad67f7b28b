"""The program as `photoface gui` starts it, noting when it got how far; what benchmarks/window_start.py runs.

Prints one line of JSON and closes the window when the first page is there with its pictures.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

BEGUN = time.clock_gettime(time.CLOCK_MONOTONIC)
MARKS: dict[str, tuple[float, float]] = {}


def mark(name: str) -> None:
    """Note seconds of CLOCK_MONOTONIC, and CPU seconds of this process, the first time this is reached."""
    MARKS.setdefault(name, (time.clock_gettime(time.CLOCK_MONOTONIC), time.process_time()))


def main() -> None:
    """Replaces only the function that opens the window, by one that notes times and then does the same."""
    from photoface import __main__ as program

    program._open_window = _open  # type: ignore[assignment]
    program.main()


def _open(library: object, folders: object) -> int:
    mark("command line imported")
    from PySide6.QtWidgets import QApplication

    from photoface.gui.start import run

    mark("Qt imported")
    from photoface.gui import application
    from photoface.gui.main_window import MainWindow
    from photoface.gui.program import Program
    from photoface.gui.widgets.tile_view import TileView

    mark("window imported")
    build, show, paint, come = application.build_window, MainWindow.show, TileView.paintEvent, Program.open

    def opening(self: Program, *values: object) -> None:
        mark("application made")
        come(self, *values)  # type: ignore[arg-type]
        QApplication.instance().installEventFilter(_first_paint())

    def building(*values: object) -> MainWindow:
        window = build(*values)  # type: ignore[arg-type]
        mark("window built")
        return window

    def showing(self: MainWindow) -> None:
        show(self)
        mark("window shown")

    def painting(self: TileView, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        _painted(self)

    application.build_window = building
    MainWindow.show, TileView.paintEvent, Program.open = showing, painting, opening  # type: ignore[method-assign, assignment]
    return run(library, folders)  # type: ignore[arg-type]


_kept: list[object] = []


def _first_paint() -> QObject:
    """Sees the first painting of anything, and then nothing more."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class First(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                mark("first paint")
                QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            return False

    first = First()
    _kept.append(first)
    return first


def _painted(view: object) -> None:
    from photoface.gui.models.roles import Role

    model = view.model()  # type: ignore[attr-defined]
    if not model.rowCount():
        return
    mark("page painted")
    images = view.window().desk.images  # type: ignore[attr-defined]
    keys = [model.index(row, 0).data(Role.PICTURE) for row in view.visible_rows()]  # type: ignore[attr-defined]
    if "page with pictures" not in MARKS and all(images.get(key) for key in keys if key is not None):
        mark("page with pictures")
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        QTimer.singleShot(0, QApplication.instance().quit)
        _tell()


def _tell() -> None:
    import json
    from pathlib import Path

    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    print(json.dumps({"begun": BEGUN, "marks": MARKS, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
