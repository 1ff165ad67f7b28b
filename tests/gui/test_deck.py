"""The questions at hand: what is skipped comes last, until there is more to see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from photoface.domain.people import Group, Person
from photoface.gui.pages.review.deck import Deck
from photoface.services.review.questions import Kind, Question


def question(number: int, known: int = 3, settles: int = 2) -> Question:
    person = Person(number, str(number), "Anna", known, 0, settles, known, None, False)
    return Question(Kind.SAME, person, None, Group(number, settles, settles, 1), None, 0.5, settles)


@pytest.fixture
def deck() -> Deck:
    made = Deck()
    made.deal([question(1), question(2)])
    return made


def test_a_skipped_question_comes_last(deck: Deck) -> None:
    deck.skip()
    deck.deal([question(1), question(2), question(3)])
    order = []
    while deck.current:
        order.append(deck.answered())
    assert order == [question(at).key for at in (2, 3, 1)]


@pytest.mark.parametrize("more", [question(1, known=6), question(1, settles=3)])
def test_it_comes_back_with_new_evidence(deck: Deck, more: Question) -> None:
    deck.skip()
    deck.deal([more, question(2), question(3)])
    deck.answered()
    assert deck.current == more


def test_a_little_more_is_no_new_evidence(deck: Deck) -> None:
    deck.skip()
    deck.deal([replace(question(1), angle=0.4), question(2), question(3)])
    deck.answered()
    assert deck.current == question(3)


def test_questions_about_somebody_else_forget_nothing(deck: Deck) -> None:
    deck.skip()
    deck.clear()
    deck.deal([question(1), question(2)])
    assert deck.current == question(2)
