"""Threads that hold something open and do jobs with it, one after another."""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Generic, TypeVar

C = TypeVar("C")
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
    with the job's error and the next job tries again.
    """

    def __init__(self, name: str, open_context: Callable[[], AbstractContextManager[C]], threads: int = 1) -> None:
        self._open_context = open_context
        self._jobs: queue.SimpleQueue[tuple[Job[C], Callable[[Exception], None]] | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"{name} {at}") for at in range(threads)]
        for thread in self._threads:
            thread.start()

    def post(self, job: Job[C], refused: Callable[[Exception], None]) -> None:
        """Do the job when its turn has come."""
        self._jobs.put((job, refused))

    def close(self, *, finish: bool = False) -> None:
        """Close the contexts and end the threads, after the job at hand; finish: after all that was posted."""
        if not finish:
            self._drop()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _drop(self) -> None:
        """What has not begun is not wanted any more; some hundred pictures or boxes may wait."""
        with suppress(queue.Empty):
            while True:
                self._jobs.get_nowait()

    def _work(self) -> None:
        wanted = self._jobs.get()
        while wanted is not None:
            job, refused = wanted
            try:
                context = self._open_context()
                opened = context.__enter__()
            except Exception as error:  # handed to whoever asked, who shows or logs it
                refused(error)
                wanted = self._jobs.get()
                continue
            try:
                self._serve(job, opened)
                return
            finally:
                context.__exit__(None, None, None)

    def _serve(self, first: Job[C], opened: C) -> None:
        wanted: tuple[Job[C], Callable[[Exception], None]] | None = (first, _log_bug)
        while wanted is not None:
            try:
                wanted[0](opened)
            except Exception:
                _log.exception("a job of the window failed")
            wanted = self._jobs.get()


def _log_bug(error: Exception) -> None:
    _log.error("a job of the window failed", exc_info=error)
