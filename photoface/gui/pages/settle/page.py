"""Names to settle: one question at a time, with the photo, what the file says and what the library says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import sideways
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.pages.page import Page
from photoface.gui.pages.settle.card import QuestionCard
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.importing.questions import (
    OpenQuestion,
    keep_library,
    keep_library_all,
    open_questions,
    take_file,
)
from photoface.services.library import Library
from photoface.services.outcome import Outcome


class SettlePage(Page):
    """``shown`` is the question at hand. Every answer is one step that can be undone."""

    touched = Touched.FACES | Touched.PHOTOS | Touched.HISTORY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Names to settle"))
        self.questions: Sequence[OpenQuestion] = ()
        self._at = 0
        self._busy = self._deciding = False
        self._reading: Ticket | None = None
        self.card = QuestionCard(desk)
        words = self.tr("Names that files told and that stand against your decisions would be here.")
        self.empty = EmptyState("question", self.tr("Nothing to settle"), words)
        self.views = QStackedWidget()
        self._build()
        self._add_commands()

    @property
    def shown(self) -> OpenQuestion | None:
        """The question at hand."""
        return self.questions[self._at] if self._at < len(self.questions) else None

    def refresh(self) -> None:
        if self._deciding:  # what is read before it is stored would be asked again
            return
        if self._reading is not None:  # two readers may overtake one another
            self._reading.cancel()
        self._reading = self.desk.session.read(self, open_questions, self._have)

    def take_file(self, face_id: int | None = None, person_id: int | None = None) -> None:
        """The file is right; which face or person it means where that is not clear."""
        person = None if person_id is None else f"#{person_id}"
        self._answer(lambda library, number: take_file(library, number, face_id=face_id, person=person))

    def keep_library(self) -> None:
        """The library is right, and the same is not asked again."""
        self._answer(keep_library)

    def keep_all(self) -> None:
        """The library is right in all of them, as one step."""
        if self.questions:
            self._answer(lambda library, _number: keep_library_all(library))

    def step(self, by: int) -> None:
        """The next question, or the one before; from the last one to the first."""
        if self.questions:
            self._at = (self._at + by) % len(self.questions)
            self._show()

    def open_photo(self) -> None:
        """The photo, large."""
        if self.shown is not None:
            self.desk.places.go(Place("photo", self.shown.question.photo_id))

    def _answer(self, work: Callable[[Library, int], Outcome]) -> None:
        question = self.shown
        if question is None or self._busy:  # a key that is held down answers one question
            return
        self._busy = self._deciding = True
        if self._reading is not None:
            self._reading.cancel()
        number = question.question.question_id
        self.desk.session.decide(self, lambda library: work(library, number), self._answered, self._refused)

    def _answered(self, outcome: Outcome) -> None:
        """It is stored; busy until the questions that are left have been read."""
        self._deciding = False
        if outcome.operation_id is None:  # nothing has changed, so nobody else tells what is open now
            self.refresh()

    def _refused(self, error: Exception) -> None:
        self._busy = self._deciding = False
        self.refresh()
        self.desk.session.report(error)

    def _have(self, questions: Sequence[OpenQuestion]) -> None:
        here = self.shown.question.question_id if self.shown is not None else None
        numbers = [each.question.question_id for each in questions]
        self.questions, self._busy = questions, False
        if here in numbers:
            self._at = numbers.index(here)
        self._at = min(self._at, max(len(questions) - 1, 0))
        self._show()

    def _show(self) -> None:
        question = self.shown
        self.note.setText(self.tr("%n waiting", "", len(self.questions)) if question else "")
        self.views.setCurrentWidget(self.empty if question is None else self._middle)
        for name in ("settle.library", "settle.next", "settle.back", "settle.photo", "settle.all"):
            self.desk.actions.get(name).setEnabled(question is not None)
        clear = question is not None and question.question.kind not in ("ambiguous", "where")
        self.desk.actions.get("settle.file").setEnabled(clear)
        if question is not None:
            self.card.show_question(question)

    def _build(self) -> None:
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 6 * SPACE)
        column.addWidget(self.card)
        column.addStretch(1)
        row.addLayout(column, 6)
        row.addStretch(1)
        self.views.addWidget(self.empty)
        self.views.addWidget(self._middle)
        self.body.addWidget(self.views, 1)
        self.card.file_right.connect(self.take_file)
        self.card.face_chosen.connect(lambda face_id: self.take_file(face_id=face_id))
        self.card.person_chosen.connect(lambda person_id: self.take_file(person_id=person_id))
        self.card.library_right.connect(self.keep_library)
        self.card.later.connect(partial(self.step, 1))
        self.card.photo.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _add_commands(self) -> None:
        area, add = self.title.text(), self.desk.actions.add
        back, forward = sideways()
        for command, run in (
            (Command("settle.file", area, self.tr("The file is right"), ("Y",), "yes"), self.take_file),
            (Command("settle.library", area, self.tr("The library is right"), ("N",), "no"), self.keep_library),
            (Command("settle.next", area, self.tr("Later"), (forward, "Space"), "skip"), partial(self.step, 1)),
            (Command("settle.back", area, self.tr("The question before"), (back,), "back"), partial(self.step, -1)),
            (Command("settle.photo", area, self.tr("Show the photo"), ("O",), "photos"), self.open_photo),
            (Command("settle.all", area, self.tr("The library is right in all of them")), self.keep_all),
        ):
            add(self, command, run, everywhere=True)
        for name in ("settle.photo", "settle.all"):
            self.tools.addWidget(self.tool_button(self.desk.actions.get(name), text=True))
