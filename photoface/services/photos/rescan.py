"""What changed below a folder since last time: new, gone, back again, or a drive away."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event

from photoface.domain.errors import NoAnswer
from photoface.domain.events import IndexEvent, PhotoRefused, Scanned
from photoface.domain.paths import within
from photoface.services.library import Library
from photoface.services.photos.nearby import owe
from photoface.services.photos.pairing import Scan, pair_up, write_companions
from photoface.services.photos.pairs import by_folder
from photoface.services.photos.reach import Reach
from photoface.services.photos.scanning import FoundFile, Kind, walk
from photoface.services.places.disks import ask, each
from photoface.services.places.drives import Drives, Others, any_beside, drives_away, drives_there
from photoface.services.places.exclusions import Exclusions, exclusions_of
from photoface.store.companions import companions_under
from photoface.store.drives import drive_of, drives_under, note_drives
from photoface.store.photos import FileRow
from photoface.store.volumes import note_volumes, volumes_under

Looking = Generator[IndexEvent, None, Scan]

# How often a long scan tells that it is alive.
_TELL_EVERY = 2000
# Failures that may end without any change of the file's size and time.
_PASSING_FAILURES = frozenset({"vanished", "no_access"})


def scan_folder(library: Library, reach: Reach, cancel: Event, *, retry: bool = False) -> Looking:
    """Walks as far as ``reach`` says and compares it with the library; marks what is gone. Deletes nothing.

    A drive that does not answer is offline, and nothing of what was seen of it until then counts.
    """
    look = _Look(library, reach, exclusions_of(library), Scan(library.photos.folder(reach.root).folder_id), cancel)
    try:
        yield from look.compare(retry)
    except NoAnswer:
        if not cancel.is_set():
            yield Scanned(reach.top, 0, 0, 0, 0, offline=True, done=True, silent=True)
        return Scan(look.scan.folder_id, silent=True)
    if not cancel.is_set():
        yield from look.take_down()
    return look.scan


@dataclass
class _Look:
    library: Library
    reach: Reach
    leaving_out: Exclusions
    scan: Scan
    cancel: Event
    drives: Drives = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.before = self.library.photos.files_under(self.reach.top)
        self.noted = companions_under(self.library.db, self.reach.top)
        self.reach.know(path for path, row in self.before.items() if row.missing_since is None)

    def compare(self, retry: bool) -> Iterator[IndexEvent]:
        """What is there with what is known. Raises NoAnswer."""
        scan, before, reach, told = self.scan, self.before, self.reach, 0
        done = self.library.analysed_ids()
        walking = partial(walk, reach.top, self.leaving_out or None, reach.not_into)
        for files in by_folder(_files(each(reach.root, walking, self.cancel), scan, reach)):
            fresh = pair_up(files, scan, before, self.noted)
            for found in files:
                known = found.path not in fresh and _is_known(found, before.get(found.path), done, retry=retry)
                _sort(found, scan, known or found.path in reach.unsettled)
            if len(scan.seen) - told >= _TELL_EVERY:
                told = len(scan.seen)
                yield _told(reach.top, scan, 0, offline=False, done=False)
            if self.cancel.is_set():
                return
        self.drives = ask(reach.root, partial(drives_there, reach.top, scan.drives), stop=self.cancel)

    def take_down(self) -> Iterator[IndexEvent]:
        """Stores what is gone, back or away, once all was seen."""
        scan, before, reach, db = self.scan, self.before, self.reach, self.library.db
        yield from (PhotoRefused(found.path, "closed_folder", found.reason) for found in scan.closed)
        offline = _is_offline(reach, scan, before, self.leaving_out)
        away = () if offline else drives_away(db, reach, scan)
        beside = partial(any_beside, db, reach, self.cancel)
        others = Others(scan, before, self.drives, volumes_under(db, reach.top), self._known_drives(), beside)
        unseen = [] if offline else _unseen(scan, before, reach, away)
        elsewhere = {path for path in unseen if others.may_hold(path)}
        missing = [path for path in unseen if path not in elsewhere]
        _write(self.library, scan, missing, before)
        if not offline:
            stays = {os.path.dirname(path) for path in elsewhere}
            gone = {path: row for path, row in self.noted.items() if os.path.dirname(path) not in stays}
            write_companions(db, scan, {path: row for path, row in gone.items() if _told_gone(path, reach, away)})
            note_drives(db, self.drives, away)
            note_volumes(db, _fresh_volumes(scan, others))
        self.library.photos.note_scan(scan.folder_id, offline=offline)
        yield replace(_told(reach.top, scan, len(missing), offline=offline, done=True), elsewhere=len(elsewhere))

    def _known_drives(self) -> Sequence[bytes]:
        above = drive_of(self.library.db, self.reach.top)
        return [*drives_under(self.library.db, self.reach.top), *([] if above is None else [above])]


def _fresh_volumes(scan: Scan, others: Others) -> Iterator[tuple[bytes, str]]:
    """Files that are there, and the drive that they are on, where that is news."""
    for path in scan.seen:
        volume = others.volume(path)
        if volume is not None and others.noted.get(path) != volume:
            yield path, volume


def _files(everything: Iterator[FoundFile], scan: Scan, reach: Reach) -> Iterator[FoundFile]:
    """Without the folders among them, which are noted."""
    for found in everything:
        match found.kind:
            case Kind.CLOSED:
                scan.closed.append(found)
            case Kind.DRIVE:
                scan.drives.append(found.path)
            case Kind.UNSURE:
                scan.unsure.add(found.path)
            case Kind.ALONE:
                reach.left_alone.add(found.path)
            case _:
                yield found


def _sort(found: FoundFile, scan: Scan, known: bool) -> None:
    match found.kind:
        case _ if found.path in scan.raw:
            scan.seen.add(found.path)
            scan.known += 1
        case Kind.OTHER:
            scan.other += 1
        case _:
            scan.seen.add(found.path)
            if known:
                scan.known += 1
            else:
                (scan.new if found.kind is Kind.PICTURE else scan.refused).append(found)


def _is_known(found: FoundFile, before: FileRow | None, done: frozenset[int], *, retry: bool) -> bool:
    if before is None or (before.size, before.mtime_ns) != (found.size, found.mtime_ns):
        return False
    if before.failure_kind is None:
        return before.photo_id in done
    if before.failure_kind == "unsupported" and found.kind is Kind.PICTURE:  # an older version did not read this kind
        return False
    return not retry and before.failure_kind not in _PASSING_FAILURES


def _is_offline(reach: Reach, scan: Scan, before: dict[bytes, FileRow], leaving_out: Exclusions) -> bool:
    # The folder itself cannot be opened, or it is the empty place where a drive used to be mounted.
    if any(found.path == reach.root for found in scan.closed):
        return True
    if reach.top != reach.root or scan.seen or reach.left_alone:
        return False
    return any(not leaving_out.leaves_out_below(reach.root, path) for path in before)


def _unseen(scan: Scan, before: dict[bytes, FileRow], reach: Reach, away: Sequence[bytes]) -> list[bytes]:
    gone = (path for path, row in before.items() if path not in scan.seen and row.missing_since is None)
    return [path for path in gone if not scan.hides(path) and _told_gone(path, reach, away)]


def _told_gone(path: bytes, reach: Reach, away: Sequence[bytes]) -> bool:
    """Whether not having seen a file says that it is gone: somebody looked, and its drive is there."""
    return reach.covers(path) and not path.startswith(tuple(within(each) for each in away))


def _write(library: Library, scan: Scan, missing: list[bytes], before: dict[bytes, FileRow]) -> None:
    back = [path for path in scan.seen if path in before and before[path].missing_since is not None]
    scan.gone, scan.back = bool(missing or back), len(back)
    changed = [*missing, *back, *(found.path for found in scan.new if found.path in before)]
    scan.touched = {photo_id for path in changed if (photo_id := before[path].photo_id) is not None}
    with library.db.transaction():
        if scan.gone:
            owe(library, all_compared=False)
        library.photos.mark_missing(missing)
        library.photos.mark_present(back)
        library.photos.note_found(scan.folder_id, _unread(scan, before))
        for found in scan.refused:
            reason = "pictures of this kind are not read by this version"
            library.photos.save_failure(scan.folder_id, found.path, "unsupported", reason, found.size, found.mtime_ns)


def _unread(scan: Scan, before: dict[bytes, FileRow]) -> Iterator[tuple[bytes, int, int]]:
    """New files of which nothing is known: the others are shown as they were until they are read anew."""
    for found in scan.new:
        row = before.get(found.path)
        if row is None or (row.photo_id is None and row.failure_kind is None):
            yield found.path, found.size, found.mtime_ns


def _told(root: bytes, scan: Scan, missing: int, *, offline: bool, done: bool) -> Scanned:
    return Scanned(root, len(scan.new), scan.known, missing, scan.other, offline, done, scan.back)
