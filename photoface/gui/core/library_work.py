"""Minutes of work on the library in a thread of its own: names read from files, names and albums written to files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Event, Thread
from typing import Any, Generic, Protocol, TypeVar

import shiboken6

from photoface.gui.core.session import Session
from photoface.services.library import Library

E = TypeVar("E")
Work = Callable[[Library, Event], Iterator[E]]
_TELL_EVERY_SECONDS = 0.1


class Listener(Protocol):
    """A QObject that wants the work done. ``heard`` gets events, some at a time; ``ended`` None or the error that ended
    it, also after it was stopped. Both are called in the GUI thread."""

    def heard(self, events: Sequence[Any]) -> None: ...

    def ended(self, error: Exception | None) -> None: ...


class LibraryWork(Generic[E]):
    """write: the work changes the library; decisions come in between. Where the listener is gone nobody is told.

    The library is not closed before the work has ended.
    """

    def __init__(self, session: Session, listener: Listener, work: Work[E], *, write: bool = False) -> None:
        self._session, self._listener, self._work, self._write = session, listener, work, write
        self._cancel = Event()
        self._news: list[E] = []
        self._told = time.monotonic()
        self._thread = Thread(target=self._run, name="library work")

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancel.is_set()

    def start(self) -> None:
        """Begin."""
        self._session.attend(self)
        self._thread.start()

    def stop(self) -> None:
        """End after the file at hand; what is done stays done."""
        self._cancel.set()

    def join(self) -> None:
        """Wait until the thread is gone."""
        self._thread.join()

    def _run(self) -> None:
        error: Exception | None = None
        try:
            with self._library() as library:
                for event in self._work(library, self._cancel):
                    self._take(event)
        except Exception as caught:  # shown or logged in the GUI thread
            error = caught
        self._flush()
        self._session.send(lambda: self._end(error))

    def _library(self) -> AbstractContextManager[Library]:
        return nullcontext(self._session.library) if self._write else self._session.library_to_read()

    def _take(self, event: E) -> None:
        self._news.append(event)
        if time.monotonic() - self._told > _TELL_EVERY_SECONDS:
            self._flush()

    def _flush(self) -> None:
        news, self._news = self._news, []
        self._told = time.monotonic()
        if news:
            self._session.send(lambda: self._listener.heard(news) if self._listening else None)

    @property
    def _listening(self) -> bool:
        return shiboken6.isValid(self._listener)

    def _end(self, error: Exception | None) -> None:
        self._thread.join()
        self._session.leave(self)
        if self._listening:
            self._listener.ended(error)
