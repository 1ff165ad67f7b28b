"""Names from files: what would change is seen first, one button does exactly that, one undo takes it back."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from threading import Event

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.core.library_work import Work
from photoface.gui.core.places import Place
from photoface.gui.dialogs.names_in_plan import PlanView
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.dialogs.work_sheet import WorkSheet, show_only
from photoface.gui.models.folders_model import shown
from photoface.gui.names_taken_in import NamesTakenIn
from photoface.gui.theme.tokens import SPACE
from photoface.services.decisions.files import read_decisions
from photoface.services.importing.service import ImportOptions, plan_decisions
from photoface.services.importing.values import ImportPlan, NamesRead
from photoface.services.library import Library

Planning = Work[NamesRead | ImportPlan]


def tr(text: str) -> str:
    return QCoreApplication.translate("NamesInDialog", text)


class PlanDialog(WorkSheet):
    """Plans an import, shows the plan, does it. ``plan`` is what was planned last."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent, 680)
        self.plan: ImportPlan | None = None
        self.view = PlanView(desk)
        self.cancel = self.add_button(tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(tr("Take over"), self.take_over, "primary")
        self.view.hide()
        self.go.hide()

    def look(self, planning: Planning) -> None:
        """Plan; nothing is changed by that."""
        self.begin(tr("Asking the files …"), planning)

    def take_over(self) -> None:
        """What the button says."""
        if self.plan is not None:
            NamesTakenIn(self.desk).apply(self.plan)
            if self.plan.questions:
                self.desk.places.go(Place("settle"))
            self.accept()

    def heard(self, events: Sequence[NamesRead | ImportPlan]) -> None:
        for event in events:
            if isinstance(event, ImportPlan):
                self.plan = event
            else:
                text = tr("{done} of {total} photos asked")
                numbers = [self.locale().toString(each) for each in (event.done, event.total)]
                self.go_on(event.done, event.total, text.format(done=numbers[0], total=numbers[1]))

    def show_end(self, error: Exception | None) -> None:
        if error is not None:
            self.tell_error(error)
        elif self.plan is not None:
            self._show(self.plan)

    def _show(self, plan: ImportPlan) -> None:
        self.say(self.view.show_plan(plan))
        self.view.setVisible(not self.view.nothing)
        self.go.setText(self.view.button)
        self.go.setVisible(not plan.empty)
        self.go.setFocus()
        self.cancel.setText(tr("Close") if plan.empty else tr("Cancel"))


class NamesInDialog(PlanDialog):
    """Of all photos of the library."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Import names from photos"), parent)
        self._contacts, self._people = _Path(tr("Picasa's contacts.xml")), _Path(tr("People's folders"))
        self.options = QWidget()
        self.start = self.add_button(tr("Look into the photos"), self.ask, "primary")
        self._build()

    def ask(self) -> None:
        """Ask all files who is in them."""
        options = ImportOptions(contacts=self._contacts.path, people_folder=self._people.path)
        importing = self.desk.engine.importing

        def plan(library: Library, cancel: Event) -> Iterator[NamesRead | ImportPlan]:
            return importing(library).plan(options, cancel)

        self.options.hide()
        self.start.hide()
        self.look(plan)

    def show_end(self, error: Exception | None) -> None:
        super().show_end(error)
        if error is not None:
            self.options.show()
            self.start.show()

    def _build(self) -> None:
        self.say(
            tr(
                "Picasa, digiKam, Lightroom, Google Photos and others write into photos, or beside them, who is in "
                "them. photoface can take these names over. First it only looks: nothing is changed, and you see what "
                "would change. What you decided stays in any case."
            )
        )
        grid = QGridLayout(self.options)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setColumnStretch(0, 1)
        rows = (
            (self._contacts, tr("If names of Picasa are missing: choose its contacts.xml"), self._choose_file),
            (
                self._people,
                tr("If folders are called after people: choose the folder they are in"),
                self._choose_folder,
            ),
        )
        for row, (field, words, choose) in enumerate(rows):
            field.label.setText(words)
            field.button.clicked.connect(choose)
            grid.addWidget(field.label, row, 0)
            grid.addWidget(field.button, row, 1)
        self.body.addWidget(self.options)
        self.body.addWidget(self.view, 1)
        self.add_progress()
        show_only([self.cancel, self.start], [self.cancel, self.go, self.start])

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Picasa's contacts.xml"), "", "contacts.xml (*.xml)")
        self._contacts.choose(chosen)
        self.fit()

    def _choose_folder(self) -> None:
        self._people.choose(QFileDialog.getExistingDirectory(self, tr("The folder with people's folders")))
        self.fit()


class DecisionsInDialog(PlanDialog):
    """Of a file that holds decisions of photoface."""

    def __init__(self, desk: Desk, path: bytes, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Load decisions"), parent)
        self.say(tr("Looking what {file} tells …").format(file=isolated(shown(os.path.basename(path)))))
        self.body.addWidget(self.view, 1)
        self.add_progress()

        def plan(library: Library, _cancel: Event) -> Iterator[NamesRead | ImportPlan]:
            yield plan_decisions(library, read_decisions(path))

        self.look(plan)


class _Path:
    """A file or folder that may be chosen."""

    def __init__(self, name: str) -> None:
        self.path = b""
        self.label = plain_label("", "")
        self.button = QPushButton(tr("Choose …"))
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(tr("Choose {what}").format(what=name))

    def choose(self, path: str) -> None:
        """Without one, what was chosen stays."""
        if path:
            self.path = os.fsencode(os.path.abspath(path))
            self.label.setText(isolated(shown(self.path)))
