"""A photo's file for other programs: the usual one, those that were chosen before, and any other one."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from photoface.gui.core.isolating import isolated
from photoface.gui.core.settings import WindowSettings
from photoface.gui.pages.photo import files

if TYPE_CHECKING:
    from photoface.gui.pages.photo.page import PhotoPage

_WHERE = {"darwin": "/Applications", "win32": os.environ.get("PROGRAMFILES", "C:\\")}
_BY_ITSELF = (".exe", ".app")


def tr(text: str) -> str:
    return QCoreApplication.translate("OpenWith", text)


class OpenWith:
    """Starts programs with the photo that is shown now; remembers which ones the user chose."""

    def __init__(self, page: PhotoPage, settings: WindowSettings) -> None:
        self._page, self._settings = page, settings

    def menu(self, parent: QMenu) -> QMenu:
        """The usual program, those of before, another one."""
        menu = QMenu(tr("Open with"), parent)
        menu.setToolTipsVisible(True)
        menu.addAction(self._page.desk.actions.get("photo.open"))
        menu.addSeparator()
        for program in self._settings.programs():
            action = menu.addAction(title_of(program).replace("&", "&&"))
            action.setToolTip(program)
            action.triggered.connect(partial(self._start_from_menu, program))
        menu.addAction(self._page.desk.actions.get("photo.program"))
        return menu

    def ask(self) -> None:
        """With a program of the user's choice."""
        if self._page.shown is None:
            return
        only = tr("Programs ({pattern})").format(pattern="*.exe *.com") if sys.platform == "win32" else ""
        start = _WHERE.get(sys.platform, "/usr/bin")
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("A program to open photos with"), start, only)
        if chosen:
            self.start(chosen)

    def start(self, program: str) -> None:
        """With this program, which is remembered if it starts, and else forgotten."""
        view = self._page.shown
        if view is None:
            return
        if files.open_by(program, view.photo.path):
            self._settings.note_program(program)
            return
        self._settings.forget_program(program)
        sentence = tr("{program} could not be started. The photo was not touched; choose another program.")
        self._page.desk.notices.tell(sentence.format(program=isolated(title_of(program))))

    def _start_from_menu(self, program: str, _checked: bool = False) -> None:
        self.start(program)


def title_of(program: str) -> str:
    """What a program is called, by its file."""
    path = PurePath(program)
    return path.stem if path.suffix.lower() in _BY_ITSELF else path.name
