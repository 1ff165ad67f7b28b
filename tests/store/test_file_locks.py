"""What one connection of a process does to the locks of another one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from photoface.store.database import LibraryDatabase
from photoface.store.thumbs import Thumbs

LOCKS = Path("/proc/locks")
pytestmark = pytest.mark.skipif(not LOCKS.exists(), reason=f"{sys.platform} does not list the locks on files")


def locks_on(file: Path) -> int:
    return sum(f":{file.stat().st_ino} " in line for line in LOCKS.read_text().splitlines())


def test_opening_a_library_again_leaves_the_locks_of_its_readers(tmp_path: Path) -> None:
    LibraryDatabase.create_or_open(tmp_path, write=True).close()
    with LibraryDatabase.create_or_open(tmp_path, write=False) as reader:
        reader.rows("SELECT id FROM person")
        held = locks_on(reader.path)
        with LibraryDatabase.create_or_open(tmp_path, write=True):
            assert locks_on(reader.path) >= held > 0


def test_opening_the_thumbnails_again_leaves_the_locks_of_who_has_them_open(tmp_path: Path) -> None:
    writer, reader = Thumbs(tmp_path), Thumbs(tmp_path)
    writer.put([(1, b"jpeg")])
    held = locks_on(tmp_path / "thumbs.db")
    assert reader.photo(1) == b"jpeg"
    assert locks_on(tmp_path / "thumbs.db") >= held > 0
    reader.close()
    writer.close()
