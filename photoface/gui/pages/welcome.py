"""The first minute: one big button, a place to drop a folder on, three promises."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.pages.page import Page
from photoface.gui.widgets.empty_state import EmptyState


class WelcomePage(Page):
    """``folders_chosen`` with folders as bytes."""

    folders_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setAcceptDrops(True)
        state = EmptyState(
            "people",
            self.tr("Your photos, by the people in them"),
            self.tr("Choose a folder with photos. photoface looks through it and finds who is in which picture."),
        )
        self.choose = state.offer(self.tr("Choose a photo folder"), self.ask)
        self.choose.setMinimumSize(260, 48)
        state.promise(
            [
                ("lock", self.tr("Everything stays on this computer.")),
                ("shield", self.tr("Your photos are only read, never changed.")),
                ("undo", self.tr("Every decision can be undone.")),
            ]
        )
        self.body.addWidget(state, 1)

    def ask(self) -> None:
        """Let the user choose a folder."""
        folder = ask_folder(self)
        if folder is not None:
            self.folders_chosen.emit([folder])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.folders_chosen.emit(folders_in(event))


def ask_folder(parent: QWidget) -> bytes | None:
    """A folder chosen in the system's dialog, or None."""
    title = parent.tr("Choose a photo folder")
    start = os.path.expanduser("~/Pictures") if os.path.isdir(os.path.expanduser("~/Pictures")) else ""
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return os.fsencode(chosen) if chosen else None


def folders_in(event: QDropEvent) -> Sequence[bytes]:
    """The folders that are being dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [os.fsencode(path) for path in paths if os.path.isdir(path)]
