"""All photos of the library by month; opening one shows it large. Those that are being read come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu

from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.models.photos_model import ArrivingPhotos
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.selected import selected_ids
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.library import Library
from photoface.services.photos.waiting import WaitingPhoto, waiting_photos
from photoface.services.showing import lists

LOOK = TileLook(picture=168)
_WAITING = 240
"""More than a screen of those that wait; the section says how many there are."""


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    ids: NDArray[np.int64]
    months: list[tuple[str, int]]
    waiting: Sequence[WaitingPhoto]
    waiting_in_all: int
    copies: dict[int, int]


class PhotosPage(Page):
    """Opening a photo goes to ("photo", id)."""

    touched = Touched.PHOTOS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Photos"))
        self._reading: Ticket | None = None
        self.model = ArrivingPhotos(desk.session)
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=6), self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("Photos by month"))
        self.empty = EmptyState(
            "photos", self.tr("No photos yet"), self.tr("Add a folder, and its photos appear here.")
        )
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.view.opened.connect(self._open)
        self._add_commands()
        desk.images.arrived.connect(lambda _keys: self.view.viewport().update())

    def refresh(self) -> None:
        if self._reading is not None:  # two readers may overtake one another
            self._reading.cancel()
        apart = self.desk.actions.get("photos.apart").isChecked()
        self._reading = self.desk.session.read(self, lambda library: _read(library, apart), self._show)

    def play(self) -> None:
        """The photos one after another, from the current one on."""
        first = next((row for row in range(self.model.rowCount()) if not self.model.waits(self._key(row))), None)
        here = self.view.currentIndex()
        if first is not None:
            self.desk.places.go(Place("photo", here.data(Role.KEY) if here.row() >= first else self._key(first)))
            self.desk.actions.get("photo.slides").trigger()

    def ask_date(self) -> None:
        """When the selected photos were taken, or the current one."""
        ids = selected_ids(self.view)
        if ids:
            DateDialog(self.desk, ids, self).open()

    def show_copies(self) -> None:
        """All photos that look the same as the current one."""
        key = self.view.currentIndex().data(Role.KEY)
        if self.model.copies(key):
            from photoface.gui.dialogs.copies_dialog import CopiesDialog

            CopiesDialog(self.desk, key, self).open()

    def _add_commands(self) -> None:
        area, add = self.title.text(), self.desk.actions.add
        same = self.tr("All photos that look the same as this one, and whether they are")
        slides = Command("photos.slides", area, self.tr("Slideshow"), ("F9",), "slideshow")
        date = Command("photos.date", area, self.tr("Set the date …"), ("Ctrl+D",), "edit")
        copies = Command("photos.copies", area, self.tr("Show its copies …"), ("C",), "photos", same)
        add(self, date, self.ask_date, everywhere=True)
        add(self.view, copies, self.show_copies)
        why = self.tr("Photos that look the same: each by itself, or one for all of them")
        apart = Command("photos.apart", area, self.tr("Copies apart"), ("Shift+C",), "photos", why)
        toggle = add(self, apart, self.invalidate, everywhere=True)
        toggle.setCheckable(True)
        self.tools.addWidget(self.tool_button(toggle, text=True))
        self.tools.addWidget(self.tool_button(add(self, slides, self.play, everywhere=True)))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if not index.isValid() or self.model.waits(index.data(Role.KEY)):
            return
        get, menu = self.desk.actions.get, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(get("photos.date"))
        if self.model.copies(index.data(Role.KEY)):
            menu.addAction(get("photos.copies"))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _key(self, row: int) -> object:
        return self.model.index(row).data(Role.KEY)

    def _show(self, found: _Shown) -> None:
        if found.waiting:
            self.desk.images.forget_missing()  # first pictures of files that had none at the last look
        self.model.show_all(found.waiting, found.waiting_in_all, found.ids, found.months, found.copies)
        more = sum(found.copies.values())
        copies = self.tr("%n more look the same as one of them", "", more) if more else ""
        photos = self.tr("%n photo(s)", "", len(found.ids)) if len(found.ids) else ""
        self.note.setText("  ·  ".join(part for part in (photos, copies) if part))
        self.view.setVisible(bool(self.model.rowCount()))
        self.empty.setVisible(not self.model.rowCount())

    def _open(self, index: QModelIndex) -> None:
        key = index.data(Role.KEY)
        if self.model.waits(key):
            self.desk.notices.tell(self.tr("This photo is still being looked at. It opens in a moment."))
        else:
            self.desk.places.go(Place("photo", key))


def _read(library: Library, apart: bool) -> _Shown:
    with library.db.consistent():
        waiting = waiting_photos(library, _WAITING)
        in_all = library.photos.counts().waiting if len(waiting) == _WAITING else len(waiting)
        ids, months = lists.photo_ids(library, folded=not apart), lists.months(library, folded=not apart)
        return _Shown(ids, months, waiting, in_all, {} if apart else lists.copies(library))
