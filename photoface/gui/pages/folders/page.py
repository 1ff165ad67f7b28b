"""Folders that are indexed, with what can be done about them, and below them the files that could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QMessageBox, QPushButton, QVBoxLayout

from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.core.session import Ticket
from photoface.gui.models.folders_model import FailedFilesModel, FolderRow, FoldersModel, shown
from photoface.gui.models.roles import Role
from photoface.gui.pages.folders.moved import LOST, MovedFolder
from photoface.gui.pages.page import Page
from photoface.gui.pages.welcome import folders_in
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.line_delegate import LineDelegate
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.places import folders, pausing
from photoface.services.places.folders import FolderView
from photoface.services.watching.live import Way
from photoface.store.photo_lists import FailedFile


@dataclass(frozen=True, slots=True)
class _Rows:
    folders: list[FolderView]
    failed: list[FailedFile]


class FoldersPage(Page):
    """``add_wanted``: let the user choose; ``index_wanted`` with folders; ``retry_wanted``: read failed files again.

    exclude_wanted: let the user say what is left out; rescan_wanted: what is being read now is another choice.
    """

    touched = Touched.FOLDERS | Touched.PHOTOS
    add_wanted = Signal()
    index_wanted = Signal(object)
    retry_wanted = Signal()
    exclude_wanted = Signal()
    rescan_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Folders"))
        self.setAcceptDrops(True)
        self.model, self.failed_model = FoldersModel(), FailedFilesModel()
        self.list, self.failed = self._list(self.model), self._list(self.failed_model)
        self.list.setAccessibleName(self.tr("Indexed folders"))
        self.failed.setAccessibleName(self.tr("Files that could not be used"))
        self.failed_title = QLabel()
        self.failed_title.setProperty("kind", "title")
        self.failed_title.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 0)
        self.empty = EmptyState(
            "folders", self.tr("No folder is indexed"), self.tr("Add a folder with photos, or drop it here.")
        )
        self.add, self.remove = QPushButton(self.tr("Add a folder …")), QPushButton(self.tr("Remove …"))
        self.exclude, self.pause = QPushButton(self.tr("Leave out …")), QPushButton(self.tr("Pause"))
        self.moved = MovedFolder(desk, self)
        self.look, self.retry = (
            QPushButton(self.tr("Look for new photos")),
            QPushButton(self.tr("Try these files again")),
        )
        self.add.setProperty("kind", "primary")
        self._reading = Ticket(self)
        self._build()
        desk.follower.told.connect(self._show_ways)
        self._views: list[FolderView] = []

    def refresh(self) -> None:
        self._reading.cancel()  # two readers may overtake one another
        self._reading = self.desk.session.read(self, _read, self._show)

    def ask_remove(self) -> None:
        """Say first what happens to the names in it."""
        path = self.list.currentIndex().data(Role.KEY)
        if path is None:
            return
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Remove a folder"))
        box.setText(self.tr("Stop indexing {folder}?").format(folder=isolated(shown(path))))
        box.setInformativeText(
            self.tr(
                "Its photos leave all pages. The files are not touched. Names and corrections in it are kept: they are "
                "back when the folder is added again, and this can be undone."
            )
        )
        yes = box.addButton(self.tr("Remove this folder"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        yes.clicked.connect(lambda _checked: self._remove(path))
        box.open()

    def ask_where(self) -> None:
        """Where the chosen folder is now, if it is not there any more."""
        view = self._chosen()
        if view is not None and view.standing in LOST:
            self.moved.ask(view.path)

    def toggle_pause(self) -> None:
        """The chosen folder is not looked at for a while, or again."""
        view = self._chosen()
        if view is not None:
            decide = pausing.resume if view.paused else pausing.pause
            self.desk.session.write(self, lambda library: decide(library, view.path), self._paused)

    def _paused(self, _outcome: Outcome) -> None:
        if self.desk.indexer.running:  # it began with this folder, or without it
            self.rescan_wanted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.index_wanted.emit(folders_in(event))

    def _build(self) -> None:
        self.exclude.clicked.connect(self.exclude_wanted)
        for button in (self.look, self.exclude, self.moved.button, self.pause, self.remove, self.add):
            self.tools.addWidget(button)
        self.add.clicked.connect(self.add_wanted)
        self.look.clicked.connect(lambda _checked: self.index_wanted.emit([]))
        self.remove.clicked.connect(self.ask_remove)
        self.pause.clicked.connect(self.toggle_pause)
        self.moved.button.clicked.connect(self.ask_where)
        self.moved.looked.connect(lambda: self.index_wanted.emit([]))
        self.retry.clicked.connect(self.retry_wanted)
        column = QVBoxLayout()
        column.setContentsMargins(
            2 * SPACE, 0, 2 * SPACE, 4 * SPACE
        )  # the texts of the rows stand where the title does
        column.setSpacing(3 * SPACE)
        for widget, stretch in ((self.list, 2), (self.empty, 2), (self.failed_title, 0), (self.failed, 3)):
            column.addWidget(widget, stretch)
        again = QHBoxLayout()
        again.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 0)
        again.addWidget(self.retry)
        again.addStretch(1)
        column.addLayout(again)
        self.body.addLayout(column, 1)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._offer()
        area = self.title.text()
        for command, run in (
            (Command("folders.remove", area, self.tr("Remove the chosen folder …"), ("Del",)), self.ask_remove),
            (Command("folders.moved", area, self.tr("It is here now …"), ("Ctrl+H",)), self.ask_where),
            (Command("folders.pause", area, self.tr("Pause or resume the folder"), ("Ctrl+P",)), self.toggle_pause),
        ):
            self.desk.actions.add(self.list, command, run)

    def _list(self, model: FoldersModel | FailedFilesModel) -> QListView:
        made = QListView()
        made.setModel(model)
        made.setItemDelegate(LineDelegate(made, paths=True))
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        return made

    def _remove(self, path: bytes) -> None:
        self.desk.session.write(self, lambda library: folders.remove(library, path))

    def _show(self, rows: _Rows) -> None:
        self._views = rows.folders
        self._show_ways(self.desk.follower.ways)
        self.list.setVisible(bool(rows.folders))
        self.empty.setVisible(not rows.folders)
        self.note.setText(self.tr("%n folder(s)", "", len(rows.folders)) if rows.folders else "")
        self.failed_model.show(rows.failed)
        self.failed_title.setText(self.tr("%n file(s) could not be used", "", len(rows.failed)))
        for widget in (self.failed_title, self.failed, self.retry):
            widget.setVisible(bool(rows.failed))

    def _show_ways(self, ways: Mapping[bytes, Way]) -> None:
        self.model.show([FolderRow(view, ways.get(view.path)) for view in self._views])
        self._offer()

    def _chosen(self) -> FolderView | None:
        row: FolderRow | None = self.list.currentIndex().data(Role.VALUE)
        return row.view if row is not None else None

    def _offer(self) -> None:
        """What can be done about the chosen folder."""
        view = self._chosen()
        for button in (self.pause, self.remove):
            button.setEnabled(view is not None)
        self.moved.button.setVisible(view is not None and view.standing in LOST)
        paused = view is not None and view.paused
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        again, rest = self.tr("Look at this folder again"), self.tr("Do not look at this folder for a while")
        self.pause.setToolTip(again if paused else rest)


def _read(library: Library) -> _Rows:
    return _Rows(folders.overview(library), library.photos.failures())
