"""A child that asks file systems: it may wait for ever for one of them, and its parent need not."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

PART_ITEMS = 256
PART_SECONDS = 0.25
"""So many items, or what there is after so long, go to the parent at a time: each part is a sign of life."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some items of an answer that has many."""

    items: list[Any]


@dataclass(frozen=True, slots=True)
class End:
    """The answer; None after the last item."""

    answer: Any = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The question raised this."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has begun: from now on silence is that of a drive."""


Message = Part | End | Failed


def answer(pipe: Connection) -> None:
    """The life of the child: questions in, answers out; it ends with the pipe."""
    _let_go_of_the_terminal()
    pipe.send(Ready())
    while True:
        try:
            for message in _messages(pipe.recv()):
                pipe.send(message)
        except (EOFError, OSError):
            os._exit(0)


def _let_go_of_the_terminal() -> None:
    """A child that cannot even be killed must not hold what its parent writes to: a pipe behind it would never end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    nothing = os.open(os.devnull, os.O_RDWR)
    for end in (0, 1, 2, *_of_the_tracker()):
        os.dup2(nothing, end)


def _of_the_tracker() -> tuple[int, ...]:
    """multiprocessing's helper, which has the terminal too, lives as long as any child holds this end of its pipe."""
    if sys.platform == "win32":
        return ()
    from multiprocessing import resource_tracker

    end: int | None = resource_tracker._resource_tracker._fd  # type: ignore[attr-defined]
    return () if end is None else (end,)


def _messages(question: Callable[[], Any]) -> Iterator[Message]:
    try:
        found = question()
        if isinstance(found, Iterator):
            yield from map(Part, _parts(found))
            found = None
    except Exception as error:  # the parent raises it
        yield Failed(error)
    else:
        yield End(found)


def _parts(items: Iterator[Any]) -> Iterator[list[Any]]:
    part, since = list[Any](), time.monotonic()
    for item in items:
        part.append(item)
        if len(part) >= PART_ITEMS or time.monotonic() - since >= PART_SECONDS:
            yield part
            part, since = [], time.monotonic()
    yield part
