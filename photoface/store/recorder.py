"""Writing rows while remembering how they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from photoface.store.database import LibraryDatabase
from photoface.store.operations import Change
from photoface.store.rows import Key, Table, Values


class Recorder:
    """The pen of one operation, given by ``Journal.operation``.

    operation_id: set when the operation is written down; None before, and for ever if it changed nothing.
    """

    def __init__(self, db: LibraryDatabase) -> None:
        self.operation_id: int | None = None
        self._db = db
        self._tables: dict[str, Table] = {}
        self._first: dict[str, dict[Key, Values | None]] = defaultdict(dict)

    def put(self, table: str, row: Mapping[str, Any]) -> Values:
        """Insert a row or set the given columns of the row with this key; the whole row as it is now.

        Without its 'id' a row of person, cluster, separation, bond, folder or face is a new one.
        """
        known = self._table(table)
        if known.keys == ("id",) and row.get("id") is None:
            row = {**row, "id": known.insert(row)}
            self._first[table].setdefault(known.key(row), None)
        else:
            self.put_many(table, [row])
        return known.read([known.key(row)])[known.key(row)]

    def put_many(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """``put`` for many rows with keys, all giving the same columns."""
        known = self._table(table)
        given = {known.key(row): row for row in rows}
        before = known.read(given)
        for key in given:
            self._first[table].setdefault(key, before.get(key))
        known.insert_many([row for key, row in given.items() if key not in before])
        known.update_many([row for key, row in given.items() if key in before])

    def drop(self, table: str, key: Mapping[str, Any]) -> None:
        """Take a row out; nothing happens if there is none."""
        self.drop_many(table, [key])

    def drop_many(self, table: str, keys: Sequence[Mapping[str, Any]]) -> None:
        """``drop`` for many keys."""
        known = self._table(table)
        found = known.read(known.key(key) for key in keys)
        for key, row in found.items():
            self._first[table].setdefault(key, row)
        known.delete(found)

    def changes(self) -> list[Change]:
        """What differs now from how it was, table by table, in the order it was first touched."""
        return [change for name, first in self._first.items() for change in self._differing(name, first)]

    def _differing(self, name: str, first: Mapping[Key, Values | None]) -> list[Change]:
        table = self._table(name)
        now_there = table.read(first)
        return [
            Change(name, table.named(key), before, now_there.get(key))
            for key, before in first.items()
            if before != now_there.get(key)
        ]

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table(self._db, name)
        return self._tables[name]
