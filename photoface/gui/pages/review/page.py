"""What settles most faces is asked first; the next question is there before the answer to the last is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from photoface.domain.people import FaceState
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.pages.page import Page
from photoface.gui.pages.review.answer_bar import AnswerBar
from photoface.gui.pages.review.cards import Cards
from photoface.gui.pages.review.commands import add_commands
from photoface.gui.pages.review.deck import Deck
from photoface.gui.pages.review.explained import GRIDS, Explained, explained
from photoface.gui.pages.review.words import answer_texts, left_text, promise_text, question_text
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review import answers
from photoface.services.review.questions import Kind, Question, forecast, questions, review

ONE_BY_ONE = "one by one"
_MOST, _AHEAD = 200, 20
"""Questions at hand, and those whose worth is told."""


class ReviewPage(Page):
    """The subject is a person id, for questions about that person only, or None for all; ONE_BY_ONE and such a subject
    for whoever looks at a face or a group at a time, and is asked for no names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Review"))
        self.setAccessibleName(self.title.text())
        self.deck = Deck()
        self.cards = Cards(desk)
        self.answers = AnswerBar(desk)
        self.who = self.answers.who
        self.counter = QLabel()
        self.counter.setProperty("kind", "note")
        nothing = self.tr("Every guess has an answer. New photos bring new ones.")
        self.empty = EmptyState("yes", self.tr("Nothing to ask"), nothing)
        self._person_id: int | None = None
        self._single = False
        self._shown = ""
        self._asking, self._reading = Ticket(self), Ticket(self)
        self._build()
        add_commands(self)

    def show_subject(self, subject: object) -> None:
        single = isinstance(subject, tuple) and subject[:1] == (ONE_BY_ONE,)
        about = subject[1] if single and isinstance(subject, tuple) else subject
        asked = (about if isinstance(about, int) else None), single
        self.desk.actions.get("review.single").setChecked(single)
        if asked != (self._person_id, self._single):
            (self._person_id, self._single), self._shown = asked, ""
            self.deck.clear()
            self.refresh()

    def refresh(self) -> None:
        person_id, ask = self._person_id, questions if self._single else review
        self._asking.cancel()  # what was read before an answer must not ask it again
        self._asking = self.desk.session.read(self, lambda library: ask(library, person_id, _MOST), self._have)

    @property
    def question(self) -> Question | None:
        """The one that is asked now."""
        return self.deck.current

    def answer(self, how: str) -> None:
        """yes, no, unsure, ignore or no face; nothing while nobody can see yet what is asked."""
        question = self.question
        if question is None:
            return
        if how == "yes" and question.kind is Kind.NAME:
            self._name()
            return
        if not self.cards.seen(question):
            return
        if how == "ignore" and question.kind is Kind.STRANGERS:  # those who were taken out are not ignored
            how = "yes"
        work: dict[str, Callable[[Library], Outcome]] = {
            "yes": self._yes(question),
            "no": lambda library: answers.no(library, question),
            "unsure": lambda library: answers.unsure(library, question),
            "ignore": lambda library: answers.set_aside(library, question, FaceState.IGNORED),
            "no face": lambda library: answers.set_aside(library, question, FaceState.NOT_A_FACE),
        }
        self._decided(work[how], final=how != "unsure")

    def skip(self) -> None:
        """Ask it again when everything else has been asked."""
        self.deck.skip()
        self._ask()

    def toggle(self) -> None:
        """The current face of a grid is somebody else, or is not."""
        if self.question is not None and self.question.kind in GRIDS:
            self.cards.grid.toggle()
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused in self.cards.told.choices.buttons:
            focused.click()

    def explain(self) -> None:
        """Everything that speaks for and against it."""
        question = self.question
        if question is not None and (question.face is not None or question.faces):
            face_id = question.face.face_id if question.face is not None else question.faces[0]
            ExplainDialog(self.desk, face_id, self).open()

    def sweep(self) -> None:
        """The guesses of one person as a grid."""
        self.desk.places.go(Place("sweep", self._person_id))

    def one_by_one(self) -> None:
        """A face or a group at a time, or what settles most."""
        self.desk.places.go(Place("review", self._person_id if self._single else (ONE_BY_ONE, self._person_id)))

    def doubts(self) -> None:
        """Named faces that look wrong."""
        self.desk.places.go(Place("doubts", self._person_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that is no command, or a capital one, begins a name."""
        text = event.text()
        if (
            self.who.isVisible()
            and text.isalpha()
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        ):
            self.who.setFocus()
            self.who.insert(text)
            self.who.textEdited.emit(self.who.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.addWidget(self.counter)
        self.body.addLayout(row)
        self.body.addWidget(self.cards, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.answers)
        self.foot = self.answers
        self.who.chosen.connect(self._somebody)
        self.who.left.connect(self._take_keys)
        self.cards.grid.changed.connect(self._say_answers)
        self.cards.told.face_chosen.connect(lambda face_id: self._choose(face_id=face_id))
        self.cards.told.person_chosen.connect(lambda person_id: self._choose(person_id=person_id))
        for widget in (self.cards, self.empty, self.answers):
            widget.hide()  # until it is known what to ask

    def _have(self, found: Sequence[Question]) -> None:
        gone = self.question is not None and all(one.key != self.question.key for one in found)
        if gone and self.who.text():  # nobody takes away what somebody is typing a name for
            return
        self.deck.deal(found)
        promise = promise_text(min(_AHEAD, len(found)), forecast(found, _AHEAD))
        self.counter.setText(" · ".join(each for each in (promise, left_text(len(found), _MOST)) if each))
        self._ask()

    def _ask(self) -> None:
        """Shows the question at hand; of the one that is seen already only why it is asked is read anew."""
        question = self.question
        for widget in (self.cards, self.answers):
            widget.setVisible(question is not None)
        self.empty.setVisible(question is None)
        if question is None:
            self.title.setText(self.tr("Review"))
            self.setAccessibleName(self.title.text())
            self._shown = ""
        else:
            if question.key != self._shown:
                self._show(question)
            self._reading.cancel()  # what belongs to the question before, or was true before an answer, is of no use
            if question.told is not None:  # it says itself why it is asked
                return
            self._reading = self.desk.session.read(self, partial(explained, question=question), self._explain)

    def _show(self, question: Question) -> None:
        self._shown = question.key
        self.who.setText("")  # what was typed before cannot be brought back: undo is about decisions here
        self.title.setText(question_text(question))
        self.setAccessibleName(self.title.text())
        self.cards.show_question(question)
        self._offer_answers(question)
        self._say_answers()
        self._take_keys()
        self.answers.ask_name(question.kind is Kind.NAME)
        if question.kind is Kind.NAME:
            self.take_focus(self.who)

    def _offer_answers(self, question: Question) -> None:
        """To what a file says those that there are: it is right or wrong, or somebody chooses whom it means."""
        told = question.told
        self.who.setVisible(told is None and question.kind is not Kind.STRANGERS)
        for name in ("unsure", "ignore", "no face", "why"):
            self.desk.actions.get(f"review.{name}").setVisible(told is None)
        self.desk.actions.get("review.yes").setVisible(told is None or not told.choosing)

    def _choose(self, *, face_id: int | None = None, person_id: int | None = None) -> None:
        question = self.question
        if question is not None:
            self._decided(lambda library: answers.chosen(library, question, face_id=face_id, person_id=person_id))

    def _take_keys(self) -> None:
        """The keys of the answers work; arrows go through a grid; Tab and Space choose whom or where a file means."""
        choices = self.cards.told.choices.buttons
        if self.question is not None and self.question.told is not None and self.question.told.choosing and choices:
            self.take_focus(choices[0])
            return
        grid = self.question is not None and self.question.kind in GRIDS
        self.take_focus(self.cards.grid.view if grid else self)

    def _say_answers(self) -> None:
        if self.question is not None:
            self.answers.say(answer_texts(self.question, len(self._out())))

    def _out(self) -> list[int]:
        grid = self.question is not None and self.question.kind in GRIDS
        return self.cards.grid.out if grid else []

    def _explain(self, found: Explained) -> None:
        if self.question is not None:
            self.cards.explain(self.question, found)
            self.who.set_together(found.together, found.same_days)

    def _yes(self, question: Question) -> Callable[[Library], Outcome]:
        out = self._out()
        if question.kind in (Kind.SWEEP, Kind.STRANGERS):
            return lambda library: answers.swept(library, question, out)
        return lambda library: answers.yes(library, question)

    def _name(self) -> None:
        """What the field says, or the cursor goes there."""
        meant = self.who.meant()
        if meant is not None:
            self._somebody(meant)
        else:
            self.who.setFocus()

    def _somebody(self, who: Named) -> None:
        question, out = self.question, self._out()
        if question is None or not self.cards.seen(question):
            return
        if out:
            self._decided(lambda library: answers.swept(library, question, out, who.reference))
        else:
            self._decided(lambda library: answers.somebody_else(library, question, who.reference))

    def _decided(self, work: Callable[[Library], Outcome], *, final: bool = True) -> None:
        key = self.deck.answered()

        def stored(outcome: Outcome) -> None:
            self.deck.settled(key, final=final)
            if outcome.operation_id is None:  # nothing has changed, so nobody else tells what is open now
                self.refresh()

        def failed(error: Exception) -> None:
            self.deck.settled(key)
            self.desk.session.report(error)
            self.refresh()

        self.desk.session.decide(self, work, stored, failed)
        self._ask()
