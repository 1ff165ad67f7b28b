"""A grid to sweep: guesses of one person, the wrong ones taken out, the rest confirmed by a button that counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.models.roles import Role
from photoface.gui.models.sweep_model import Fate, SweepModel
from photoface.gui.pages.page import Page
from photoface.gui.pages.sweep.commands import add_commands
from photoface.gui.pages.sweep.panel import SweepPanel
from photoface.gui.pages.sweep.view import SweepView
from photoface.gui.pages.sweep.words import sentence
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.sweeping import Sweep, finish_sweep, next_sweep, sweep_of
from photoface.services.showing.portrait import Portrait


class SweepPage(Page):
    """The subject is a person id, or None for whoever has most guesses, then the next one."""

    home = "review"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.sweep: Sweep | None = None
        self._person_id: int | None = None
        self._skipped: set[int] = set()
        self._reading = Ticket(self)
        self._waiting = self._deciding = False
        self.model = SweepModel()
        self.view = SweepView(self.model, desk.images)
        self.panel = SweepPanel(desk)
        self.go, self.hint, self.row = QPushButton(), QLabel(), QWidget()
        self.foot = self.row
        nothing = self.tr("Every guess has an answer. New photos bring new ones.")
        self.empty = EmptyState("yes", self.tr("Nothing to sweep"), nothing)
        self._build()
        add_commands(self)

    # -- what is shown --

    def show_subject(self, subject: object) -> None:
        person_id = subject if isinstance(subject, int) else None
        if person_id != self._person_id:
            self._person_id = person_id
            self._wait()
            self.refresh()

    def refresh(self) -> None:
        if self._deciding:  # what is read before it is stored would be asked again
            return
        person_id, skipped = self._person_id, frozenset(self._skipped)

        def work(library: Library) -> Sweep | None:
            return next_sweep(library, skipped) if person_id is None else sweep_of(library, person_id)

        self._reading.cancel()
        self._reading = self.desk.session.read(self, work, self._show, lambda _gone: self._show(None))

    # -- commands --

    def take_out(self, *, out: bool | None = None) -> None:
        """The selected faces are wrong, or right after all."""
        self.model.take_out([index.row() for index in self.view.selectedIndexes()], out)
        self._count()

    def line_here(self) -> None:
        """The current face is the last one above the line."""
        if self.view.currentIndex().isValid():
            self._draw_line(self.view.currentIndex().row() + 1)

    def line_below_all(self) -> None:
        self._draw_line(self.model.rowCount())

    def finish(self) -> None:
        """What the button says."""
        if self.sweep is None or not self.go.isEnabled():
            return
        person_id = self.sweep.person.person_id
        right, wrong = self.model.of_fate(Fate.YES), self.model.of_fate(Fate.NO)
        self._wait()
        self._deciding = True
        self.desk.session.decide(
            self, lambda library: finish_sweep(library, person_id, right, wrong), self._finished, self._refused
        )

    def skip(self) -> None:
        """Somebody else's guesses first; this person's come last."""
        if self.sweep is not None:
            self._skipped.add(self.sweep.person.person_id)
            self._person_id = None
            self._wait()
            self.refresh()

    def one_at_a_time(self) -> None:
        """The same questions, one by one."""
        self.desk.places.go(Place("review", ("one by one", self._person_id)))

    # -- inside --

    def _build(self) -> None:
        self.view.setAccessibleName(self.tr("Guesses to look through"))
        self.go.setProperty("kind", "primary")
        self.go.setToolTip(self.tr("All faces with a tick, and no other ones (Ctrl+Return)"))
        self.hint.setProperty("kind", "note")
        self.hint.setText(self.tr("Click a wrong face to take it out. Drag the line up to leave the rest undecided."))
        self.hint.setWordWrap(True)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 6 * SPACE, 0)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.panel)
        row = QHBoxLayout(self.row)
        row.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 4 * SPACE)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.hint, 1)
        row.addWidget(self.go)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.row)
        self._connect()
        self.empty.hide()

    def _connect(self) -> None:
        self.go.clicked.connect(lambda _checked: self.finish())
        self.view.toggled.connect(self._toggle)
        self.view.line_moved.connect(self._draw_line)
        self.view.entered.connect(lambda index: self.panel.look_at(QPersistentModelIndex(index)))
        self.view.selectionModel().currentChanged.connect(
            lambda index, _before: self.panel.look_at(QPersistentModelIndex(index))
        )
        self.view.opened.connect(self._open)
        self.desk.images.arrived.connect(lambda _keys: self.view.viewport().update())

    def _wait(self) -> None:
        """What is seen is not asked any more: no key decides it while the next ones are read."""
        self._reading.cancel()
        self._waiting = True
        self.go.setEnabled(False)

    def _show(self, sweep: Sweep | None) -> None:
        self._waiting = False
        nothing = sweep is None or not sweep.guesses
        for widget in (self.view, self.panel, self.row):
            widget.setVisible(not nothing)
        self.empty.setVisible(nothing)
        other = self.sweep is None or sweep is None or sweep.person.person_id != self.sweep.person.person_id
        self.sweep = sweep
        self.title.setText(self.tr("Sweep"))
        self.note.clear()
        if sweep is None or nothing:
            self.model.show(())
            return
        self.title.setText(self.tr("Are these all {name}?").format(name=isolated(sweep.person.name)))
        self.note.setText(self.tr("%n guess(es), the likest first", "", sweep.waiting))
        self.model.show_sweep(sweep)
        self.panel.show_sweep(sweep)
        if other or not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.clearSelection()
        self.take_focus(self.view)
        self._count()

    def _toggle(self, row: int) -> None:
        self.model.take_out([row])
        self.view.clearSelection()
        self._count()

    def _draw_line(self, above: int) -> None:
        self.model.draw_line(above)
        self._count()

    def _count(self) -> None:
        right, wrong = len(self.model.of_fate(Fate.YES)), len(self.model.of_fate(Fate.NO))
        name = self.sweep.person.name if self.sweep is not None else ""
        self.go.setText(sentence(right, wrong, name).replace("&", "&&"))
        self.go.setEnabled(bool(right or wrong) and not self._waiting)

    def _finished(self, outcome: Outcome) -> None:
        self._deciding = False
        self.line_below_all()
        if outcome.operation_id is None:  # nothing has changed, so nobody else tells what is open now
            self.refresh()

    def _refused(self, error: Exception) -> None:
        self._deciding = False
        self.desk.session.report(error)
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        portrait: Portrait = index.data(Role.VALUE)
        self.desk.places.go(Place("photo", portrait.face.photo_id))
