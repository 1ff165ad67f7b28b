"""Snapshots: whole copies of the database, the last five kept, and how one is put back."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import LibraryBusy, LibraryDamaged, NotFound
from photoface.store.checks import check_header, quick_check
from photoface.store.connection import in_words, open_untouched
from photoface.store.files import copy_file, into_place, sync_folder
from photoface.store.lock import LibraryLock

if TYPE_CHECKING:
    from photoface.store.database import LibraryDatabase

KEPT = 5
_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"(\d{8}T\d{12})-([a-z0-9-]*)\.db")
_DAMAGED = "damaged"
_NEXT = "library.db.part"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the database. at: ISO 8601, UTC; reason: why it was made."""

    path: Path
    at: str
    reason: str
    bytes: int


def snapshot(db: LibraryDatabase, reason: str) -> Path:
    """A copy of the library as it is now, outside of any transaction. Raises DiskFull; then nothing is left behind."""
    with db.alone(), in_words(db.folder):
        return snapshot_of(db.connection, db.folder, reason)


def snapshot_of(connection: sqlite3.Connection, folder: Path, reason: str, *, once: bool = False) -> Path:
    """The copy through an open connection; older ones than the last five go. For who holds the lock.

    once: an earlier one of the same reason goes first, so that a step that is tried again and again drives none out.
    """
    target = _target(folder, reason)
    part = target.with_suffix(".part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
        connection.execute("VACUUM INTO ?", (os.fspath(part),))
        into_place(part, target)
    finally:
        part.unlink(missing_ok=True)
    if once:
        _remove(each for each in snapshots(folder) if each.reason == reason and each.path != target)
    _prune(folder)
    return target


def snapshots(folder: Path) -> list[Snapshot]:
    """All snapshots of the library in ``folder``, newest first."""
    names = sorted((_folder(folder).glob("*.db")), reverse=True)
    return [found for path in names if (found := _read_name(path)) is not None]


def restore(folder: Path, chosen: Snapshot | Path, *, program: str = "photoface") -> Path | None:
    """Put a snapshot in the place of the database; the present one becomes a snapshot, whose path is returned.

    Raises LibraryBusy while another program writes; LibraryDamaged, LibraryNewer, NotFound about the snapshot, and
    then the present database is as it was.
    """
    source = chosen.path if isinstance(chosen, Snapshot) else chosen
    lock = LibraryLock(folder, program)
    restored = False
    try:
        _check_snapshot(source)
        with in_words(folder):
            copy_file(source, folder / _NEXT)
            kept = _keep_present(folder)
            _swap(folder)
        restored = True
        return kept
    finally:
        remove_leftovers(folder)
        lock.release(orderly=restored or not lock.left_open)


def remove_all(folder: Path) -> None:
    """Delete every snapshot of the library in ``folder``."""
    _remove(snapshots(folder))


def remove_leftovers(folder: Path) -> None:
    """What a killed or failed copy left unfinished; for who holds the lock."""
    lost = (log for log in _folder(folder).glob("*.db-wal") if not log.with_name(log.name[:-4]).exists())
    for path in (*folder.glob(f"{_NEXT}*"), *_folder(folder).glob("*.part*"), *lost):
        with suppress(OSError):  # what cannot go now goes next time
            path.unlink(missing_ok=True)


def _check_snapshot(path: Path) -> None:
    if not path.is_file():
        raise NotFound(f"There is no snapshot {path}.")
    with in_words(path), closing(open_untouched(path)) as connection:
        check_header(connection, path)
        quick_check(connection, path)


def _keep_present(folder: Path) -> Path | None:
    """The present database as a snapshot; byte by byte under the reason 'damaged' when SQLite cannot copy it."""
    present = folder / "library.db"
    if not present.exists():
        return None
    try:
        with in_words(folder), closing(sqlite3.connect(present, isolation_level=None)) as connection:
            quick_check(connection, folder)
            kept = snapshot_of(connection, folder, "before restore")
            _fold_log(connection, folder)
            return kept
    except (LibraryDamaged, sqlite3.Error):
        target = _target(folder, _DAMAGED)
        log = Path(f"{present}-wal")
        if log.exists():
            copy_file(log, Path(f"{target}-wal"))
        copy_file(present, target)
        _prune(folder)
        return target


def _fold_log(connection: sqlite3.Connection, folder: Path) -> None:
    """The present database is whole without its log, for between the end of the log and the swap one may be killed."""
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise LibraryBusy(
            f"The library {folder} is being read by another program. Nothing was changed; close that one and try again."
        )


def _swap(folder: Path) -> None:
    # Ids given since the snapshot will be given again to other photos: thumbnails are made anew. They go first: after
    # the swap nobody would know that they belong to another database.
    for name in ("thumbs.db", "thumbs.db-wal", "thumbs.db-shm"):
        (folder / name).unlink(missing_ok=True)
    # The log belongs to the present database, which is kept by now; beside another one it would corrupt it.
    for name in ("library.db-wal", "library.db-shm"):
        (folder / name).unlink(missing_ok=True)
    os.replace(folder / _NEXT, folder / "library.db")
    sync_folder(folder)


def _target(folder: Path, reason: str) -> Path:
    _folder(folder).mkdir(mode=0o700, exist_ok=True)
    words = re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-")[:60]
    return _folder(folder) / f"{datetime.now(UTC).strftime(_STAMP)}-{words}.db"


def _read_name(path: Path) -> Snapshot | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC).isoformat(timespec="seconds")
    return Snapshot(path, at, match[2].replace("-", " "), path.stat().st_size)


def _prune(folder: Path) -> None:
    """Five copies that are in order, and the last damaged one."""
    found = snapshots(folder)
    sound = [each for each in found if each.reason != _DAMAGED]
    broken = [each for each in found if each.reason == _DAMAGED]
    _remove(sound[KEPT:] + broken[1:])


def _remove(chosen: Iterable[Snapshot]) -> None:
    for old in chosen:
        old.path.unlink(missing_ok=True)
        Path(f"{old.path}-wal").unlink(missing_ok=True)


def _folder(folder: Path) -> Path:
    return folder / "snapshots"
