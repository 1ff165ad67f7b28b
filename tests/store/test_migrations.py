"""A step from one schema to the next: a copy first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photoface.domain.errors import LibraryBusy
from photoface.store import checks, opening, schema
from photoface.store.backup import restore, snapshots
from photoface.store.database import LibraryDatabase
from photoface.store.people import People
from tests.store.building import add_faces, decide, opened

FIRST_STEPS = schema.migrations


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any], None]], None]:
    """Makes the program a newer one whose last step is the given function."""

    def give(step: Callable[[Any], None]) -> None:
        def steps() -> Any:
            known = FIRST_STEPS()
            known(name="9999 next")(step)
            return known

        monkeypatch.setattr(schema, "migrations", steps)
        for module in (opening, checks):
            monkeypatch.setattr(module, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)

    return give


def _add_album(database: Any) -> None:
    schema.run(database.conn, "CREATE TABLE album (id INTEGER PRIMARY KEY) STRICT;")
    schema.stamp(database.conn, schema.SCHEMA_VERSION + 1)


def _fail_halfway(database: Any) -> None:
    _add_album(database)
    raise ZeroDivisionError


def _library(tmp_path: Path) -> Path:
    with opened(tmp_path) as db:
        decide(db, "A", add_faces(db, 2))
    return tmp_path / "library"


def test_a_copy_is_made_before_and_everything_is_there_after(tmp_path: Path, next_version) -> None:
    folder = _library(tmp_path)
    next_version(_add_album)
    with opened(tmp_path) as db:
        assert db.value("PRAGMA user_version") == schema.SCHEMA_VERSION + 1
        assert db.rows("SELECT * FROM album") == []
        assert [person.confirmed for person in People(db).list()] == [2]
    assert [each.reason for each in snapshots(folder)] == [f"before schema {schema.SCHEMA_VERSION + 1}"]
    opened(tmp_path).close()
    assert len(snapshots(folder)) == 1


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path: Path, next_version, monkeypatch) -> None:
    _library(tmp_path)
    with monkeypatch.context() as newer:
        next_version(_fail_halfway)
        with pytest.raises(ZeroDivisionError):
            opened(tmp_path)
        newer.undo()
    monkeypatch.undo()
    with opened(tmp_path) as db:
        assert db.value("PRAGMA user_version") == schema.SCHEMA_VERSION
        assert db.value("SELECT count(*) FROM sqlite_master WHERE name = 'album'") == 0
        assert [person.name for person in People(db).list()] == ["A"]


def test_a_reader_brings_an_older_library_up_to_date_unless_somebody_writes(tmp_path: Path, next_version) -> None:
    folder = _library(tmp_path)
    with LibraryDatabase.create_or_open(folder, write=True):
        next_version(_add_album)
        with pytest.raises(LibraryBusy):
            opened(tmp_path, write=False)
    with opened(tmp_path, write=False) as db:
        assert db.value("PRAGMA user_version") == schema.SCHEMA_VERSION + 1
        assert not db.writable


def test_an_older_snapshot_is_restored_and_brought_up_to_date(tmp_path: Path, next_version) -> None:
    folder = _library(tmp_path)
    next_version(_add_album)
    opened(tmp_path).close()
    restore(folder, snapshots(folder)[0])
    with opened(tmp_path) as db:
        assert db.value("PRAGMA user_version") == schema.SCHEMA_VERSION + 1
        assert [person.name for person in People(db).list()] == ["A"]
