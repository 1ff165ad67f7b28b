"""What the commands of a person's page do: each decides about what is selected, or asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from photoface.gui.albums_out import export_person
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.dialogs.person_dialog import PersonDialog
from photoface.gui.dialogs.split_dialog import SplitDialog
from photoface.gui.pages.person.offers import waiting_of
from photoface.gui.pages.person.tools import Shown

if TYPE_CHECKING:
    from photoface.gui.pages.person.page import PersonPage


class PersonActs:
    """On the page as it is shown now."""

    def __init__(self, page: PersonPage) -> None:
        self._page = page

    def on_selected(self, run: Callable[[list[int]], object]) -> None:
        """Run it on the selected faces, if there are any."""
        ids = [one.face.face_id for one in self._page.selected()]
        if ids:
            run(ids)

    def confirm(self, ids: list[int]) -> None:
        """The selected faces are this person, also those of which somebody said that they are not."""
        person = self._page.shown.person if self._page.shown is not None else None
        if person is None:
            return
        if self._page.tools_row.shown is Shown.REJECTED:
            self._page.desk.decisions.assign(ids, Named(person.name, person.person_id))
        elif waiting := waiting_of(self._page.selected()):
            self._page.desk.decisions.confirm(waiting)

    def confirm_all(self) -> None:
        """Exactly the guesses that the button counts."""
        if self._page.confirm_button.isVisible() and self._page.shown is not None:
            self._page.desk.decisions.confirm([one.face.face_id for one in self._page.shown.guessed])

    def reject(self, ids: list[int]) -> None:
        """The selected faces are not this person."""
        if self._page.shown is not None and self._page.shown.person is not None:
            self._page.desk.decisions.reject(ids, self._page.shown.person.person_id)

    def use_as_cover(self, ids: list[int]) -> None:
        """The one that is selected stands for the person."""
        if self._page.shown is not None and self._page.shown.person is not None:
            self._page.desk.decisions.set_cover(self._page.shown.person.person_id, ids[0])

    def invert(self) -> None:
        """Select what is not selected, and nothing else."""
        flag, last = QItemSelectionModel.SelectionFlag.Toggle, self._page.model.rowCount() - 1
        if last >= 0:
            self._page.view.selectionModel().select(
                QItemSelection(self._page.model.index(0), self._page.model.index(last)), flag
            )

    def open_current(self) -> None:
        """The photo of the current face."""
        if self._page.view.currentIndex().isValid():
            self._page.open_index(self._page.view.currentIndex())

    def toggle_photos(self) -> None:
        """Faces or photos of a person."""
        if self._page.shown is not None and self._page.shown.person is not None:
            self._page.tools_row.choose(Shown.FACES if self._page.tools_row.shown is Shown.PHOTOS else Shown.PHOTOS)

    def play(self) -> None:
        """The photos one after another, from the current face's on."""
        if self._page.model.rowCount():
            here = self._page.view.currentIndex()
            self._page.open_index(here if here.isValid() else self._page.model.index(0))
            self._page.desk.actions.get("photo.slides").trigger()

    def sweep(self) -> None:
        """The guesses in a grid, to take out the wrong ones."""
        if self._page.subject is not None and self._page.subject[0] == "person":
            self._page.desk.places.go(Place("sweep", self._page.subject[1]))

    def find_more(self) -> None:
        """Questions about this person only."""
        if self._page.subject is not None and self._page.subject[0] == "person":
            self._page.desk.places.go(Place("review", self._page.subject[1]))

    def check(self) -> None:
        """Some faces drawn by lot: how many of the guesses are right?"""
        if self._page.subject is not None and self._page.subject[0] == "person":
            self._page.desk.places.go(Place("check", self._page.subject[1]))

    def look_at_doubts(self) -> None:
        """Faces of this person that look wrong."""
        if self._page.subject is not None and self._page.subject[0] == "person":
            self._page.desk.places.go(Place("doubts", self._page.subject[1]))

    def explain(self) -> None:
        """Why the first of the selected faces is whom it is said to be."""
        self.on_selected(lambda ids: ExplainDialog(self._page.desk, ids[0], self._page).open())

    def ask_facts(self) -> None:
        """Birth date and notes."""
        if self._page.shown is not None and self._page.shown.person is not None and self._page.shown.notes is not None:
            PersonDialog(self._page.desk, self._page.shown.person, self._page.shown.notes, self._page).open()

    def ask_merge(self) -> None:
        """This one goes into somebody who is chosen there."""
        if self._page.subject is not None and not self._page.aside:
            MergeDialog(self._page.desk, _reference(self._page.subject), None, self._page.become, self._page).open()

    def ask_split(self) -> None:
        """Parts that a stricter grouping finds in these faces."""
        if self._page.subject is not None and not self._page.aside:
            SplitDialog(self._page.desk, self._page.subject, self._page).open()

    def ask_export(self) -> None:
        """All photos of this person into a folder."""
        person = self._page.shown.person if self._page.shown is not None else None
        if person is not None:
            export_person(self._page.desk, person.person_id, person.name, self._page)

    def toggle_hidden(self) -> None:
        """Off the People page, or back on it."""
        person = self._page.shown.person if self._page.shown is not None else None
        if person is not None:
            self._page.desk.decisions.hide_people([person.person_id], not person.hidden)


def _reference(subject: tuple[str, int]) -> str:
    kind, number = subject
    return f"#{number}" if kind == "person" else str(number)
