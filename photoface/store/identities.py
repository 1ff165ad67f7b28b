"""Which photo a file's pixels are: by their identity, by one that an older version gave, or by another file of it."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.domain.faces import PhotoAnalysis
from photoface.store.database import LibraryDatabase

Found = tuple[int, int]
"""Photo id, and the EXIF orientation that this picture of it was read with."""


def find(db: LibraryDatabase, identity: bytes, former: Sequence[bytes], orientation: int | None = None) -> Found | None:
    """The photo of these pixels. One that is known by a former identity gets the present one; inside a transaction.

    Such a file lies as it lay then, whatever number older versions noted for that: it gets this orientation.
    Where two files of the same pixels became two photos by their former identities, each keeps what was decided of it.
    """
    row = db.row("SELECT id, orientation FROM photo WHERE identity = ?", [identity]) or db.row(
        "SELECT photo_id, orientation FROM other_identity WHERE identity = ?", [identity]
    )
    rows = (db.row("SELECT id, orientation FROM photo WHERE identity = ?", [each]) for each in former)
    older = next(filter(None, rows), None)
    if older is None:
        return None if row is None else (int(row[0]), int(row[1]))
    turn = orientation or int(older[1])
    db.execute("UPDATE photo SET orientation = ? WHERE id = ?", [turn, older[0]])
    if row is None:
        db.execute("UPDATE photo SET identity = ? WHERE id = ?", [identity, older[0]])
    return int(older[0]), turn


def note(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> None:
    """These pixels are this photo too, where they are not those that it is known by."""
    db.execute(
        "INSERT INTO other_identity (identity, orientation, photo_id) SELECT ?1, ?2, ?3 "
        "WHERE NOT EXISTS (SELECT 1 FROM photo WHERE identity = ?1) "
        "ON CONFLICT (identity) DO UPDATE SET orientation = excluded.orientation",
        [analysis.identity, analysis.orientation, photo_id],
    )


def partner(db: LibraryDatabase, path: bytes, partners: Sequence[bytes]) -> int | None:
    """The photo that a file belongs to by its name: it was linked to it unread, or its partners are of one."""
    linked = "SELECT photo_id FROM file WHERE path = ? AND photo_id IS NOT NULL AND orientation IS NULL"
    found = db.value(linked, [path])
    for other in partners:
        found = found or db.value("SELECT photo_id FROM file WHERE path = ?", [other])
    return None if found is None else int(found)


def link_unread(db: LibraryDatabase, folder_id: int, file: tuple[bytes, int, int], photo_id: int) -> None:
    """A file is another one of a photo, by its name; it was not read. file: path, size, mtime_ns.

    One that was read before, and is a photo of its own with faces and names of its own, stays that.
    """
    db.execute(
        "INSERT INTO file (folder_id, path, size, mtime_ns, photo_id) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET folder_id = excluded.folder_id, size = excluded.size, "
        "mtime_ns = excluded.mtime_ns, photo_id = excluded.photo_id, failure_kind = NULL, failure = NULL, "
        "missing_since = NULL WHERE photo_id IS NULL OR (photo_id = excluded.photo_id AND "
        "(size <> excluded.size OR mtime_ns <> excluded.mtime_ns OR missing_since IS NOT NULL))",
        [folder_id, *file, photo_id],
    )
