"""A library of each schema that was ever released opens for ever, with everything that was decided in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from photoface.domain.people import FaceState
from photoface.store.backup import snapshots
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.ledger import Ledger
from photoface.store.people import People
from photoface.store.photos import Photos
from photoface.store.rows import DECIDED
from photoface.store.schema import SCHEMA_VERSION
from photoface.store.vectors import Vectors
from tests.store.building import dump, opened, vector

GOLDEN = sorted((Path(__file__).parent / "golden").glob("library-v*.sql"))


@pytest.fixture(params=GOLDEN, ids=[path.stem for path in GOLDEN])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.executescript(request.param.read_text("utf-8"))
    return folder


def saved_tables(folder: Path) -> str:
    """All that the copy from before the migration, or else the library itself, is made of."""
    copies = [each.path for each in snapshots(folder)]
    with closing(sqlite3.connect(copies[0] if copies else folder / "library.db")) as connection:
        return str(connection.execute("SELECT group_concat(name) FROM sqlite_master").fetchone()[0])


def _schema(db: LibraryDatabase) -> list[tuple[object, ...]]:
    return db.rows("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")


def test_there_is_one_of_each_schema() -> None:
    assert [path.name for path in GOLDEN] == [f"library-v{number}.sql" for number in range(1, SCHEMA_VERSION + 1)]


def test_it_opens_and_has_the_schema_of_a_new_library(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with LibraryDatabase.create_or_open(saved, write=True) as old, opened(tmp_path / "new") as new:
        assert _schema(old) == _schema(new)
        assert old.problems() == []
        assert old.value("PRAGMA user_version") == SCHEMA_VERSION


def test_a_reader_brings_it_up_to_date_too(saved: Path) -> None:
    with LibraryDatabase.create_or_open(saved, write=False) as db:
        assert db.value("PRAGMA user_version") == SCHEMA_VERSION


def test_an_older_one_is_copied_before_it_is_changed(saved: Path) -> None:
    # user_version: https://sqlite.org/fileformat.html#user_version_number
    older = int.from_bytes((saved / "library.db").read_bytes()[60:64], "big") < SCHEMA_VERSION
    LibraryDatabase.create_or_open(saved, write=True).close()
    assert [each.reason for each in snapshots(saved)] == ([f"before schema {SCHEMA_VERSION}"] if older else [])


def test_everything_is_still_in_it(saved: Path) -> None:
    with LibraryDatabase.create_or_open(saved, write=False) as db:
        first, second, third, fourth, fifth = range(1, 6)
        assert all(db.value(f"SELECT count(*) FROM {table}") for table in DECIDED if table in saved_tables(saved))
        states = {each.face_id: (each.state, each.person) for each in Faces(db).list(missing=True)}
        assert states == {
            first: (FaceState.NAMED, "Zoë"),
            second: (FaceState.IGNORED, None),
            third: (FaceState.NAMED, "Zoë"),
            fourth: (FaceState.SUGGESTED, "Zoë"),
            fifth: (FaceState.UNASSIGNED, None),
        }
        assert [photo.path for photo in Photos(db).list()] == [b"/photos/mirror.jpg"]
        assert [each.path for each in Photos(db).failures()] == [b"/photos/bad\xff\xfe.jpg"]
        assert [each.path for each in Photos(db).folders(removed=True)] == [b"/other\xff", b"/photos"]
        assert Ledger(db).separations() == {1: ((first,), (fifth,))}
        assert Ledger(db).bonds() == {1: (second, fifth)}
        assert set(Ledger(db).constraints().marks) == {first, fifth, third}  # the second is ignored
        assert [each.tolist() for each in Groups(db).neighbors("m")[:3]] == [[first], [2], [third, fourth]]
        assert Vectors(db).load([("m", 1.0)])[1][0] @ vector(1) > 0.9999
        assert db.setting("pack") == "standard"
        assert [each.state for each in Journal(db).history()] == ["undone", "done", "dropped", "done", "done"]


def test_its_whole_history_can_be_taken_back_and_done_again(saved: Path) -> None:
    with LibraryDatabase.create_or_open(saved, write=True) as db:
        journal, now = Journal(db), dump(db, DECIDED)
        for _ in range(3):
            journal.undo()
        assert People(db).list() == []
        assert Ledger(db).constraints().owner == {}
        for _ in range(3):
            journal.redo()
        assert dump(db, DECIDED) == now
        assert journal.redo().summary == "name undone"
