"""Rows by key: what the journal reads and writes. Tables are described by the database itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from photoface.store.database import LibraryDatabase

Values = dict[str, Any]
"""A row, or a part of one: column -> value."""

Key = tuple[Any, ...]
"""The values of a table's key columns, in order."""

_CHUNK = 400
"""Keys in one statement; times two columns well below SQLite's limit of 32,766 values."""

# What indexing rewrites by itself: no decision, so undo neither compares nor restores it.
VOLATILE: Mapping[str, frozenset[str]] = {
    "folder": frozenset({"scanned_at", "offline_since"}),
    "face": frozenset({"landmarks", "score", "quality", "detector", "retired"}),
}
GUESSED = ("membership", "cluster")
"""Tables that are restored only where they are still as the operation left them."""

DECIDED = (
    "person",
    "verdict",
    "rejection",
    "separation",
    "separation_face",
    "bond",
    "bond_face",
    "repeat_photo",
    "answer",
    "review",
    "draw",
    "draw_face",
    "name_question",
    "dated",
    "apart",
    "setting",
    "folder",
    "face",
)


class Table:
    """One journalled table: its columns, its key, and bulk access by key."""

    def __init__(self, db: LibraryDatabase, name: str) -> None:
        if name not in DECIDED + GUESSED:
            raise ValueError(f"{name} is no table of decisions or guesses")
        self._db = db
        self.name = name
        info = db.rows(f"PRAGMA table_info({name})")
        self.columns = tuple(str(row[1]) for row in info)
        self.keys = tuple(str(row[1]) for row in sorted((row for row in info if row[5]), key=lambda row: row[5]))

    def key(self, row: Mapping[str, Any]) -> Key:
        """The key of a row."""
        return tuple(row[name] for name in self.keys)

    def named(self, key: Key) -> Values:
        """A key as columns."""
        return dict(zip(self.keys, key, strict=True))

    def read(self, keys: Iterable[Key]) -> dict[Key, Values]:
        """The rows there are of these keys."""
        found: dict[Key, Values] = {}
        columns, marks = ", ".join(self.columns), f"({', '.join('?' * len(self.keys))})"
        for part in chunks(keys, _CHUNK):
            wanted = ", ".join([marks] * len(part))
            sql = f"SELECT {columns} FROM {self.name} WHERE ({', '.join(self.keys)}) IN (VALUES {wanted})"
            for values in self._db.rows(sql, [value for key in part for value in key]):
                row = dict(zip(self.columns, values, strict=True))
                found[self.key(row)] = row
        return found

    def insert(self, row: Mapping[str, Any]) -> int | None:
        """A new row; the id it was given."""
        return self._db.execute(self._insertion(row), list(row.values())).lastrowid

    def insert_many(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """New rows that all give the same columns."""
        if rows:
            names = list(rows[0])
            self._db.execute_many(self._insertion(rows[0]), ([row[name] for name in names] for row in rows))

    def update_many(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Set the given columns, the same in all rows, of rows that are there."""
        names = [name for name in rows[0] if name not in self.keys] if rows else []
        if names:
            change = ", ".join(f"{name} = ?" for name in names)
            sql = f"UPDATE {self.name} SET {change} WHERE {self._by_key()}"
            self._db.execute_many(sql, ([row[name] for name in (*names, *self.keys)] for row in rows))

    def delete(self, keys: Iterable[Key]) -> None:
        """Take rows out."""
        self._db.execute_many(f"DELETE FROM {self.name} WHERE {self._by_key()}", keys)

    def lasting(self, row: Values) -> Values:
        """The columns of a row that a decision is made of."""
        volatile = VOLATILE.get(self.name, frozenset())
        return {name: value for name, value in row.items() if name not in volatile}

    def _insertion(self, row: Mapping[str, Any]) -> str:
        if not row:
            return f"INSERT INTO {self.name} DEFAULT VALUES"
        return f"INSERT INTO {self.name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"

    def _by_key(self) -> str:
        return " AND ".join(f"{name} = ?" for name in self.keys)


def chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most ``size`` items."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
