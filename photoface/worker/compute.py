"""Vector crunching in a child process: arrays in, arrays out; no caller waits for a heap loop or dies of a crash."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.synchronize import Event
from typing import Any, ParamSpec, TypeVar

from photoface.domain.errors import PhotofaceError

_P = ParamSpec("_P")
_T = TypeVar("_T")
_R = TypeVar("_R")

Told = list[tuple[str, int, str]]
"""What a child has logged: logger, level, message."""


def in_child(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """The function's result, computed in a fresh child process; the function and its arguments must be picklable.

    What it logs at INFO and above reaches the log of this process.
    """
    context = multiprocessing.get_context("spawn")
    ending, stop = context.Event(), _stop.get()
    with ProcessPoolExecutor(1, mp_context=context, initializer=_live_as_child, initargs=(ending,)) as pool:
        try:
            result, told = _waited_for(pool.submit(_listened_to, function, args, kwargs), stop, ending)
        except BrokenProcessPool as error:
            if ending.is_set():
                raise Stopped from None
            raise PhotofaceError(
                "The process that computes died (out of memory?). Photos, faces and names are safe; "
                "close other programs and try again."
            ) from error
    for logger, level, message in told:
        logging.getLogger(logger).log(level, "%s", message)
    return result


class Stopped(Exception):
    """What was computed is not wanted any more."""


@contextmanager
def stoppable(stop: threading.Event) -> Iterator[None]:
    """Computations that are begun inside, in this thread, end with Stopped soon after the event is set."""
    token = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(token)


_stop: ContextVar[threading.Event | None] = ContextVar("stop", default=None)
_LOOK_SECONDS = 0.1


def _waited_for(future: Future[_R], stop: threading.Event | None, ending: Event) -> _R:
    while stop is not None and not wait([future], _LOOK_SECONDS).done:
        if stop.is_set():
            ending.set()
            break
    return future.result()


def _listened_to(function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[_T, Told]:
    listener = _Listener()
    logger = logging.getLogger("photoface")
    logger.setLevel(logging.INFO)
    logger.addHandler(listener)
    return function(*args, **kwargs), listener.told


class _Listener(logging.Handler):
    """The child has no log file of its own: two processes must not write one."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Told = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append((record.name, record.levelno, record.getMessage()))


def _live_as_child(ending: Event) -> None:
    # Before numpy is imported. Two threads that multiply wait for each other, which burns half as much again where the
    # machine has other things to do. And to a process that lives for seconds, pages of 2 MB cost more than they save:
    # a sixth of the time of a grouping (numpy's documentation, "Global state").
    os.environ.update(OPENBLAS_NUM_THREADS="1", NUMPY_MADVISE_HUGEPAGE="0")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    threading.Thread(target=_end_when_told, args=(ending,), daemon=True).start()


def _end_when_told(ending: Event) -> None:
    ending.wait()
    os._exit(1)


def _end_with_parent() -> None:
    """A worker of a pool holds both ends of its queue: it would wait for a killed parent's next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
