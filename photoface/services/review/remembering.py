"""Questions that were answered, remembered by the faces and people they are about: grouping anew gives groups other
numbers and other faces, but asks nothing twice.

What follows from an answer is in the ledger ("yes" is a name, "no" a rejection); here is what follows from none:
"not sure", which counts until there is more to see, and "these two people are two", "this face is right".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.answers import Answer, Answered, Side, answers, keep
from photoface.store.journal import Recorder

Subject = tuple[str, int]
"""("face", id), ("group", id) or ("person", id)."""

SAME = "same"
"""The kind of question that asks whether both sides are one person."""

MORE_FACES = 1.5
"""Times as many faces as then make it worth asking again about a group somebody was not sure about."""

MORE_OF_A_PERSON = 2.0
"""The same for a person, of whom every answer brings more faces; counted from A_FEW on."""

A_FEW = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is about. question: its kind, e.g. SAME; the order does not matter."""

    question: str
    one: Subject
    other: Subject


def answered(library: Library, asked: Collection[Asked]) -> frozenset[Asked]:
    """Those of these questions that need not be asked: answered, and nothing new to see where nobody was sure."""
    known = answers(library.db)
    if not known or not asked:
        return frozenset()
    sides = _sides(library, {subject for each in asked for subject in (each.one, each.other)})
    return frozenset(each for each in asked if _settled(each, (sides[each.one], sides[each.other]), known))


def told_apart(library: Library, one: int, other: int) -> bool:
    """Whether somebody said that these two people are not the same."""
    pair = {one, other}
    return any(
        known.answer == "no" and known.question == SAME and {side.person_id for side in known.sides} == pair
        for known in answers(library.db)
    )


def remember(library: Library, asked: Asked, answer: Answer, kind: str, summary: str) -> Outcome:
    """An answer from which nothing else follows, as one operation. kind, summary: for the history."""
    with library.journal.operation(kind, summary) as record:
        note(library, record, asked, answer)
    return Outcome(record.operation_id, summary)


def unsure_of_all(library: Library, face_ids: Collection[int], person_id: int, summary: str) -> Outcome:
    """Nobody was sure whether these faces are this person, each of them, as one operation."""
    with library.journal.operation("unsure", summary) as record:
        for face_id in face_ids:
            note(library, record, Asked("same", ("face", face_id), ("person", person_id)), "unsure")
    return Outcome(record.operation_id, summary)


def note(library: Library, record: Recorder, asked: Asked, answer: Answer) -> None:
    """An answer as part of an operation."""
    sides = _sides(library, {asked.one, asked.other})
    one, other = (_kept(sides[subject]) for subject in (asked.one, asked.other))
    keep(record, Answered(asked.question, answer, (one, other)))


def hand_over(library: Library, record: Recorder, source: int, target: int) -> None:
    """What was answered about the source counts for the target too, which it becomes; undone with the operation."""
    for known in answers(library.db):
        one, other = (replace(side, person_id=target) if side.person_id == source else side for side in known.sides)
        if (one, other) != known.sides and one.person_id != other.person_id:
            keep(record, replace(known, sides=(one, other)))


def _kept(side: Side) -> Side:
    """A person is known by its id; its faces, maybe thousands, need not be written down."""
    return side if side.person_id is None else replace(side, faces=frozenset())


def _settled(asked: Asked, sides: tuple[Side, Side], known: Iterable[Answered]) -> bool:
    alike = [
        (answer, pair)
        for answer, pair in ((each.answer, _turned(each, sides)) for each in known if each.question == asked.question)
        if pair is not None
    ]
    if any(answer != "unsure" for answer, _ in alike):
        return True
    return bool(alike) and all(_nothing_new(now, [pair[at] for _, pair in alike]) for at, now in enumerate(sides))


def _turned(known: Answered, sides: tuple[Side, Side]) -> tuple[Side, Side] | None:
    """Its sides in the order of these, or None where it is about others."""
    one, other = known.sides
    for pair in ((one, other), (other, one)):
        if all(_about(now, then) for now, then in zip(sides, pair, strict=True)):
            return pair
    return None


def _about(now: Side, then: Side) -> bool:
    if now.person_id is not None and then.person_id is not None:
        return now.person_id == then.person_id
    return not now.faces.isdisjoint(then.faces)


def _nothing_new(now: Side, then: Sequence[Side]) -> bool:
    """Of several groups that were asked about and are one by now, all faces were seen."""
    sizes = [side.size for side in then if side.person_id is not None and side.person_id == now.person_id]
    if sizes:
        return now.size < MORE_OF_A_PERSON * max(A_FEW, *sizes)
    seen = now.faces & frozenset[int]().union(*(side.faces for side in then))
    return now.size < MORE_FACES * len(seen)


def _sides(library: Library, subjects: Collection[Subject]) -> dict[Subject, Side]:
    """The faces as they are now; of a group those that nobody decided about, of a person those decided."""
    with library.db.consistent():
        decided = library.ledger.owners() if any(kind != "face" for kind, _ in subjects) else {}
        return {subject: _side(library, subject, decided) for subject in subjects}


def _side(library: Library, subject: Subject, decided: dict[int, int]) -> Side:
    kind, number = subject
    match kind:
        case "face":
            return Side(None, frozenset({number}), 1)
        case "group":
            faces = frozenset(library.groups.members(number)) - decided.keys()
            return Side(None, faces, len(faces))
        case _:
            faces = frozenset(library.ledger.decided_as(number))
            return Side(number, faces, len(faces))
