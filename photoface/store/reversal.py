"""Putting the rows of an operation back, or finding the later operation that stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from photoface.store import references
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.operations import Change, text
from photoface.store.rows import GUESSED, Key, Table, Values, chunks


class Disturbed(Exception):
    """A decided row is not as its operation left it, and no operation says why."""


def later_operations(db: LibraryDatabase, operation_id: int, changes: Sequence[Change]) -> set[int]:
    """Operations that are done, came after this one, and touched one of its decided rows or refer to them."""
    if db.row("SELECT 1 FROM operation WHERE id > ? AND state = 'done'", [operation_id]) is None:
        return set()
    decided = [each for each in changes if each.table not in GUESSED]
    touched = {(each.table, text(each.key)) for each in decided}
    missing = {(parent, text({"id": row_id})) for parent, row_id in references.missing(db, decided)}
    return {*_touching(db, operation_id, touched | missing), *references.referring(db, operation_id, decided)}


def apply(db: LibraryDatabase, changes: Sequence[Change], *, back: bool) -> None:
    """Write what was before (``back``) or after; inside a transaction.

    Raises Disturbed where a decided row is not as expected.
    """
    for name in dict.fromkeys(each.table for each in changes if each.table not in GUESSED):
        _restore_decided(Table(db, name), _moves(Table(db, name), changes, back))
    members, clusters = (_moves(Table(db, name), changes, back) for name in GUESSED)
    _restore_memberships(db, members, clusters)


Move = tuple[Values | None, Values | None]
"""The row as it should be now, the row as it shall be."""


def _moves(table: Table, changes: Sequence[Change], back: bool) -> dict[Key, Move]:
    own = (each for each in changes if each.table == table.name)
    return {table.key(each.key): (each.after, each.before) if back else (each.before, each.after) for each in own}


def _restore_decided(table: Table, moves: dict[Key, Move]) -> None:
    there = table.read(moves)
    for key, (expected, _) in moves.items():
        if not _same(table, there.get(key), expected):
            raise Disturbed(f"{table.name} {key}")
    table.delete(key for key, (_, wanted) in moves.items() if wanted is None)
    rows = {key: wanted for key, (_, wanted) in moves.items() if wanted is not None}
    table.insert_many([row for key, row in rows.items() if key not in there])
    table.update_many([table.lasting(row) for key, row in rows.items() if key in there])


def _same(table: Table, one: Values | None, other: Values | None) -> bool:
    if one is None or other is None:
        return one is other
    return table.lasting(one) == table.lasting(other)


def _restore_memberships(db: LibraryDatabase, moves: dict[Key, Move], clusters: dict[Key, Move]) -> None:
    table = Table(db, "membership")
    there = table.read(moves)
    still = {key: wanted for key, (expected, wanted) in moves.items() if there.get(key) == expected}
    faces = Table(db, "face").read(still)
    rows = {key: row for key, row in still.items() if row is not None and key in faces}
    _bring_back(
        db, [row for _, row in clusters.values() if row is not None], {row["cluster_id"] for row in rows.values()}
    )
    table.insert_many([row for key, row in rows.items() if key not in there])
    table.update_many([row for key, row in rows.items() if key in there])
    table.delete(key for key, wanted in still.items() if wanted is None)
    _remove_empty(db, [key for key, (_, wanted) in clusters.items() if wanted is None])


def _bring_back(db: LibraryDatabase, rows: Sequence[Values], needed: Iterable[int]) -> None:
    sql = "INSERT OR IGNORE INTO cluster (id, created_at) VALUES (?, ?)"
    db.execute_many(sql, ((row["id"], row["created_at"]) for row in rows))
    db.execute_many(sql, ((cluster_id, now()) for cluster_id in needed))


def _remove_empty(db: LibraryDatabase, keys: Iterable[Key]) -> None:
    sql = "DELETE FROM cluster WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM membership WHERE cluster_id = ?1)"
    db.execute_many(sql, keys)


def _touching(db: LibraryDatabase, operation_id: int, rows: Iterable[tuple[str, str]]) -> Iterator[int]:
    for part in chunks(rows, 200):
        found = db.rows(
            "SELECT DISTINCT change.operation_id FROM change JOIN operation ON operation.id = change.operation_id "
            "WHERE table_name NOT IN ('membership', 'cluster') AND operation.state = 'done' "
            f"AND operation.id > ? AND (table_name, key) IN (VALUES {', '.join(['(?, ?)'] * len(part))})",
            [operation_id, *(value for row in part for value in row)],
        )
        yield from (int(number) for (number,) in found)
