"""Named faces that look wrong, the most doubtful first: each is right, somebody else, or not this person."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from photoface.domain.geometry import Box
from photoface.domain.people import Person
from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Change
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.pages.doubts.words import heading_text, question_text, reasons_text
from photoface.gui.pages.page import Page
from photoface.gui.pages.review.answer_bar import AnswerBar
from photoface.gui.pages.review.card import FaceCard
from photoface.gui.pages.review.cards import scrolled
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import short
from photoface.gui.widgets.empty_state import EmptyState
from photoface.services.deciding import correcting
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.doubts import Doubt, doubts, this_is_right
from photoface.services.review.evidence import evidence
from photoface.services.review.questions import Kind, Question

_ROW = 3
"""Faces of each side."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """known: the nearest faces of the person, then those of whom it is like instead."""

    known: tuple[int, ...]
    frame: Box | None


class DoubtsPage(Page):
    """The subject is a person id, for that person's faces only, or None for all."""

    home = "review"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Doubts"))
        self.card, self.answers, self.counter = FaceCard(desk), AnswerBar(desk), QLabel()
        self.empty = EmptyState("yes", self.tr("Nothing looks wrong"), "")
        self._place = scrolled(self.card)
        self._person_id: int | None = None
        self._doubts: list[Doubt] = []
        self._seen = 0
        self._answered: set[int] = set()
        self._stored: set[int] = set()
        self._own = False
        self._looking, self._reading = Ticket(self), Ticket(self)
        self._build()
        self._add_commands()

    @property
    def doubt(self) -> Doubt | None:
        """The one that is asked about now."""
        return self._doubts[0] if self._doubts else None

    def show_subject(self, subject: object) -> None:
        person_id = subject if isinstance(subject, int) else None
        if person_id != self._person_id:
            self._person_id, self._doubts = person_id, []
            self.refresh()

    def refresh(self) -> None:
        person_id, stored = self._person_id, frozenset(self._stored)
        self._looking.cancel()
        self._looking = self.desk.session.read(
            self, lambda library: doubts(library, person_id), partial(self._have, stored)
        )
        if self.doubt is None:
            self.empty.say(self.tr("Looking …"), self.tr("All named faces are compared with one another."))
            self._ask()

    # -- answers --

    def right(self) -> None:
        """It is this person: never doubted again."""
        self._decide(lambda library, doubt: this_is_right(library, [doubt.face.face_id]))

    def take_out(self) -> None:
        """It is not this person."""
        self._decide(
            lambda library, doubt: correcting.reject(library, (doubt.face.face_id,), f"#{doubt.person.person_id}")
        )

    def rival(self) -> None:
        """It is whom it is like instead."""
        rival = self.doubt.rival if self.doubt is not None else None
        if rival is not None:
            self._somebody(Named(rival.name, rival.person_id))

    def skip(self) -> None:
        """The next one; this one comes last."""
        if self._doubts:
            self._doubts.append(self._doubts.pop(0))
            self._ask()

    def explain(self) -> None:
        """Everything that speaks for and against it."""
        if self.doubt is not None:
            ExplainDialog(self.desk, self.doubt.face.face_id, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that is no command begins a name."""
        text = event.text()
        if text.isalpha() and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.answers.who.setFocus()
            self.answers.who.insert(text)
            self.answers.who.textEdited.emit(self.answers.who.text())
        else:
            super().keyPressEvent(event)

    # -- inside --

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.counter.setProperty("kind", "note")
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.addWidget(self.counter)
        self.body.addLayout(row)
        for widget, stretch in ((self._place, 1), (self.empty, 1), (self.answers, 0)):
            self.body.addWidget(widget, stretch)
        self.foot = self.answers
        self.answers.who.chosen.connect(self._somebody)
        self.answers.who.left.connect(self.setFocus)
        self._ask()

    def _add_commands(self) -> None:
        area, add = self.tr("Doubts"), self.desk.actions.add
        for name, text, keys, icon, run in (
            ("skip", self.tr("Skip"), ("S", "Ctrl+S"), "skip", self.skip),
            ("out", self.tr("Not this person"), ("N",), "no", self.take_out),
            ("rival", self.tr("The other one"), ("R",), "person", self.rival),
            ("right", self.tr("This is right"), ("Y", "Return", "Enter"), "yes", self.right),
        ):
            action = add(self, Command(f"doubts.{name}", area, text, keys, icon), run)
            self.answers.add(name, action, primary=name == "right")
        why = add(self, Command("doubts.why", area, self.tr("Why?"), ("F3",), "info"), self.explain)
        self.tools.addWidget(self.tool_button(why, text=True))

    def _hear(self, change: Change) -> None:
        if not self._own:  # an answer of this page is followed at once, without comparing all faces anew
            super()._hear(change)
        self._own = False

    def _have(self, stored: Set[int], found: list[Doubt]) -> None:
        """stored: whose answers were known when it was read; who is found all the same was taken back and comes first.
        Those answered since are not asked again, and the one that is seen stays."""
        self._forget(stored)
        waiting = [each for each in found if each.face.face_id not in self._answered]
        seen = self._seen
        if seen and self.answers.who.text() and all(each.face.face_id != seen for each in waiting):
            return  # nobody takes away what somebody is typing a name for
        self._doubts = sorted(waiting, key=lambda each: (each.face.face_id not in stored, each.face.face_id != seen))
        nothing = self.tr("No named face is nearer to somebody else, twice in a photo, or far from all others.")
        self.empty.say(self.tr("Nothing looks wrong"), nothing)
        self._ask()

    def _forget(self, face_ids: Set[int]) -> None:
        """Their answers: what is shown tells of them, or they could not be stored."""
        self._answered -= face_ids
        self._stored -= face_ids

    def _ask(self) -> None:
        doubt = self.doubt
        for widget in (self._place, self.answers, self.counter):
            widget.setVisible(doubt is not None)
        self.empty.setVisible(doubt is None)
        self._reading.cancel()
        if doubt is None:
            self._seen = 0
            self.title.setText(self.tr("Doubts"))
            self.setAccessibleName(self.title.text())
            return
        self.title.setText(question_text(doubt))
        self.setAccessibleName(self.title.text())
        self.counter.setText(self.tr("%n named face(s) look wrong", "", len(self._doubts)))
        self._say_answers(doubt)
        if doubt.face.face_id != self._seen:
            self._show(doubt)
        self._reading = self.desk.session.read(self, partial(_beside, doubt=doubt), partial(self._explain, doubt))

    def _show(self, doubt: Doubt) -> None:
        self._seen = doubt.face.face_id
        self.card.show_face(doubt.face)
        self.answers.who.setText("")
        self.take_focus(self)

    def _say_answers(self, doubt: Doubt) -> None:
        rival = self.desk.actions.get("doubts.rival")
        rival.setVisible(doubt.rival is not None)
        other = short(doubt.rival.name) if doubt.rival is not None else ""
        self.answers.say(
            {
                "right": self.tr("Yes, this is right"),
                "out": self.tr("Not {name}").format(name=short(doubt.person.name)).replace("&", "&&"),
                "rival": self.tr("It is {name}").format(name=other).replace("&", "&&"),
            }
        )

    def _explain(self, doubt: Doubt, found: _Beside) -> None:
        self.card.show_known(heading_text(doubt), found.known, found.frame, reasons_text(doubt))

    def _somebody(self, who: Named) -> None:
        self._decide(lambda library, doubt: correcting.assign(library, (doubt.face.face_id,), who.reference))

    def _decide(self, work: Callable[[Library, Doubt], Outcome]) -> None:
        doubt = self.doubt
        if doubt is None:
            return
        self._doubts.pop(0)
        self._answered.add(doubt.face.face_id)

        def stored(outcome: Outcome) -> None:
            self._own = outcome.operation_id is not None
            self._stored.add(doubt.face.face_id)

        def failed(error: Exception) -> None:
            self._forget({doubt.face.face_id})
            self.desk.session.report(error)
            self.refresh()

        self.desk.session.decide(self, lambda library: work(library, doubt), stored, failed)
        self._ask()


def _beside(library: Library, doubt: Doubt) -> _Beside:
    asked = Question(Kind.FACE, doubt.person, doubt.face, None, None, doubt.angle, 1, (doubt.face.face_id,))
    found = evidence(library, asked)
    mine = [near.face.face_id for near in found.known]
    if doubt.rival is None:
        return _Beside(tuple(mine), found.frame)
    return _Beside((*_padded(mine), *_nearest(library, asked, doubt.rival)), found.frame)


def _nearest(library: Library, asked: Question, person: Person) -> list[int]:
    return [near.face.face_id for near in evidence(library, replace(asked, person=person)).known[:_ROW]]


def _padded(face_ids: list[int]) -> list[int]:
    """A whole row: what follows begins the next one. 0 is no face."""
    return [*face_ids[:_ROW], *[0] * (_ROW - len(face_ids[:_ROW]))]
