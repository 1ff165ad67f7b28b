"""Questions to drives that may never answer: a child is left behind, and nobody waits for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.errors import NoAnswer
from photoface.worker import asking
from photoface.worker.answering import PART_ITEMS

DRIVE, OTHER = b"/drive", b"/other"
SOON, LONG = 0.2, 3600.0


def read(path: str) -> bytes:
    """Waits for a writer where the path is a pipe: as for a server that is gone."""
    with open(path, "rb") as file:
        return file.read()


def numbers(count: int) -> Iterator[int]:
    yield from range(count)


def numbers_and(path: str) -> Iterator[int]:
    yield 1
    read(path)


@pytest.fixture(autouse=True)
def _no_child_stays() -> Iterator[None]:
    yield
    asking._free.end()


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    yield path
    _answer(path)


def _answer(pipe: Path) -> None:
    """Whoever waits for the pipe hears its end."""
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:  # nobody waits
        return


def test_answers_and_errors_come_back(tmp_path: Path) -> None:
    assert asking.ask(DRIVE, partial(os.path.isdir, str(tmp_path)), LONG)
    assert list(asking.each(DRIVE, partial(numbers, PART_ITEMS * 2 + 1))) == list(range(PART_ITEMS * 2 + 1))
    with pytest.raises(FileNotFoundError):
        asking.ask(DRIVE, partial(read, str(tmp_path / "nothing")), LONG)


def test_a_drive_that_is_silent_is_not_asked_again_until_it_is_heard(pipe: Path, tmp_path: Path) -> None:
    waiting = partial(read, str(pipe))
    with pytest.raises(NoAnswer):
        asking.ask(DRIVE, waiting, SOON)
    with pytest.raises(NoAnswer):  # at once: an hour would not be waited for here
        asking.ask(DRIVE, partial(os.path.isdir, str(tmp_path)), 3600.0)
    assert asking.ask(OTHER, partial(os.path.isdir, str(tmp_path)), LONG)
    child = asking._free._waiting[DRIVE]
    _answer_until_heard(child, pipe)
    assert asking.ask(DRIVE, partial(os.path.isdir, str(tmp_path)), LONG)


def _answer_until_heard(child: asking._Child, pipe: Path) -> None:
    while not child.woke_up():
        _answer(pipe)


def test_who_is_asked_to_stop_does_not_wait(pipe: Path) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(NoAnswer):
        asking.ask(DRIVE, partial(read, str(pipe)), 3600.0, stop)
    items = asking.each(DRIVE, partial(numbers_and, str(pipe)), stop)
    assert list(items) in ([], [1])
    assert DRIVE not in asking._free._waiting


def test_a_child_that_dies_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer):
        asking.ask(DRIVE, partial(os._exit, 3), LONG)
    assert asking.ask(DRIVE, partial(os.path.isdir, str(tmp_path)), LONG)
