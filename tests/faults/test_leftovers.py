"""What killed programs used to leave behind, one test for each mistake that was found."""

from __future__ import annotations

import errno
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from photoface.config.logs import log_to
from photoface.domain.errors import LibraryBusy
from photoface.store import backup
from photoface.store.backup import restore, snapshot, snapshots
from photoface.store.database import LibraryDatabase
from photoface.store.people import People
from photoface.store.thumbs import Thumbs
from tests.faults.newer import NEXT, newer_program
from tests.faults.states import check_folder
from tests.store.building import add_faces, decide, opened

PROJECT = Path(__file__).resolve().parents[2]


class Killed(BaseException):
    """As if the process had ended here."""


def test_unfinished_copies_go_at_the_next_opening(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        snapshot(db, "good")
    folder = tmp_path / "library"
    for lost in ("library.db.part", "library.db.part.part", "snapshots/x.part", "snapshots/x.part-journal"):
        (folder / lost).write_bytes(b"half")
    (folder / "snapshots" / "20260101T000000000000-damaged.db-wal").write_bytes(b"of a copy that was never made")
    opened(tmp_path).close()
    check_folder(folder)
    assert [each.reason for each in snapshots(folder)] == ["good"]


def test_no_pictures_of_another_database_where_a_restore_is_cut_off(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "library"
    with opened(tmp_path) as db:
        snapshot(db, "empty")
        [face_id] = add_faces(db, 1)
    thumbs = Thumbs(folder)
    thumbs.put(faces=[(face_id, b"jpeg")])
    thumbs.close()

    def swapped(part: Path, target: Path) -> None:
        replace(part, target)
        if target.name == "library.db":
            raise Killed

    replace = os.replace
    monkeypatch.setattr(backup.os, "replace", swapped)
    with pytest.raises(Killed):
        restore(folder, snapshots(folder)[0])
    assert Thumbs(folder).face(face_id) is None


def test_no_restore_while_a_reader_keeps_the_log_alive(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "library"
    with opened(tmp_path) as db:
        snapshot(db, "empty")
    connect = sqlite3.connect
    monkeypatch.setattr(backup.sqlite3, "connect", lambda *args, **options: connect(*args, **{**options, "timeout": 0}))
    with closing(connect(folder / "library.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM person").fetchone() == (0,)
        with opened(tmp_path) as db:
            decide(db, "A", [])
        with pytest.raises(LibraryBusy):
            restore(folder, snapshots(folder)[-1])
        _log_is_kept(folder)
    with opened(tmp_path) as db:
        assert [person.name for person in People(db).list()] == ["A"]


def _log_is_kept(folder: Path) -> None:
    assert not list(folder.glob("*.part*"))
    assert (folder / "library.db-wal").stat().st_size > 0


def test_a_migration_that_is_tried_again_and_again_drives_no_snapshot_out(tmp_path: Path, monkeypatch) -> None:
    with opened(tmp_path) as db:
        decide(db, "A", add_faces(db, 2))
        snapshot(db, "good")

    def cut_off(_connection: sqlite3.Connection) -> None:
        raise Killed

    with newer_program(), monkeypatch.context() as dying:
        dying.setattr("photoface.store.opening.migrate", cut_off)
        for _ in range(7):
            with pytest.raises(Killed):
                opened(tmp_path)
    with newer_program(), opened(tmp_path) as db:
        assert [person.name for person in People(db).list()] == ["A"]
        assert [each.reason for each in snapshots(db.folder)] == [f"before schema {NEXT}", "good"]


def test_a_library_that_was_never_finished_is_no_damage(tmp_path: Path, monkeypatch) -> None:
    """The first statement after the table of migrations."""

    def cut_off(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr("photoface.store.schema.run", cut_off)
        with pytest.raises(Killed):
            opened(tmp_path)
    with opened(tmp_path) as db:
        assert db.problems() == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL is a Unix thing")
def test_a_computing_child_ends_with_its_parent(tmp_path: Path) -> None:
    code = f"""if True:
        import os, sys, time
        from pathlib import Path
        from photoface.worker.compute import in_child
        from tests.faults.test_leftovers import note_and_wait
        if __name__ == "__main__":
            in_child(note_and_wait, {os.fspath(tmp_path / "pid")!r})
    """
    script = tmp_path / "parent.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": os.fspath(PROJECT)}
    with subprocess.Popen([sys.executable, script], cwd=PROJECT, env=environment) as parent:
        child = _waited_for(tmp_path / "pid")
        parent.send_signal(signal.SIGKILL)
    assert _ends(child)


def note_and_wait(path: str) -> None:
    """The task of a child: says who it is, and takes longer than the test."""
    part = Path(f"{path}.part")
    part.write_text(str(os.getpid()))
    part.rename(path)
    time.sleep(600)


def _waited_for(path: Path) -> int:
    while not path.exists():
        time.sleep(0.02)
    return int(path.read_text())


def _ends(pid: int) -> bool:
    for _ in range(6000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    return False


def test_a_log_that_cannot_be_written_says_nothing(tmp_path: Path, capsys, monkeypatch) -> None:
    log_to(tmp_path)
    handler = logging.getLogger("photoface").handlers[-1]

    class Full:
        def write(self, _text: str) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(handler, "stream", Full())
    try:
        logging.getLogger("photoface").error("something")
        assert capsys.readouterr().err == ""
    finally:
        logging.getLogger("photoface").removeHandler(handler)


def test_the_lock_is_free_after_a_death(tmp_path: Path) -> None:
    code = """if True:
        import os, signal, sys
        from pathlib import Path
        from photoface.store.database import LibraryDatabase
        LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    folder = tmp_path / "library"
    subprocess.run([sys.executable, "-c", code, folder], cwd=PROJECT, check=False)
    assert (folder / "library.lock.json").exists()
    with LibraryDatabase.create_or_open(folder, write=True) as db:
        assert db.writable
    check_folder(folder)
