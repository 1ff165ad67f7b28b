"""One field for queries, one place for pictures: drop, paste or choose."""

from __future__ import annotations

import os

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLabel, QPushButton, QStackedWidget

from photoface.domain.errors import NotFound, PhotofaceError
from photoface.gui.albums_out import export_query
from photoface.gui.core.actions import Command
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
from photoface.gui.pages.search.help import QueryHelp
from photoface.gui.pages.search.pictures import Pictures, image_of
from photoface.gui.pages.search.query_field import QueryField
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.selected import selected_ids
from photoface.gui.widgets.tile_delegate import TileDelegate
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services import saved_searches
from photoface.services.albums import find_ids
from photoface.services.library import Library

_NEAREST = 200


class SearchPage(Page):
    """The subject is a query as text, or the path of a picture as bytes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Search"))
        self.setAcceptDrops(True)
        self.query = QueryField(desk)
        self.help, self.help_button = QueryHelp(self), QPushButton(icon("question"), self.tr("Examples"))
        self.keep = QPushButton(icon("save"), self.tr("Save …"))
        self.by_face = QPushButton(icon("face-box"), self.tr("Search by a picture …"))
        self.message = QLabel()
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
        if self._asked:
            self._find(self._asked)

    def run_query(self) -> None:
        """The photos that the query describes."""
        text = self.query.text()
        self._stop_looking()
        self._offer(False)
        if text.strip():
            self._find(text)
        else:
            self._asked = ""
            self._say("")
            self.note.setText("")
            self.results.setCurrentWidget(self.empty)

    def look(self, path: bytes) -> None:
        """Whom the faces in this picture are like."""
        self._stop_looking()
        self._asked = ""
        self.query.clear()
        self._offer(False)
        self._say(self.tr("Looking at the picture …"))
        self._ticket = self.desk.looker.look(self, path, _NEAREST, self._show_faces, self._no_faces)

    def choose(self) -> None:
        """Let the user choose a picture."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A picture of somebody"))
        if chosen:
            self.look(os.fsencode(chosen))

    def paste(self) -> None:
        """A picture from the clipboard, or a file there."""
        self._take(QGuiApplication.clipboard().mimeData())

    def ask_name(self) -> None:
        """Under which name to keep the query."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Its name; it becomes an album that keeps itself up to date"))
        dialog.setTextValue(self._asked)
        dialog.textValueSelected.connect(self.save_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
        self._take(event.mimeData())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.query, 1)
        for button in (self.help_button, self.keep, self.by_face):
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self.help_button.setProperty("kind", "quiet")
        self.keep.setEnabled(False)
        self.keep.setToolTip(self.tr("Keep this search as an album"))
        self.query.asked.connect(self.run_query)
        self.help.chosen.connect(self.show_subject)
        self.help_button.clicked.connect(lambda _checked: self._help())
        self.keep.clicked.connect(lambda _checked: self.ask_name())
        self.by_face.clicked.connect(lambda _checked: self.choose())
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        self.message.hide()
        self._build_results()
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.body.addWidget(self.results, 1)

    def _build_results(self) -> None:
        self.photos.setModel(self.model)
        self.photos.setItemDelegate(TileDelegate(self.desk.images, PHOTO_LOOK, self.photos))
        self.photos.setAccessibleName(self.tr("Photos that were found"))
        self.photos.opened.connect(self._open_photo)
        self.desk.images.arrived.connect(lambda _keys: self.photos.viewport().update())
        self.faces.opened.connect(lambda subject: self.desk.places.go(Place("person", subject)))
        self.faces.photo_opened.connect(lambda number, row: self.desk.places.go(Place("photo", (number, row))))
        for widget in (self.empty, self.photos, self.nothing, self.faces):
            self.results.addWidget(widget)

    def _add_commands(self) -> None:
        area, add = self.title.text(), self.desk.actions.add
        paste = QKeySequence(QKeySequence.StandardKey.Paste).toString()
        words = self.tr("Search by the picture in the clipboard")
        add(self.results, Command("search.paste", area, words, (paste,)), self.paste)
        save = Command("search.save", area, self.tr("Save this search"), ("Ctrl+S",), "save")
        add(self, save, lambda: self.ask_name() if self.keep.isEnabled() else None)
        out = Command("search.out", area, self.tr("Export album …"), ("Ctrl+Shift+E",), "save")
        add(self, out, self.ask_export)
        date = Command("search.date", area, self.tr("Set the date …"), ("Ctrl+D",), "edit")
        add(self, date, self.ask_date)
        for name in ("search.date", "search.out"):
            self.tools.addWidget(self.tool_button(self.desk.actions.get(name), text=True))
        self._offer(False)
        field = Command("search.field", area, self.tr("To the query"), ("Ctrl+L",), "search")
        add(self, field, self.query.setFocus)

    def _offer(self, offered: bool) -> None:
        """What can be done with found photos."""
        self.keep.setEnabled(offered)
        for name in ("search.out", "search.date"):
            self.desk.actions.get(name).setEnabled(offered)

    def _help(self) -> None:
        def people(library: Library) -> list[tuple[int, str]]:
            known = sorted(library.people.list(), key=lambda person: -person.photos)
            return [(person.person_id, person.name) for person in known[:3]]

        self.desk.session.read(self, people, lambda known: self.help.open_below(self.query, known))

    def _take(self, data: QMimeData) -> None:
        path, image = self._pictures.path_of(data), image_of(data)
        if path is None:
            self._say(self.tr("There is no picture in the clipboard."), bad=True)
        elif image is None:
            self.look(path)
        else:
            name = os.fsdecode(path)
            self.desk.session.read(self, lambda _library: image.save(name), lambda _saved: self.look(path))

    def _find(self, text: str) -> None:
        if self._finding is not None:  # two readers may overtake one another
            self._finding.cancel()
        self._finding = self.desk.session.read(
            self, lambda library: find_ids(library, text), lambda ids: self._show_photos(text, ids), self._not_found
        )

    def _stop_looking(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _show_photos(self, text: str, ids: NDArray[np.int64]) -> None:
        if text != self.query.text():
            return
        self._asked = text
        self._say("")
        self.query.mark(None)
        self._offer(True)
        self.model.show(ids)
        self.results.setCurrentWidget(self.photos if len(ids) else self.nothing)
        self.note.setText(self.tr("%n photo(s)", "", len(ids)))

    def _show_faces(self, found: Found) -> None:
        self._pictures.forget()
        self._say("")
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
        self._say(self._sentence(error), bad=True)
        self.query.mark(error.place)

    def _sentence(self, error: PhotofaceError) -> str:
        if isinstance(error, NotFound) and error.place is not None:
            name = isolated(self.query.text()[slice(*error.place)].strip('"'))
            return self.tr("Nobody here is called {name}. The names are on the People page.").format(name=name)
        return sentence_of(error)

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.message.setProperty("kind", "bad" if bad else "note")
        self.message.style().polish(self.message)
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _open_photo(self, index: QModelIndex) -> None:
        self.desk.places.go(Place("photo", (index.data(Role.KEY), PhotoRow(self.model.ids))))
