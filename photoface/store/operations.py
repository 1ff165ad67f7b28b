"""Operations as they are written down: who did what and when, and row by row what was before and after."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from photoface.domain.errors import NotFound
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.rows import Values

_COLUMNS = "id, at, author, kind, summary, reason, state"
State = Literal["done", "undone", "dropped"]


@dataclass(frozen=True, slots=True)
class Operation:
    """One action of a user. at: ISO 8601, UTC; state: 'done', 'undone' (redo brings it back) or 'dropped' (gone)."""

    operation_id: int
    at: str
    author: str
    kind: str
    summary: str
    reason: str
    state: State

    def __str__(self) -> str:
        return f'Operation {self.operation_id} ("{self.summary}")'


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation did to one row; None: there was, or there is, no such row."""

    table: str
    key: Values
    before: Values | None
    after: Values | None


def list_operations(db: LibraryDatabase, limit: int | None) -> list[Operation]:
    """Operations, latest first."""
    sql = f"SELECT {_COLUMNS} FROM operation ORDER BY id DESC LIMIT ?"
    return [Operation(*row) for row in db.rows(sql, [-1 if limit is None else limit])]


def get_operation(db: LibraryDatabase, operation_id: int) -> Operation:
    """One operation. Raises NotFound."""
    row = db.row(f"SELECT {_COLUMNS} FROM operation WHERE id = ?", [operation_id])
    if row is None:
        raise NotFound(f"There is no operation {operation_id} in the history.")
    return Operation(*row)


def in_force(db: LibraryDatabase) -> frozenset[int]:
    """Ids of the operations that are done, and not undone."""
    return frozenset(number for (number,) in db.rows("SELECT id FROM operation WHERE state = 'done'"))


def latest_done(db: LibraryDatabase) -> Operation | None:
    """The operation that undo takes back next."""
    row = db.row(f"SELECT {_COLUMNS} FROM operation WHERE state = 'done' ORDER BY id DESC LIMIT 1")
    return None if row is None else Operation(*row)


def latest_undone(db: LibraryDatabase) -> Operation | None:
    """The operation that redo brings back next: the one undone last."""
    row = db.row(f"SELECT {_COLUMNS} FROM operation WHERE state = 'undone' ORDER BY undone DESC LIMIT 1")
    return None if row is None else Operation(*row)


def add_operation(db: LibraryDatabase, words: tuple[str, str, str], changes: Sequence[Change], author: str = "") -> int:
    """Write an operation down and drop what redo could bring back. words: kind, summary, reason."""
    db.execute("UPDATE operation SET state = 'dropped', undone = NULL WHERE state = 'undone'")
    sql = "INSERT INTO operation (at, author, kind, summary, reason) VALUES (?, ?, ?, ?, ?)"
    operation_id = db.execute(sql, [now(), author or db.author, *words]).lastrowid
    assert operation_id is not None
    db.execute_many(
        "INSERT INTO change (operation_id, seq, table_name, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (operation_id, seq, each.table, text(each.key), _text(each.before), _text(each.after))
            for seq, each in enumerate(changes)
        ),
    )
    return operation_id


def mark(db: LibraryDatabase, operation_id: int, *, undone: bool) -> None:
    """Note that an operation was undone, as the last one, or done again."""
    order = "(SELECT coalesce(max(undone), 0) + 1 FROM operation)" if undone else "NULL"
    state = "undone" if undone else "done"
    db.execute(f"UPDATE operation SET state = ?, undone = {order} WHERE id = ?", [state, operation_id])


def changes_of(db: LibraryDatabase, operation_id: int) -> list[Change]:
    """What an operation did, row by row, in order."""
    sql = "SELECT table_name, key, before, after FROM change WHERE operation_id = ? ORDER BY seq"
    return [
        Change(table, parse(key), _parse(before), _parse(after))
        for table, key, before, after in db.rows(sql, [operation_id])
    ]


def note_guesses(db: LibraryDatabase, operation_id: int, changes: Sequence[Change]) -> None:
    """What taking an operation back, or doing it again, changed of guesses: part of it from now on, so that reversing
    that brings them back. What it knew of these rows before has been overtaken."""
    rows = [(operation_id, each.table, text(each.key), _text(each.before), _text(each.after)) for each in changes]
    db.execute_many(
        "DELETE FROM change WHERE operation_id = ? AND table_name = ? AND key = ?", (row[:3] for row in rows)
    )
    db.execute_many(
        "INSERT INTO change (operation_id, seq, table_name, key, before, after) SELECT ?1, "
        "(SELECT coalesce(max(seq), -1) + 1 FROM change WHERE operation_id = ?1), ?2, ?3, ?4, ?5",
        rows,
    )


def makers(db: LibraryDatabase, rows: Sequence[tuple[str, str]]) -> dict[int, int]:
    """Index of a row (table, key as text) -> the latest operation in force that changed it."""
    found: dict[int, int] = {}
    sql = (
        "SELECT max(change.operation_id) FROM change JOIN operation ON operation.id = change.operation_id "
        "WHERE table_name NOT IN ('membership', 'cluster') AND table_name = ? AND key = ? AND state = 'done'"
    )
    for at, row in enumerate(rows):
        number = db.value(sql, row)
        if number is not None:
            found[at] = int(number)
    return found


def text(row: Mapping[str, Any]) -> str:
    """A row or key as JSON, the same text for the same values; bytes as {"base64": ...}."""
    return _ENCODER.encode(row)


def parse(row: str) -> Values:
    """The inverse of ``text``."""
    parsed: Values = json.loads(row, object_hook=_bytes_in) if '"base64"' in row else json.loads(row)
    return parsed


def _text(row: Values | None) -> str | None:
    return None if row is None else text(row)


def _parse(row: str | None) -> Values | None:
    return None if row is None else parse(row)


def _bytes_out(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    raise TypeError(f"{type(value).__name__} is no value of a database")


def _bytes_in(value: Values) -> Any:
    return base64.b64decode(value["base64"]) if value.keys() == {"base64"} else value


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_bytes_out)
