"""The main job: folders in, photos and faces out. A generator of events; resuming is asking what is not yet stored."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.events import Finished, IndexEvent, PhotoIndexed, PhotoRefused
from photoface.domain.faces import PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.services.copies import find_originals
from photoface.services.exclusions import exclusions_of
from photoface.services.glancing import GlancePass, OpenGlancer, glancing
from photoface.services.library import Library
from photoface.services.pairing import Scan
from photoface.services.pausing import Watched, watched
from photoface.services.reach import Changed, Reach, looks
from photoface.services.rescan import scan_folder
from photoface.services.scanning import FoundFile, reaches
from photoface.services.twins import find_twins

# A batch is one transaction: what is acknowledged is stored. Few enough that a stop loses nothing worth waiting for.
BATCH_PHOTOS = 32
BATCH_SECONDS = 1.0
# How long to wait for a result before looking at the first pictures: as many of them fill a pipe in that time.
PATIENCE = 0.02

_log = logging.getLogger(__name__)

Result = PhotoAnalysis | PhotoKnown | PhotoFailed
Files = dict[bytes, tuple[int, FoundFile]]
"""Path -> id of the watched folder, and the file as it was found."""


class PhotoAnalyzer(Protocol):
    """Reads photos in another process; results come in any order."""

    def analyze(self, paths: Iterator[bytes]) -> Iterator[Result]: ...

    def results(self, paths: Iterator[bytes], patience: float) -> Iterator[Result | None]:
        """The same, and None whenever nothing was heard for ``patience`` seconds."""


OpenAnalyzer = Callable[[frozenset[bytes]], AbstractContextManager[PhotoAnalyzer]]
"""Starts an analyzer that answers PhotoKnown for these photos (identity and orientation, 33 bytes each)."""


@dataclass
class _Tally:
    photos: int = 0
    faces: int = 0
    failed: int = 0
    second_decodes: int = 0
    unsettled: int = 0
    started: float = field(default_factory=time.monotonic)

    def finished(self, stopped: bool) -> Finished:
        seconds = time.monotonic() - self.started
        counts = self.photos, self.faces, self.failed, self.second_decodes
        return Finished(*counts, stopped, seconds, self.unsettled)


class IndexingService:
    """Indexes folders of one library. The analyzer starts only when there is something to read."""

    def __init__(self, library: Library, open_analyzer: OpenAnalyzer, open_glancer: OpenGlancer | None = None) -> None:
        self._library = library
        self._open_analyzer = open_analyzer
        self._open_glancer = open_glancer

    def run(self, folders: Sequence[bytes], cancel: Event, *, retry: bool = False) -> Iterator[IndexEvent]:
        """Adds the folders (or rescans all, when none is given) and reads what is new, until done or cancelled.

        Folders that are paused are passed over. Raises BadRequest for one of them that is given.
        """
        given = outermost([self._root(folder) for folder in folders])
        known = watched(self._library)
        for folder in given:
            _refuse_paused(folder, known)
        if not known.folders:
            raise BadRequest("This library has no folder yet. Add one with: photoface index FOLDER")
        reached = [Reach(root, root, paused=known.paused) for root in given or known.roots()]
        yield from self._look(reached, cancel, retry=retry)

    def follow(self, changed: Changed, cancel: Event) -> Iterator[IndexEvent]:
        """The same for what changed in folders of this library, and nowhere else."""
        left_out = exclusions_of(self._library) or None
        known = watched(self._library)

        def reached_by(root: bytes, folder: bytes) -> bool:
            return known.looked_at(folder) and reaches(root, folder, left_out)

        reached = looks(changed, known.roots(), reached_by, known.paused)
        yield from self._look(reached, cancel)

    def _look(self, reached: Sequence[Reach], cancel: Event, *, retry: bool = False) -> Iterator[IndexEvent]:
        tally, todo, raws, gone = _Tally(), list[tuple[int, FoundFile]](), list[Scan](), False
        for reach in reached:
            scan = yield from scan_folder(self._library, reach, cancel, retry=retry)
            yield from self._refuse_unread(scan, tally)
            todo += [(scan.folder_id, found) for found in scan.new]
            raws += [scan] if scan.raw else []
            gone |= scan.gone
        files = Files()
        if not cancel.is_set():
            files = {found.path: (folder_id, found) for folder_id, found in todo}
            with glancing(self._library, self._open_glancer, files.keys(), cancel) as first_pictures:
                if files:
                    yield from self._read(files, first_pictures, cancel, tally)
        if raws:
            self._link(raws)
        if (files or gone) and not cancel.is_set():
            find_twins(self._library)
            find_originals(self._library)
        yield tally.finished(cancel.is_set())

    def _link(self, scans: list[Scan]) -> None:
        """Raw files are files of the photo that they lie beside."""
        photos = self._library.photos
        with self._library.db.transaction():
            for scan in scans:
                for raw, home in scan.raw.values():
                    photos.link_unread(scan.folder_id, raw.path, home, raw.size, raw.mtime_ns)

    def _root(self, folder: bytes) -> bytes:
        if not os.path.exists(folder):
            raise NotFound(f"There is no folder {folder.decode('utf-8', 'replace')}. Nothing was changed.")
        if not os.path.isdir(folder):
            raise BadRequest(f"{folder.decode('utf-8', 'replace')} is a file; give the folder that it is in.")
        return self._library.photos.add_folder(self._same(folder)).path

    def _same(self, folder: bytes) -> bytes:
        """The indexed folder that this is by another name, through a link or in capital letters."""
        return next((known for known in self._known() if _is_one(known, folder)), folder)

    def _known(self) -> list[bytes]:
        return [folder.path for folder in self._library.photos.folders()]

    def _refuse_unread(self, scan: Scan, tally: _Tally) -> Iterator[IndexEvent]:
        for found in scan.refused:
            tally.failed += 1
            yield PhotoRefused(found.path, "unsupported", found.reason)

    def _read(self, files: Files, first_pictures: GlancePass, cancel: Event, tally: _Tally) -> Iterator[IndexEvent]:
        with self._open_analyzer(self._library.analysed()) as analyzer:
            for batch in _batches(analyzer.results(_until(cancel, files, tally), PATIENCE)):
                yield from first_pictures.step()
                if batch:
                    yield from self._save(batch, files, tally)
                    first_pictures.settle(result.path for result in batch)

    def _save(self, batch: list[Result], files: Files, tally: _Tally) -> list[IndexEvent]:
        with self._library.db.transaction():
            return [self._store(result, *files[result.path], tally) for result in batch]

    def _store(self, result: Result, folder_id: int, found: FoundFile, tally: _Tally) -> IndexEvent:
        photos = self._library.photos
        match result:
            case PhotoFailed():
                photos.save_failure(folder_id, found.path, result.kind, result.reason, found.size, found.mtime_ns)
                tally.failed += 1
                if result.trace:  # a mistake of ours, not of the file
                    _log.error("a photo could not be read because of a bug\n%s", result.trace)
                return PhotoRefused(result.path, result.kind, result.reason)
            case PhotoKnown():
                photo_id = photos.link_file(folder_id, result, found.size, found.mtime_ns)
                tally.photos += 1
                return PhotoIndexed(result.path, photo_id, 0, known=True)
        saved = photos.save_analysis(folder_id, result, found.size, found.mtime_ns, found.partners)
        self._library.thumbs.save(saved, result)
        tally.photos += 1
        tally.faces += len(result.faces)
        tally.second_decodes += result.second_decode
        return PhotoIndexed(result.path, saved.photo_id, len(result.faces), known=False)


def _batches(results: Iterator[Result | None]) -> Iterator[list[Result]]:
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


def _refuse_paused(folder: bytes, known: Watched) -> None:
    if folder in known.paused:
        name = folder.decode("utf-8", "replace")
        raise BadRequest(f"{name} is paused; nothing was read. Resume it first: photoface folders --resume FOLDER")


def outermost(roots: list[bytes]) -> list[bytes]:
    """Without folders inside other ones: those are walked with them."""
    return [root for root in roots if not any(root.startswith(other.rstrip(b"/") + b"/") for other in roots)]


def _is_one(known: bytes, folder: bytes) -> bool:
    try:
        return os.path.samefile(known, folder)
    except OSError:  # one of them is not there
        return False


def _until(cancel: Event, files: Files, tally: _Tally) -> Iterator[bytes]:
    """A file that has changed since it was found is still being written: it is for the next look."""
    for path, (_, found) in files.items():
        if cancel.is_set():
            return
        if _settled(found):
            yield path
        else:
            tally.unsettled += 1


def _settled(found: FoundFile) -> bool:
    try:
        status = os.stat(found.path)
    except OSError:  # whoever reads it says why
        return True
    return (status.st_size, status.st_mtime_ns) == (found.size, found.mtime_ns)
