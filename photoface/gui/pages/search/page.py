"""One field for queries, one place for pictures: drop, paste or choose."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QStackedWidget

from photoface.domain.errors import PhotofaceError
from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.looking import Found
from photoface.gui.core.places import Place
from photoface.gui.models.photos_model import photos_model
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.pages.photos.page import LOOK as PHOTO_LOOK
from photoface.gui.pages.search.by_face import FaceResults
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.tile_delegate import TileDelegate
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.albums import find_photos
from photoface.services.library import Library

_NEAREST = 200


class SearchPage(Page):
    """The subject is a query as text, or the path of a picture as bytes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Search"))
        self.setAcceptDrops(True)
        self.query = QLineEdit()
        self.by_face = QPushButton(icon("face-box"), self.tr("Search by a picture …"))
        self.message = QLabel()
        self.model = photos_model(desk.session)
        self.photos = TileView(Metrics(PHOTO_LOOK.picture, PHOTO_LOOK.height, gap=6))
        self.faces = FaceResults(desk)
        hint = self.tr("Type names: Anna AND Ben NOT Chris, or drop a picture of somebody here.")
        self.empty = EmptyState("search", self.tr("Whom are you looking for?"), hint)
        self.results = QStackedWidget()
        self._build()
        self._add_commands()

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, str):
            self.query.setText(subject)
            self.run_query()
        elif isinstance(subject, bytes):
            self.look(subject)

    def enter(self) -> None:
        super().enter()
        self.query.setFocus()

    def refresh(self) -> None:
        if self.results.currentWidget() is self.photos:
            self.run_query()

    def run_query(self) -> None:
        """The photos that the query describes."""
        text = self.query.text().strip()
        if text:
            self.desk.session.read(self, lambda library: _ids(library, text), self._show_photos, self._say)

    def look(self, path: bytes) -> None:
        """Whom the faces in this picture are like."""
        self.message.setText(self.tr("Looking at the picture …"))
        self.message.show()
        self.desk.looker.look(self, path, _NEAREST, self._show_faces, self._say)

    def choose(self) -> None:
        """Let the user choose a picture."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A picture of somebody"))
        if chosen:
            self.look(os.fsencode(chosen))

    def paste(self) -> None:
        """A picture from the clipboard, or the path of one."""
        clipboard = QGuiApplication.clipboard()
        urls = [url.toLocalFile() for url in clipboard.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.look(os.fsencode(urls[0]))
        elif not clipboard.image().isNull():
            path = os.path.join(tempfile.mkdtemp(prefix="photoface-"), "pasted.png")
            clipboard.image().save(path)
            self.look(os.fsencode(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look(os.fsencode(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        self.query.setPlaceholderText(self.tr("Anna AND Ben NOT Chris"))
        self.query.setAccessibleName(self.tr("Query"))
        self.query.setMinimumWidth(320)
        self.query.setClearButtonEnabled(True)
        self.query.returnPressed.connect(self.run_query)
        self.by_face.clicked.connect(self.choose)
        self.tools.addWidget(self.query)
        self.tools.addWidget(self.by_face)
        self.message.setWordWrap(True)
        self.message.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        self.message.hide()
        self.photos.setModel(self.model)
        self.photos.setItemDelegate(TileDelegate(self.desk.images, PHOTO_LOOK, self.photos))
        self.photos.setAccessibleName(self.tr("Photos that were found"))
        self.photos.opened.connect(self._open_photo)
        self.desk.images.arrived.connect(lambda _keys: self.photos.viewport().update())
        self.faces.opened.connect(lambda subject: self.desk.places.go(Place("person", subject)))
        for widget in (self.empty, self.photos, self.faces):
            self.results.addWidget(widget)
        self.body.addWidget(self.message)
        self.body.addWidget(self.results, 1)

    def _add_commands(self) -> None:
        paste = QKeySequence(QKeySequence.StandardKey.Paste).toString()
        command = Command(
            "search.paste", self.title.text(), self.tr("Search by the picture in the clipboard"), (paste,)
        )
        self.desk.actions.add(self.results, command, self.paste)

    def _show_photos(self, found: _Ids) -> None:
        self.message.hide()
        self.model.show(found.ids)
        self.results.setCurrentWidget(self.photos)
        self.note.setText(self.tr("%n photo(s)", "", len(found.ids)))

    def _show_faces(self, found: Found) -> None:
        self.message.hide()
        self.note.setText("")
        self.results.setCurrentWidget(self.faces)
        self.faces.show_found(found)

    def _say(self, error: Exception) -> None:
        if not isinstance(error, PhotofaceError):
            self.desk.session.report(error)
            return
        self.message.setText(str(error))
        self.message.show()

    def _open_photo(self, index: QModelIndex) -> None:
        self.desk.places.go(Place("photo", index.data(Role.KEY)))


@dataclass(frozen=True, slots=True, eq=False)
class _Ids:
    ids: NDArray[np.int64]


def _ids(library: Library, text: str) -> _Ids:
    return _Ids(np.array([photo.photo_id for photo in find_photos(library, text)], np.int64))
