"""What is asked of drives: at once where nothing on this computer can hang, else by a child that may be left behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from threading import Event
from typing import TypeVar

from photoface.services.watching.shares import always_answers
from photoface.worker import asking

T = TypeVar("T")


def ask(root: bytes, question: Callable[[], T], seconds: float | None = None, stop: Event | None = None) -> T:
    """The answer to a picklable question about an indexed folder or what is in it.

    Raises NoAnswer after so many seconds without one (by default as many as a drive needs to wake up), or when ``stop``
    is set before.
    """
    return question() if always_answers() else asking.ask(root, question, seconds, stop)


def each(root: bytes, question: Callable[[], Iterator[T]], stop: Event | None = None) -> Iterator[T]:
    """The same for an answer of many items, as they come."""
    return question() if always_answers() else asking.each(root, question, stop)


def place_of(folder: bytes) -> tuple[int, int] | None:
    """The same as long as it is the same folder of the same drive; None: it is not there."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def size_and_time(path: bytes) -> tuple[int, int] | None:
    """Size in bytes and mtime in nanoseconds of a file; None: it cannot be told."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
