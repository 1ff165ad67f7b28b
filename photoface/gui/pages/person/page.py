"""One person or group: faces by year, guesses apart, and what can be done with the selected ones."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from photoface.gui.core.carried import Carried
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.models.faces_model import FacesModel, carried_faces
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.pages.person.acts import PersonActs
from photoface.gui.pages.person.commands import PersonCommands
from photoface.gui.pages.person.header import PersonHeader
from photoface.gui.pages.person.offers import offers_for, offers_for_aside, offers_for_rejected
from photoface.gui.pages.person.photos import PersonPhotos
from photoface.gui.pages.person.tools import PersonTools, Shown
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.drag_tiles import DragTileView
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.people_chips import PeopleChips
from photoface.gui.widgets.selection_bar import SelectionBar
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.showing.portrait import PersonView, Portrait, view_aside, view_group, view_person

LOOK = TileLook(picture=124)


class PersonPage(Page):
    """The subject is ("person", id), ("group", id), or ("aside", 0) for faces that were ignored or marked as none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.subject: tuple[str, int] | None = None
        self.shown: PersonView | None = None
        self._reading = Ticket(self)
        self.model = FacesModel()
        self.header = PersonHeader(desk)
        self.tools_row = PersonTools()
        self.order, self.confirm_button = self.tools_row.order, self.tools_row.confirm_all
        self.view = DragTileView(Metrics(LOOK.picture, LOOK.height, gap=8), desk.images, carried_faces, self)
        self.photos = PersonPhotos(desk)
        self.bar = SelectionBar(desk)
        self.chips = PeopleChips(desk)
        self.stack = QStackedWidget()
        self.empty = EmptyState("person", "", "")
        self._build()
        self.acts = PersonActs(self)
        self.tools_row.confirm_all.clicked.connect(self.acts.confirm_all)
        self.commands = PersonCommands(self, self.acts)

    # -- what is shown --

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, tuple) and subject != self.subject:
            self.subject = subject
            self.shown = None
            self.model.show(())
            self.header.clear()
            self.tools_row.show_all()
            self._offer()
            self.refresh()

    def refresh(self) -> None:
        if self.subject is None:
            return
        kind, number = self.subject
        order = self.tools_row.chosen_order()

        def work(library: Library) -> PersonView:
            if kind == "aside":
                return view_aside(library, order)
            return (view_person if kind == "person" else view_group)(library, number, order)

        self._reading.cancel()  # of two answers the older one may come later
        self._reading = self.desk.session.read(self, work, self._show, self._gone)

    def selected(self) -> list[Portrait]:
        """The faces that are selected, in the order of the page."""
        return [self.model.rows[row] for row in self.view.selected_rows()]

    def focus_key(self) -> object:
        """The key of the current tile, for tests and for coming back."""
        return self.view.currentIndex().data(Role.KEY)

    # -- inside --

    def _build(self) -> None:
        self.title.hide()
        self.note.hide()
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(self.desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("Faces"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.photos)
        self.stack.addWidget(self.empty)
        self.bar.aside.addWidget(self.chips)
        self.body.insertWidget(1, self.header)
        self.body.insertWidget(2, self.tools_row)
        self.body.addWidget(self.stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        foot.addWidget(self.bar)
        self.foot = self.bar
        self.body.addLayout(foot)
        self._connect()

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.view.opened.connect(self.open_index)
        self.desk.images.arrived.connect(lambda _keys: self.view.viewport().update())
        self.bar.who.chosen.connect(self._reassign)
        self.chips.given.connect(self._give)
        self.header.named.connect(self._name)
        self.tools_row.changed.connect(self._changed)

    def _changed(self) -> None:
        if self.shown is not None:
            self._show_faces(self.shown)
        self.refresh()

    def _show(self, view: PersonView) -> None:
        first = self.shown is None
        self.shown = view
        self.header.show_person(view)
        self._show_faces(view)
        if first:
            self.chips.suggest(view.together, view.person.person_id if view.person is not None else None)
        if first and view.group is not None:
            self.header.ask_name()
        elif first and self.model.rows:
            self.take_focus(self.view)

    def _show_faces(self, view: PersonView) -> None:
        self.tools_row.show_person(view)
        shown = self.tools_row.shown
        self.stack.setCurrentWidget(self.photos if shown is Shown.PHOTOS else self.view)
        if shown is Shown.PHOTOS and view.person is not None:
            self.photos.show_person(view.person.person_id)
        elif shown is Shown.REJECTED:
            self.model.show_rejected(view)
        else:
            self.model.show_person(self.tools_row.filtered(view), self.tools_row.chosen_order())
            if not self.model.rowCount():
                self._say_empty(view)
        self._offer()

    def _say_empty(self, view: PersonView) -> None:
        if view.person is not None:
            why = self.tr("Find more, or give faces to this person elsewhere. The name is kept.")
            self.empty.say(self.tr("No face is this person now"), why)
        else:
            self.empty.say(self.tr("Nothing here"), self.tr("No face was ignored or marked as none."))
        self.stack.setCurrentWidget(self.empty)

    @property
    def aside(self) -> bool:
        """Neither a person nor a group: faces that were set aside."""
        return self.shown is not None and self.shown.person is None and self.shown.group is None

    def _offer(self) -> None:
        chosen = self.selected() if self.tools_row.shown is not Shown.PHOTOS else []
        rejected = self.tools_row.shown is Shown.REJECTED
        find = offers_for_rejected if rejected else offers_for_aside if self.aside else offers_for
        offers = find(self.shown, chosen, self.desk.decisions) if self.shown else []
        self.bar.offer(len(chosen), offers, self.tr("Somebody else …"))
        self.commands.fit(self.shown, chosen, rejected=rejected)

    def open_index(self, index: QModelIndex) -> None:
        portrait: Portrait = index.data(Role.VALUE)
        person = self.shown.person if self.shown is not None else None
        subject = (portrait.face.photo_id, person.person_id if person is not None else None)
        self.desk.places.go(Place("photo", subject))

    def _give(self, who: Named, carried: Carried | None) -> None:
        ids = carried.faces if carried is not None else [one.face.face_id for one in self.selected()]
        if ids:
            self.desk.decisions.assign(ids, who)

    def _reassign(self, who: Named) -> None:
        self._give(who, None)
        self.view.setFocus()

    def _name(self, who: Named) -> None:
        if self.shown is None:
            return
        if self.shown.group is not None:
            self.desk.decisions.name_group(self.shown.group.cluster_id, who, self.become)
        elif self.shown.person is not None:
            self._rename(self.shown.person.person_id, who)
        self.view.setFocus()

    def _rename(self, person_id: int, who: Named) -> None:
        if who.person_id in (None, person_id):
            self.desk.decisions.rename(person_id, who.name)
        else:  # somebody has that name already: are they one?
            MergeDialog(self.desk, f"#{person_id}", who.reference, self.become, self).open()

    def become(self, outcome: Outcome) -> None:
        """A group that got a name, or who went into somebody, is that person from now on."""
        if outcome.person_id is not None:
            self.desk.places.replace(Place("person", ("person", outcome.person_id)))
        elif outcome.cluster_id is not None:
            self.desk.places.replace(Place("person", ("group", outcome.cluster_id)))

    def _gone(self, error: Exception) -> None:
        """The person was merged away, or the group dissolved."""
        self.shown = None
        self.model.show(())
        self.tools_row.confirm_all.hide()
        self._offer()
        self.header.say(sentence_of(error))
