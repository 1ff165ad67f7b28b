"""What the commands of the People page do: each decides about the selected tiles, or asks first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from photoface.domain.people import Group, Person
from photoface.gui.core.carried import Carried
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.dialogs.strangers_dialog import StrangersDialog
from photoface.gui.models.people_model import Somebody, key_of, reference_of
from photoface.gui.models.roles import Role
from photoface.gui.pages.people.offers import ask_who

if TYPE_CHECKING:
    from photoface.gui.pages.people.page import PeoplePage


class PeopleActs:
    """On the page as it is shown now."""

    def __init__(self, page: PeoplePage) -> None:
        self._page = page
        self._asked: Sequence[Somebody] = ()

    def open_current(self) -> None:
        """Go to the current tile's person or group."""
        if self._page.view.currentIndex().isValid():
            self._page.desk.places.go(Place("person", self._page.view.currentIndex().data(Role.KEY)))

    def ask_name(self) -> None:
        """A name for the selected groups, or another one for the selected person, where the tile is."""
        chosen, index = self._page.selected_rows(), self._page.view.currentIndex()
        if not chosen or not index.isValid():
            return
        self._asked = chosen
        name = chosen[0].name if isinstance(chosen[0], Person) else ""
        self._page.popup.ask(self._page.view.visualRect(index), name, ask_who(chosen))

    def ask_merge(self) -> None:
        """Of the two selected: a group goes into a person, who has less into who has more."""
        if len(self._page.selected()) == 2:
            smaller, larger = sorted(self._page.selected_rows(), key=lambda one: (isinstance(one, Person), one.photos))
            self._merge(key_of(smaller), key_of(larger))

    def toggle_favourite(self) -> None:
        """The selected people come first, or no longer."""
        people = [one for one in self._page.selected_rows() if isinstance(one, Person)]
        if people:
            numbers, loved = [one.person_id for one in people], all(one.favourite for one in people)
            self._page.desk.decisions.set_favourite(numbers, not loved)

    def toggle_hidden(self) -> None:
        """The selected people are hidden, or shown again."""
        people = [one for one in self._page.selected_rows() if isinstance(one, Person)]
        if people:
            self._page.desk.decisions.hide_people(
                [one.person_id for one in people], not all(one.hidden for one in people)
            )

    def ignore(self) -> None:
        """Nobody asks about the selected groups again."""
        groups = [one.cluster_id for one in self._page.selected_rows() if isinstance(one, Group)]
        if groups and len(groups) == len(self._page.selected()):
            self._page.desk.decisions.hide_groups(groups)

    def ask_strangers(self) -> None:
        """Hide groups with few faces."""
        if self._page.crowd is not None:
            StrangersDialog(self._page.desk, self._page.crowd.everybody.groups, self._page).open()

    def open_aside(self) -> None:
        """Faces that were ignored or marked as none, to bring some back."""
        self._page.desk.places.go(Place("person", ("aside", 0)))

    def toggle_show_hidden(self) -> None:
        """Hidden people at the end, or not at all."""
        self._page.arrange()

    def name(self, who: Named) -> None:
        """The selected ones."""
        self._name(self._page.selected_rows(), who)

    def name_asked(self, who: Named) -> None:
        """Those that were selected when their name was asked for."""
        self._name(self._asked, who)

    def _name(self, chosen: Sequence[Somebody], who: Named) -> None:
        groups = [one.cluster_id for one in chosen if isinstance(one, Group)]
        if groups and len(groups) == len(chosen):
            self._page.desk.decisions.name_groups(groups, who)
        elif len(chosen) == 1 and isinstance(chosen[0], Person):
            self._rename(chosen[0].person_id, who)
        self._page.view.setFocus()

    def _rename(self, person_id: int, who: Named) -> None:
        if who.person_id in (None, person_id):
            self._page.desk.decisions.rename(person_id, who.name)
        else:  # somebody has that name already: are they one?
            self._merge(("person", person_id), ("person", who.person_id))

    def takes(self, carried: Carried, index: QModelIndex) -> bool:
        """One tile may be dropped on another one; a person not on a group."""
        target: tuple[str, int] = index.data(Role.KEY)
        if carried.faces:
            return target[0] == "person"
        (source, *others) = carried.people
        return not others and source != target and (target[0] == "person" or source[0] == "group")

    def dropped(self, carried: Carried, index: QModelIndex) -> None:
        if carried.people:
            self._merge(carried.people[0], index.data(Role.KEY))
            return
        person: Person = index.data(Role.VALUE)
        self._page.desk.decisions.assign(carried.faces, Named(person.name, person.person_id))

    def _merge(self, source: tuple[str, int], target: tuple[str, int]) -> None:
        MergeDialog(self._page.desk, reference_of(source), reference_of(target), None, self._page).open()
