"""Which decided rows would point to nothing if some rows were put back as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from photoface.store.database import LibraryDatabase
from photoface.store.rows import DECIDED, Table, Values, chunks, parse, text

Key = tuple[str, str]
"""Table and key as text."""

Reference = tuple[str, str, str]
"""Child table, its column, parent table (whose key is 'id')."""


def broken_by(db: LibraryDatabase, back: Mapping[Key, Values | None]) -> set[Key]:
    """Rows whose last change has to be undone first.

    back: decided rows as they would be; None: gone. Found are rows that would still point to a row that goes,
    and rows that are gone already though one that comes back points to them.
    """
    found: set[Key] = set()
    for reference in _references(db):
        found |= set(_left_behind(db, reference, back)) | _missing(db, reference, back)
    return found


def _references(db: LibraryDatabase) -> list[Reference]:
    return [
        (child, str(row[3]), str(row[2]))
        for child in DECIDED
        for row in db.rows(f"PRAGMA foreign_key_list({child})")
        if row[2] in DECIDED
    ]


def _left_behind(db: LibraryDatabase, reference: Reference, back: Mapping[Key, Values | None]) -> Iterator[Key]:
    child, column, parent = reference
    gone = [parse(key)["id"] for (table, key), row in back.items() if table == parent and row is None]
    table = Table(db, child)
    names = ", ".join(table.keys)
    for part in chunks(gone, 400):
        sql = f"SELECT {names} FROM {child} WHERE {column} IN ({', '.join('?' * len(part))})"
        for values in db.rows(sql, part):
            key = (child, text(dict(zip(table.keys, values, strict=True))))
            if key not in back:  # a row that is put back itself is looked at by _missing
                yield key


def _missing(db: LibraryDatabase, reference: Reference, back: Mapping[Key, Values | None]) -> set[Key]:
    child, column, parent = reference
    pointed = {row[column] for (table, _), row in back.items() if table == child and row is not None}
    keys = [{"id": value} for value in pointed - {None}]
    there = Table(db, parent).read([key for key in keys if (parent, text(key)) not in back])
    gone = set()
    for key in keys:
        kept = back[parent, text(key)] is not None if (parent, text(key)) in back else text(key) in there
        if not kept:
            gone.add((parent, text(key)))
    return gone
