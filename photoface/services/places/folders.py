"""The folders of a library: which there are, whether their drive is there, and leaving one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial

from photoface.domain.errors import NoAnswer
from photoface.domain.paths import within
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.places.disks import ask
from photoface.services.places.pausing import folder_of, pause_key, watched
from photoface.store.drives import drive_of, drives_under
from photoface.store.folders import Folder
from photoface.store.gone import gone_from

_PATIENCE = 5.0
"""Seconds that somebody who looks at a list waits for one folder of it."""


class Standing(Enum):
    """THERE: it can be listed. AWAY: its drive is not connected. NOT_FOUND: it is not where it was, and nobody knows
    of a drive there: moved, renamed or deleted. EMPTY: it is there, and nothing of what was in it. CLOSED: it may not
    be looked into. SILENT: its drive, or the computer that it is on, does not answer.

    Only THERE lets files be missed: in any other case all that was known of the folder stays as it is.
    """

    THERE = "there"
    AWAY = "away"
    NOT_FOUND = "not found"
    EMPTY = "empty"
    CLOSED = "closed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class FolderView:
    """One indexed folder. away: drives below it that are not there, photos on them count as present.

    gone: photos that were in it and are nowhere now; gone_people: who was named in those, in order. paused: it is not
    looked at until somebody resumes it.
    """

    path: bytes
    photos: int
    standing: Standing
    away: tuple[bytes, ...] = ()
    gone: int = 0
    gone_people: tuple[str, ...] = ()
    paused: bool = False

    @property
    def online(self) -> bool:
        return self.standing is Standing.THERE


def overview(library: Library) -> list[FolderView]:
    """All folders that are indexed, in the order they were added."""
    paused = watched(library).paused
    return [_view(library, each, each.path in paused) for each in library.photos.folders()]


def _view(library: Library, folder: Folder, paused: bool) -> FolderView:
    path, photos = folder.path, library.photos
    away = [drive for drive, since in drives_under(library.db, path).items() if since is not None and drive != path]
    gone, people = gone_from(library.db, path)
    shown = tuple(drive for drive in away if photos.count_under(drive))
    return FolderView(path, photos.count_under(path), _standing(library, folder), shown, gone, people, paused)


def _standing(library: Library, folder: Folder) -> Standing:
    drive = drive_of(library.db, folder.path)
    try:
        there, open_, mounted = ask(folder.path, partial(_seen, folder.path, drive), _PATIENCE)
    except NoAnswer:
        return Standing.SILENT
    if there and not open_:
        return Standing.CLOSED
    if there and folder.offline_since is None:
        return Standing.THERE
    if drive is not None and not mounted:
        return Standing.AWAY
    return Standing.EMPTY if there else Standing.NOT_FOUND


def _seen(folder: bytes, drive: bytes | None) -> tuple[bool, bool, bool]:
    """Whether a folder is there, may be looked into, and its drive is mounted."""
    there = os.path.isdir(folder)
    return there, there and os.access(folder, os.R_OK), drive is not None and os.path.ismount(drive)


def root_of(library: Library, path: bytes) -> bytes:
    """The indexed folder that a file is in, or the folder that it is in: by which its drive is asked."""
    roots = (folder.path for folder in library.photos.folders())
    return next((each for each in roots if path.startswith(within(each))), os.path.dirname(path))


def remember(library: Library, paths: Sequence[bytes]) -> None:
    """These folders are indexed from now on, though nothing is read yet: for when models are still missing."""
    for path in paths:
        with suppress(NoAnswer):
            if ask(path, partial(os.path.isdir, path)):
                library.photos.add_folder(path)


def remove(library: Library, path: bytes) -> Outcome:
    """The folder is no longer indexed, its photos leave all views; faces, names and decisions stay in the library."""
    folder, name = folder_of(library.photos.folders(), path), path.decode("utf-8", "replace")
    with library.journal.operation("remove folder", f"stop indexing {name}") as record:
        record.drop("setting", {"key": pause_key(folder)})  # who indexes it again wants it looked at
        library.photos.remove_folder(folder, record)
    notes = ("names and corrections in it are kept; index it again to have them back",)
    return Outcome(record.operation_id, f"{name} is no longer indexed", notes=notes)
