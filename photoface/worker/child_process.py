"""The parent's end of a child that reads photos: start, talk, stop."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import Protocol

from photoface.worker.child import run_child
from photoface.worker.memory import EXIT_CODE
from photoface.worker.protocol import MakeReader, Message, Request

PATIENCE = 2.0
"""Seconds a child gets to end by itself before it is killed."""

LARGE_PAGES = ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")
"""Variable of the environment and value: glibc's malloc asks for pages of 2 MB."""


class ChildDied(Exception):
    """The pipe ended. ``str(error)`` tells how the process ended."""


class Child(Protocol):
    """What a supervisor needs of a child."""

    def send(self, request: Request) -> None: ...

    def receive(self, timeout: float) -> Message | None: ...

    def stop(self, *, kill: bool = False) -> None: ...


class ChildProcess:
    """A spawned child (never forked: threads and locks of the parent would come along)."""

    def __init__(self, name: str, threads: int, make: MakeReader) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=run_child, args=(theirs, threads, make), daemon=True, name=name)
        _ask_for_large_pages()
        with interrupts_blocked():
            self._process.start()
        theirs.close()  # or its end would never be seen

    def send(self, request: Request) -> None:
        """Raises ChildDied."""
        try:
            self._pipe.send(request)
        except OSError as error:
            raise ChildDied(self._epitaph()) from error

    def receive(self, timeout: float) -> Message | None:
        """The next message, None if there was none for so many seconds. Raises ChildDied."""
        try:
            if not self._pipe.poll(timeout):
                return None
            message: Message = self._pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise ChildDied(self._epitaph()) from error
        return message

    def stop(self, *, kill: bool = False) -> None:
        """End the process and wait for its end; it may be called again."""
        self._pipe.close()
        if not kill:
            self._process.join(PATIENCE)
        end(self._process)

    def _epitaph(self) -> str:
        self._process.join(PATIENCE)
        code = self._process.exitcode
        if code == EXIT_CODE:
            return "it took more memory than any photo needs"
        if code is not None and code < 0:
            return f"killed by signal {-code} ({signal.Signals(-code).name})"
        return f"ended with code {code}"


def end(process: BaseProcess) -> None:
    """Kill it; who reads from a share that does not answer may not even die of that, and is not waited for."""
    process.kill()
    process.join(PATIENCE)
    if process.is_alive():
        # At its own end multiprocessing waits for all children that it knows of, as long as it takes.
        multiprocessing.process._children.discard(process)  # type: ignore[attr-defined]


def _ask_for_large_pages() -> None:
    """Lets glibc's malloc in children ask Linux for pages of 2 MB; a setting of the user's own stays.

    A layer of the detector writes 75 MB. In pages of 4 KB the processor looks their addresses up all the time: a photo
    took 9 to 23 % more CPU. glibc reads this when a process begins, so it must be in what the child inherits.
    """
    os.environ.setdefault(*LARGE_PAGES)


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """A child inherits the blocked signal: no Ctrl-C can hit it before it knows what to do with one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
