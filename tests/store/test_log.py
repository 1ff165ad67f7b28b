"""The write-ahead log stays small, also while others read all the time."""

from __future__ import annotations

import threading
from pathlib import Path

from photoface.store.database import LibraryDatabase
from photoface.store.log import LARGE


def write(db: LibraryDatabase, megabytes: int) -> None:
    """Rubbish in place of rubbish: the log grows, the database does not."""
    for _ in range(megabytes):
        with db.transaction():
            db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('x', hex(randomblob(500000)))")


def log_bytes(db: LibraryDatabase) -> int:
    return Path(f"{db.path}-wal").stat().st_size


class Reader:
    """A thread that reads until it is told to let go."""

    def __init__(self, folder: Path) -> None:
        self._reading, self._enough = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._read, args=(folder,))
        self._thread.start()
        assert self._reading.wait(30)

    def _read(self, folder: Path) -> None:
        with LibraryDatabase.create_or_open(folder, write=False) as db:
            cursor = db.connection.execute("SELECT value FROM setting, (SELECT 1 UNION SELECT 2)")
            cursor.fetchone()
            self._reading.set()
            self._enough.wait(60)
            cursor.close()

    def let_go(self) -> None:
        self._enough.set()
        self._thread.join()


def read_always(folder: Path, enough: threading.Event) -> None:
    """Two connections by turns: one begins to read before the other one ends."""
    with (
        LibraryDatabase.create_or_open(folder, write=False) as first,
        LibraryDatabase.create_or_open(folder, write=False) as second,
    ):
        before, one, other = None, first, second
        while not enough.wait(0.005):
            cursor = one.connection.execute("SELECT value FROM setting, (SELECT 1 UNION SELECT 2)")
            cursor.fetchone()
            if before is not None:
                before.close()
            before, one, other = cursor, other, one
        if before is not None:
            before.close()


def test_overlapping_reads_do_not_let_the_log_grow(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path / "library", write=True) as db:
        write(db, 1)
        enough, sizes = threading.Event(), list[int]()
        reader = threading.Thread(target=read_always, args=(db.folder, enough))
        reader.start()
        for _ in range(16):
            write(db, 5)
            sizes.append(log_bytes(db))
        enough.set()
        reader.join()
        assert max(sizes) < 3 * LARGE
        assert db.problems() == []


def test_who_reads_on_and_on_only_postpones_it(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path / "library", write=True) as db:
        write(db, 1)
        reader = Reader(db.folder)
        write(db, 40)
        before = log_bytes(db)
        assert before > 2 * LARGE
        reader.let_go()
        write(db, 40)
        assert log_bytes(db) < before + (4 << 20)  # begun anew after a commit or two
