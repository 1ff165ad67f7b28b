"""The first minute: one big button, a place to drop a folder on, three promises."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.pages.page import Page
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState

_WIDTH, _HEIGHT = 520, 176


class WelcomePage(Page):
    """``folders_chosen`` with folders as bytes."""

    folders_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setAcceptDrops(True)
        self.title.hide()
        self.note.hide()
        state = EmptyState(
            "people",
            self.tr("Your photos, by the people in them"),
            self.tr("Choose a folder with photos. photoface looks through it and finds who is in which picture."),
            kind="display",
        )
        self.choose = QPushButton(self.tr("Choose a photo folder"))
        self._frame = self._drop_target()
        state.add_space(3 * SPACE)
        state.add(self._frame)
        state.promise(
            [
                ("lock", self.tr("Everything stays on this computer.")),
                ("shield", self.tr("Your photos are never changed unless you ask for it.")),
                ("undo", self.tr("Every decision can be undone.")),
            ],
            _WIDTH,
        )
        self.body.addStretch(2)
        self.body.addWidget(state)
        self.body.addStretch(3)

    def _drop_target(self) -> QFrame:
        frame, drop = QFrame(), QLabel(self.tr("or drop it here"))
        frame.setProperty("kind", "drop")
        frame.setFixedSize(_WIDTH, _HEIGHT)
        drop.setProperty("kind", "note")
        self.choose.setProperty("kind", "primary")
        self.choose.setMinimumSize(260, 48)
        self.choose.clicked.connect(lambda _checked: self.ask())
        column = QVBoxLayout(frame)
        column.setSpacing(3 * SPACE)
        column.addStretch(1)
        for widget in (self.choose, drop):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return frame

    def ask(self) -> None:
        """Let the user choose a folder."""
        folder = ask_folder(self)
        if folder is not None:
            self.folders_chosen.emit([folder])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders_in(event):
            event.acceptProposedAction()
            self._light_up(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(False)
        event.acceptProposedAction()
        self.folders_chosen.emit(folders_in(event))

    def _light_up(self, lit: bool) -> None:
        self._frame.setProperty("kind", "drop-here" if lit else "drop")
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)


def ask_folder(parent: QWidget) -> bytes | None:
    """A folder chosen in the system's dialog, or None."""
    title = QCoreApplication.translate("WelcomePage", "Choose a photo folder")
    start = os.path.expanduser("~/Pictures") if os.path.isdir(os.path.expanduser("~/Pictures")) else ""
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return os.fsencode(chosen) if chosen else None


def folders_in(event: QDropEvent) -> Sequence[bytes]:
    """The folders that are being dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [os.fsencode(path) for path in paths if os.path.isdir(path)]
