"""Folders followed while the window is open: what comes is read at once, or as soon as nothing else is being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.indexing import Indexer, Progress, Stage
from photoface.gui.core.session import Session, Ticket
from photoface.services.library import Library
from photoface.services.photos.reach import Changed

if TYPE_CHECKING:  # not before the first page is seen
    from photoface.gui.core.engine import OpenWatch
    from photoface.services.watching.following import Ways
    from photoface.services.watching.live import Way

Places = tuple[tuple[bytes, ...], tuple[bytes, ...]]
"""Indexed folders that are no part of others, and drives that begin below them."""

News: TypeAlias = "Ways | Changed | Exception"

_END_SECONDS = 5.0
"""A dead network share may hold a thread for minutes: it is not waited for longer."""


class Follower(QObject):
    """told: how each folder is followed, by its path.

    It begins when the library opens, before all folders are looked through, so that nothing falls between. A folder
    that is indexed for the first time was read while nobody followed it: it is looked through once more.
    """

    told = Signal(object)

    def __init__(self, session: Session, indexer: Indexer, watch: OpenWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._indexer, self._watch = session, indexer, watch
        self._cancel = Event()
        self._threads: list[Thread] = []
        self._places: Places = ((), ())
        self._waiting = Changed()
        self._looked = False  # before that, models may be missing
        self.ways: Mapping[bytes, Way] = {}
        self._reading = Ticket(self)
        session.opened.connect(lambda: self._read(self._follow))
        session.changed.connect(self._hear_change)
        indexer.finished.connect(self._after_run)

    def close(self) -> None:
        """Stop, and wait until nothing is followed any more."""
        self._cancel.set()
        for thread in self._threads:
            thread.join(_END_SECONDS)

    def _after_run(self, progress: Progress) -> None:
        if progress.stage is Stage.PAUSED:  # whoever goes on looks through everything
            self._waiting = Changed()
            return
        self._looked = True
        self._read(self._go_on)

    def _hear_change(self, change: Change) -> None:
        """A folder may have been paused, resumed or removed, or that was undone."""
        if Touched.FOLDERS in change.touched:
            self._read(self._go_on)

    def _read(self, done: Callable[[Places], None]) -> None:
        self._reading.cancel()  # two readers may overtake one another
        self._reading = self._session.read(self, _places, done)

    def _go_on(self, places: Places) -> None:
        new = tuple(root for root in places[0] if root not in self._places[0])
        self._follow(places)
        self._look(self._waiting | Changed(through=new, unsettled=self._waiting.unsettled))

    def _follow(self, places: Places) -> None:
        if places == self._places:
            return
        self._cancel.set()
        self._places, self._cancel = places, Event()
        args = places, self._cancel, self._watch, partial(self._hear, self._cancel)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(Thread(target=_run, args=args, name="following", daemon=True))
        self._threads[-1].start()

    def _hear(self, mine: Event, news: News) -> None:
        """In the following thread."""
        self._session.send(lambda: self._take(mine, news))

    def _take(self, mine: Event, news: News) -> None:
        if mine.is_set():
            return
        if isinstance(news, Changed):
            self._look(news)
        elif isinstance(news, Exception):
            self._session.report(news)
        else:
            self.ways = news.by_root
            self.told.emit(self.ways)

    def _look(self, changed: Changed) -> None:
        if self._indexer.running or self._indexer.progress.stage is Stage.PAUSED or not self._looked:
            self._waiting |= changed
        elif changed.folders or changed.through:
            self._waiting = Changed()
            self._indexer.follow(changed)


def _places(library: Library) -> Places:
    from photoface.services.watching.places import places

    return places(library)


def _run(places: Places, cancel: Event, watch: OpenWatch, hear: Callable[[News], None]) -> None:
    from photoface.services.watching.following import Quiet, follow

    try:
        with closing(follow(places[0], cancel, watch, drives=places[1])) as events:
            for news in events:
                if not isinstance(news, Quiet):  # the window hears of other folders by itself
                    hear(news)
    except Exception as error:  # shown or logged in the GUI thread
        hear(error)
