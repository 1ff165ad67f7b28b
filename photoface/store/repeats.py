"""Photos in which one person may be seen twice: a mirror, a collage, a burst on one sheet."""

from __future__ import annotations

from photoface.store.database import LibraryDatabase


def is_repeat(db: LibraryDatabase, photo_id: int) -> bool:
    """A human said so."""
    return db.row("SELECT 1 FROM repeat_photo WHERE photo_id = ?", [photo_id]) is not None
