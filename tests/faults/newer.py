"""A newer program: one with a second schema, whose migration makes a table, fills it, and changes another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from photoface.store import checks, opening, schema

NEXT = schema.SCHEMA_VERSION + 1
_KNOWN = schema.migrations

_SECOND = """
CREATE TABLE album (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO album (id, name) SELECT id, hex(randomblob(400)) FROM face;
ALTER TABLE photo ADD COLUMN stars INTEGER NOT NULL DEFAULT 0;
UPDATE photo SET stars = id % 6;
CREATE INDEX photo_stars ON photo (stars);
"""


@contextmanager
def newer_program() -> Iterator[None]:
    """Inside, libraries are brought up to the second schema."""
    with (
        patch.object(schema, "migrations", _steps),
        patch.object(opening, "SCHEMA_VERSION", NEXT),
        patch.object(checks, "SCHEMA_VERSION", NEXT),
    ):
        yield


def _steps() -> Any:
    known = _KNOWN()

    @known(name="9999 next")
    def second(database: Any) -> None:
        schema.run(database.conn, _SECOND)
        schema.stamp(database.conn, NEXT)

    return known
