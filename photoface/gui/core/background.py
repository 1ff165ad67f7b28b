"""Work that takes minutes and tells how far it is: a generator run in a thread, its events in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Generic, TypeVar

from photoface.gui.core.session import Session

E = TypeVar("E")


class Background(Generic[E]):
    """``heard`` gets each event, ``ended`` None or the error that ended it; both in the GUI thread."""

    def __init__(
        self,
        session: Session,
        work: Callable[[], Iterator[E]],
        heard: Callable[[E], None],
        ended: Callable[[Exception | None], None],
    ) -> None:
        self._session, self._work = session, work
        self._heard, self._ended = heard, ended
        self._stop = Event()
        self._thread = Thread(target=self._run, name="background")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the event at hand; ``ended`` is not called any more."""
        self._stop.set()

    def join(self) -> None:
        """Wait until the thread is gone."""
        self._thread.join()

    def _run(self) -> None:
        try:
            for event in self._work():
                if self._stop.is_set():
                    return
                self._session.send(lambda event=event: self._pass(event))  # type: ignore[misc]
        except Exception as error:  # shown or logged in the GUI thread
            self._session.send(lambda error=error: self._end(error))  # type: ignore[misc]
            return
        self._session.send(lambda: self._end(None))

    def _pass(self, event: E) -> None:
        if not self._stop.is_set():
            self._heard(event)

    def _end(self, error: Exception | None) -> None:
        self._thread.join()
        if not self._stop.is_set():
            self._ended(error)
