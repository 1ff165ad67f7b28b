"""Files that are to be read, and their results a batch at a time, though drives may stop answering in the middle."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import Protocol

from photoface.domain.errors import NoAnswer
from photoface.domain.faces import PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.services.photos.scanning import FoundFile
from photoface.services.places.disks import ask, size_and_time
from photoface.worker import asking

# A batch is one transaction: what is acknowledged is stored. Few enough that a stop loses nothing worth waiting for.
BATCH_PHOTOS = 32
BATCH_SECONDS = 1.0
# How long to wait for a result before looking at the first pictures: as many of them fill a pipe in that time.
PATIENCE = 0.02
# Whoever stops waits for the photos at hand while they come; so long after the last one nothing will.
STOP_SECONDS = 3.0

Result = PhotoAnalysis | PhotoKnown | PhotoFailed


class PhotoAnalyzer(Protocol):
    """Reads photos in another process; results come in any order."""

    def analyze(self, paths: Iterator[bytes]) -> Iterator[Result]: ...

    def results(self, paths: Iterator[bytes], patience: float) -> Generator[Result | None, None, None]:
        """The same, and None whenever nothing was heard for ``patience`` seconds."""


@dataclass(frozen=True, slots=True)
class Todo:
    """A file to read. found: as the scan saw it; folder_id, root: of the indexed folder."""

    folder_id: int
    root: bytes
    found: FoundFile


Files = dict[bytes, Todo]
"""By path."""


@dataclass
class Reading:
    """silent: indexed folders that stopped answering; what was still to be read of them waits for the next look.

    unsettled: how many files had changed since they were found: they are still being written.
    """

    files: Files
    cancel: Event
    silent: set[bytes] = field(default_factory=set)
    unsettled: int = 0
    _out: set[bytes] = field(default_factory=set)

    def batches(self, analyzer: PhotoAnalyzer) -> Iterator[list[Result]]:
        """Results a batch at a time; empty lists while there is none yet."""
        waiting = dict(self.files)
        while any(each.root not in self.silent for each in waiting.values()):
            answers = analyzer.results(self._paths(waiting), PATIENCE)
            with closing(answers):
                finished = yield from self._heard(_batched(answers), waiting)
            if finished:
                return

    def _heard(self, batches: Iterator[list[Result]], waiting: Files) -> Generator[list[Result], None, bool]:
        """Until the last one, or until no more will come; False: there is more to read on other drives."""
        heard = time.monotonic()
        for batch in batches:
            yield batch
            for result in batch:
                waiting.pop(result.path, None)
                self._out.discard(result.path)
            now = time.monotonic()
            if batch:
                heard = now
            elif self.cancel.is_set() and now - heard >= STOP_SECONDS:
                return True
            elif now - heard >= asking.ANSWER_SECONDS:
                heard = now
                if self._fell_silent():
                    return False
        return True

    def _paths(self, waiting: Files) -> Iterator[bytes]:
        """A file that has changed since it was found is still being written: it is for the next look."""
        self._out.clear()
        for path, each in list(waiting.items()):
            if self.cancel.is_set():
                return
            if each.root in self.silent:
                continue
            try:
                now = ask(each.root, partial(size_and_time, path), stop=self.cancel)
            except NoAnswer:
                self.silent |= set() if self.cancel.is_set() else {each.root}
                continue
            if now is not None and now != (each.found.size, each.found.mtime_ns):
                self.unsettled += 1
                del waiting[path]
                continue
            self._out.add(path)  # one that is gone, too: whoever reads it says why
            yield path

    def _fell_silent(self) -> bool:
        """Whether a drive from which files are being read does not answer any more."""
        before = len(self.silent)
        for root, path in {self.files[path].root: path for path in self._out}.items():
            try:
                ask(root, partial(_last_byte, path), stop=self.cancel)
            except NoAnswer:
                self.silent |= set() if self.cancel.is_set() else {root}
        return len(self.silent) > before


def _last_byte(path: bytes) -> None:
    """Something of a file that hardly was read already."""
    try:
        with open(path, "rb") as file:
            file.seek(-1, os.SEEK_END)
            file.read(1)
    except OSError:  # an answer, too
        return


def _batched(results: Iterator[Result | None]) -> Iterator[list[Result]]:
    """Results a batch at a time; empty lists while there is none yet."""
    batch, since = list[Result](), time.monotonic()
    for result in results:
        batch += [] if result is None else [result]
        if len(batch) >= BATCH_PHOTOS or (batch and time.monotonic() - since >= BATCH_SECONDS):
            yield batch
            batch, since = [], time.monotonic()
        else:
            yield []
    yield batch
