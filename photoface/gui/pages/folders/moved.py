"""Where a folder that is not there any more is now: chosen, compared with what is known of it, taken over in a step."""

from __future__ import annotations

import os
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.models.folders_model import shown
from photoface.services.outcome import Outcome
from photoface.services.places import moving
from photoface.services.places.folders import Standing
from photoface.services.places.moving import Found

LOST = (Standing.NOT_FOUND, Standing.AWAY, Standing.EMPTY, Standing.SILENT)
"""Of such a folder it may be told where it is now."""


def tr(text: str) -> str:
    return QCoreApplication.translate("MovedFolder", text)


class MovedFolder(QObject):
    """``looked`` when a folder was taken over: what is new in it is still to be found."""

    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self.button = QPushButton(tr("It is here now …"))
        self.button.setToolTip(tr("The folder was moved or renamed: say where it is. Names go along."))

    def ask(self, old: bytes) -> None:
        """Let the user choose; nothing changes where the files are not there."""
        self._desk.session.read(self, lambda _library: moving.around(old), partial(self._choose, old))

    def _choose(self, old: bytes, near: bytes | None) -> None:
        title = tr("Where is {folder} now?").format(folder=shown(old))
        begin = os.path.expanduser("~") if near is None else os.fsdecode(near)
        chosen = QFileDialog.getExistingDirectory(self._parent, title, begin)
        if chosen:
            new = os.fsencode(chosen)
            self._desk.session.read(self, lambda library: moving.look_there(library, old, new), self._have)

    def _have(self, found: Found) -> None:
        if found.all_there:
            self._move(found)
            return
        box = QMessageBox(self._parent)
        box.setWindowTitle(tr("Not all of it is there"))
        locale = self._parent.locale()
        count, total = locale.toString(found.found), locale.toString(found.total)
        text = tr("{count} of {total} files of {folder} are there.")
        box.setText(text.format(count=count, total=total, folder=isolated(shown(found.old))))
        if found.found:
            box.setInformativeText(tr("The others would count as gone, until they are there again. Names are kept."))
            anyway = box.addButton(tr("It is the folder all the same"), QMessageBox.ButtonRole.AcceptRole)
            anyway.clicked.connect(lambda _checked: self._move(found, anyway=True))
        else:
            box.setInformativeText(tr("So this is not the folder. Nothing was changed."))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _move(self, found: Found, *, anyway: bool = False) -> None:
        def moved(outcome: Outcome) -> None:
            self._desk.notices.tell(outcome.summary, undoable=True)
            self.looked.emit()

        self._desk.session.write(
            self,
            lambda library: moving.move(library, found.old, found.new, anyway=anyway),
            moved,
            touched=Touched.EVERYTHING,
        )
