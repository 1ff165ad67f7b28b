"""First pictures of new files, while their analysis has hardly begun.

The quick reader is a process of its own beside the analyzer. It needs no models, so the first pictures are there while
those are still loading; it takes its share of the processor while it runs (about 1 s per 1,000 photos), so the first
faces come a little later and not after it; and a file that kills it costs the analysis nothing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from threading import Event
from typing import Protocol

from photoface.domain.errors import PhotofaceError
from photoface.domain.events import PhotosGlanced
from photoface.domain.glances import Glance
from photoface.services.library import Library
from photoface.store.waiting import WaitingFile

WORTHWHILE = 32
"""Fewer files are analysed about as soon as a second process has started."""

BATCH_FILES = 64
BATCH_SECONDS = 0.25
"""What is stored, and told of, at a time."""

_log = logging.getLogger(__name__)


class Glancer(Protocol):
    """Looks at the heads of files in another process; None: nothing new at the moment."""

    def glance(self, paths: Iterator[bytes]) -> Iterator[Glance | None]: ...


OpenGlancer = Callable[[], AbstractContextManager[Glancer]]


@contextmanager
def glancing(
    library: Library, open_glancer: OpenGlancer | None, paths: Collection[bytes], cancel: Event
) -> Iterator[GlancePass]:
    """The first pictures of those of these files that wait. Pictures of files that wait no more are dropped first."""
    waiting = library.photos.waiting()
    seen = library.glances.keep(waiting)
    files = {file.path: file for file in waiting if file.path in paths}
    unseen = [path for path in files if path not in seen]
    seen &= files.keys()
    if open_glancer is None or len(unseen) < WORTHWHILE:
        yield GlancePass(library, files, seen, iter(()))
        return
    with open_glancer() as glancer:
        still_unseen = (path for path in unseen if path in files and not cancel.is_set())
        yield GlancePass(library, files, seen, glancer.glance(still_unseen))


class GlancePass:
    """Taken in small steps, in between the results of the analysis. ``files`` shrinks as they are analysed."""

    def __init__(
        self, library: Library, files: dict[bytes, WaitingFile], stored: set[bytes], answers: Iterator[Glance | None]
    ) -> None:
        self._library = library
        self._files = files
        self._stored = stored
        self._answers = answers
        self._found: list[Glance] = []
        self._due = time.monotonic() + BATCH_SECONDS

    def step(self) -> Iterator[PhotosGlanced]:
        """Take what is there without waiting for more, and store it a batch at a time."""
        self._found += self._taken()
        if self._found and (len(self._found) >= BATCH_FILES or time.monotonic() >= self._due):
            yield self._store()

    def settle(self, paths: Iterable[bytes]) -> None:
        """These files are analysed: their first pictures are needed no more, nor looked for."""
        gone = {path for path in paths if self._files.pop(path, None) is not None}
        self._library.glances.drop(self._stored & gone)
        self._stored -= gone

    def _taken(self) -> list[Glance]:
        taken = list[Glance]()
        try:
            for answer in islice(self._answers, BATCH_FILES):
                if answer is None:
                    break
                taken.append(answer)
        except PhotofaceError as error:  # the pictures come with the analysis, which tells its own troubles
            _log.warning("no more first pictures: %s", error)
        return taken

    def _store(self) -> PhotosGlanced:
        found = [glance for glance in self._found if glance.path in self._files]
        self._library.glances.save((self._files[glance.path], glance) for glance in found)
        self._stored.update(glance.path for glance in found)
        self._found, self._due = [], time.monotonic() + BATCH_SECONDS
        return PhotosGlanced(len(found), sum(glance.preview is not None for glance in found))
