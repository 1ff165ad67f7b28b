"""All photos of the library by month; opening one shows it large."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex

from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.models.photos_model import by_month, photos_model
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services import lists
from photoface.services.library import Library

LOOK = TileLook(picture=168)


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    ids: NDArray[np.int64]
    months: list[tuple[str, int]]


class PhotosPage(Page):
    """Opening a photo goes to ("photo", id)."""

    touched = Touched.PHOTOS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Photos"))
        self.model = photos_model(desk.session)
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
        desk.images.arrived.connect(lambda _keys: self.view.viewport().update())

    def refresh(self) -> None:
        self.desk.session.read(self, _read, self._show)

    def _show(self, found: _Shown) -> None:
        self.model.show(found.ids, by_month(found.months))
        self.note.setText(self.tr("%n photo(s)", "", len(found.ids)))
        self.view.setVisible(bool(len(found.ids)))
        self.empty.setVisible(not len(found.ids))

    def _open(self, index: QModelIndex) -> None:
        self.desk.places.go(Place("photo", index.data(Role.KEY)))


def _read(library: Library) -> _Shown:
    with library.db.consistent():
        return _Shown(lists.photo_ids(library), lists.months(library))
