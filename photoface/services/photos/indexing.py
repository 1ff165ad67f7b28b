"""The main job: folders in, photos and faces out. A generator of events; resuming is asking what is not yet stored."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from photoface.domain.errors import BadRequest, NoAnswer, NotFound
from photoface.domain.events import Finished, IndexEvent, PhotoIndexed, PhotoRefused, Scanned
from photoface.domain.faces import PhotoFailed, PhotoKnown
from photoface.domain.paths import within
from photoface.services.library import Library
from photoface.services.photos.copies import find_originals
from photoface.services.photos.glancing import GlancePass, OpenGlancer, glancing
from photoface.services.photos.nearby import owe, owed
from photoface.services.photos.pairing import Scan
from photoface.services.photos.reach import Changed, Reach, looks, where_missed
from photoface.services.photos.reading import Files, PhotoAnalyzer, Reading, Result, Todo
from photoface.services.photos.rescan import scan_folder
from photoface.services.photos.scanning import reaches
from photoface.services.photos.twins import find_twins
from photoface.services.places.disks import Place, ask, known_as, place_of
from photoface.services.places.exclusions import exclusions_of
from photoface.services.places.pausing import Watched, watched

# Seconds that a folder is asked whether another one that is given is the same.
_PATIENCE = 5.0

_log = logging.getLogger(__name__)

OpenAnalyzer = Callable[[frozenset[bytes]], AbstractContextManager[PhotoAnalyzer]]
"""Starts an analyzer that answers PhotoKnown for these photos (identity and orientation, 33 bytes each)."""


@dataclass
class _Tally:
    photos: int = 0
    faces: int = 0
    failed: int = 0
    second_decodes: int = 0
    unsettled: int = 0
    touched: set[int] = field(default_factory=set)  # photos whose files came, went or changed
    all_compared: bool = False  # before this run: else one was cut off, or it is the first
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
        try:
            given = outermost([self._root(folder, cancel) for folder in folders])
        except NoAnswer:
            if not cancel.is_set():
                raise
            yield _Tally().finished(stopped=True)
            return
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

        def top_of(root: bytes, folder: bytes) -> bytes | None:
            try:
                top = ask(root, partial(where_missed, root, folder), stop=cancel)
                reached = known.looked_at(top) and ask(root, partial(reaches, root, top, left_out), stop=cancel)
            except NoAnswer:
                return None
            return top if reached else None

        reached = looks(changed, known.roots(), top_of, known.paused)
        yield from self._look(reached, cancel)

    def _look(self, reached: Sequence[Reach], cancel: Event, *, retry: bool = False) -> Iterator[IndexEvent]:
        tally, files, raws, gone = _Tally(), Files(), list[Scan](), False
        tally.all_compared = not owed(self._library)
        for reach in reached:
            scan = yield from scan_folder(self._library, reach, cancel, retry=retry)
            yield from self._refuse_unread(scan, tally)
            files |= {found.path: Todo(scan.folder_id, reach.root, found) for found in scan.new}
            raws += [scan] if scan.raw else []
            gone |= scan.gone
            tally.touched |= scan.touched
        if files and not cancel.is_set():
            owe(self._library, all_compared=False)
        if not cancel.is_set():  # also without new files: first pictures that were left behind are dropped
            with glancing(self._library, self._open_glancer, files.keys(), cancel) as first_pictures:
                if files:
                    yield from self._read(files, first_pictures, cancel, tally)
        if raws:
            self._link(raws, tally)
        if (files or gone or not tally.all_compared) and not cancel.is_set():
            find_twins(self._library, tally.touched if tally.all_compared else None)
            find_originals(self._library)
        yield tally.finished(cancel.is_set())

    def _link(self, scans: list[Scan], tally: _Tally) -> None:
        """Raw files are files of the photo that they lie beside."""
        photos = self._library.photos
        fresh = [home for scan in scans for raw, home in scan.raw.values() if photos.id_of_path(raw.path) is None]
        with self._library.db.transaction():
            for scan in scans:
                for raw, home in scan.raw.values():
                    photos.link_unread(scan.folder_id, raw.path, home, raw.size, raw.mtime_ns)
        tally.touched |= {photo_id for home in fresh if (photo_id := photos.id_of_path(home)) is not None}

    def _root(self, folder: bytes, cancel: Event) -> bytes:
        if ask(folder, partial(place_of, folder), stop=cancel) is None:
            raise NotFound(f"There is no folder {folder.decode('utf-8', 'replace')}. Nothing was changed.")
        if not ask(folder, partial(os.path.isdir, folder), stop=cancel):
            raise BadRequest(f"{folder.decode('utf-8', 'replace')} is a file; give the folder that it is in.")
        return self._library.photos.add_folder(self._same(folder, cancel)).path

    def _same(self, folder: bytes, cancel: Event) -> bytes:
        """What this folder is called already: the indexed one, or below one, that it is by another name, through a link
        or in capital letters. Else its files would be there twice."""
        known = self._known()
        if folder in known:
            return folder
        places = {place: each for each in known if (place := _place(each, cancel)) and place[1]}  # 0: of no number
        return ask(folder, partial(known_as, folder, places), stop=cancel)

    def _known(self) -> list[bytes]:
        return [folder.path for folder in self._library.photos.folders()]

    def _refuse_unread(self, scan: Scan, tally: _Tally) -> Iterator[IndexEvent]:
        for found in scan.refused:
            tally.failed += 1
            yield PhotoRefused(found.path, "unsupported", found.reason)

    def _read(self, files: Files, first_pictures: GlancePass, cancel: Event, tally: _Tally) -> Iterator[IndexEvent]:
        reading = Reading(files, cancel)
        with self._open_analyzer(self._library.analysed()) as analyzer:
            for batch in reading.batches(analyzer):
                yield from first_pictures.step()
                if batch:
                    yield from self._save(batch, files, tally)
                    first_pictures.settle(result.path for result in batch)
        tally.unsettled += reading.unsettled
        for root in sorted(reading.silent):
            yield Scanned(root, 0, 0, 0, 0, offline=True, done=True, silent=True)

    def _save(self, batch: list[Result], files: Files, tally: _Tally) -> list[IndexEvent]:
        with self._library.db.transaction():
            return [self._store(result, files[result.path], tally) for result in batch]

    def _store(self, result: Result, todo: Todo, tally: _Tally) -> IndexEvent:
        photos, folder_id, found = self._library.photos, todo.folder_id, todo.found
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
                tally.touched.add(photo_id)
                return PhotoIndexed(result.path, photo_id, 0, known=True)
        saved = photos.save_analysis(folder_id, result, found.size, found.mtime_ns, found.partners)
        self._library.thumbs.save(saved, result)
        tally.photos += 1
        tally.touched.add(saved.photo_id)
        tally.faces += len(result.faces)
        tally.second_decodes += result.second_decode
        return PhotoIndexed(result.path, saved.photo_id, len(result.faces), known=False)


def _refuse_paused(folder: bytes, known: Watched) -> None:
    if folder in known.paused:
        name = folder.decode("utf-8", "replace")
        raise BadRequest(f"{name} is paused; nothing was read. Resume it first: photoface folders --resume FOLDER")


def outermost(roots: list[bytes]) -> list[bytes]:
    """Without folders inside other ones: those are walked with them."""
    return [root for root in roots if not any(root.startswith(within(other)) for other in roots)]


def _place(known: bytes, cancel: Event) -> Place | None:
    try:
        return ask(known, partial(place_of, known), _PATIENCE, cancel)
    except NoAnswer:
        return None
