"""Everybody in the library as tiles: to look at, to find, to name, to merge, to hide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QToolButton, QVBoxLayout

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.models.people_model import PeopleModel, Somebody, carried_people, key_of
from photoface.gui.models.roles import Role
from photoface.gui.pages.page import Page
from photoface.gui.pages.people.acts import PeopleActs
from photoface.gui.pages.people.commands import PeopleCommands
from photoface.gui.pages.people.offers import ask_who, offers_for
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.drag_tiles import DragTileView
from photoface.gui.widgets.empty_state import EmptyState
from photoface.gui.widgets.name_popup import NamePopup
from photoface.gui.widgets.selection_bar import SelectionBar
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.services.showing.people_view import Crowd, PeopleOrder, PeopleRows, arranged, crowd, named_first

LOOK = TileLook(picture=132, lines=2, round=True)


class PeoplePage(Page):
    """The first page one sees."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("People"))
        self.model = PeopleModel()
        self.view = DragTileView(Metrics(LOOK.picture, LOOK.height, gap=20), desk.images, carried_people, self)
        self.popup = NamePopup(desk, self.view, self)
        self.filter, self.order = QLineEdit(), QComboBox()
        self.menu = QMenu(self)
        self.bar = SelectionBar(desk)
        self.empty = EmptyState("people", "", "")
        self.crowd: Crowd | None = None
        self._reading, self._arranging, self._hurrying = Ticket(self), Ticket(self), Ticket(self)
        self._build()
        self.acts = PeopleActs(self)
        self.commands = PeopleCommands(self, self.acts)
        self._connect()

    # -- what is shown --

    def refresh(self) -> None:
        if self.crowd is None:  # the first screen soon; who is unnamed and what is suggested follows
            self._hurrying.cancel()
            self._hurrying = self.desk.session.read(self, named_first, self._have_named)
        self._reading.cancel()
        self._reading = self.desk.session.read(self, crowd, self._have)

    def selected(self) -> list[tuple[str, int]]:
        """The keys of the selected tiles, in the order of the page."""
        return [key_of(one) for one in self.selected_rows()]

    def selected_rows(self) -> list[Somebody]:
        """The selected people and groups, in the order of the page."""
        return [self.model.rows[row] for row in self.view.selected_rows()]

    def arrange(self) -> None:
        """Show who fits the filter, in the chosen order."""
        if self.crowd is not None:
            self._arrange(self.crowd)

    # -- inside --

    def _arrange(self, found: Crowd) -> None:
        text, order = self.filter.text(), PeopleOrder(self.order.currentData())
        hidden = self.desk.actions.get("people.hidden").isChecked()
        self._arranging.cancel()  # of two answers the older one may come later
        work = partial(arranged, found, text, order, hidden=hidden)
        self._arranging = self.desk.session.read(self, lambda _library: work(), self._show)

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(self.desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("People"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.filter.setPlaceholderText(self.tr("Filter by name"))
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(180)
        for order, text in (
            (PeopleOrder.PHOTOS, self.tr("Most photos")),
            (PeopleOrder.NAME, self.tr("By name")),
            (PeopleOrder.RECENT, self.tr("Lately named")),
        ):
            self.order.addItem(text, order)
        self.order.setAccessibleName(self.tr("Order of the people"))
        more = QToolButton()
        more.setIcon(icon("more"))
        more.setProperty("kind", "quiet")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(self.tr("More that can be done"))
        more.setToolTip(self.tr("More that can be done"))
        more.setMenu(self.menu)
        for widget in (self.filter, self.order, more):
            self.tools.addWidget(widget)
        foot = QVBoxLayout()
        foot.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        foot.addWidget(self.bar)
        self.foot = self.bar
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(foot)
        self.empty.hide()

    def _connect(self) -> None:
        self.view.opened.connect(lambda index: self.desk.places.go(Place("person", index.data(Role.KEY))))
        self.view.takes = self.acts.takes
        self.view.dropped.connect(self.acts.dropped)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.desk.images.arrived.connect(lambda _keys: self.view.viewport().update())
        self.filter.textChanged.connect(lambda _text: self.arrange())
        self.filter.returnPressed.connect(self._first)
        self.order.currentIndexChanged.connect(lambda _at: self.arrange())
        self.popup.named.connect(self.acts.name_asked)
        self.bar.who.chosen.connect(self.acts.name)

    def _have_named(self, found: Crowd) -> None:
        if self.crowd is None and found.everybody.people:
            self._arrange(found)

    def _have(self, found: Crowd) -> None:
        self.crowd = found
        self.arrange()

    def _show(self, rows: PeopleRows) -> None:
        self.model.show_people(rows)
        self.note.setText(self.tr("%n with a name", "", rows.total) if rows.total else "")
        self._say_if_empty(rows)
        self._offer()

    def _say_if_empty(self, rows: PeopleRows) -> None:
        filtered = bool(self.filter.text().strip())
        if filtered:
            title = self.tr("Nobody is called that")
            self.empty.say(title, self.tr("Clear the filter to see everybody again."))
        elif rows.total:
            self.empty.say(self.tr("Everybody is hidden"), self.tr("Show hidden people, from the menu above."))
        else:
            self.empty.say(self.tr("Nobody yet"), self.tr("People appear here while photos are read."))
        here = self.view.isVisible() and self.view.hasFocus()
        self.empty.setVisible(not self.model.rowCount())
        self.view.setVisible(bool(self.model.rowCount()))
        if here and not self.view.isVisible():
            self.filter.setFocus()  # else the focus would wander off to some button

    def _offer(self) -> None:
        chosen = self.selected_rows()
        offers = offers_for(chosen, self.desk.decisions, self.acts.ask_merge)
        # One tile is looked at or opened; what can be done with it is in its menu, so that the grid stays where it is.
        self.bar.offer(len(chosen) if len(chosen) > 1 else 0, offers, ask_who(chosen))
        self.commands.fit()

    def _first(self) -> None:
        """Enter in the filter goes on to the first who fits."""
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()
