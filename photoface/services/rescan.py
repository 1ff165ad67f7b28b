"""What changed below a folder since last time: new, gone, back again, or a drive away."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from threading import Event

from photoface.domain.events import IndexEvent, PhotoRefused, Scanned
from photoface.services.drives import drives_above, drives_away
from photoface.services.exclusions import Exclusions, exclusions_of
from photoface.services.library import Library
from photoface.services.pairing import Scan, pair_up, write_companions
from photoface.services.pairs import by_folder
from photoface.services.reach import Reach
from photoface.services.scanning import FoundFile, Kind, walk
from photoface.store.companions import companions_under
from photoface.store.drives import note_drives
from photoface.store.photos import FileRow

Looking = Generator[IndexEvent, None, Scan]

# How often a long scan tells that it is alive.
_TELL_EVERY = 2000
# Failures that may end without any change of the file's size and time.
_PASSING_FAILURES = frozenset({"vanished", "no_access"})


def scan_folder(library: Library, reach: Reach, cancel: Event, *, retry: bool = False) -> Looking:
    """Walks as far as ``reach`` says and compares it with the library; marks what is gone. Deletes nothing."""
    before, done = library.photos.files_under(reach.top), library.analysed_ids()
    reach.know(path for path, row in before.items() if row.missing_since is None)
    scan, leaving_out = Scan(library.photos.folder(reach.root).folder_id), exclusions_of(library)
    noted, told = companions_under(library.db, reach.top), 0
    for files in by_folder(_files(walk(reach.top, leaving_out or None, reach.enters), scan)):
        fresh = pair_up(files, scan, before, noted)
        for found in files:
            known = found.path not in fresh and _is_known(found, before.get(found.path), done, retry=retry)
            _sort(found, scan, known or found.path in reach.unsettled)
        if len(scan.seen) - told >= _TELL_EVERY:
            told = len(scan.seen)
            yield _told(reach.top, scan, 0, offline=False, done=False)
        if cancel.is_set():
            return scan
    yield from (PhotoRefused(found.path, "closed_folder", found.reason) for found in scan.closed)
    offline = _is_offline(reach, scan, before, leaving_out)
    away = () if offline else drives_away(library.db, reach, scan)
    missing = [] if offline else _missing(scan, before, reach, away)
    _write(library, scan, missing, before)
    if not offline:
        write_companions(library.db, scan, {path: row for path, row in noted.items() if _told_gone(path, reach, away)})
        note_drives(library.db, [*scan.drives, *drives_above(reach.root)], away)
    library.photos.note_scan(scan.folder_id, offline=offline)
    yield _told(reach.top, scan, len(missing), offline=offline, done=True)
    return scan


def _files(found: Iterator[FoundFile], scan: Scan) -> Iterator[FoundFile]:
    """Without the folders among them, which are noted."""
    for each in found:
        match each.kind:
            case Kind.CLOSED:
                scan.closed.append(each)
            case Kind.DRIVE:
                scan.drives.append(each.path)
            case _:
                yield each


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


def _missing(scan: Scan, before: dict[bytes, FileRow], reach: Reach, away: Sequence[bytes]) -> list[bytes]:
    closed = tuple(found.path.rstrip(b"/") + b"/" for found in scan.closed)
    gone = (path for path, row in before.items() if path not in scan.seen and row.missing_since is None)
    return [path for path in gone if not path.startswith(closed) and _told_gone(path, reach, away)]


def _told_gone(path: bytes, reach: Reach, away: Sequence[bytes]) -> bool:
    """Whether not having seen a file says that it is gone: somebody looked, and its drive is there."""
    return reach.covers(path) and not path.startswith(tuple(each + b"/" for each in away))


def _write(library: Library, scan: Scan, missing: list[bytes], before: dict[bytes, FileRow]) -> None:
    back = [path for path in scan.seen if path in before and before[path].missing_since is not None]
    scan.gone, scan.back = bool(missing or back), len(back)
    with library.db.transaction():
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
