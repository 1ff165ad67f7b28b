"""The folders of a library: which there are, whether their drive is there, and leaving one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.services.library import Library
from photoface.services.outcome import Outcome


@dataclass(frozen=True, slots=True)
class FolderView:
    """One indexed folder. online: it can be listed now."""

    path: bytes
    photos: int
    online: bool


def overview(library: Library) -> list[FolderView]:
    """All folders that are indexed, in the order they were added."""
    return [_view(library, each.path) for each in library.photos.folders()]


def _view(library: Library, path: bytes) -> FolderView:
    return FolderView(path, library.photos.count_under(path), os.access(path, os.R_OK))


def remember(library: Library, paths: Sequence[bytes]) -> None:
    """These folders are indexed from now on, though nothing is read yet: for when models are still missing."""
    for path in paths:
        if os.path.isdir(path):
            library.photos.add_folder(path)


def remove(library: Library, path: bytes) -> Outcome:
    """The folder is no longer indexed, its photos leave all views; faces, names and decisions stay in the library."""
    folder = next((each for each in library.photos.folders() if each.path == path), None)
    name = path.decode("utf-8", "replace")
    if folder is None:
        raise NotFound(f"{name} is not one of this library's folders. See them with: photoface folders")
    with library.journal.operation("remove folder", f"stop indexing {name}") as record:
        library.photos.remove_folder(folder, record)
    notes = ("names and corrections in it are kept; index it again to have them back",)
    return Outcome(record.operation_id, f"{name} is no longer indexed", notes=notes)
