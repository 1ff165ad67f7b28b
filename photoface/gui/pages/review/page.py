"""Questions one after another; the next one is there before the answer to the last is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget

from photoface.domain.people import FaceState
from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.pages.page import Page
from photoface.gui.pages.review.answer_bar import AnswerBar
from photoface.gui.pages.review.card import QuestionCard
from photoface.gui.pages.review.deck import Deck
from photoface.gui.pages.review.merge_card import MergeCard
from photoface.gui.pages.review.words import answer_texts, question_text
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services import answers
from photoface.services.both_sides import Half, both_sides
from photoface.services.evidence import Evidence, evidence
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.questions import Kind, Question, count_open, questions


@dataclass(frozen=True, slots=True)
class _Asked:
    questions: Sequence[Question]
    waiting: int


@dataclass(frozen=True, slots=True)
class _Explained:
    """sides: of a question whether two are one."""

    evidence: Evidence
    sides: tuple[Half, Half] | None


class ReviewPage(Page):
    """The subject is a person id, for questions about that person only, or None for all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Review"))
        self.deck = Deck()
        self.card, self.merge_card = QuestionCard(desk), MergeCard(desk)
        self.answers = AnswerBar(desk)
        self.who = self.answers.who
        self._cards = QStackedWidget()
        self.counter = QLabel()
        self.counter.setProperty("kind", "note")
        nothing = self.tr("Every guess has an answer. New photos bring new ones.")
        self.empty = EmptyState("yes", self.tr("Nothing to ask"), nothing)
        self._person_id: int | None = None
        self._reading = Ticket(self)
        self._build()
        self._add_commands()

    def show_subject(self, subject: object) -> None:
        person_id = subject if isinstance(subject, int) else None
        if person_id != self._person_id:
            self._person_id = person_id
            self.deck.clear()
            self.refresh()

    def refresh(self) -> None:
        person_id = self._person_id

        def work(library: Library) -> _Asked:
            return _Asked(questions(library, person_id), count_open(library))

        self.desk.session.read(self, work, self._have)

    @property
    def question(self) -> Question | None:
        """The one that is asked now."""
        return self.deck.current

    def answer(self, how: str) -> None:
        """yes, no, unsure, ignore or no face."""
        question = self.question
        if question is None:
            return
        work: dict[str, Callable[[Library], Outcome]] = {
            "yes": lambda library: answers.yes(library, question),
            "no": lambda library: answers.no(library, question),
            "unsure": lambda library: answers.unsure(library, question),
            "ignore": lambda library: answers.set_aside(library, question, FaceState.IGNORED),
            "no face": lambda library: answers.set_aside(library, question, FaceState.NOT_A_FACE),
        }
        self._decided(work[how])

    def skip(self) -> None:
        """Ask it again when everything else has been asked."""
        self.deck.skip()
        self._ask()

    def sweep(self) -> None:
        """The same questions as a grid."""
        self.desk.places.go(Place("sweep", self._person_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that is no command, or a capital one, begins a name."""
        text = event.text()
        if text.isalpha() and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.who.setFocus()
            self.who.insert(text)
            self.who.textEdited.emit(self.who.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tools.addWidget(self.counter)
        for card in (self.card, self.merge_card):
            around = QScrollArea()  # a small window scrolls to what it has no room for
            around.setWidget(card)
            around.setWidgetResizable(True)
            around.setFrameShape(QFrame.Shape.NoFrame)
            around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._cards.addWidget(around)
        self.body.addWidget(self._cards, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.answers)
        self.foot = self.answers
        self.who.chosen.connect(self._somebody)
        self.who.left.connect(self.setFocus)
        self.empty.hide()

    def _add_commands(self) -> None:
        area, add = self.tr("Review"), self.desk.actions.add
        skip = add(self, Command("review.skip", area, self.tr("Skip"), ("S",), "skip"), self.skip)
        self.answers.add("skip", skip)
        for name, text, keys, icon_name, how in (
            ("no face", self.tr("Not a face"), ("X",), "trash", "no face"),
            ("ignore", self.tr("Ignore"), ("I",), "ignore", "ignore"),
            ("unsure", self.tr("Not sure"), ("U",), "question", "unsure"),
            ("no", self.tr("No"), ("N",), "no", "no"),
            ("yes", self.tr("Yes"), ("Y", "Return", "Enter"), "yes", "yes"),
        ):
            action = add(self, Command(f"review.{name}", area, text, keys, icon_name), partial(self.answer, how))
            self.answers.add(how, action, primary=how == "yes")
        hint = self.tr("Many guesses of one person in a grid: take out the wrong ones, confirm the rest at once")
        sweep = add(
            self, Command("review.sweep", area, self.tr("Sweep a grid"), ("Ctrl+B",), "people", hint), self.sweep
        )
        self.tools.addWidget(self.tool_button(sweep, text=True))

    def _have(self, asked: _Asked) -> None:
        self.deck.deal(asked.questions)
        self.counter.setText(self.tr("%n guess(es) to look at", "", asked.waiting))
        self._ask()

    def _ask(self) -> None:
        question = self.question
        self.who.clear()
        self.title.setText(self.tr("Review"))
        for widget in (self._cards, self.answers):
            widget.setVisible(question is not None)
        self.empty.setVisible(question is None)
        self._reading.cancel()  # what belongs to the question before is of no use
        if question is not None:
            self.title.setText(question_text(question))
            self.setAccessibleName(self.title.text())
            self.answers.say(answer_texts(question))
            self._card_of(question).show_question(question)
            self._reading = self.desk.session.read(self, partial(_explained, question=question), self._explain)
            self.setFocus()

    def _card_of(self, question: Question) -> QuestionCard | MergeCard:
        merging = question.kind is Kind.SAME
        self._cards.setCurrentIndex(int(merging))
        return self.merge_card if merging else self.card

    def _explain(self, found: _Explained) -> None:
        if self.question is None:
            return
        if found.sides is None:
            self.card.show_evidence(self.question, found.evidence)
        else:
            self.merge_card.show_evidence(found.evidence)
            self.merge_card.show_sides(found.sides)

    def _somebody(self, who: Named) -> None:
        question = self.question
        if question is not None:
            self._decided(lambda library: answers.somebody_else(library, question, who.reference))

    def _decided(self, work: Callable[[Library], Outcome]) -> None:
        key = self.deck.answered()

        def failed(error: Exception) -> None:
            self.deck.settled(key)
            self.desk.session.report(error)
            self.refresh()

        self.desk.session.decide(self, work, lambda _outcome: self.deck.settled(key), failed)
        self._ask()


def _explained(library: Library, question: Question) -> _Explained:
    found = evidence(library, question)
    return _Explained(found, both_sides(library, question, found) if question.kind is Kind.SAME else None)
