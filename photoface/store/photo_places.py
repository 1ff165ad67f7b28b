"""When photos were taken and where their files are, of all of them at once: what queries over the library look at."""

from __future__ import annotations

from photoface.store.database import LibraryDatabase


def taken(db: LibraryDatabase) -> dict[int, str]:
    """Photo id -> ISO 8601, for those that have a date."""
    return dict(db.rows("SELECT id, taken FROM photo WHERE taken IS NOT NULL"))


def file_places(db: LibraryDatabase) -> list[tuple[int, bytes, bytes]]:
    """Photo id, path, and the watched folder it was found in, of every present file of a photo."""
    return [
        (photo_id, path, folder)
        for photo_id, path, folder in db.rows(
            "SELECT file.photo_id, file.path, folder.path FROM file JOIN folder ON folder.id = file.folder_id "
            "WHERE file.photo_id IS NOT NULL AND file.missing_since IS NULL AND folder.state = 'active'"
        )
    ]
