"""Killed in the middle, or out of space: what was acknowledged is there, and nothing is half done."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from photoface.store.journal import Journal
from photoface.store.people import People
from photoface.store.photos import Photos
from tests.store.building import opened

PROJECT = Path(__file__).resolve().parents[2]

# Indexes photos and names people for ever; prints a line when something is committed.
BUSY = """
    import sys
    from itertools import count
    from pathlib import Path
    from photoface.store.journal import Journal
    from tests.store.building import add_photo, face, new_person
    from photoface.store.database import LibraryDatabase

    with LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True) as db:
        start = db.value("SELECT count(*) FROM photo")
        for number in count(start, 5):
            with db.transaction():
                faces = [add_photo(db, f"{number + k}.jpg", face(100), face(500)) for k in range(5)]
            print("photos", number + 5, flush=True)
            with Journal(db).operation("name", f"name {number}") as op:
                person_id = new_person(op, f"person {number}")
                for face_id, _ in faces:
                    op.put("verdict", {"face_id": face_id, "state": "named", "person_id": person_id})
            print("operation", op.operation_id, flush=True)
"""


def _start(code: str, folder: Path, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), os.fspath(folder)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload]


def test_killed_at_any_moment(tmp_path: Path) -> None:
    photos = operations = 0
    for seed in range(6):
        with _start(BUSY, tmp_path / "library") as child:
            assert child.stdout is not None
            said = [child.stdout.readline()]
            time.sleep(random.Random(seed).uniform(0, 0.3))
            child.kill()
            said += child.stdout.readlines()
        for kind, number in (line.split() for line in said if line.endswith("\n")):
            photos = max(photos, int(number)) if kind == "photos" else photos
            operations = max(operations, int(number)) if kind == "operation" else operations
        with opened(tmp_path) as db:
            assert db.problems() == []
            assert db.value("SELECT count(*) FROM photo") % 5 == 0
            assert db.value("SELECT count(*) FROM photo") >= photos
            assert db.value("SELECT count(*) FROM face") == 2 * db.value("SELECT count(*) FROM photo")
            history = Journal(db).history()
            assert len(history) == history[0].operation_id >= operations
            assert [person.named for person in People(db).list()] == [5] * len(history)
    assert operations > 0


FULL = """
    import resource, signal, sys
    from pathlib import Path
    from photoface.domain.errors import DiskFull
    from photoface.store.backup import snapshot, snapshots
    from photoface.store.journal import Journal
    from photoface.store.people import People
    from tests.store.building import add_faces, decide
    from photoface.store.database import LibraryDatabase

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True) as db:
        decide(db, "A", add_faces(db, 2))
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, -1))
        try:
            for number in range(200):
                add_faces(db, 100, prefix=f"{number}-")
        except DiskFull as error:
            print(error)
        assert not db.connection.in_transaction
        assert db.value("SELECT count(*) FROM photo") % 100 == 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, -1))
        try:
            snapshot(db, "too big")
        except DiskFull as error:
            print("no snapshot")
        assert snapshots(db.folder) == [] and not list((db.folder / "snapshots").iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, -1))
        try:
            for number in range(3000):
                decide(db, f"B{number}", [])
        except DiskFull as error:
            print("no decision")
        assert [person.name for person in People(db).list()][0] == "A"
        assert len(People(db).list()) == len(Journal(db).history())
        assert db.problems() == []
        resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
        decide(db, "C", [])
        print("goes on", len(People(db).list()))
"""


def test_no_space_left_loses_nothing_and_can_go_on(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits of a process are a Unix thing")
    with _start(FULL, tmp_path / "library") as child:
        told, _ = child.communicate()
    assert child.returncode == 0
    lines = told.splitlines()
    assert "No space is left" in lines[0]
    assert "free some space" in lines[0]
    assert lines[1:3] == ["no snapshot", "no decision"]
    assert lines[3].startswith("goes on")
    with opened(tmp_path) as db:
        assert db.problems() == []
        assert Photos(db).counts().decided == 2


def test_no_space_for_a_new_library(tmp_path: Path) -> None:
    code = """
        import resource, signal, sys
        from pathlib import Path
        import sqlite_utils
        from photoface.domain.errors import PhotofaceError
        from photoface.store.database import LibraryDatabase
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, -1))
        try:
            LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True)
        except PhotofaceError as error:
            print(type(error).__name__)
    """
    pytest.importorskip("resource", reason="limits of a process are a Unix thing")
    with _start(code, tmp_path / "library") as child:
        told, _ = child.communicate()
    assert told == "DiskFull\n"
    with opened(tmp_path) as db:
        assert db.problems() == []
