"""Drives that photos are on: which are there. A drive that is away takes its photos along and deletes none.

Where a drive was, another one may be now. Each file is noted with the drive that it was seen on, where that can be
told. Of a drive with another number, or none, nothing is missed as long as nothing of what was on it is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from photoface.domain.errors import NoAnswer
from photoface.domain.paths import within
from photoface.services.photos.pairing import Scan
from photoface.services.photos.reach import Reach
from photoface.services.places.disks import ask, size_and_time
from photoface.services.places.volumes import volume_of
from photoface.store.database import LibraryDatabase
from photoface.store.drives import drives_under
from photoface.store.photos import FileRow
from photoface.store.volumes import unnumbered

_SOME = 50
"""Files that are looked for beside a folder; many of them may have been deleted by now."""

Drives = Mapping[bytes, str | None]
"""Places where a drive begins, and which one it is; None: nobody can tell."""


def drives_there(folder: bytes, below: Sequence[bytes]) -> Drives:
    """The drive of a folder, unless it is the system's own, and these ones below it. To be asked (services.disks)."""
    return {each: volume_of(each) for each in (*_drives_above(folder), *below)}


def _drives_above(folder: bytes) -> list[bytes]:
    """The folder at which the drive of this folder begins, itself or one above it; none for the system's own."""
    above = os.path.dirname(folder)
    while above != folder and not os.path.ismount(folder):
        folder, above = above, os.path.dirname(above)
    return [] if above == folder else [folder]


def drives_away(db: LibraryDatabase, reach: Reach, scan: Scan) -> Sequence[bytes]:
    """Drives below that are not there: no drive begins where one did, or it is there and nothing of it was seen.

    The empty folder that a drive was mounted on, or a stick of which all is gone: nobody can tell these two apart.
    """
    known = [path for path in drives_under(db, reach.top) if path != reach.root and reach.covers(path + b"/any")]
    return [path for path in known if path not in scan.drives or not _saw(path, scan)]


def any_beside(db: LibraryDatabase, reach: Reach, stop: Event, place: bytes) -> bool:
    """Whether one of some files on a drive that a look into one folder does not come to is where it was, as it was. A
    folder that was emptied would look like another drive, where drives have no numbers."""
    files = [] if reach.whole else unnumbered(db, place, reach.top, _SOME)
    try:
        return bool(files) and ask(reach.root, partial(_any_there, files), stop=stop)
    except NoAnswer:
        return False


def _any_there(files: Sequence[tuple[bytes, int]]) -> bool:
    return any((found := size_and_time(path)) is not None and found[0] == size for path, size in files)


def _saw(drive: bytes, scan: Scan) -> bool:
    inside = within(drive)
    return any(path.startswith(inside) for path in scan.seen)


@dataclass
class Others:
    """Tells of a file that was not seen whether its drive may be another one than the one that is in its place now.

    there, noted: which drive is where now, and which one each file was seen on; known: places of drives, there or not;
    beside: whether anything of a drive without a number is there where nobody looks now.
    """

    scan: Scan
    before: Mapping[bytes, FileRow]
    there: Drives
    noted: Mapping[bytes, str]
    known: Collection[bytes]
    beside: Callable[[bytes], bool] = lambda _place: False
    _found: dict[tuple[bytes, str | None], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places = sorted({*self.there, *self.known}, key=len, reverse=True)
        self._places = [(each, within(each)) for each in places]

    def may_hold(self, path: bytes) -> bool:
        """Whether the file may be on a drive that is not here."""
        place = self._place(path)
        if place is None:
            return False
        then = self.noted.get(path)
        if then is not None and then == self.there.get(place):
            return False
        return not self._something_of(place, then)

    def volume(self, path: bytes) -> str | None:
        """The drive that a file which is there is on."""
        return self.there.get(self._place(path) or b"")

    def _place(self, path: bytes) -> bytes | None:
        """Where the drive of a path begins, or began."""
        return next((place for place, inside in self._places if path.startswith(inside)), None)

    def _something_of(self, place: bytes, volume: str | None) -> bool:
        """Whether anything of what was seen on a drive is in this place: where it was, or moved as it is. Then this is
        that drive, or one that all was copied to."""
        if (place, volume) not in self._found:
            inside = within(place)
            new = {each.path: (each.size, each.mtime_ns) for each in self.scan.new if each.path.startswith(inside)}
            rows = ((path, row) for path, row in self.before.items() if path.startswith(inside))
            were = {path: row for path, row in rows if self.noted.get(path) == volume}
            moved = {(row.size, row.mtime_ns) for row in were.values()} & set(new.values())
            stayed = any(path in self.scan.seen and path not in new for path in were)
            self._found[place, volume] = stayed or bool(moved) or (volume is None and self.beside(place))
        return self._found[place, volume]
