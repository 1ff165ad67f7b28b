"""Vector crunching in a child process: arrays in, arrays out; no caller waits for a heap loop or dies of a crash."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from photoface.domain.errors import PhotofaceError

_P = ParamSpec("_P")
_T = TypeVar("_T")


def in_child(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """The function's result, computed in a fresh child process; the function and its arguments must be picklable."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_live_as_child) as pool:
        try:
            return pool.submit(function, *args, **kwargs).result()
        except BrokenProcessPool as error:
            raise PhotofaceError(
                "The process that computes died (out of memory?). Photos, faces and names are safe; "
                "close other programs and try again."
            ) from error


def _live_as_child() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker of a pool holds both ends of its queue: it would wait for a killed parent's next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
