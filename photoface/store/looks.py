"""What photos look like, which of them look the same, and which of those are two photos all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from photoface.domain.paths import SLASH, reach
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among, present


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


def present_looks(db: LibraryDatabase, photo_ids: Iterable[int] | None = None) -> list[Look]:
    """Of all photos that are present and known, or of those among these, by id."""
    these, values = among("photo.id", photo_ids)
    rows = db.rows(
        "SELECT photo.id, hash, width, height, max(file.size), photo.taken, max(file.path), photo.format FROM looks "
        "JOIN photo ON photo.id = looks.photo_id JOIN file ON file.photo_id = photo.id AND file.missing_since IS NULL "
        f"WHERE {these} AND {present('photo.id')} GROUP BY photo.id ORDER BY photo.id",
        values,
    )
    return [Look(*row) for row in rows]


def all_hashes(db: LibraryDatabase) -> list[tuple[int, bytes]]:
    """Photo id and hash, present or not."""
    return db.rows("SELECT photo_id, hash FROM looks ORDER BY photo_id")


def paths_of(db: LibraryDatabase, photo_ids: Iterable[int]) -> list[bytes]:
    """All paths that these photos have or had."""
    these, values = among("photo_id", photo_ids)
    return [path for (path,) in db.rows(f"SELECT path FROM file WHERE {these}", values)]


def files_in(db: LibraryDatabase, folder: bytes) -> list[tuple[bytes, int]]:
    """Path and photo of the files of one folder that are there, not of those below."""
    first, last = reach(folder)
    sql = (
        "SELECT path, photo_id FROM file WHERE path >= ? AND path < ? AND photo_id IS NOT NULL "
        "AND missing_since IS NULL AND instr(substr(path, ?), ?) = 0"
    )
    return db.rows(sql, [first, last, len(first) + 1, SLASH])


def save_twins(db: LibraryDatabase, twins: Mapping[int, tuple[int, str]], of: Collection[int] | None = None) -> bool:
    """Photo id -> the photo that is shown for it, and why; a shown one for itself. Of all photos, or of these. Whether
    it is news."""
    before = {photo_id: (first_id, reason) for photo_id, first_id, reason in all_twins(db)}
    if twins == (before if of is None else {each: before[each] for each in before.keys() & set(of)}):
        return False
    these, values = among("photo_id", of)
    with db.atomic():
        db.execute(f"DELETE FROM twin WHERE {these}", values)
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


def shown_together(db: LibraryDatabase, photo_id: int) -> list[int]:
    """Photos, present or not, that are shown as one with this one, the one that is shown for all first; none without
    any."""
    sql = (
        "SELECT photo_id FROM twin WHERE first_id = (SELECT first_id FROM twin WHERE photo_id = ?) "
        "ORDER BY photo_id <> first_id, photo_id"
    )
    return [each for (each,) in db.rows(sql, [photo_id])]


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
