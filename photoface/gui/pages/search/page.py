"""One field for queries, one place for pictures: drop, paste or choose."""

from __future__ import annotations

import os

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from photoface.domain.errors import NotFound, PhotofaceError
from photoface.gui.albums_out import export_query
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.isolating import isolated
from photoface.gui.core.looking import Found
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.models.photos_model import photos_model
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.pages.photos.page import LOOK as PHOTO_LOOK
from photoface.gui.pages.search.by_face import FaceResults
from photoface.gui.pages.search.commands import add_commands, ask_name, offer
from photoface.gui.pages.search.head import SearchHead
from photoface.gui.pages.search.pictures import Pictures, image_of
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.selected import selected_ids
from photoface.gui.widgets.tile_delegate import TileDelegate
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.finding import saved_searches
from photoface.services.finding.albums import find_ids

_NEAREST = 200


class SearchPage(Page):
    """The subject is a query as text, or the path of a picture as bytes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Search"))
        self.setAcceptDrops(True)
        self.head = SearchHead(desk)
        self.query = self.head.query
        self.model = photos_model(desk.session)
        self.photos = TileView(Metrics(PHOTO_LOOK.picture, PHOTO_LOOK.height, gap=6))
        self.faces = FaceResults(desk)
        hint = self.tr("Type names: Anna AND Ben NOT Chris, or drop a picture of somebody here.")
        self.empty = EmptyState("search", self.tr("Whom are you looking for?"), hint)
        self.nothing = EmptyState("photos", self.tr("No photo fits"), self.tr("Try fewer names, or other dates."))
        self.results = QStackedWidget()
        self._asked = ""
        self._pictures = Pictures()
        self._ticket: Ticket | None = None
        self._finding: Ticket | None = None
        self._build()
        add_commands(self)

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
        if self._asked:
            self._find(self._asked)

    def run_query(self) -> None:
        """The photos that the query describes."""
        text = self.query.text()
        self._stop()
        offer(self, False)
        if text.strip():
            self._find(text)
        else:
            self._asked = ""
            self.head.say("")
            self.note.setText("")
            self.results.setCurrentWidget(self.empty)

    def look(self, path: bytes) -> None:
        """Whom the faces in this picture are like."""
        self._stop()
        self._asked = ""
        self.query.clear()
        offer(self, False)
        self.head.say(self.tr("Looking at the picture …"))
        self._ticket = self.desk.looker.look(self, path, _NEAREST, self._show_faces, self._no_faces)

    def choose(self) -> None:
        """Let the user choose a picture."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A picture of somebody"))
        if chosen:
            self.look(os.fsencode(chosen))

    def paste(self) -> None:
        """A picture from the clipboard, or a file there."""
        self.take(QGuiApplication.clipboard().mimeData())

    def save_as(self, name: str) -> None:
        """Keep the query under this name."""
        query = self._asked
        self.desk.session.decide(self, lambda library: saved_searches.save(library, name, query), None, self._not_found)

    def ask_export(self) -> None:
        """What the query finds, into a folder."""
        if self._asked:
            export_query(self.desk, self._asked, self._asked, self)

    def ask_date(self) -> None:
        """When the selected photos were taken, or all that were found."""
        if self._asked and self.model.rowCount():
            chosen = self.photos.selectionModel().hasSelection()
            DateDialog(self.desk, selected_ids(self.photos) if chosen else self.model.ids.tolist(), self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if any(url.isLocalFile() for url in data.urls()) or data.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(event.mimeData())

    @property
    def asked(self) -> str:
        """The query whose photos are shown; empty where there is none."""
        return self._asked

    def take(self, data: QMimeData) -> None:
        """Search with what was dropped or pasted."""
        path, image = self._pictures.path_of(data), image_of(data)
        if path is None:
            self.head.say(self.tr("There is no picture in the clipboard."), bad=True)
        elif image is None:
            self.look(path)
        else:
            name = os.fsdecode(path)
            self.desk.session.read(self, lambda _library: image.save(name), lambda _saved: self.look(path))

    def _build(self) -> None:
        self.query.asked.connect(self.run_query)
        self.head.example.connect(self.show_subject)
        self.head.keep.clicked.connect(lambda _checked: ask_name(self))
        self.head.by_face.clicked.connect(lambda _checked: self.choose())
        self.body.addWidget(self.head)
        self.body.addWidget(self.results, 1)
        self.photos.setModel(self.model)
        self.photos.setItemDelegate(TileDelegate(self.desk.images, PHOTO_LOOK, self.photos))
        self.photos.setAccessibleName(self.tr("Photos that were found"))
        self.photos.opened.connect(self._open_photo)
        self.desk.images.arrived.connect(lambda _keys: self.photos.viewport().update())
        self.faces.opened.connect(lambda subject: self.desk.places.go(Place("person", subject)))
        self.faces.photo_opened.connect(lambda number, row: self.desk.places.go(Place("photo", (number, row))))
        for widget in (self.empty, self.photos, self.nothing, self.faces):
            self.results.addWidget(widget)

    def _find(self, text: str) -> None:
        if self._finding is not None:  # two readers may overtake one another
            self._finding.cancel()
        self._finding = self.desk.session.read(
            self, lambda library: find_ids(library, text), lambda ids: self._show_photos(text, ids), self._not_found
        )

    def _stop(self) -> None:
        """Nobody waits for what was asked before."""
        for ticket in (self._ticket, self._finding):
            if ticket is not None:
                ticket.cancel()

    def _show_photos(self, text: str, ids: NDArray[np.int64]) -> None:
        if text != self.query.text():
            return
        self._asked = text
        self.head.say("")
        self.query.mark(None)
        offer(self, True)
        self.model.show(ids)
        self.results.setCurrentWidget(self.photos if len(ids) else self.nothing)
        self.note.setText(self.tr("%n photo(s)", "", len(ids)))

    def _show_faces(self, found: Found) -> None:
        self._pictures.forget()
        self.head.say("")
        self.note.setText("")
        self.results.setCurrentWidget(self.faces)
        self.faces.show_found(found)

    def _no_faces(self, error: Exception) -> None:
        self._pictures.forget()
        self._not_found(error)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, PhotofaceError):
            self.desk.session.report(error)
            return
        self.head.say(self._sentence(error), bad=True)
        self.query.mark(error.place)

    def _sentence(self, error: PhotofaceError) -> str:
        if isinstance(error, NotFound) and error.place is not None:
            name = isolated(self.query.text()[slice(*error.place)].strip('"'))
            return self.tr("Nobody here is called {name}. The names are on the People page.").format(name=name)
        return sentence_of(error)

    def _open_photo(self, index: QModelIndex) -> None:
        self.desk.places.go(Place("photo", (index.data(Role.KEY), PhotoRow(self.model.ids))))
