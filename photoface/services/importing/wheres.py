"""Which of many questions "where is Anna?" are worth somebody's time.

A keyword names people in thousands of photos and says of none where. A few answers teach what they look like; then most
of the rest is recognised and need not be asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from photoface.services.importing.values import PlannedQuestion
from photoface.store.name_questions import NameQuestion

MOST_ASKED = 20
"""Open questions of where one person is. With so many faces confirmed by a human, whom they look like is known."""

WHERE = "where"


def worth_asking(
    questions: Sequence[PlannedQuestion], waiting: Iterable[NameQuestion]
) -> tuple[list[PlannedQuestion], int]:
    """The other questions as they came, then these person by person, the easiest first; and how many can wait.

    waiting: what the library asks already; it counts.
    """
    others = [each for each in questions if each.question.kind != WHERE]
    by_person: Mapping[str, list[PlannedQuestion]] = defaultdict(list)
    for each in questions:
        if each.question.kind == WHERE:
            by_person[each.question.name.casefold()].append(each)
    open_ones = Counter(each.name.casefold() for each in waiting if each.kind == WHERE)
    asked = list[PlannedQuestion]()
    for name, found in sorted(by_person.items(), key=lambda each: -len(each[1])):
        asked += sorted(found, key=lambda each: each.choices)[: max(MOST_ASKED - open_ones[name], 0)]
    return others + asked, len(questions) - len(others) - len(asked)
