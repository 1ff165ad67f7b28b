"""A folder of photos was moved as a whole: it is somewhere else now, and all that is known of its photos goes along."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

from photoface.domain.errors import BadRequest, Conflict, NoAnswer
from photoface.domain.paths import reach, trimmed, within
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.places.disks import ask
from photoface.services.places.exclusions import take_along
from photoface.services.places.pausing import folder_of
from photoface.store.folders import Folder
from photoface.store.relocating import relocate, relocated

_PATIENCE, _A_MOMENT = 600.0, 5.0
"""Seconds for a drive to tell of all files, each of which is only looked for, not read; and to tell that it is on."""


@dataclass(frozen=True, slots=True)
class Found:
    """total: files that are known of the folder; found: those that are in the new place, in as many bytes."""

    old: bytes
    new: bytes
    found: int
    total: int

    @property
    def all_there(self) -> bool:
        return self.found == self.total > 0


def look_there(library: Library, old: bytes, new: bytes) -> Found:
    """How many files of a folder are in another place, by name and size; nothing is read or changed.

    Raises NotFound (no folder of the library), BadRequest (no folder there, or one inside the other), Conflict (the old
    one is still there, or the new place is known already), NoAnswer.
    """
    folder, new = folder_of(library.photos.folders(), old), trimmed(new)
    _refuse(library, folder, new)
    rows = library.photos.files_under(folder.path)
    known = [(path, row.size) for path, row in rows.items() if row.missing_since is None]
    there = ask(new, partial(_there, known, folder.path, new), _PATIENCE)
    return Found(folder.path, new, there, len(known))


def move(library: Library, old: bytes, new: bytes, *, anyway: bool = False) -> Outcome:
    """The folder is there now: its photos keep faces, names and decisions, and none is read again. One step.

    anyway: also where some of its files are not there; they count as gone when the folder is looked through.
    Raises what ``look_there`` raises, and Conflict where not all of its files are there.
    """
    seen = look_there(library, old, new)
    if not seen.all_there and not (anyway and seen.found):
        raise Conflict(
            f"{seen.found:,} of {seen.total:,} files of {_text(seen.old)} are in {_text(seen.new)}, so it is not taken "
            "for that folder. Nothing was changed."
        )
    words = f"{_text(seen.old)} is at {_text(seen.new)} now"
    with library.journal.operation("move folder", words) as record:
        for each in library.photos.folders(removed=True):
            if each.path == seen.old or each.path.startswith(reach(seen.old)[0]):
                path = seen.new if each.path == seen.old else relocated(each.path, seen.old, seen.new)
                record.put("folder", {"id": each.folder_id, "path": path})
        take_along(library, record, seen.old, seen.new)
        relocate(library.db, seen.old, seen.new)
        for each in library.photos.folders():
            if each.path == seen.new:
                library.photos.note_scan(each.folder_id, offline=False)
    return Outcome(record.operation_id, words)


def around(old: bytes) -> bytes | None:
    """The folder in which a folder was, where that is there and answers; to look for it from there on."""
    above = os.path.dirname(old)
    try:
        there = ask(above, partial(os.path.isdir, above), _A_MOMENT)
    except NoAnswer:
        return None
    return above if there and os.path.dirname(above) != above else None


def _refuse(library: Library, folder: Folder, new: bytes) -> None:
    name = _text(folder.path)
    if not ask(new, partial(os.path.isdir, new), _A_MOMENT):
        raise BadRequest(f"{_text(new)} is no folder. Nothing was changed.")
    if within(new).startswith(within(folder.path)) or within(folder.path).startswith(within(new)):
        raise BadRequest(f"{_text(new)} and {name} are inside one another. Nothing was changed.")
    rows = library.photos.files_under(folder.path).items()
    if _still_there(folder.path, [path for path, row in rows if row.missing_since is None]):
        raise Conflict(f"Photos are still in {name}: it was not moved. Nothing was changed.")
    known = {each.path for each in library.photos.folders(removed=True)}
    if library.photos.files_under(new) or new in known:
        raise Conflict(
            f"Files in {_text(new)} are known already, and names have followed them. Remove {name} instead: names are "
            "kept. Nothing was changed."
        )


def _still_there(folder: bytes, paths: list[bytes]) -> bool:
    """Whether any of the files is where it was; what does not answer is not there."""
    try:
        return ask(folder, partial(_any_of, paths), _A_MOMENT)
    except NoAnswer:
        return False


def _any_of(paths: list[bytes]) -> bool:
    return any(os.path.lexists(path) for path in paths)


def _there(known: list[tuple[bytes, int]], old: bytes, new: bytes) -> int:
    return sum(_size(relocated(path, old, new)) == size for path, size in known)


def _size(path: bytes) -> int | None:
    try:
        return os.stat(path).st_size
    except OSError:
        return None


def _text(path: bytes) -> str:
    return path.decode("utf-8", "replace")
