"""The photos of a person, instead of the faces."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.models.photos_model import photos_model
from photoface.gui.models.roles import Role
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.showing import lists

LOOK = TileLook(picture=168)


class PersonPhotos(TileView):
    """Newest first; opening one goes to the photo, and on to this person's next one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Metrics(LOOK.picture, LOOK.height, gap=6), parent)
        self._desk = desk
        self._person_id: int | None = None
        self._reading = Ticket(self)
        self.photos = photos_model(desk.session)
        self.setModel(self.photos)
        self.setItemDelegate(TileDelegate(desk.images, LOOK, self))
        self.setAccessibleName(self.tr("Photos"))
        self.opened.connect(self._open)
        desk.images.arrived.connect(lambda _keys: self.viewport().update())

    def show_person(self, person_id: int) -> None:
        """Those in which somebody decided a face to be this person."""
        if person_id != self._person_id:
            self._person_id = person_id
            self.photos.show(np.empty(0, np.int64))
        self._reading.cancel()  # two readers may overtake one another
        self._reading = self._desk.session.read(
            self, lambda library: lists.photo_ids(library, person_id=person_id), self.photos.show
        )

    def _open(self, index: QModelIndex) -> None:
        self._desk.places.go(Place("photo", (index.data(Role.KEY), self._person_id)))
