"""Vector crunching in a child process: arrays in, arrays out; no caller waits for a heap loop or dies of a crash."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, ParamSpec, TypeVar

from photoface.domain.errors import PhotofaceError

_P = ParamSpec("_P")
_T = TypeVar("_T")

Told = list[tuple[str, int, str]]
"""What a child has logged: logger, level, message."""


def in_child(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """The function's result, computed in a fresh child process; the function and its arguments must be picklable.

    What it logs at INFO and above reaches the log of this process.
    """
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_live_as_child) as pool:
        try:
            result, told = pool.submit(_listened_to, function, args, kwargs).result()
        except BrokenProcessPool as error:
            raise PhotofaceError(
                "The process that computes died (out of memory?). Photos, faces and names are safe; "
                "close other programs and try again."
            ) from error
    for logger, level, message in told:
        logging.getLogger(logger).log(level, "%s", message)
    return result


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


def _live_as_child() -> None:
    # Before numpy is imported: on a machine that has other things to do, two threads that wait for each other burn half
    # as much again, and matrix products are a small part of the work.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker of a pool holds both ends of its queue: it would wait for a killed parent's next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
