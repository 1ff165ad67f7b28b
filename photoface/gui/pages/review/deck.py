"""The questions at hand, in order; answered ones are gone at once, skipped ones come last or with new evidence."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.review.questions import Question
from photoface.services.review.remembering import MORE_FACES, MORE_OF_A_PERSON


class Deck:
    """``deal`` brings the open questions; those whose answer is not stored yet are left out meanwhile.

    A question that was skipped comes after all others, until much more is known of either side than then; one whose
    answer was taken back comes at once.
    """

    def __init__(self) -> None:
        self._cards: list[Question] = []
        self._pending: set[str] = set()
        self._answered: set[str] = set()
        self._skipped: dict[str, Question] = {}

    def __len__(self) -> int:
        return len(self._cards)

    @property
    def current(self) -> Question | None:
        return self._cards[0] if self._cards else None

    def deal(self, questions: Sequence[Question]) -> None:
        """The questions that are open now; the one that is being asked stays first while it is among them."""
        asked = self.current.key if self.current else None
        self._forget_those_with_more_to_see(questions)
        order = {key: at for at, key in enumerate(self._skipped)}
        cards = [one for one in questions if one.key not in self._pending]
        back = {one.key for one in cards} & self._answered
        self._answered -= back
        self._cards = sorted(cards, key=lambda one: (one.key not in back, one.key != asked, order.get(one.key, -1)))

    def answered(self) -> str:
        """The current one is gone; its key, for ``settled``."""
        key = self._cards.pop(0).key
        self._pending.add(key)
        return key

    def settled(self, key: str, *, final: bool = True) -> None:
        """The answer is stored, or could not be: whether the question is open is what the library says. Is it open
        although the answer was final, that was taken back."""
        self._pending.discard(key)
        if final:
            self._answered.add(key)

    def skip(self) -> None:
        """The current one goes to the end."""
        if self._cards:
            skipped = self._cards.pop(0)
            self._skipped.pop(skipped.key, None)
            self._skipped[skipped.key] = skipped
            self._cards.append(skipped)

    def clear(self) -> None:
        """Questions about somebody else from now on."""
        self._cards = []

    def _forget_those_with_more_to_see(self, questions: Sequence[Question]) -> None:
        for now in questions:
            then = self._skipped.get(now.key)
            if then is not None and _more_to_see(now, then):
                del self._skipped[now.key]


def _more_to_see(now: Question, then: Question) -> bool:
    known, known_then = _known(now), _known(then)
    grown = MORE_FACES if now.person is None else MORE_OF_A_PERSON
    return now.settles >= MORE_FACES * then.settles or known >= grown * max(known_then, 1)


def _known(question: Question) -> int:
    """How many faces the side has that it may be."""
    if question.person is not None:
        return question.person.confirmed + question.person.named
    return question.other.faces if question.other is not None else 0
