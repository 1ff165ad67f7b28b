"""Questions that names in files raised; written through the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from photoface.domain.errors import NotFound
from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase, Row
from photoface.store.recorder import Recorder

_COLUMNS = "id, kind, photo_id, face_id, x, y, width, height, name, uuid, origin, state"

# Where somebody is need not be asked once a face of the photo has that name, or none is left that could.
_SETTLED_BY_ITSELF = """kind = 'where' AND (
    EXISTS (SELECT 1 FROM face JOIN verdict ON verdict.face_id = face.id JOIN person ON person.id = verdict.person_id
            WHERE face.photo_id = name_question.photo_id AND lower(person.name) = lower(name_question.name))
    OR NOT EXISTS (SELECT 1 FROM face LEFT JOIN verdict ON verdict.face_id = face.id
                   WHERE face.photo_id = name_question.photo_id AND face.retired = 0 AND verdict.face_id IS NULL))"""
_WAITING = f"state = 'open' AND NOT ({_SETTLED_BY_ITSELF})"


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """kind: see schema_v4; face_id: the face it is about, None for kind 'where'; box: where the file says it is.

    question_id 0: not stored yet. state: 'open', or whose word counts: 'file', 'library'.
    """

    question_id: int
    kind: str
    photo_id: int
    face_id: int | None
    box: Box | None
    name: str
    uuid: str | None
    origin: str
    state: str = "open"

    @property
    def subject(self) -> tuple[str, int, int | None, str, str | None]:
        """The same for the same question, however often it is raised."""
        return self.kind, self.photo_id, self.face_id, self.name.casefold(), self.uuid


def list_questions(db: LibraryDatabase, *, answered: bool = False) -> list[NameQuestion]:
    """Those that wait for an answer, in order; or all, also those that need none any more."""
    where = "" if answered else f"WHERE {_WAITING}"
    return [_question(row) for row in db.rows(f"SELECT {_COLUMNS} FROM name_question {where} ORDER BY id")]


def count_open(db: LibraryDatabase) -> int:
    """How many wait for an answer."""
    row = db.row(f"SELECT count(*) FROM name_question WHERE {_WAITING}")
    return int(row[0]) if row else 0


def get_question(db: LibraryDatabase, question_id: int) -> NameQuestion:
    """One of them. Raises NotFound."""
    row = db.row(f"SELECT {_COLUMNS} FROM name_question WHERE id = ?", [question_id])
    if row is None:
        raise NotFound(f"There is no question {question_id}. See them with: photoface import-names --questions")
    return _question(row)


def ask(record: Recorder, questions: Iterable[NameQuestion]) -> None:
    """Note new questions as part of an operation."""
    for each in questions:
        box = each.box
        place = {} if box is None else {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        row: dict[str, Any] = {"kind": each.kind, "photo_id": each.photo_id, "face_id": each.face_id, **place}
        record.put("name_question", {**row, "name": each.name, "uuid": each.uuid, "origin": each.origin})


def settle(record: Recorder, question_id: int, state: str) -> None:
    """It is answered: 'file' or 'library'."""
    record.put("name_question", {"id": question_id, "state": state})


def _question(row: Row) -> NameQuestion:
    number, kind, photo, face, x, y, width, height, *rest = row
    return NameQuestion(number, kind, photo, face, None if x is None else Box(x, y, width, height), *rest)
