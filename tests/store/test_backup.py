"""Snapshots and going back to one."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from photoface.domain.errors import LibraryBusy, LibraryDamaged, LibraryNewer, NotFound
from photoface.store.backup import KEPT, restore, snapshot, snapshots
from photoface.store.people import People
from photoface.store.schema import SCHEMA_VERSION
from photoface.store.thumbs import Thumbs
from tests.store.building import add_faces, decide, opened


def _names(tmp_path: Path) -> list[str]:
    with opened(tmp_path) as db:
        return [person.name for person in People(db).list()]


def test_a_snapshot_says_when_and_why_and_is_its_owners_only(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", add_faces(db, 3))
        path = snapshot(db, "Before a merge: Anna / Bob!")
        [found] = snapshots(db.folder)
    assert (found.path, found.reason, found.bytes) == (path, "before a merge anna bob", path.stat().st_size)
    assert found.at.startswith("20")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM person").fetchall() == [("A",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (0x50464143,)
    connection.close()


def test_the_last_five_are_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        for number in range(KEPT + 3):
            snapshot(db, f"number {number}")
        found = snapshots(db.folder)
    assert [each.reason for each in found] == [f"number {number}" for number in (7, 6, 5, 4, 3)]
    assert len(list((tmp_path / "library" / "snapshots").iterdir())) == KEPT


def test_restore_swaps_and_keeps_the_present_one(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", add_faces(db, 2))
        snapshot(db, "good")
        decide(db, "B", [])
    folder = tmp_path / "library"
    kept = restore(folder, snapshots(folder)[0])
    assert _names(tmp_path) == ["A"]
    assert kept is not None
    assert [each.reason for each in snapshots(folder)] == ["before restore", "good"]
    restore(folder, kept)
    assert _names(tmp_path) == ["A", "B"]


def test_what_is_only_in_the_log_is_kept_too(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        snapshot(db, "empty")
        decide(db, "A", [])
        log = (db.folder / "library.db-wal").read_bytes()
        data = db.path.read_bytes()
    (tmp_path / "library" / "library.db").write_bytes(data)
    (tmp_path / "library" / "library.db-wal").write_bytes(log)
    folder = tmp_path / "library"
    kept = restore(folder, snapshots(folder)[-1])
    assert _names(tmp_path) == []
    assert kept is not None
    restore(folder, kept)
    assert _names(tmp_path) == ["A"]


def test_thumbnails_go_because_their_numbers_may_be_given_again(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with opened(tmp_path) as db:
        snapshot(db, "empty")
        [face_id] = add_faces(db, 1)
        thumbs = Thumbs(folder)
        thumbs.put(faces=[(face_id, b"jpeg")])
        thumbs.close()
    restore(folder, snapshots(folder)[0])
    assert Thumbs(folder).face(face_id) is None


def test_restore_is_refused_while_somebody_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        path = snapshot(db, "good")
        with pytest.raises(LibraryBusy):
            restore(db.folder, path)


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


@pytest.mark.parametrize(("spoil", "error"), [(_cut, LibraryDamaged), (_newer, LibraryNewer), (os.unlink, NotFound)])
def test_a_snapshot_that_is_not_in_order_changes_nothing(tmp_path: Path, spoil, error: type[Exception]) -> None:
    with opened(tmp_path) as db:
        add_faces(db, 50)
        path = snapshot(db, "good")
        decide(db, "A", [])
    spoil(path)
    with pytest.raises(error):
        restore(tmp_path / "library", path)
    assert _names(tmp_path) == ["A"]
    assert not list((tmp_path / "library").glob("*.part"))


def test_a_damaged_library_is_kept_byte_by_byte(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", [])
        snapshot(db, "good")
    folder = tmp_path / "library"
    (folder / "library.db").write_bytes(b"noise" * 5000)
    with pytest.raises(LibraryDamaged):
        opened(tmp_path)
    kept = restore(folder, snapshots(folder)[0])
    assert _names(tmp_path) == ["A"]
    assert kept is not None
    assert kept.read_bytes() == b"noise" * 5000
    with pytest.raises(LibraryDamaged):
        restore(folder, kept)


def test_no_snapshot_inside_a_transaction(tmp_path: Path) -> None:
    with opened(tmp_path) as db, db.transaction(), pytest.raises(sqlite3.OperationalError):
        snapshot(db, "x")
    assert snapshots(tmp_path / "library") == []
