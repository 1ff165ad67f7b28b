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
from photoface.services.library import Library
from photoface.services.rescan import Scan, scan_folder
from photoface.services.scanning import FoundFile

# A batch is one transaction: what is acknowledged is stored. Few enough that a stop loses nothing worth waiting for.
BATCH_PHOTOS = 32
BATCH_SECONDS = 1.0

_log = logging.getLogger(__name__)

Result = PhotoAnalysis | PhotoKnown | PhotoFailed


class PhotoAnalyzer(Protocol):
    """Reads photos in another process; results come in any order."""

    def analyze(self, paths: Iterator[bytes]) -> Iterator[Result]: ...


OpenAnalyzer = Callable[[frozenset[bytes]], AbstractContextManager[PhotoAnalyzer]]
"""Starts an analyzer that answers PhotoKnown for these photos (identity and orientation, 33 bytes each)."""


@dataclass
class _Tally:
    photos: int = 0
    faces: int = 0
    failed: int = 0
    second_decodes: int = 0
    started: float = field(default_factory=time.monotonic)

    def finished(self, stopped: bool) -> Finished:
        seconds = time.monotonic() - self.started
        return Finished(self.photos, self.faces, self.failed, self.second_decodes, stopped, seconds)


class IndexingService:
    """Indexes folders of one library. The analyzer starts only when there is something to read."""

    def __init__(self, library: Library, open_analyzer: OpenAnalyzer) -> None:
        self._library = library
        self._open_analyzer = open_analyzer

    def run(self, folders: Sequence[bytes], cancel: Event, *, retry: bool = False) -> Iterator[IndexEvent]:
        """Adds the folders (or rescans all, when none is given) and reads what is new, until done or cancelled."""
        roots = _outermost([self._root(folder) for folder in folders] or self._known())
        if not roots:
            raise BadRequest("This library has no folder yet. Add one with: photoface index FOLDER")
        tally, todo = _Tally(), list[tuple[int, FoundFile]]()
        for root in roots:
            scan = yield from scan_folder(self._library, root, cancel, retry=retry)
            yield from self._refuse_unread(scan, tally)
            todo += [(scan.folder_id, found) for found in scan.new]
        if todo and not cancel.is_set():
            yield from self._read(todo, cancel, tally)
        yield tally.finished(cancel.is_set())

    def _root(self, folder: bytes) -> bytes:
        if not os.path.exists(folder):
            raise NotFound(f"There is no folder {folder.decode('utf-8', 'replace')}. Nothing was changed.")
        if not os.path.isdir(folder):
            raise BadRequest(f"{folder.decode('utf-8', 'replace')} is a file; give the folder that it is in.")
        return self._library.photos.add_folder(folder).path

    def _known(self) -> list[bytes]:
        return [folder.path for folder in self._library.photos.folders()]

    def _refuse_unread(self, scan: Scan, tally: _Tally) -> Iterator[IndexEvent]:
        for found in scan.refused:
            tally.failed += 1
            yield PhotoRefused(found.path, "unsupported", found.reason)

    def _read(self, todo: list[tuple[int, FoundFile]], cancel: Event, tally: _Tally) -> Iterator[IndexEvent]:
        files = {found.path: (folder_id, found) for folder_id, found in todo}
        with self._open_analyzer(self._library.analysed()) as analyzer:
            batch, since = list[Result](), time.monotonic()
            for result in analyzer.analyze(_until(cancel, files)):
                batch.append(result)
                if len(batch) >= BATCH_PHOTOS or time.monotonic() - since >= BATCH_SECONDS:
                    yield from self._save(batch, files, tally)
                    batch, since = [], time.monotonic()
            yield from self._save(batch, files, tally)

    def _save(self, batch: list[Result], files: dict[bytes, tuple[int, FoundFile]], tally: _Tally) -> list[IndexEvent]:
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
                photo_id = photos.link_file(folder_id, result.identity, found.path, found.size, found.mtime_ns)
                tally.photos += 1
                return PhotoIndexed(result.path, photo_id, 0, known=True)
        saved = photos.save_analysis(folder_id, result, found.size, found.mtime_ns)
        self._library.thumbs.save(saved, result)
        tally.photos += 1
        tally.faces += len(result.faces)
        tally.second_decodes += result.second_decode
        return PhotoIndexed(result.path, saved.photo_id, len(result.faces), known=False)


def _outermost(roots: list[bytes]) -> list[bytes]:
    """Without folders inside other ones: those are walked with them."""
    return [root for root in roots if not any(root.startswith(other.rstrip(b"/") + b"/") for other in roots)]


def _until(cancel: Event, files: dict[bytes, tuple[int, FoundFile]]) -> Iterator[bytes]:
    for path in files:
        if cancel.is_set():
            return
        yield path
