"""Which later operations would be left pointing to nothing if some rows were put back as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among
from photoface.store.rows import DECIDED, Table, Values, parse, text

Key = tuple[str, str]
"""Table and key as text."""

Reference = tuple[str, str, str]
"""Child table, its column, parent table (whose key is 'id')."""


def referring(db: LibraryDatabase, operation_id: int, back: Mapping[Key, Values | None]) -> Iterator[int]:
    """Later operations that are done and had a row point to one that would go.

    back: decided rows as they would be; None: gone. A row that points elsewhere by now counts too: undoing the
    operation that turned it would point it back.
    """
    gone: dict[str, list[int]] = defaultdict(list)
    for (table, key), row in back.items():
        if row is None:
            gone[table].append(parse(key).get("id", 0))
    for child, column, parent in _references(db):
        if gone[parent]:
            yield from _pointing(db, operation_id, (child, column), gone[parent])


def missing(db: LibraryDatabase, back: Mapping[Key, Values | None]) -> set[Key]:
    """Rows that are gone although a row that would come back points to them."""
    found = set()
    for child, column, parent in _references(db):
        pointed = {row[column] for (table, _), row in back.items() if table == child and row is not None} - {None}
        keys = [{"id": value} for value in pointed if (parent, text({"id": value})) not in back]
        there = Table(db, parent).read(keys)
        found |= {(parent, text(key)) for key in keys if text(key) not in there}
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
    found = db.value(
        "SELECT max(change.operation_id) FROM change JOIN operation ON operation.id = change.operation_id "
        f"WHERE operation.id > ? AND operation.state = 'done' AND table_name = ? AND ({before} OR {after})",
        [operation_id, table, *ids, *ids],
    )
    if found is not None:
        yield int(found)
