"""Photos that look the same and are shown as one: all of them, and the word that they are different ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QWidget

from photoface.domain.people import Photo
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.dialogs.sheet import Sheet
from photoface.gui.models.copies_model import CopiesModel
from photoface.gui.models.roles import Role
from photoface.gui.widgets.selected import selected_ids
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.outcome import Outcome
from photoface.services.photos.twins import copies_of, keep_apart

LOOK = TileLook(picture=184, lines=2)


class CopiesDialog(Sheet):
    """Nothing is deleted here, and each keeps its faces. Opening one shows it large."""

    def __init__(self, desk: Desk, photo_id: int, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CopiesDialog", "Photos that look the same"), parent, 720)
        self._desk = desk
        self.model = CopiesModel()
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=12))
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.title.text())
        self.view.setMinimumHeight(LOOK.height + 72)
        self.view.opened.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(lambda _now, _before: self._count())
        desk.images.arrived.connect(self._draw_anew)
        self.body.addWidget(self.view, 1)
        self.say(
            self.tr(
                "They are shown as one, the largest first. Select those that are different photos: they are shown by "
                "themselves then, for ever. Nothing is deleted."
            )
        )
        self.cancel = self.add_button(self.tr("Close"), self.reject, "quiet")
        self.apart = self.add_button("", self.tell_apart, "primary")
        desk.session.read(self, lambda library: copies_of(library, photo_id), self._show)
        self._count()

    def tell_apart(self) -> None:
        """The selected photos, or all of them, are different ones: one step that can be undone."""
        desk, ids, rest = self._desk, self.different, self._rest()

        def decided(_outcome: Outcome) -> None:
            desk.session.changed.emit(Change(Touched.PHOTOS))

        desk.session.decide(desk.session, lambda library: keep_apart(library, ids, rest), decided, weigh=False)
        self.accept()

    @property
    def different(self) -> list[int]:
        """What is selected, else all of them."""
        return selected_ids(self.view) if self.view.selectionModel().hasSelection() else self._every()

    def _every(self) -> list[int]:
        return [photo.photo_id for photo in self.model.rows]

    def _rest(self) -> list[int]:
        return [each for each in self._every() if each not in self.different]

    def _draw_anew(self, _keys: object) -> None:
        """Pictures have come. A method, so that Qt forgets it with the dialog."""
        self.view.viewport().update()

    def _show(self, photos: Sequence[Photo]) -> None:
        self.model.show(photos)
        self._count()
        self.fit()

    def _count(self) -> None:
        count, every = len(self.different), len(self.model.rows)
        of_some = self.tr("The %n selected photo(s) are different from the others", "", count)
        of_all = self.tr("All %n photos are different ones", "", every)
        self.apart.setText(of_some if count < every else of_all)
        self.apart.setEnabled(every > 1)

    def _open(self, index: QModelIndex) -> None:
        self.accept()
        self._desk.places.go(Place("photo", index.data(Role.KEY)))
