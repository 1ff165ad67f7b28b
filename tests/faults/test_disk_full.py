"""No room at any moment, on a real file system: one clear line, nothing lost, and with room it goes on."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from photoface.domain.errors import DiskFull, LibraryUnavailable
from photoface.store import backup, thumbs
from photoface.store.backup import restore, snapshot, snapshots
from photoface.store.connection import in_words
from photoface.store.people import People
from photoface.store.thumbs import Thumbs
from tests.faults.full_disk import SCENES
from tests.faults.killing import PROJECT, SEED, points_wanted
from tests.faults.small_disk import namespace
from tests.faults.states import check_folder
from tests.store.building import decide, opened
from tests.world import world

small_disk = pytest.mark.skipif(namespace() is None, reason="a small file system may not be mounted here")


def _inside(module: str, *arguments: object) -> str:
    command = [*(namespace() or ()), sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@small_disk
@pytest.mark.parametrize("name", SCENES)
def test_full_at_any_point(name: str, tmp_path: Path) -> None:
    found = json.loads(_inside("full_disk", tmp_path, name, points_wanted(2, 0.4), SEED).splitlines()[-1])
    print(name, found)
    assert found["full"] == points_wanted(2, 0.4)


@small_disk
def test_no_room_for_a_model(tmp_path: Path) -> None:
    _inside("full_models", tmp_path, points_wanted(3, 0.4), SEED)


def test_no_room_for_thumbnails(tmp_path: Path, monkeypatch) -> None:
    """Photo, faces and pictures are stored together or not at all."""
    with world(tmp_path) as here, monkeypatch.context() as full:
        here.add("a.jpg", "A B")
        full.setattr(thumbs, "_TABLES", "PRAGMA max_page_count = 4;" + thumbs._TABLES)
        full.setattr("tests.world.JPEG", b"\xff\xd8" + bytes(100_000))
        with pytest.raises(DiskFull, match=r"What was saved before is safe; free some space and try again\.$"):
            here.index()
        assert here.library.photos.counts().photos == 0
        here.library.thumbs.close()
        full.undo()
        here.index()
        [first, second] = here.faces_of("a.jpg")
        assert here.library.thumbs.faces([first, second]).keys() == {first, second}


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), sqlite3.OperationalError])
def test_no_room_to_make_the_file_of_thumbnails(tmp_path: Path, monkeypatch, failure) -> None:
    def refuse(_path: Path) -> None:
        if isinstance(failure, OSError):
            raise failure
        found = sqlite3.OperationalError("database or disk is full")
        found.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise found

    monkeypatch.setattr(thumbs, "create_empty", refuse)
    with pytest.raises(DiskFull):
        Thumbs(tmp_path).put(photos=[(1, b"jpeg")])
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE])
@pytest.mark.parametrize(("free", "raised"), [(4096, DiskFull), (1 << 30, LibraryUnavailable)])
def test_a_file_that_cannot_be_made_or_synced(tmp_path: Path, monkeypatch, code: int, free: int, raised) -> None:
    """SQLite says nothing of a full disk then; the disk itself does."""
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = code
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=free))
    with pytest.raises(raised), in_words(tmp_path):
        raise error


@pytest.mark.parametrize("error", [LibraryUnavailable, DiskFull])
def test_a_library_that_cannot_be_copied_now_is_not_called_damaged(tmp_path: Path, monkeypatch, error) -> None:
    folder = tmp_path / "library"
    with opened(tmp_path) as db:
        snapshot(db, "good")
        decide(db, "A", [])

    def refuse(*_: object) -> None:
        raise error("not now")

    with monkeypatch.context() as failing:
        failing.setattr(backup, "snapshot_of", refuse)
        with pytest.raises(error):
            restore(folder, snapshots(folder)[0])
    assert [each.reason for each in snapshots(folder)] == ["good"]
    with opened(tmp_path) as db:
        assert [person.name for person in People(db).list()] == ["A"]
    check_folder(folder)
