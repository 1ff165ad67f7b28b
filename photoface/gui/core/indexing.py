"""Indexing in the background of the window: start, pause, resume; progress as values, changes at a humane pace."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoface.domain.events import Finished, IndexEvent, PhotoIndexed, PhotoRefused, Scanned
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.session import Session
from photoface.services.calibration.calibrating import refresh
from photoface.services.groups.grouping import group_new_faces
from photoface.services.library import Library
from photoface.services.photos.rate import Rate
from photoface.services.photos.reach import Changed

if TYPE_CHECKING:  # what reads photos is not needed before the window is seen
    from photoface.services.photos.indexing import IndexingService

_TELL_EVERY_SECONDS = 0.2
_REFRESH_EVERY_SECONDS = 3.0
_FIRST_GROUPS, _GROUP_EVERY = 40, 400
"""Faces. People appear while indexing runs: the first after so few, then whenever there are twice as many faces, later
after so many more, and at the end."""


class Stage(StrEnum):
    IDLE = "idle"
    LOOKING = "looking"
    READING = "reading"
    GROUPING = "grouping"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Progress:
    """done, total: photos of this run; speed: e.g. '34 photos/s, about 8 min left'; failed: files of no use."""

    stage: Stage = Stage.IDLE
    done: int = 0
    total: int = 0
    faces: int = 0
    failed: int = 0
    speed: str = ""


News = Progress | Change | Exception | None
"""What a run tells the window; None: it has ended."""


class Indexer(QObject):
    """One run at a time. Stopping is safe at any moment: what is still to do is what is not stored yet."""

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self, session: Session, service: Callable[[Library], IndexingService], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._service = service
        self._cancel = Event()
        self._thread: Thread | None = None
        self._unasked = False
        self._due: Callable[[], None] | None = None
        self.progress = Progress()

    @property
    def running(self) -> bool:
        return self._thread is not None

    def start(self, folders: Sequence[bytes] = (), *, retry: bool = False) -> None:
        """Index these folders, or look through all known ones: at once, or after a run that nobody asked for. While
        another run is on, nothing happens."""
        begin = partial(self._start, lambda service, cancel: service.run(tuple(folders), cancel, retry=retry))
        if self.running and self._unasked:
            self._due = begin
        else:
            begin()

    def follow(self, changed: Changed) -> None:
        """Read what changed in some folders, unseen until there is something. While a run is on, nothing happens."""
        self._start(lambda service, cancel: service.follow(changed, cancel), unasked=True)

    def _start(
        self, events_of: Callable[[IndexingService, Event], Iterator[IndexEvent]], unasked: bool = False
    ) -> None:
        if self.running:
            return
        self._cancel, self._unasked = Event(), unasked
        if not unasked:
            self._tell(Progress(Stage.LOOKING))
        library = self._session.library
        events = events_of(self._service(library), self._cancel)
        self._thread = Thread(target=_Run(library, events, self._cancel, self._hear, unasked).run, name="indexing")
        self._thread.start()

    def pause(self) -> None:
        """Stop after the photos at hand; ``start`` goes on."""
        self._cancel.set()

    def close(self) -> None:
        """Stop and wait until nothing writes any more."""
        self._cancel.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _hear(self, news: News) -> None:
        """In the indexing thread."""
        self._session.send(lambda: self._take(news))

    def _take(self, news: News) -> None:
        if isinstance(news, Progress):
            self._tell(news)
        elif isinstance(news, Change):
            self._session.changed.emit(news)
        elif isinstance(news, Exception):
            self._session.report(news)
        else:
            self._end()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        stage = Stage.PAUSED if self._cancel.is_set() else Stage.IDLE
        due, self._due = self._due, None
        if due is not None and stage is Stage.IDLE:
            due()
            return
        if stage is not self.progress.stage:
            self._tell(replace(self.progress, stage=stage, speed=""))
        self.finished.emit(self.progress)

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)


class _Run:
    """One run, in its own thread: events into progress, now and then a change that views refresh on.

    quiet: of a run that nobody asked for nothing is told until it finds something.
    """

    def __init__(
        self,
        library: Library,
        events: Iterator[IndexEvent],
        cancel: Event,
        hear: Callable[[News], None],
        quiet: bool = False,
    ) -> None:
        self._library, self._events = library, events
        self._cancel, self._hear = cancel, hear
        self._progress, self._rate = Progress(Stage.LOOKING), Rate()
        self._told = self._refreshed = 0.0
        self._ungrouped = 0
        self._quiet = quiet

    def run(self) -> None:
        try:
            for event in self._events:
                self._take(event)
            if not self._quiet:
                self._group()
            if not self._quiet and not self._cancel.is_set():
                refresh(self._library)
        except Exception as error:  # shown or logged in the GUI thread
            self._hear(error)
        everything = Touched.PHOTOS | Touched.FACES | Touched.FOLDERS
        self._hear(Change(Touched.FOLDERS if self._quiet else everything))
        self._hear(None)

    def _take(self, event: IndexEvent) -> None:
        if isinstance(event, Scanned):
            self._quiet = self._quiet and not (event.new or event.missing or event.back or event.offline)
        match event:
            case Scanned(done=True):
                self._rate = Rate()
                self._now(total=self._progress.total + event.new)
            case PhotoIndexed():
                self._ungrouped += event.faces
                self._now(stage=Stage.READING, done=self._progress.done + 1, faces=self._progress.faces + event.faces)
            case PhotoRefused(kind="unsupported" | "closed_folder"):
                self._now(failed=self._progress.failed + 1)
            case PhotoRefused():
                self._now(stage=Stage.READING, done=self._progress.done + 1, failed=self._progress.failed + 1)
            case Finished():
                return
        if self._ungrouped >= self._enough() and not self._cancel.is_set():
            self._group()
        self._refresh()

    def _enough(self) -> int:
        """New faces that are worth a grouping: a small library shows its people soon, a large one is not delayed."""
        grouped = self._progress.faces - self._ungrouped
        return min(max(_FIRST_GROUPS, grouped), _GROUP_EVERY)

    def _group(self) -> None:
        if self._ungrouped or not self._cancel.is_set():
            stage = self._progress.stage
            self._now(stage=Stage.GROUPING)
            group_new_faces(self._library)
            self._ungrouped = 0
            self._now(stage=stage)
            self._refresh(at_once=True)

    def _now(self, **values: object) -> None:
        self._progress = replace(self._progress, **values)  # type: ignore[arg-type]
        now = time.monotonic()
        if not self._quiet and (now - self._told > _TELL_EVERY_SECONDS or "stage" in values):
            speed = self._rate.text(self._progress.done, self._progress.total) if self._progress.done else ""
            self._told, self._progress = now, replace(self._progress, speed=speed)
            self._hear(self._progress)

    def _refresh(self, *, at_once: bool = False) -> None:
        now = time.monotonic()
        if self._quiet:
            return
        if at_once or now - self._refreshed > _REFRESH_EVERY_SECONDS:
            self._refreshed = now
            self._hear(Change(Touched.PHOTOS | Touched.FACES))
