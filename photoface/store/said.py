"""What files say beside their pixels, as it is stored; and which photos are to be read once more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from photoface.domain.dates import Dated, DateSource, Taken
from photoface.store.database import LibraryDatabase


def note_said(db: LibraryDatabase, path: bytes, taken: Taken | None, film: int) -> None:
    """What a file that was read says now; inside a transaction. The photo's date follows by itself."""
    values = (None,) * 4 if taken is None else (taken.when, taken.source.value, taken.source.rank, taken.offset)
    db.execute(
        "INSERT INTO file_said (file_id, taken, source, rank, utc_offset, film) "
        "SELECT id, ?, ?, ?, ?, ? FROM file WHERE path = ? "
        "ON CONFLICT (file_id) DO UPDATE SET taken = excluded.taken, source = excluded.source, rank = excluded.rank, "
        "utc_offset = excluded.utc_offset, film = excluded.film",
        [*values, film, path],
    )
    db.execute("DELETE FROM reread WHERE photo_id = (SELECT photo_id FROM file WHERE path = ?)", [path])


def to_reread(db: LibraryDatabase) -> frozenset[int]:
    """Photos that an older version looked at less."""
    return frozenset(photo_id for (photo_id,) in db.rows("SELECT photo_id FROM reread"))


def dated(db: LibraryDatabase, photo_id: int) -> Dated:
    """The date of a photo, who says so, and whether a film goes with it."""
    human = db.row("SELECT taken, words FROM dated WHERE photo_id = ?", [photo_id])
    film = db.value(
        "SELECT 1 FROM file LEFT JOIN file_said ON file_id = file.id "
        "LEFT JOIN companion ON companion.photo_path = file.path AND companion.kind = 'film' "
        "WHERE photo_id = ? AND (film > 0 OR companion.path IS NOT NULL)",
        [photo_id],
    )
    if human is not None:
        return Dated(Taken(human[0], DateSource.HUMAN), human[1], bool(film))
    row = db.row(
        "SELECT file_said.taken, source, utc_offset FROM file_said JOIN file ON file.id = file_id "
        "WHERE photo_id = ? AND file_said.taken IS NOT NULL "
        "ORDER BY missing_since IS NOT NULL, rank, file.id DESC LIMIT 1",
        [photo_id],
    )
    return Dated(None if row is None else Taken(row[0], DateSource(row[1]), row[2]), "", bool(film))


def decided_dates(db: LibraryDatabase, photo_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Photo id -> date and words, of those that a human dated."""
    wanted = str([int(each) for each in photo_ids])
    sql = "SELECT photo_id, taken, words FROM dated WHERE photo_id IN (SELECT value FROM json_each(?))"
    return {photo_id: (taken, words) for photo_id, taken, words in db.rows(sql, [wanted])}


def known_photos(db: LibraryDatabase, photo_ids: Collection[int]) -> set[int]:
    """Those of these ids that are photos."""
    wanted = str([int(each) for each in photo_ids])
    return {row[0] for row in db.rows("SELECT id FROM photo WHERE id IN (SELECT value FROM json_each(?))", [wanted])}
