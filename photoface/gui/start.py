"""Starting the window. Little is imported before it is known that this process shows one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from photoface import __version__
from photoface.gui.core.instance import hand_over


def run(folder: Path, to_index: Sequence[bytes] = ()) -> int:
    """Open the window on a library, index folders if any are given, wait until it is closed; the exit code.

    Where that library has a window already, this one comes to the front and gets the folders.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("photoface")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("io.github.photoface.photoface")
    if hand_over(folder, to_index):
        return 0
    from photoface.gui.application import program
    from photoface.gui.core.housekeeping import keep_the_program
    from photoface.gui.core.lanes import take_short_turns
    from photoface.gui.program import live

    take_short_turns()
    keep_the_program()
    running = program(application)
    running.open(folder, to_index)
    return live(application, running)
