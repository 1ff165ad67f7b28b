"""Albums that keep themselves up to date: a tile each; opening one shows its photos."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget

from photoface.domain.errors import PhotofaceError
from photoface.gui.albums_out import export_person, export_query
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.models.albums_model import AlbumsModel
from photoface.gui.models.photos_model import photos_model
from photoface.gui.models.roles import Role
from photoface.gui.pages.albums.commands import add_commands, open_menu, show_tools
from photoface.gui.pages.albums.reading import OpenAlbum, read_album
from photoface.gui.pages.page import Page
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.selected import selected_ids
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.finding import saved_searches
from photoface.services.finding.albums import Albums, SearchAlbum, albums
from photoface.services.finding.saved_searches import SavedSearch
from photoface.services.library import Library
from photoface.services.outcome import Outcome

LOOK = TileLook(picture=172, lines=2)
PHOTO_LOOK = TileLook(picture=168)


class AlbumsPage(Page):
    """The subject is None for all albums, ("person", id) or ("search", id) for one."""

    touched = Touched.FACES | Touched.PHOTOS | Touched.SETTINGS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.subject: tuple[str, int | str] | None = None
        self.model, self.photos_model = AlbumsModel(), photos_model(desk.session)
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=20))
        self.photos = TileView(Metrics(PHOTO_LOOK.picture, PHOTO_LOOK.height, gap=6))
        words = self.tr("Name somebody, or save a search, and an album appears here that keeps itself up to date.")
        self.empty = EmptyState("albums", self.tr("No albums yet"), words)
        self.nothing = EmptyState("photos", self.tr("No photo is in this album"), "")
        self.views = QStackedWidget()
        self._search: SavedSearch | None = None
        self._reading: Ticket | None = None
        self._build()
        add_commands(self)
        show_tools(self)

    def show_subject(self, subject: object) -> None:
        wanted = subject if isinstance(subject, tuple) else None
        if wanted != self.subject:
            self.subject = wanted
            self._search = None
            if wanted is not None:
                self.photos_model.show(np.empty(0, np.int64))
        self.refresh()

    def refresh(self) -> None:
        subject = self.subject
        if self._reading is not None:  # two readers may overtake one another
            self._reading.cancel()
        if subject is None:
            self._reading = self.desk.session.read(self, albums, self._show_albums)
        else:
            self._reading = self.desk.session.read(
                self, lambda library: read_album(library, subject), lambda found: self._show(subject, found), self._gone
            )

    def rename(self, name: str) -> None:
        """Give the saved search that is shown or chosen another name."""
        search = self.search
        if search is not None:
            self._decide(lambda library: saved_searches.rename(library, search.search_id, name))

    def delete(self) -> None:
        """The saved search goes; it can be undone, so nobody is asked."""
        search = self.search
        if search is not None:
            self._decide(lambda library: saved_searches.delete(library, search.search_id))

    def ask_export(self) -> None:
        """The album that is shown, into a folder."""
        if self.subject is None:
            return
        kind, number = self.subject
        if kind == "person" and isinstance(number, int):
            export_person(self.desk, number, self.title.text(), self)
        elif self._search is not None:
            export_query(self.desk, self._search.query, self._search.name, self)

    def ask_date(self) -> None:
        """When the selected photos were taken, or all of the album."""
        if self.subject is None or not self.photos_model.rowCount():
            return
        chosen = self.photos.selectionModel().hasSelection()
        DateDialog(self.desk, selected_ids(self.photos) if chosen else self.photos_model.ids.tolist(), self).open()

    @property
    def search(self) -> SavedSearch | None:
        """The saved search that is shown, or whose tile is chosen."""
        if self.subject is not None:
            return self._search
        value = self.view.currentIndex().data(Role.VALUE)
        return value.search if isinstance(value, SearchAlbum) else None

    def _build(self) -> None:
        for view, model, look, name in (
            (self.view, self.model, LOOK, self.tr("Albums")),
            (self.photos, self.photos_model, PHOTO_LOOK, self.tr("Photos of the album")),
        ):
            view.setModel(model)
            view.setItemDelegate(TileDelegate(self.desk.images, look, view))
            view.setAccessibleName(name)
            self.desk.images.arrived.connect(lambda _keys, view=view: view.viewport().update())
        self.view.opened.connect(lambda index: self.desk.places.go(Place("albums", index.data(Role.KEY))))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(lambda at: open_menu(self, at))
        self.photos.opened.connect(self._open_photo)
        for widget in (self.view, self.photos, self.empty, self.nothing):
            self.views.addWidget(widget)
        self.body.addWidget(self.views, 1)

    def _show_albums(self, found: Albums) -> None:
        if self.subject is not None:
            return
        self.title.setText(self.tr("Albums"))
        number = len(found.people) + len(found.searches)
        self.note.setText(self.tr("%n album(s)", "", number) if number else "")
        self.model.show_albums(found)
        self.views.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        show_tools(self)

    def _show(self, subject: tuple[str, int | str], found: OpenAlbum) -> None:
        if subject != self.subject:
            return
        self._search = found.search
        self.title.setText(found.title)
        count = self.tr("%n photo(s)", "", len(found.ids))
        self.note.setText(f"{count}  ·  {found.search.query}" if found.search else count)
        self.nothing.say(self.tr("No photo is in this album"), found.problem)
        self.photos_model.show(found.ids)
        self.views.setCurrentWidget(self.photos if len(found.ids) else self.nothing)
        show_tools(self)

    def _gone(self, error: Exception) -> None:
        """The person or the search is gone, e.g. by undo."""
        if not isinstance(error, PhotofaceError):
            self.desk.session.report(error)
            return
        if self.isVisible():
            self.desk.places.replace(Place("albums"))
        else:
            self.subject = None

    def all(self) -> None:
        """Back to all albums."""
        if self.subject is not None:
            self.desk.places.go(Place("albums"))

    def edit(self) -> None:
        """The query, where queries are typed."""
        if self.search is not None:
            self.desk.places.go(Place("search", self.search.query))

    def _decide(self, work: Callable[[Library], Outcome]) -> None:
        self.desk.session.decide(self, work)

    def _open_photo(self, index: QModelIndex) -> None:
        self.desk.places.go(Place("photo", (index.data(Role.KEY), PhotoRow(self.photos_model.ids))))
