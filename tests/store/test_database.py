"""Opening a library: one writer, nothing written to what is not understood, everything readable by its owner only."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from photoface.domain.errors import LibraryBusy, LibraryDamaged, LibraryNewer, LibraryUnavailable, NotFound
from photoface.store.backup import restore, snapshot, snapshots
from photoface.store.journal import Journal
from photoface.store.lock import HOLDER_NAME, holder
from photoface.store.people import People
from photoface.store.schema import SCHEMA_VERSION
from tests.store.building import add_faces, decide, opened

PROJECT = Path(__file__).resolve().parents[2]


def _bytes_of(folder: Path) -> dict[str, str]:
    """Name -> hash of all files; the lock, SQLite's index of the log, and a log that is empty are no content."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size > 0 and path.name not in ("library.lock", "library.db-shm")
    }


def test_everything_in_a_library_is_its_owners_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with opened(tmp_path) as db:
            add_faces(db, 1)
            snapshot(db, "test")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in db.folder.rglob("*")}
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "library").stat().st_mode) == 0o700
    assert modes.pop("snapshots") == 0o700
    assert set(modes.values()) == {0o600}
    assert {"library.db", "library.db-wal", "library.lock", HOLDER_NAME} <= set(modes)


def test_a_closed_library_is_one_file(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        add_faces(db, 3)
    names = {path.name for path in (tmp_path / "library").iterdir()}
    assert names - {"library.lock"} == {"library.db"}


def test_pragmas_of_the_writer(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        values = {name: db.value(f"PRAGMA {name}") for name in ("journal_mode", "foreign_keys", "trusted_schema")}
        assert values == {"journal_mode": "wal", "foreign_keys": 1, "trusted_schema": 0}
        assert db.value("PRAGMA application_id") == 0x50464143
        assert db.value("PRAGMA user_version") == SCHEMA_VERSION
        strict = db.rows(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE '%sqlite_%'"
        )
        assert strict == []


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    (folder / "notes.txt").write_text("mine")
    opened(tmp_path).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_second_writer_is_told_who_has_the_library(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(LibraryBusy, match=f"photoface .process {os.getpid()}, since 20"):
        opened(tmp_path)
    opened(tmp_path).close()


def test_a_writer_in_another_process_is_told_too(tmp_path: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from photoface.store.database import LibraryDatabase
        with LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True, program="another photoface"):
            print("open", flush=True)
            sys.stdin.read()
    """
    with _python(code, tmp_path / "library") as child:
        assert child.stdout.readline() == b"open\n"
        with pytest.raises(LibraryBusy, match=f"another photoface .process {child.pid}"):
            opened(tmp_path)
        with opened(tmp_path, write=False) as db:
            assert People(db).list() == []
        child.kill()
    opened(tmp_path).close()


def test_the_note_of_a_dead_process_locks_nobody_out(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "library" / HOLDER_NAME).write_text(json.dumps({"pid": 1, "program": "x", "since": "y"}))
    with opened(tmp_path):
        noted = holder(tmp_path / "library")
        assert noted is not None
        assert noted.pid == os.getpid()
    assert holder(tmp_path / "library") is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}', "\x00"])
def test_a_spoilt_note_is_no_obstacle(tmp_path: Path, text: str) -> None:
    with opened(tmp_path):
        (tmp_path / "library" / HOLDER_NAME).write_text(text)
        with pytest.raises(LibraryBusy, match="another program"):
            opened(tmp_path)


def test_readers_cannot_write_and_never_lock(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, write=False) as reader, opened(tmp_path, write=False) as other:
        decide(writer, "A", [])
        assert [person.name for person in People(reader).list()] == ["A"]
        with pytest.raises(RuntimeError, match="reading only"), reader.transaction():
            pass
        with pytest.raises(LibraryUnavailable, match="readonly"):
            other.execute("DELETE FROM person")


def test_a_library_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="photoface index FOLDER"):
        opened(tmp_path, write=False)
    assert not (tmp_path / "library").exists()


def test_transactions_do_not_nest_and_atomic_joins(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        with db.transaction():
            with pytest.raises(RuntimeError, match="open already"), db.transaction():
                pass
            with db.atomic():
                db.set_setting("a", "1")
        assert db.setting("a") == "1"
        with pytest.raises(RuntimeError, match="transaction"):
            db.execute_many("DELETE FROM setting WHERE key = ?", [("a",)])


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_library_is_refused_untouched(tmp_path: Path, write: bool) -> None:
    with opened(tmp_path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = _bytes_of(tmp_path / "library")
    with pytest.raises(LibraryNewer, match=f"schema {SCHEMA_VERSION + 1}.*untouched"):
        opened(tmp_path, write=write)
    assert _bytes_of(tmp_path / "library") == before


def test_a_newer_library_in_the_log_of_a_killed_program_is_refused_untouched(tmp_path: Path) -> None:
    opened(tmp_path).close()
    _run(
        """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1] + "/library.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 99")
        os.kill(os.getpid(), 9)
        """,
        tmp_path / "library",
    )
    before = _bytes_of(tmp_path / "library")
    assert "library.db-wal" in before
    with pytest.raises(LibraryNewer):
        opened(tmp_path)
    assert _bytes_of(tmp_path / "library") == before


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def _noise(path: Path) -> None:
    path.write_bytes(b"This is no database, " * 1000)


@pytest.mark.parametrize("spoil", [_foreign, _noise])
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_library_is_refused_untouched(tmp_path: Path, write: bool, spoil) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    spoil(folder / "library.db")
    before = _bytes_of(folder)
    with pytest.raises(LibraryDamaged, match="photoface restore"):
        opened(tmp_path, write=write)
    assert _bytes_of(folder) == before


def test_an_empty_file_left_by_a_crash_at_birth_becomes_a_library(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.db").touch()
    with pytest.raises(NotFound):
        opened(tmp_path, write=False)
    with opened(tmp_path) as db:
        assert People(db).list() == []


def _spoil_pages(path: Path) -> None:
    """Noise in the pages of the largest table, the header left alone."""
    data = bytearray(path.read_bytes())
    for start in range(4096 * 4, len(data), 4096 * 3):
        data[start : start + 200] = os.urandom(200)
    path.write_bytes(data)


def test_damage_is_found_after_a_program_that_was_killed(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        add_faces(db, 300)
        snapshot(db, "good")
    folder = tmp_path / "library"
    _spoil_pages(folder / "library.db")
    (folder / HOLDER_NAME).write_text("left by a program that was killed")
    before = _bytes_of(folder)
    for _ in range(2):
        with pytest.raises(LibraryDamaged, match="photoface restore"):
            opened(tmp_path)
    before.pop(HOLDER_NAME)
    after = _bytes_of(folder)
    assert after.pop(HOLDER_NAME)
    assert after == before
    restore(folder, snapshots(folder)[0])
    with opened(tmp_path) as db:
        assert db.problems() == []
        assert db.value("SELECT count(*) FROM face") == 300


def test_a_lost_database_beside_snapshots_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", [])
        snapshot(db, "good")
    folder = tmp_path / "library"
    (folder / "library.db").unlink()
    with pytest.raises(LibraryDamaged, match="gone"):
        opened(tmp_path)
    assert not (folder / "library.db").exists()
    restore(folder, snapshots(folder)[0])
    with opened(tmp_path) as db:
        assert [person.name for person in People(db).list()] == ["A"]


def test_a_folder_that_cannot_be_a_library(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    with pytest.raises(LibraryUnavailable, match="cannot be made"):
        opened(tmp_path)


def test_a_read_only_folder_can_be_read_and_says_so_when_written(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", [])
    result = _run_unprivileged(
        """
        from photoface.domain.errors import LibraryUnavailable
        from photoface.store.database import LibraryDatabase
        from photoface.store.people import People
        with LibraryDatabase.create_or_open(folder, write=False) as db:
            print([person.name for person in People(db).list()])
        try:
            LibraryDatabase.create_or_open(folder, write=True)
        except LibraryUnavailable as error:
            print(error)
        """,
        tmp_path / "library",
    )
    assert result.startswith("['A']\n")
    assert "cannot be written" in result
    assert not (tmp_path / "library" / "library.db-wal").exists()


def test_the_history_survives_a_process_that_was_killed(tmp_path: Path) -> None:
    _run(
        """
        import os, sys
        from pathlib import Path
        from photoface.store.database import LibraryDatabase
        from photoface.store.journal import Journal
        db = LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True)
        with Journal(db).operation("name", "name A") as op:
            op.put("person", {"uuid": "u", "name": "A", "created_at": "x"})
        os.kill(os.getpid(), 9)
        """,
        tmp_path / "library",
    )
    with opened(tmp_path) as db:
        assert [each.summary for each in Journal(db).history()] == ["name A"]
        Journal(db).undo()
        assert People(db).list() == []


def _python(code: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(code), os.fspath(folder)]
    return subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _run(code: str, folder: Path) -> None:
    with _python(code, folder) as child:
        child.communicate()


def _run_unprivileged(code: str, folder: Path) -> str:
    """What the code prints in a process that may read the folder and not write it, whoever runs the tests."""
    for path in (*folder.parents[:3], folder, *folder.iterdir()):
        path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
    folder.chmod(0o555)
    program = f"folder = Path({os.fspath(folder)!r})\n" + textwrap.dedent(code)
    # All that it will need, before it loses the right to read this Python's own files.
    modules = "photoface.store.people, photoface.store.database, filelock, os, urllib.parse, urllib.request"
    imports = f"import {modules}\nfrom pathlib import Path\n"
    drop = "os.geteuid() or os.setuid(65534)\n"
    command = [sys.executable, "-c", imports + drop + program]
    try:
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    finally:
        folder.chmod(0o700)
    assert done.returncode == 0, done.stderr
    return done.stdout
