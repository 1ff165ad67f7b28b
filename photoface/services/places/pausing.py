"""Folders that are not looked at for a while: nothing in them is searched, followed or tried again until they go on.

Kept as a setting of the folder's number, so that it is journalled and undone like any decision. All that is known of
such a folder stays as it is: its photos are shown, whatever becomes of its files meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.paths import trimmed
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.folders import Folder


@dataclass(frozen=True, slots=True)
class Watched:
    """The indexed folders, some inside others, and those among them that are paused. Of a file its innermost counts."""

    folders: tuple[bytes, ...]
    paused: frozenset[bytes] = frozenset()

    def roots(self) -> list[bytes]:
        """Where looks begin: folders that are not paused, and that no look at another one comes through."""
        around = {each: self._innermost(os.path.dirname(each)) for each in self.folders}
        return [each for each, outer in around.items() if each not in self.paused and self._ends(outer)]

    def looked_at(self, path: bytes) -> bool:
        """Whether this path, a folder or below one, is not in a paused one."""
        return self._innermost(path) not in self.paused

    def _ends(self, outer: bytes | None) -> bool:
        return outer is None or outer in self.paused

    def _innermost(self, path: bytes) -> bytes | None:
        known = frozenset(self.folders)
        while path not in known:
            above = os.path.dirname(path)
            if above == path:
                return None
            path = above
        return path


def watched(library: Library) -> Watched:
    """All indexed folders as they stand now."""
    folders = library.photos.folders()
    return Watched(tuple(each.path for each in folders), frozenset(each.path for each in folders if _is(library, each)))


def pause(library: Library, path: bytes) -> Outcome:
    """The folder is not looked at until it is resumed. Raises NotFound for one that is not indexed."""
    folder, name = _indexed(library, path)
    if _is(library, folder):
        return Outcome(None, f"{name} is paused already; nothing was changed")
    with library.journal.operation("pause", f"pause {name}") as record:
        record.put_many("setting", [{"key": pause_key(folder), "value": "yes"}])
    notes = ("its photos and names stay; nothing in it is looked at until you resume it",)
    return Outcome(record.operation_id, f"{name} is paused", notes=notes)


def resume(library: Library, path: bytes) -> Outcome:
    """The folder is looked at again, from the next look on. Raises NotFound for one that is not indexed."""
    folder, name = _indexed(library, path)
    if not _is(library, folder):
        return Outcome(None, f"{name} is not paused; nothing was changed")
    with library.journal.operation("resume", f"resume {name}") as record:
        record.drop("setting", {"key": pause_key(folder)})
    return Outcome(record.operation_id, f"{name} is looked at again")


def pause_key(folder: Folder) -> str:
    """Where it is kept that this folder is paused."""
    return f"folder:{folder.folder_id}:paused"


def _is(library: Library, folder: Folder) -> bool:
    return library.setting(pause_key(folder)) is not None


def _indexed(library: Library, path: bytes) -> tuple[Folder, str]:
    return folder_of(library.photos.folders(), path), path.decode("utf-8", "replace")


def folder_of(folders: Sequence[Folder], path: bytes) -> Folder:
    """The indexed folder of exactly this path. Raises NotFound."""
    for each in folders:
        if each.path == trimmed(path):
            return each
    name = path.decode("utf-8", "replace")
    raise NotFound(f"{name} is not one of this library's folders. See them with: photoface folders")
