"""Questions to drives and shares that may never answer: a child asks them, and is left behind where it waits for ever.

A thread would not do. What waits in the kernel for a server cannot always be killed, and keeps its process alive.
"""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from photoface.domain.errors import NoAnswer
from photoface.worker.answering import End, Failed, Message, Part, answer
from photoface.worker.child_process import end, interrupts_blocked

T = TypeVar("T")

ANSWER_SECONDS = 20.0
"""Without any sign of life: a drive that wakes up takes ten."""

_START_SECONDS = 120.0
"""Until a child must have begun, on a computer that has other things to do."""

_LOOK_SECONDS = 0.1
_log = logging.getLogger(__name__)
_MOST_IDLE = 2


def ask(
    drive: bytes, question: Callable[[], T], seconds: float | None = None, stop: threading.Event | None = None
) -> T:
    """The answer to a picklable question that concerns a drive (any folder on it, always the same).

    Raises NoAnswer when there is none within so many seconds (ANSWER_SECONDS), or ``stop`` is set before; at once as
    long as an earlier question to this drive is not answered.
    """
    talk: Generator[object, None, End | None] = _talk(drive, question, seconds, stop)
    try:
        while True:
            next(talk)
    except StopIteration as ended:
        if ended.value is None:
            raise NoAnswer(drive) from None
        found: T = ended.value.answer
        return found


def each(drive: bytes, question: Callable[[], Iterator[T]], stop: threading.Event | None = None) -> Iterator[T]:
    """The items of an answer that has many, as they come; no more of them once ``stop`` is set. Raises NoAnswer."""
    yield from _talk(drive, question, None, stop)


def _talk(
    drive: bytes, question: Callable[[], object], seconds: float | None, stop: threading.Event | None
) -> Generator[T, None, End | None]:
    """Items, then the end; None: it was stopped."""
    child: _Child | None = _free.take(drive)
    assert child is not None
    done = False
    try:
        for message in child.answers(question, ANSWER_SECONDS if seconds is None else seconds, stop):
            match message:
                case Part(items):
                    yield from items
                case End():
                    done = True
                    return message
                case Failed(error):
                    done = True
                    raise error
        return None
    except _Silence:
        _free.leave_behind(drive, child)
        child = None
        raise NoAnswer(drive) from None
    finally:
        if child is not None:
            _free.give_back(child) if done else child.end()


class _Silence(Exception):
    """Nothing was heard for too long, or the child died."""


class _Child:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=answer, args=(theirs,), daemon=True, name="drive reader")
        with interrupts_blocked():
            self._process.start()
        theirs.close()
        self._ready = False

    def answers(
        self, question: Callable[[], object], seconds: float, stop: threading.Event | None
    ) -> Iterator[Message]:
        """Until the last one, or ``stop``. Raises _Silence."""
        try:
            if not self._ready and not self._begun(stop):
                return
            self._pipe.send(question)
            while self._heard(seconds, stop):
                message: Message = self._pipe.recv()
                yield message
        except (EOFError, OSError) as error:
            _log.warning("a process that asks drives died")
            raise _Silence from error

    def _begun(self, stop: threading.Event | None) -> bool:
        if self._heard(_START_SECONDS, stop):
            self._pipe.recv()
            self._ready = True
        return self._ready

    def _heard(self, seconds: float, stop: threading.Event | None) -> bool:
        """Whether there is a message; False: stopped."""
        until = time.monotonic() + seconds
        while not self._pipe.poll(_LOOK_SECONDS):
            if stop is not None and stop.is_set():
                return False
            if time.monotonic() >= until:
                raise _Silence
        return True

    def woke_up(self) -> bool:
        """Whether one that was left behind is heard again, or dead."""
        try:
            return self._pipe.poll(0)
        except OSError:
            return True

    def end(self) -> None:
        """Killed, and not waited for where even that takes long."""
        self._pipe.close()
        end(self._process)


class _Children:
    """Those that wait for a question, and those that wait for a drive, each for another one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._waiting: dict[bytes, _Child] = {}

    def take(self, drive: bytes) -> _Child:
        """One to ask about this drive. Raises NoAnswer while another one waits for it."""
        with self._lock:
            waiting = self._waiting.get(drive)
            if waiting is not None and not waiting.woke_up():
                raise NoAnswer(drive)
            self._waiting.pop(drive, None)
            child = self._idle.pop() if self._idle else None
        if waiting is not None:
            waiting.end()
        return child or _Child()

    def give_back(self, child: _Child) -> None:
        """It has answered."""
        with self._lock:
            if kept := len(self._idle) < _MOST_IDLE:
                self._idle.append(child)
        if not kept:
            child.end()

    def leave_behind(self, drive: bytes, child: _Child) -> None:
        """It waits; when it is heard again, so does its drive answer again."""
        with self._lock:
            before, self._waiting[drive] = self._waiting.get(drive), child
        if before is not None:
            before.end()

    def end(self) -> None:
        """All of them, with this process."""
        with self._lock:
            children = [*self._idle, *self._waiting.values()]
            self._idle, self._waiting = [], {}
        for child in children:
            child.end()


_free = _Children()
atexit.register(_free.end)  # before multiprocessing's own, which would wait for each of them
