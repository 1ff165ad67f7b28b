"""Schema 2: answers to questions are kept by the faces and people they were about, not by the numbers of groups."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

# No foreign keys: an answer stands in nobody's way. Ids are never given twice, so one whose face or person is gone
# answers nothing any more, and counts again when they come back.
TABLES_V2 = """
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
    person_id INTEGER,
    faces TEXT NOT NULL,
    size INTEGER NOT NULL,
    other_id INTEGER,
    other_faces TEXT NOT NULL,
    other_size INTEGER NOT NULL
) STRICT;
"""

_OLD_KEY = {"key": "unsure"}
_OLD_QUESTION = re.compile(r"(face|same):g?(\d+):([pg])(\d+)")


def move_unsure(connection: sqlite3.Connection) -> None:
    """Schema 1 kept what somebody was not sure about as JSON in a setting: now as rows, and so in the history.

    Every such operation can be undone and done again as before.
    """
    from photoface.store.operations import text

    rows = connection.execute(
        "SELECT change.operation_id, state, before, after FROM change JOIN operation ON operation.id = operation_id "
        "WHERE table_name = 'setting' AND key = ? ORDER BY operation_id",
        [text(_OLD_KEY)],
    ).fetchall()
    for operation_id, state, before, after in rows:
        connection.execute("DELETE FROM change WHERE operation_id = ?", [operation_id])
        for at, row in enumerate(_new_rows(connection, before, after)):
            stored = _insert(connection, row)
            if state != "done":
                connection.execute("DELETE FROM answer WHERE id = ?", [stored["id"]])
            sql = "INSERT INTO change (operation_id, seq, table_name, key, before, after) VALUES (?, ?, ?, ?, NULL, ?)"
            connection.execute(sql, [operation_id, at, "answer", text({"id": stored["id"]}), text(stored)])
    connection.execute("DELETE FROM setting WHERE key = ?", [_OLD_KEY["key"]])


def _new_rows(connection: sqlite3.Connection, before: str | None, after: str | None) -> Iterator[dict[str, Any]]:
    known, said = _questions(before), _questions(after)
    for key, size in said.items():
        found = _OLD_QUESTION.fullmatch(key)
        if found is None or known.get(key) == size:
            continue
        kind, asked, other_kind, other = found.group(1), int(found.group(2)), found.group(3), int(found.group(4))
        faces = [asked] if kind == "face" else _members(connection, asked)
        person = other if other_kind == "p" else None
        others = [] if person is not None else _members(connection, other)
        yield {
            "question": "same",
            "answer": "unsure",
            "person_id": None,
            "faces": json.dumps(faces),
            "size": size,
            "other_id": person,
            "other_faces": json.dumps(others),
            "other_size": len(others) if person is None else _decided(connection, person),
        }


def _questions(row: str | None) -> dict[str, int]:
    return json.loads(json.loads(row)["value"]) if row else {}


def _members(connection: sqlite3.Connection, cluster_id: int) -> list[int]:
    sql = "SELECT face_id FROM membership WHERE cluster_id = ? ORDER BY face_id"
    return [face_id for (face_id,) in connection.execute(sql, [cluster_id])]


def _decided(connection: sqlite3.Connection, person_id: int) -> int:
    sql = "SELECT count(*) FROM verdict WHERE person_id = ?"
    return int(connection.execute(sql, [person_id]).fetchone()[0])


def _insert(connection: sqlite3.Connection, row: dict[str, Any]) -> dict[str, Any]:
    sql = f"INSERT INTO answer ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    return {"id": connection.execute(sql, list(row.values())).lastrowid, **row}
