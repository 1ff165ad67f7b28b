"""The card of each kind of question, of which one is on top."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.pages.review.card import FaceCard
from photoface.gui.pages.review.explained import GRIDS, Explained
from photoface.gui.pages.review.grid_card import GridCard
from photoface.gui.pages.review.merge_card import MergeCard
from photoface.gui.pages.review.words import facts
from photoface.gui.pages.settle.card import QuestionCard
from photoface.services.review.questions import Kind, Question


class Cards(QStackedWidget):
    """``show_question`` at once, ``explain`` when it has been read why."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face, self.merge, self.grid = FaceCard(desk), MergeCard(desk), GridCard(desk)
        self.told = QuestionCard(desk, answers=False)
        self._places: dict[QWidget, QWidget] = {self.grid: self.grid}
        for card in (self.face, self.merge, self.told):
            self._places[card] = scrolled(card)
        for place in self._places.values():
            self.addWidget(place)

    def show_question(self, question: Question) -> None:
        """What it is about."""
        if question.kind in GRIDS:
            self.grid.clear()
        elif question.kind is Kind.SAME:
            self.merge.clear()
        elif question.told is not None:
            self.told.show_question(question.told)
        else:
            self.face.show_face(question.face)
        self.setCurrentWidget(self._places[self._card_of(question)])

    def seen(self, question: Question) -> bool:
        """Whether what an answer to it decides is on the screen."""
        if question.kind in GRIDS:
            return bool(self.grid.model.rowCount())
        return question.kind is not Kind.SAME or self.merge.shown

    def explain(self, question: Question, found: Explained) -> None:
        """Why it is asked."""
        said = facts(question, found.evidence, found.explanation)
        known = [near.face.face_id for near in found.evidence.known]
        if question.kind in GRIDS:
            self.grid.show_grid(question, found.portraits, known[:4], said)
        elif found.sides is not None:
            self.merge.show_sides(found.sides, said)
        else:
            name = isolated(question.person.name) if question.person is not None else ""
            heading = self.tr("Known faces of {name}, the nearest first").format(name=name)
            self.face.show_known(heading, known, found.evidence.frame, said)

    def _card_of(self, question: Question) -> QWidget:
        if question.kind in GRIDS:
            return self.grid
        if question.told is not None:
            return self.told
        return self.merge if question.kind is Kind.SAME else self.face


def scrolled(card: QWidget) -> QScrollArea:
    """The card, whole: a small window scrolls to what it has no room for."""
    around = QScrollArea()
    around.setWidget(card)
    around.setWidgetResizable(True)
    around.setFrameShape(QFrame.Shape.NoFrame)
    return around
