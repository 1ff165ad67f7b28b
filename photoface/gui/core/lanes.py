"""Threads that hold something open and do jobs with it, one after another."""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

C = TypeVar("C")
T = TypeVar("T")
Job = Callable[[C], None]

_log = logging.getLogger(__name__)

_TURN_SECONDS = 0.0005


def take_short_turns() -> None:
    """Let the threads of this process have Python's interpreter for a tenth of the usual time, one after the other.

    Painting lets go of the interpreter at each stroke and waits for it again: beside one reading thread that computes
    a page took nine times as long as alone, and now twice (docs/benchmarks.md).
    """
    sys.setswitchinterval(_TURN_SECONDS)


class Lanes(Generic[C]):
    """``threads`` threads with one queue. Each opens its own context before its first job and closes it at the end.

    A job handles its own errors; one that raises is a bug and is logged. When opening fails, ``refused`` is called
    with the job's error and the next job tries again. Jobs end in the thread that posts: what they hold of the window
    may end with them, and a widget that ends in another thread than its own ends the program.
    """

    def __init__(self, name: str, open_context: Callable[[], AbstractContextManager[C]], threads: int = 1) -> None:
        self._open_context = open_context
        self._jobs: queue.SimpleQueue[_Wanted[C] | None] = queue.SimpleQueue()
        self._over: queue.SimpleQueue[_Wanted[C]] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"{name} {at}") for at in range(threads)]
        for thread in self._threads:
            thread.start()

    def post(self, job: Job[C], refused: Callable[[Exception], None]) -> None:
        """Do the job when its turn has come."""
        self._forget()
        self._jobs.put(_Wanted(job, refused))

    def close(self, *, finish: bool = False) -> None:
        """Close the contexts and end the threads, after the job at hand; finish: after all that was posted."""
        if not finish:
            self._drop()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._forget()

    def _forget(self) -> None:
        """What is over; the threads still hold what was wanted, but nothing in it."""
        for wanted in _all_of(self._over):
            wanted.job = wanted.refused = _nothing

    def _drop(self) -> None:
        """What has not begun is not wanted any more; some hundred pictures or boxes may wait."""
        for _ in _all_of(self._jobs):
            pass

    def _work(self) -> None:
        while (wanted := self._jobs.get()) is not None:
            try:
                context = self._open_context()
                opened = context.__enter__()
            except Exception as error:  # handed to whoever asked, who shows or logs it
                wanted.refused(error)
                self._over.put(wanted)
                continue
            try:
                self._serve(wanted, opened)
                return
            finally:
                context.__exit__(None, None, None)

    def _serve(self, first: _Wanted[C], opened: C) -> None:
        wanted: _Wanted[C] | None = first
        while wanted is not None:
            try:
                wanted.job(opened)
            except Exception:
                _log.exception("a job of the window failed")
            self._over.put(wanted)
            wanted = self._jobs.get()


@dataclass(slots=True)
class _Wanted(Generic[C]):
    """A job, and who hears of it if nothing can be opened for it."""

    job: Job[C]
    refused: Callable[[Exception], None]


def _nothing(_: object) -> None:
    """In place of a job that is over."""


def _all_of(waiting: queue.SimpleQueue[T]) -> Iterator[T]:
    """What is in it now."""
    with suppress(queue.Empty):
        while True:
            yield waiting.get_nowait()
