"""Answers to questions, as they were given: what was asked, about which faces and people, and how many there were."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from photoface.store.database import LibraryDatabase
from photoface.store.recorder import Recorder

Answer = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question: a person, or faces that were a group. size: how many faces it had when asked."""

    person_id: int | None
    faces: frozenset[int]
    size: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered. question: its kind."""

    question: str
    answer: Answer
    sides: tuple[Side, Side]


def answers(db: LibraryDatabase) -> list[Answered]:
    """All that were given and not taken back, in order."""
    sql = "SELECT question, answer, person_id, faces, size, other_id, other_faces, other_size FROM answer ORDER BY id"
    return [
        Answered(question, answer, (_side(*one), _side(*other)))
        for question, answer, *sides in db.rows(sql)
        for one, other in [(sides[:3], sides[3:])]
    ]


def keep(record: Recorder, answered: Answered) -> None:
    """One answer as part of an operation."""
    one, other = answered.sides
    columns = zip(("", "other_"), ("person_id", "other_id"), (one, other), strict=True)
    row: dict[str, Any] = {"question": answered.question, "answer": answered.answer}
    for prefix, person, side in columns:
        row |= {person: side.person_id, f"{prefix}faces": _text(side.faces), f"{prefix}size": side.size}
    record.put("answer", row)


def _side(person_id: int | None, faces: str, size: int) -> Side:
    return Side(person_id, frozenset(json.loads(faces)), size)


def _text(faces: Iterable[int]) -> str:
    return json.dumps(sorted(faces))
