"""The questions at hand, in order; answered ones are gone at once, skipped ones come at the end."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.questions import Question


class Deck:
    """``deal`` brings the open questions; those whose answer is not stored yet are left out meanwhile."""

    def __init__(self) -> None:
        self._cards: list[Question] = []
        self._pending: set[str] = set()
        self._skipped: dict[str, None] = {}

    def __len__(self) -> int:
        return len(self._cards)

    @property
    def current(self) -> Question | None:
        return self._cards[0] if self._cards else None

    def deal(self, questions: Sequence[Question]) -> None:
        """The questions that are open now; the one that is being asked stays first while it is among them."""
        asked = self.current.key if self.current else None
        order = {key: at for at, key in enumerate(self._skipped)}
        cards = [one for one in questions if one.key not in self._pending]
        self._cards = sorted(cards, key=lambda one: (one.key != asked, order.get(one.key, -1)))

    def answered(self) -> str:
        """The current one is gone; its key, for ``settled``."""
        key = self._cards.pop(0).key
        self._pending.add(key)
        return key

    def settled(self, key: str) -> None:
        """The answer is stored, or could not be: whether the question is open is what the library says."""
        self._pending.discard(key)

    def skip(self) -> None:
        """The current one goes to the end."""
        if self._cards:
            skipped = self._cards.pop(0)
            self._skipped.pop(skipped.key, None)
            self._skipped[skipped.key] = None
            self._cards.append(skipped)

    def clear(self) -> None:
        """Questions about somebody else from now on."""
        self._cards, self._skipped = [], {}
