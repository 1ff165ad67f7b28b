"""Putting the rows of an operation back, or finding the later operation that stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from photoface.store import references
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.rows import GUESSED, Table, Values, chunks, text

if TYPE_CHECKING:
    from photoface.store.journal import Change


class Disturbed(Exception):
    """A decided row is not as its operation left it, and no operation says why."""


def later_operation(db: LibraryDatabase, operation_id: int, changes: Sequence[Change]) -> int | None:
    """The latest operation that is done, came after this one, and touched one of its decided rows or refers to them."""
    back = {(each.table, text(each.key)): each.before for each in changes if each.table not in GUESSED}
    touching = _touching(db, operation_id, {*back, *references.missing(db, back)})
    return max((*touching, *references.referring(db, operation_id, back)), default=None)


def apply(db: LibraryDatabase, changes: Sequence[Change], *, back: bool) -> None:
    """Write what was before (``back``) or after; inside a transaction.

    Raises Disturbed where a decided row is not as expected.
    """
    moves = [(each.table, each.key, _to(each, not back), _to(each, back)) for each in changes]
    for name in dict.fromkeys(each.table for each in changes if each.table not in GUESSED):
        _restore_decided(Table(db, name), [move[1:] for move in moves if move[0] == name])
    of_cluster = [move[1:] for move in moves if move[0] == "cluster"]
    _restore_memberships(db, [move[1:] for move in moves if move[0] == "membership"], of_cluster)


def _to(change: Change, back: bool) -> Values | None:
    return change.before if back else change.after


Move = tuple[Values, Values | None, Values | None]
"""Key, the row as it should be now, the row as it shall be."""


def _restore_decided(table: Table, moves: Sequence[Move]) -> None:
    there = table.read([key for key, _, _ in moves])
    for key, expected, _ in moves:
        if not _same(table, there.get(text(key)), expected):
            raise Disturbed(f"{table.name} {text(key)}")
    table.delete(key for key, _, wanted in moves if wanted is None)
    wanted_rows = [wanted for _, _, wanted in moves if wanted is not None]
    table.insert_many([row for row in wanted_rows if text(table.key_of(row)) not in there])
    table.update_many([table.lasting(row) for row in wanted_rows if text(table.key_of(row)) in there])


def _same(table: Table, one: Values | None, other: Values | None) -> bool:
    if one is None or other is None:
        return one is other
    return table.lasting(one) == table.lasting(other)


def _restore_memberships(db: LibraryDatabase, moves: Sequence[Move], clusters: Sequence[Move]) -> None:
    table = Table(db, "membership")
    there = table.read([key for key, _, _ in moves])
    still = [(key, wanted) for key, expected, wanted in moves if there.get(text(key)) == expected]
    faces = Table(db, "face").read([{"id": key["face_id"]} for key, _ in still])
    wanted_rows = [row for key, row in still if row is not None and text({"id": key["face_id"]}) in faces]
    _bring_back(db, [row for _, _, row in clusters if row is not None], {row["cluster_id"] for row in wanted_rows})
    table.insert_many([row for row in wanted_rows if text(table.key_of(row)) not in there])
    table.update_many([row for row in wanted_rows if text(table.key_of(row)) in there])
    table.delete(key for key, wanted in still if wanted is None)
    _remove_empty(db, [key["id"] for key, _, wanted in clusters if wanted is None])


def _bring_back(db: LibraryDatabase, rows: Sequence[Values], needed: Iterable[int]) -> None:
    sql = "INSERT OR IGNORE INTO cluster (id, created_at) VALUES (?, ?)"
    db.execute_many(sql, ((row["id"], row["created_at"]) for row in rows))
    db.execute_many(sql, ((cluster_id, now()) for cluster_id in needed))


def _remove_empty(db: LibraryDatabase, cluster_ids: Iterable[int]) -> None:
    sql = "DELETE FROM cluster WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM membership WHERE cluster_id = ?1)"
    db.execute_many(sql, ((cluster_id,) for cluster_id in cluster_ids))


def _touching(db: LibraryDatabase, operation_id: int, rows: Iterable[tuple[str, str]]) -> Iterator[int]:
    for part in chunks(rows, 200):
        found = db.value(
            "SELECT max(change.operation_id) FROM change JOIN operation ON operation.id = change.operation_id "
            "WHERE table_name NOT IN ('membership', 'cluster') AND operation.state = 'done' "
            f"AND operation.id > ? AND (table_name, key) IN (VALUES {', '.join(['(?, ?)'] * len(part))})",
            [operation_id, *(value for row in part for value in row)],
        )
        if found is not None:
            yield int(found)
