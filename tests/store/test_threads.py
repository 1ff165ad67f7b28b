"""One library open for writing, used by several threads: indexing goes on while somebody decides."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from photoface.store.database import LibraryDatabase


def test_another_thread_waits_for_the_end_of_a_transaction(tmp_path: Path) -> None:
    begun, seen = Event(), []
    with LibraryDatabase.create_or_open(tmp_path, write=True) as db, ThreadPoolExecutor(1) as other:

        def look() -> None:
            begun.set()
            seen.append(db.setting("colour"))

        with db.transaction():
            db.set_setting("colour", "green")
            answer = other.submit(look)
            assert begun.wait(60)
            db.set_setting("colour", "blue")
        answer.result(60)
    assert seen == ["blue"]


def test_many_threads_write_and_nothing_is_lost(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path, write=True) as db:

        def count(number: int) -> None:
            for at in range(20):
                with db.transaction():
                    db.set_setting(f"{number}/{at}", "here")

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(count, range(4)))
        assert db.value("SELECT count(*) FROM setting WHERE value = 'here'") == 80


def test_a_transaction_inside_another_is_still_a_mistake(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path, write=True) as db, db.transaction():
        second = db.transaction()
        with pytest.raises(RuntimeError, match="open already"):
            second.__enter__()


def test_a_reader_stays_in_its_thread(tmp_path: Path) -> None:
    LibraryDatabase.create_or_open(tmp_path, write=True).close()
    with LibraryDatabase.create_or_open(tmp_path, write=False) as db, ThreadPoolExecutor(1) as other:
        answer = other.submit(db.setting, "colour")
        assert "same thread" in str(answer.exception(60))
