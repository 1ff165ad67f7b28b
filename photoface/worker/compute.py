"""Vector crunching in a child process: arrays in, arrays out; no caller waits for a heap loop or dies of a crash."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from photoface.domain.errors import PhotofaceError

_P = ParamSpec("_P")
_T = TypeVar("_T")


def in_child(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """The function's result, computed in a fresh child process; the function and its arguments must be picklable."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_quiet) as pool:
        try:
            return pool.submit(function, *args, **kwargs).result()
        except BrokenProcessPool as error:
            raise PhotofaceError(
                "The process that computes died (out of memory?). Photos, faces and names are safe; "
                "close other programs and try again."
            ) from error


def _quiet() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
