"""The question who a group is, as it is remembered where no name answered it: not sure, or several people."""

from __future__ import annotations

from collections.abc import Collection

from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.remembering import MORE_FACES
from photoface.store.answers import Answer, Answered, Side, answers, keep

WHO = "who"

_WORDS: dict[Answer, tuple[str, str]] = {
    "no": ("several", "several people: the group is asked about in parts"),
    "unsure": ("unsure", "not sure who: asked again when there are more faces"),
}


def remember_who(library: Library, face_ids: Collection[int], answer: Answer) -> Outcome:
    """Remembers that these faces are several people (no), or that nobody was sure who they are, as one operation."""
    kind, summary = _WORDS[answer]
    with library.journal.operation(kind, summary) as record:
        asked, nobody = Side(None, frozenset(face_ids), len(face_ids)), Side(None, frozenset(), 0)
        keep(record, Answered(WHO, answer, (asked, nobody)))
    return Outcome(record.operation_id, summary)


class Unsure:
    """What answers that are no names are about."""

    def __init__(self, library: Library) -> None:
        known = answers(library.db)
        self._mentioned = frozenset[int]().union(*(side.faces for each in known for side in each.sides))
        self._seen = [each.sides[0].faces for each in known if each.question == WHO and each.answer == "unsure"]

    def mentioned(self, face_ids: Collection[int]) -> bool:
        """Whether any answer at all is about one of these faces: a quick no spares a closer look."""
        return not self._mentioned.isdisjoint(face_ids)

    def about(self, face_ids: Collection[int]) -> bool:
        """Whether nobody was sure who these faces are, and there is nothing new to see."""
        mine = frozenset(face_ids)
        seen = mine & frozenset[int]().union(*self._seen)
        return bool(seen) and len(mine) < MORE_FACES * len(seen)
