"""Which later operations would be left pointing to nothing if the rows of one were put back as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among
from photoface.store.operations import Change
from photoface.store.rows import DECIDED, Table

Reference = tuple[str, str, str]
"""Child table, its column, parent table (whose key is 'id')."""


def referring(db: LibraryDatabase, operation_id: int, changes: Sequence[Change]) -> Iterator[int]:
    """Later operations that are done and had a row point to one that would go.

    A row that points elsewhere by now counts too: undoing the operation that turned it would point it back.
    """
    gone: dict[str, list[int]] = defaultdict(list)
    for change in changes:
        if change.before is None and "id" in change.key:
            gone[change.table].append(change.key["id"])
    for child, column, parent in _references(db):
        if gone[parent]:
            yield from _pointing(db, operation_id, (child, column), gone[parent])


def missing(db: LibraryDatabase, changes: Sequence[Change]) -> set[tuple[str, int]]:
    """Table and id of rows that are gone although a row that would come back points to them."""
    found: set[tuple[str, int]] = set()
    for child, column, parent in _references(db):
        rows = [each.before for each in changes if each.table == child and each.before is not None]
        coming = {each.key["id"] for each in changes if each.table == parent}
        pointed = {row[column] for row in rows} - {None} - coming
        there = Table(db, parent).read((row_id,) for row_id in pointed)
        found |= {(parent, row_id) for row_id in pointed if (row_id,) not in there}
    return found


def _references(db: LibraryDatabase) -> list[Reference]:
    return [
        (child, str(row[3]), str(row[2]))
        for child in DECIDED
        for row in db.rows(f"PRAGMA foreign_key_list({child})")
        if row[2] in DECIDED
    ]


def _pointing(db: LibraryDatabase, operation_id: int, child: tuple[str, str], gone: list[int]) -> Iterator[int]:
    table, column = child
    before, ids = among(f"json_extract(before, '$.{column}')", gone)
    after, _ = among(f"json_extract(after, '$.{column}')", gone)
    found = db.rows(
        "SELECT DISTINCT change.operation_id FROM change JOIN operation ON operation.id = change.operation_id "
        f"WHERE operation.id > ? AND operation.state = 'done' AND table_name = ? AND ({before} OR {after})",
        [operation_id, table, *ids, *ids],
    )
    yield from (int(number) for (number,) in found)
