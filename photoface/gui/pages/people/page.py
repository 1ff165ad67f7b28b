"""Everybody in the library as tiles; opening one goes to that person."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from photoface.domain.people import Person
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.models.people_model import PeopleModel, PeopleRows
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.library import Library

LOOK = TileLook(picture=132, lines=2, round=True)


class PeoplePage(Page):
    """The first page one sees."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("People"))
        self.model = PeopleModel()
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=20), self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("People"))
        self.view.opened.connect(self._open)
        desk.images.arrived.connect(lambda _keys: self.view.viewport().update())
        self.body.addWidget(self.view)

    def refresh(self) -> None:
        self.desk.session.read(self, _everybody, self._show)

    def _show(self, rows: PeopleRows) -> None:
        self.model.show_people(rows)
        self.note.setText(self.tr("%n with a name", "", len(rows.people)))

    def _open(self, index: QModelIndex) -> None:
        somebody = index.data(Role.VALUE)
        subject = ("person", somebody.person_id) if isinstance(somebody, Person) else ("group", somebody.cluster_id)
        self.desk.places.go(Place("person", subject))


def _everybody(library: Library) -> PeopleRows:
    people = [person for person in library.people.list() if not person.hidden]
    groups = library.groups.unnamed()
    ordered = sorted(people, key=lambda person: (-person.photos, person.name.casefold()))
    return PeopleRows(ordered, [one for one in groups if one.faces > 1], [one for one in groups if one.faces == 1])
