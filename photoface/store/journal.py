"""Every action of a user as one operation: one transaction, with before and after of each row it touched.

Decided rows are put back exactly or not at all. Guessed rows (membership, cluster) are put back only where they are
still as the operation left them: a later guess is no reason to refuse an undo.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from photoface.domain.errors import Conflict, NotFound
from photoface.store import reversal
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.rows import Table, Values, parse, text

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


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation did to one row; None: there was, or there is, no such row."""

    table: str
    key: Values
    before: Values | None
    after: Values | None


class Recorder:
    """Writes rows and remembers how they were. Given by ``Journal.operation``.

    operation_id: None until the operation is over, and for ever if it changed nothing.
    """

    operation_id: int | None = None

    def __init__(self, db: LibraryDatabase) -> None:
        self.operation_id: int | None = None
        """Set when the operation is written; stays None for one that changed nothing."""
        self._db = db
        self._tables: dict[str, Table] = {}
        self._first: dict[tuple[str, str], Values | None] = {}
        self._keys: dict[tuple[str, str], Values] = {}

    def put(self, table: str, row: Mapping[str, Any]) -> Values:
        """Insert a row or set the given columns of the row with this key; the whole row as it is now.

        Without its 'id' a row of person, cluster, separation, bond, folder or face is a new one.
        """
        known = self._table(table)
        if known.keys == ("id",) and row.get("id") is None:
            row = {**row, "id": known.insert(row)}
            self._remember(table, row, None)
        else:
            self.put_many(table, [row])
        (found,) = known.read([known.key_of(row)]).values()
        return found

    def put_many(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """``put`` for many rows with keys, all giving the same columns."""
        if not rows:
            return
        known = self._table(table)
        rows = list({text(known.key_of(row)): row for row in rows}.values())
        before = known.read([known.key_of(row) for row in rows])
        for row in rows:
            self._remember(table, row, before.get(text(known.key_of(row))))
        known.insert_many([row for row in rows if text(known.key_of(row)) not in before])
        known.update_many([row for row in rows if text(known.key_of(row)) in before])

    def drop(self, table: str, key: Mapping[str, Any]) -> None:
        """Take a row out; nothing happens if there is none."""
        self.drop_many(table, [key])

    def drop_many(self, table: str, keys: Sequence[Mapping[str, Any]]) -> None:
        """``drop`` for many keys."""
        known = self._table(table)
        found = known.read([known.key_of(key) for key in keys])
        for row in found.values():
            self._remember(table, row, row)
        known.delete(found.values())

    def changes(self) -> list[Change]:
        """What differs now from how it was, in the order it was first touched."""
        now_there = {name: table.read(self._keys_in(name)) for name, table in self._tables.items()}
        made = []
        for (name, key), before in self._first.items():
            after = now_there[name].get(key)
            if before != after:
                made.append(Change(name, self._keys[name, key], before, after))
        return made

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table(self._db, name)
        return self._tables[name]

    def _remember(self, table: str, row: Mapping[str, Any], before: Values | None) -> None:
        key = self._table(table).key_of(row)
        self._keys.setdefault((table, text(key)), key)
        self._first.setdefault((table, text(key)), before)

    def _keys_in(self, table: str) -> list[Values]:
        return [key for (name, _), key in self._keys.items() if name == table]


class Journal:
    """What was done, and the way back. Works across restarts."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    @contextmanager
    def operation(self, kind: str, summary: str, reason: str = "") -> Iterator[Recorder]:
        """One action in one durable transaction; without changes it leaves no trace. Drops what redo could bring back.

        kind: a short word for programs ('name', 'merge'); summary: a sentence for the history.
        """
        with self._db.transaction(durable=True):
            recorder = Recorder(self._db)
            yield recorder
            changes = recorder.changes()
            if changes:
                self._db.execute("UPDATE operation SET state = 'dropped', undone = NULL WHERE state = 'undone'")
                recorder.operation_id = self._save(kind, summary, reason, changes)

    def undo(self, operation_id: int | None = None) -> Operation:
        """Take back one operation, the latest without an id.

        Raises NotFound (nothing to undo, no such operation, or undone already) and Conflict, which names the later
        operation that stands on its rows; then nothing was changed.
        """
        chosen = self.latest_done() if operation_id is None else self.get(operation_id)
        if chosen is None:
            raise NotFound("There is nothing to undo.")
        if chosen.state != "done":
            raise NotFound(f"{_named(chosen)} is undone already.")
        self._reverse(chosen, back=True)
        return self.get(chosen.operation_id)

    def redo(self) -> Operation:
        """Do again what was undone last. Raises NotFound, Conflict."""
        chosen = self.latest_undone()
        if chosen is None:
            raise NotFound("There is nothing to redo.")
        self._reverse(chosen, back=False)
        return self.get(chosen.operation_id)

    def blocker(self, operation_id: int) -> Operation | None:
        """The latest operation that has to be undone before this one can be, or None."""
        found = reversal.later_operation(self._db, operation_id, self.changes(operation_id))
        return None if found is None else self.get(found)

    def history(self, limit: int | None = None) -> list[Operation]:
        """Operations, latest first."""
        rows = self._db.rows(
            f"SELECT {_COLUMNS} FROM operation ORDER BY id DESC LIMIT ?", [-1 if limit is None else limit]
        )
        return [Operation(*row) for row in rows]

    def get(self, operation_id: int) -> Operation:
        """One operation. Raises NotFound."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM operation WHERE id = ?", [operation_id])
        if row is None:
            raise NotFound(f"There is no operation {operation_id} in the history.")
        return Operation(*row)

    def latest_done(self) -> Operation | None:
        """What ``undo()`` would take back."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM operation WHERE state = 'done' ORDER BY id DESC LIMIT 1")
        return None if row is None else Operation(*row)

    def latest_undone(self) -> Operation | None:
        """What ``redo()`` would bring back."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM operation WHERE state = 'undone' ORDER BY undone DESC LIMIT 1")
        return None if row is None else Operation(*row)

    def changes(self, operation_id: int) -> list[Change]:
        """What an operation did, row by row, in order."""
        rows = self._db.rows(
            "SELECT table_name, key, before, after FROM change WHERE operation_id = ? ORDER BY seq", [operation_id]
        )
        return [Change(table, parse(key), _row(before), _row(after)) for table, key, before, after in rows]

    def _save(self, kind: str, summary: str, reason: str, changes: Sequence[Change]) -> int | None:
        operation_id = self._db.execute(
            "INSERT INTO operation (at, author, kind, summary, reason) VALUES (?, ?, ?, ?, ?)",
            [now(), self._db.author, kind, summary, reason],
        ).lastrowid
        self._db.execute_many(
            "INSERT INTO change (operation_id, seq, table_name, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (operation_id, seq, each.table, text(each.key), _text(each.before), _text(each.after))
                for seq, each in enumerate(changes)
            ),
        )
        return operation_id
        return operation_id

    def _reverse(self, chosen: Operation, *, back: bool) -> None:
        changes = self.changes(chosen.operation_id)
        try:
            with self._db.transaction(durable=True):
                if back and (later := reversal.later_operation(self._db, chosen.operation_id, changes)) is not None:
                    raise _stands_on(chosen, self.get(later))
                reversal.apply(self._db, changes, back=back)
                self._mark(chosen.operation_id, back=back)
        except (sqlite3.IntegrityError, reversal.Disturbed) as error:
            raise Conflict(f"{_named(chosen)} no longer fits what the library holds. Nothing was changed.") from error

    def _mark(self, operation_id: int, *, back: bool) -> None:
        next_undone = "(SELECT coalesce(max(undone), 0) + 1 FROM operation)" if back else "NULL"
        state = "undone" if back else "done"
        self._db.execute(f"UPDATE operation SET state = ?, undone = {next_undone} WHERE id = ?", [state, operation_id])


def _stands_on(chosen: Operation, later: Operation) -> Conflict:
    return Conflict(
        f"{_named(chosen)} cannot be undone: {_named(later)} came later and stands on it. "
        f"Nothing was changed; undo operation {later.operation_id} first."
    )


def _named(operation: Operation) -> str:
    return f'Operation {operation.operation_id} ("{operation.summary}")'


def _text(row: Values | None) -> str | None:
    return None if row is None else text(row)


def _row(row: str | None) -> Values | None:
    return None if row is None else parse(row)
