"""What photos look like, which of them look the same, and which of those are two photos all the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import present


@dataclass(frozen=True, slots=True)
class Look:
    """hash: vision.likeness; size: bytes of its largest present file; path: of one that is present."""

    photo_id: int
    hash: bytes
    width: int
    height: int
    size: int
    taken: str | None
    path: bytes
    format: str = "JPEG"


def note_looks(db: LibraryDatabase, photo_id: int, hashed: bytes) -> None:
    """What a photo looks like now; nothing without a hash."""
    if hashed:
        sql = "INSERT INTO looks (photo_id, hash) VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash"
        db.execute(sql, [photo_id, hashed])


def without_looks(db: LibraryDatabase) -> list[int]:
    """Photos that an older version read: what they look like is not known yet."""
    sql = "SELECT id FROM photo WHERE NOT EXISTS (SELECT 1 FROM looks WHERE photo_id = photo.id) ORDER BY id"
    return [photo_id for (photo_id,) in db.rows(sql)]


def present_looks(db: LibraryDatabase) -> list[Look]:
    """Of all photos that are present and known, by id."""
    rows = db.rows(
        "SELECT photo.id, hash, width, height, max(file.size), photo.taken, max(file.path), photo.format FROM looks "
        "JOIN photo ON photo.id = looks.photo_id JOIN file ON file.photo_id = photo.id AND file.missing_since IS NULL "
        f"WHERE {present('photo.id')} GROUP BY photo.id ORDER BY photo.id"
    )
    return [Look(*row) for row in rows]


def save_twins(db: LibraryDatabase, twins: Mapping[int, tuple[int, str]]) -> bool:
    """All of them: photo id -> the photo that is shown for it, and why; a shown one for itself. Whether it is news."""
    if twins == {photo_id: (first_id, reason) for photo_id, first_id, reason in all_twins(db)}:
        return False
    with db.atomic():
        db.execute("DELETE FROM twin")
        db.execute_many(
            "INSERT INTO twin (photo_id, first_id, reason) VALUES (?, ?, ?)",
            ((photo_id, *found) for photo_id, found in sorted(twins.items())),
        )
    return True


def all_twins(db: LibraryDatabase) -> list[tuple[int, int, str]]:
    """Photo id, first id, reason."""
    return [(int(one), int(first), str(reason)) for one, first, reason in db.rows("SELECT * FROM twin")]


def twins_of(db: LibraryDatabase, photo_ids: Iterable[int]) -> dict[int, int]:
    """Photo id -> the photo that is shown for it, for those of these that have twins."""
    wanted = str([int(each) for each in photo_ids])
    sql = "SELECT photo_id, first_id FROM twin WHERE photo_id IN (SELECT value FROM json_each(?))"
    return dict(db.rows(sql, [wanted]))


def apart(db: LibraryDatabase) -> set[tuple[int, int]]:
    """Pairs, the smaller id first, that a human said are two photos."""
    return {(one, other) for one, other in db.rows("SELECT photo_id, other_id FROM apart")}


def read_paths(db: LibraryDatabase) -> dict[int, list[bytes]]:
    """Photo id -> its present files that were read, by path: not those that only lie beside them."""
    found: dict[int, list[bytes]] = {}
    rows = db.rows(
        "SELECT photo_id, path FROM present_file WHERE photo_id IS NOT NULL AND orientation IS NOT NULL ORDER BY path"
    )
    for photo_id, path in rows:
        found.setdefault(photo_id, []).append(path)
    return found
