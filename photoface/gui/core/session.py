"""One open library in the window: reads and changes run in threads of their own, results come back as calls.

Readers each have a connection of their own; everything that writes goes through one thread and one connection.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from photoface.domain.errors import PhotofaceError
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.courier import Courier
from photoface.gui.core.doubtful import Doubtful, Withdrawn
from photoface.gui.core.engine import OpenLibrary
from photoface.gui.core.lanes import Lanes
from photoface.services.ledger.conflicts import Way
from photoface.services.ledger.foretelling import Foretold, after, weighed
from photoface.services.library import Library
from photoface.services.outcome import Outcome

T = TypeVar("T")
READERS = 2
_REST_MS = 30
"""So long after the last answer nobody has asked for more: a page has been painted, its pictures are there."""

_log = logging.getLogger(__name__)


class Ticket:
    """An answer that is under way; a cancelled one never arrives, and work that has not begun never begins.

    ended: called when it is there, cancelled or not.
    """

    def __init__(self, owner: QObject, ended: Callable[[], None] = lambda: None) -> None:
        self._owner, self.ended = owner, ended
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    @property
    def wanted(self) -> bool:
        return not self._cancelled and shiboken6.isValid(self._owner)


class Attended(Protocol):
    """Work in a thread of its own, which the library must outlive."""

    def stop(self) -> None: ...

    def join(self) -> None: ...


class Session(QObject):
    """opened: the library can be read and written; refused: it cannot be opened, with the error.

    changed: a Change; contradicted: a Doubtful, a decision that waits; failed: an error nobody else shows; rested: all
    that was asked for has been read.
    """

    opened = Signal()
    refused = Signal(object)
    changed = Signal(object)
    contradicted = Signal(object)
    failed = Signal(object)
    rested = Signal()

    def __init__(self, open_library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = Courier(self)
        self._open_library = open_library
        self._attended: set[Attended] = set()
        self._writer = Lanes("writer", lambda: open_library(write=True))
        self._readers = Lanes("reader", lambda: open_library(write=False), READERS)
        self._library: Library | None = None
        self._under_way = 0
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._tell_rested)

    def open(self) -> None:
        """Open the library for writing, made if there is none; then ``opened``, or ``refused``; then try again."""
        self._writer.post(self._have, self._refuse)

    def close(self) -> None:
        """Finish what is being written, drop what is being read, close the library."""
        self._courier.close()
        self._rest.stop()
        for work in self._attended:
            work.stop()
        for work in self._attended:
            work.join()
        self._readers.close()
        self._writer.close(finish=True)

    @property
    def library(self) -> Library:
        """The library of the writing thread, for work that writes for long and lets decisions in between."""
        if self._library is None:
            raise RuntimeError("the library is not open yet")
        return self._library

    def library_to_read(self) -> AbstractContextManager[Library]:
        """The library once more, for work that reads for long in a thread of its own."""
        return self._open_library(write=False)

    def attend(self, work: Attended) -> None:
        """The library is not closed before this work has ended."""
        self._attended.add(work)

    def leave(self, work: Attended) -> None:
        """It has ended."""
        self._attended.discard(work)

    @property
    def resting(self) -> bool:
        """Whether nothing is being read."""
        return not self._under_way

    def read(
        self,
        owner: QObject,
        work: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Ticket:
        """``work`` in a reading thread, then ``done`` with its result in the GUI thread, if the owner still lives."""
        ticket = Ticket(owner, self._read_one)
        self._under_way += 1
        self._post(self._readers, ticket, work, done, failed)
        return ticket

    def decide(  # noqa: PLR0913 - each by its name
        self,
        owner: QObject,
        work: Callable[[Library], Outcome],
        done: Callable[[Outcome], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        weigh: bool = True,
        anyway: Foretold | None = None,
    ) -> None:
        """A person's decision, in the writing thread; then everybody hears of it, and ``done`` gets the outcome.

        One that contradicts earlier ones is not made: ``contradicted`` tells of it, and whoever hears that asks what to
        do; ``failed`` gets Withdrawn where it is left. weigh: False for what says nothing of who anybody is. anyway:
        contradictions that were told, and with which it is wanted all the same.
        """

        def arrived(found: Outcome | Foretold) -> None:
            if isinstance(found, Foretold):
                make = partial(again, found)
                self.contradicted.emit(Doubtful(found, make, left))
                return
            if done is not None and shiboken6.isValid(owner):
                done(found)
            if found.operation_id is not None:
                self.changed.emit(Change(Touched.DECISION, found))

        def left() -> None:
            if failed is not None and shiboken6.isValid(owner):  # a dialog is gone by then
                failed(Withdrawn())

        def again(told: Foretold, way: Way | None) -> None:
            act, known = (work, told) if way is None else (after(way, work), None)
            self.decide(owner, act, done, failed, anyway=known)

        judged = partial(weighed, act=work, anyway=anyway) if weigh else work
        self._post(self._writer, Ticket(self), judged, arrived, failed)

    def write(
        self,
        owner: QObject,
        work: Callable[[Library], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        touched: Touched = Touched.EVERYTHING,
    ) -> None:
        """Other work that writes (undo, folders, settings), in the writing thread; then everybody hears of it."""

        def arrived(result: T) -> None:
            if done is not None and shiboken6.isValid(owner):
                done(result)
            self.changed.emit(Change(touched, result if isinstance(result, Outcome) else None))

        self._post(self._writer, Ticket(self), work, arrived, failed)

    def rehearse(
        self,
        owner: QObject,
        work: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Ticket:
        """What would happen, tried out in the writing thread: ``work`` changes nothing, so nobody hears of it."""
        ticket = Ticket(owner)
        self._post(self._writer, ticket, work, done, failed)
        return ticket

    def send(self, call: Callable[[], None]) -> None:
        """Run a call in the GUI thread, from any thread."""
        self._courier.send(call)

    def report(self, error: Exception) -> None:
        """An error that nobody else shows: the world's fault as it is, a bug with its trace in the log."""
        if isinstance(error, Withdrawn):  # who left it alone knows
            return
        self.log_bug(error)
        self.failed.emit(error)

    def log_bug(self, error: Exception) -> None:
        """The trace of an error that is no fault of the world's."""
        if not isinstance(error, PhotofaceError):
            _log.error("the window met a bug", exc_info=error)

    def _read_one(self) -> None:
        self._under_way -= 1
        self._rest.start()

    def _tell_rested(self) -> None:
        if self.resting:
            self.rested.emit()

    def _have(self, library: Library) -> None:
        self._library = library
        self._courier.send(self.opened.emit)

    def _refuse(self, error: Exception) -> None:
        self._courier.send(lambda: self._tell_refused(error))

    def _tell_refused(self, error: Exception) -> None:
        if not isinstance(error, PhotofaceError):
            _log.error("the library could not be opened", exc_info=error)
        self.refused.emit(error)

    def _post(
        self,
        lanes: Lanes[Library],
        ticket: Ticket,
        work: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        def missed(error: Exception) -> None:
            ticket.ended()
            if ticket.wanted:
                (failed or self.report)(error)

        def arrived(result: T) -> None:
            ticket.ended()
            if ticket.wanted:
                done(result)

        def job(library: Library) -> None:
            if ticket.cancelled:  # whoever answers quickly is not kept waiting by what was asked for before
                self._courier.send(ticket.ended)
                return
            try:
                result = work(library)
            except Exception as error:  # shown or logged in the GUI thread
                self._courier.send(lambda error=error: missed(error))  # type: ignore[misc]
                return
            self._courier.send(lambda: arrived(result))

        lanes.post(job, lambda error: self._courier.send(lambda: missed(error)))
