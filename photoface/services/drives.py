"""Drives that photos are on: which are there. A drive that is away takes its photos along and deletes none."""

from __future__ import annotations

import os
from collections.abc import Sequence

from photoface.services.pairing import Scan
from photoface.services.reach import Reach
from photoface.store.database import LibraryDatabase
from photoface.store.drives import drives_under


def drives_above(folder: bytes) -> list[bytes]:
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


def _saw(drive: bytes, scan: Scan) -> bool:
    inside = drive + b"/"
    return any(path.startswith(inside) for path in scan.seen)
