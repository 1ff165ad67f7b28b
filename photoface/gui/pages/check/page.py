"""Twenty faces of a person, drawn by lot: how many are right says without bias how good all the others are."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from photoface.domain.errors import NotFound
from photoface.domain.people import Face
from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.pages.page import Page
from photoface.gui.pages.person.words import drawn_text, unsure_text
from photoface.gui.pages.review.answer_bar import AnswerBar
from photoface.gui.pages.review.card import FaceCard
from photoface.gui.pages.review.cards import scrolled
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review import spot_check
from photoface.services.review.evidence import Evidence, evidence
from photoface.services.review.questions import Kind, Question
from photoface.services.review.spot_check import FACES, RIGHT, UNSURE, WRONG, Said, SpotCheck
from photoface.services.showing.person_card import PersonCard, person_card


@dataclass(frozen=True, slots=True)
class _State:
    """check: the last draw; None where there was none."""

    card: PersonCard
    check: SpotCheck | None


class CheckPage(Page):
    """The subject is a person id."""

    home = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Check at random"))
        self.card, self.answers, self.counter = FaceCard(desk), AnswerBar(desk, names=False), QLabel()
        self.rest = EmptyState("yes", self.tr("Check at random"), "")
        self.begin = self.rest.offer(self.tr("Draw %n face(s)", "", FACES), self.draw)
        self._place = scrolled(self.card)
        self._person_id: int | None = None
        self._state: _State | None = None
        self._answered: set[int] = set()
        self._stored: set[int] = set()
        self._asked = 0
        self._looking, self._reading = Ticket(self), Ticket(self)
        self._build()
        self._add_commands()

    @property
    def face(self) -> Face | None:
        """The one that is asked about now."""
        drawn = self._state.check if self._state is not None else None
        return next((face for face in drawn.faces if face.face_id not in self._answered), None) if drawn else None

    def show_subject(self, subject: object) -> None:
        person_id = subject if isinstance(subject, int) else None
        if person_id != self._person_id:
            self._person_id, self._state, self._asked = person_id, None, 0
            self.refresh()

    def refresh(self) -> None:
        person_id, stored = self._person_id, frozenset(self._stored)
        self._looking.cancel()  # what was read before an answer must not ask it again
        if person_id is None:
            self._show(None)
            return

        def have(state: _State | None) -> None:
            self._forget(stored)  # what was read tells of these, and nothing before it did
            self._show(state)

        self._looking = self.desk.session.read(
            self, lambda library: _state_of(library, person_id), have, lambda _gone: have(None)
        )

    def draw(self) -> None:
        """Others, by lot."""
        person_id = self._person_id
        if person_id is not None:
            self.desk.session.write(
                self, lambda library: spot_check.start_check(library, person_id), touched=Touched.DECISION
            )

    def answer(self, said: Said) -> None:
        """What somebody sees in the face."""
        face, drawn = self.face, self._state.check if self._state is not None else None
        if face is None or drawn is None:
            return
        self._answered.add(face.face_id)

        def stored(_outcome: Outcome) -> None:
            self._stored.add(face.face_id)

        def failed(error: Exception) -> None:
            self._forget({face.face_id})
            self.desk.session.report(error)
            self.refresh()

        work = partial(spot_check.answer, drawn=drawn, face_id=face.face_id, said=said)
        self.desk.session.decide(self, work, stored, failed)
        self._ask()

    def explain(self) -> None:
        """Everything that speaks for and against it."""
        if self.face is not None:
            ExplainDialog(self.desk, self.face.face_id, self).open()

    # -- inside --

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.counter.setProperty("kind", "note")
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.addWidget(self.counter)
        self.body.addLayout(row)
        for widget, stretch in ((self._place, 1), (self.rest, 1), (self.answers, 0)):
            self.body.addWidget(widget, stretch)
            widget.hide()  # until it is known who is checked
        self.foot = self.answers

    def _add_commands(self) -> None:
        area, add = self.tr("Check at random"), self.desk.actions.add
        for name, text, keys, icon, said in (
            ("unsure", self.tr("Not sure"), ("U",), "question", UNSURE),
            ("wrong", self.tr("No"), ("N",), "no", WRONG),
            ("right", self.tr("Yes"), ("Y", "Return", "Enter"), "yes", RIGHT),
        ):
            action = add(self, Command(f"check.{name}", area, text, keys, icon), partial(self.answer, said))
            self.answers.add(name, action, primary=name == "right")
        more = self.tr("Draw %n face(s)", "", FACES)
        add(self, Command("check.draw", area, more, ("Ctrl+K",), "refresh"), self.draw)
        why = add(self, Command("check.why", area, self.tr("Why?"), ("F3",), "info"), self.explain)
        self.tools.addWidget(self.tool_button(why, text=True))

    def _forget(self, face_ids: Set[int]) -> None:
        """Their answers: the state that is shown tells of them, or they could not be stored."""
        self._answered -= face_ids
        self._stored -= face_ids

    def _show(self, state: _State | None) -> None:
        self._state = state
        self._ask()

    def _ask(self) -> None:
        face = self.face
        for widget in (self._place, self.answers):
            widget.setVisible(face is not None)
        self.rest.setVisible(face is None)
        self._say()
        if face is None:
            self._asked = 0
            self.take_focus(self.begin)
        elif face.face_id != self._asked:
            self._asked = face.face_id
            self._show_face(face)

    def _show_face(self, face: Face) -> None:
        person = self._state.card.person if self._state is not None else None
        self.card.show_face(face)
        self._reading.cancel()
        asked = Question(Kind.FACE, person, face, None, None, 0.0, 1, (face.face_id,))
        self._reading = self.desk.session.read(self, lambda library: evidence(library, asked), self._explain)
        self.take_focus(self)

    def _explain(self, found: Evidence) -> None:
        # Neither how like it is nor who comes next is told: whoever checks must not be led.
        name = isolated(self._state.card.person.name) if self._state is not None else ""
        heading = self.tr("Known faces of {name}").format(name=name)
        self.card.show_known(heading, [near.face.face_id for near in found.known], found.frame, ())

    def _say(self) -> None:
        self.setAccessibleName(self.title.text())
        if self._state is None:
            self.rest.say(self.tr("Nobody to check"), self.tr("Choose a person first."))
            self.begin.hide()
            return
        card, drawn = self._state.card, self._state.check
        name = isolated(card.person.name)
        self.title.setText(self.tr("Is this {name}?").format(name=name) if self.face is not None else name)
        self.setAccessibleName(self.title.text())
        waiting = card.person.named + card.person.suggested
        answered = sum(face.face_id in self._answered for face in drawn.faces) if drawn is not None else 0
        done = drawn.precision.looked_at + drawn.precision.unsure + answered if drawn is not None else 0
        place = self.tr("face {row} of {count}, drawn by lot").format(
            row=done + 1, count=done + len(drawn.faces) - answered if drawn is not None else 0
        )
        self.counter.setText(place if self.face is not None else "")
        self.rest.say(self._title(card), self._sentence(card, waiting))
        self.begin.setVisible(waiting > 0)

    def _title(self, card: PersonCard) -> str:
        done = card.drawn.share is not None
        return self.tr("What the check says") if done else self.tr("How many of the guesses are right?")

    def _sentence(self, card: PersonCard, waiting: int) -> str:
        said = " · ".join(each for each in (drawn_text(card.drawn), unsure_text(card.drawn)) if each)
        if not waiting:
            nothing = self.tr("Nobody has to look any further: every face is confirmed one by one.")
            return f"{said}. {nothing}" if said else nothing
        how = self.tr(
            "Some faces that nobody has confirmed are drawn by lot, and you look at each. That tells how good all the "
            "others are, which looking at the likest ones cannot."
        )
        return f"{said}." if said else how


def _state_of(library: Library, person_id: int) -> _State:
    try:
        last = spot_check.check(library, person_id)
    except NotFound:
        last = None
    return _State(person_card(library, person_id), last)
