"""One person or group: faces by year, guesses apart, and what can be done with the selected ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.models.faces_model import FacesModel
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.pages.person.header import PersonHeader
from photoface.gui.pages.person.offers import offers_for
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.selection_bar import SelectionBar
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.portrait import Order, PersonView, Portrait, view_group, view_person

LOOK = TileLook(picture=124)


class PersonPage(Page):
    """The subject is ("person", id) or ("group", id)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.subject: tuple[str, int] | None = None
        self.shown: PersonView | None = None
        self.model = FacesModel()
        self.header = PersonHeader(desk)
        self.title.hide()
        self.note.hide()
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=8), self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("Faces"))
        self.bar = SelectionBar(desk)
        self.order = QComboBox()
        self._build()
        self._add_commands()

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, tuple) and subject != self.subject:
            self.subject = subject
            self.shown = None
            self.model.show(())
            self.header.clear()
            self.refresh()

    def refresh(self) -> None:
        if self.subject is None:
            return
        kind, number = self.subject
        order = self._order()

        def work(library: Library) -> PersonView:
            return (view_person if kind == "person" else view_group)(library, number, order)

        self.desk.session.read(self, work, self._show, self._gone)

    def _order(self) -> Order:
        return Order(self.order.currentData())  # Qt hands a StrEnum back as a plain str

    def selected(self) -> list[Portrait]:
        """The faces that are selected, in the order of the page."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return [self.model.rows[row] for row in rows]

    def _build(self) -> None:
        for order, text in (
            (Order.DATE, self.tr("By date")),
            (Order.SIMILARITY, self.tr("By similarity")),
            (Order.QUALITY, self.tr("By quality")),
        ):
            self.order.addItem(text, order)
        self.order.setAccessibleName(self.tr("Order of the faces"))
        self.order.currentIndexChanged.connect(self.refresh)
        self.tools.addWidget(self.order)
        self.body.insertWidget(1, self.header)
        self.body.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        foot.addWidget(self.bar)
        self.body.addLayout(foot)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.desk.images.arrived.connect(lambda _keys: self.view.viewport().update())
        self.bar.who.chosen.connect(self._reassign)
        self.header.named.connect(self._name)

    def _add_commands(self) -> None:
        area, decisions = self.tr("Faces of a person"), self.desk.decisions
        for command, run in (
            (Command("face.confirm", area, self.tr("Confirm"), ("Y",), "yes"), decisions.confirm),
            (Command("face.reject", area, self.tr("Not this person"), ("N",), "no"), self._reject),
            (Command("face.split", area, self.tr("Split off"), ("S",), "split"), decisions.split),
            (Command("face.ignore", area, self.tr("Ignore"), ("I",), "ignore"), decisions.ignore),
            (Command("face.none", area, self.tr("Not a face"), ("X", "Del")), decisions.not_faces),
        ):
            self.desk.actions.add(self.view, command, partial(self._on_selected, run))

    def _on_selected(self, run: Callable[[list[int]], None]) -> None:
        ids = [one.face.face_id for one in self.selected()]
        if ids:
            run(ids)

    def _reject(self, ids: list[int]) -> None:
        if self.shown is not None and self.shown.person is not None:
            self.desk.decisions.reject(ids, self.shown.person.person_id)

    def _show(self, view: PersonView) -> None:
        first = self.shown is None
        self.shown = view
        self.model.show_person(view, self._order())
        self.header.show_person(view)
        self._offer()
        if first and view.group is not None:
            self.header.ask_name()
        elif first and self.model.rows:
            self.view.setFocus()

    def _offer(self) -> None:
        chosen = self.selected()
        offers = offers_for(self.shown, chosen, self.desk.decisions) if self.shown else []
        self.bar.offer(len(chosen), offers, self.tr("Somebody else …"))

    def _reassign(self, who: Named) -> None:
        self.desk.decisions.assign([one.face.face_id for one in self.selected()], who)

    def _name(self, who: Named) -> None:
        if self.shown is None:
            return
        if self.shown.group is not None:
            self.desk.decisions.name_group(self.shown.group.cluster_id, who, self._become)
        elif self.shown.person is not None:
            self.desk.decisions.rename(self.shown.person.person_id, who.name)

    def _become(self, outcome: Outcome) -> None:
        """A group that got a name is that person from now on."""
        if outcome.person_id is not None:
            self.desk.places.replace(Place("person", ("person", outcome.person_id)))

    def _gone(self, error: Exception) -> None:
        """The person was merged away, or the group dissolved."""
        self.shown = None
        self.model.show(())
        self.header.say(str(error))

    def focus_key(self) -> object:
        """The key of the current tile, for tests and for coming back."""
        return self.view.currentIndex().data(Role.KEY)
