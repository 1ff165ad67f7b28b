"""By which path to show a photo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

# Bits of a rank: there and in a watched folder, drive there, turned as the photo was read.
_PRESENT = 4
_RANK = (
    "4 * (file.missing_since IS NULL AND folder.state = 'active') "
    "+ 2 * (folder.offline_since IS NULL) + (file.orientation IS photo.orientation)"
)


@dataclass(frozen=True, slots=True)
class PhotoFiles:
    """The best path of a photo, and how many of its files are present."""

    path: bytes
    present: int


def photo_files(db: LibraryDatabase, photo_ids: Iterable[int] | None = None) -> dict[int, PhotoFiles]:
    """Photo id -> its files, for these photos or all; the best is present, online, turned as read, the newest."""
    which, values = among("file.photo_id", photo_ids)
    rows = db.rows(
        f"SELECT file.photo_id, file.path, {_RANK}, file.id FROM file JOIN folder ON folder.id = file.folder_id "
        f"JOIN photo ON photo.id = file.photo_id WHERE {which}",
        values,
    )
    best: dict[int, tuple[int, int, bytes]] = {}
    present: dict[int, int] = {}
    for photo_id, path, rank, file_id in rows:
        present[photo_id] = present.get(photo_id, 0) + (rank >= _PRESENT)
        if photo_id not in best or (rank, file_id) > best[photo_id][:2]:
            best[photo_id] = rank, file_id, path
    return {photo_id: PhotoFiles(path, present[photo_id]) for photo_id, (_, _, path) in best.items()}
