"""What is around faces: when their photos were taken, and who else is in them."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.domain.geometry import Size
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

_DAYS = 100
"""Of more days than that hardly anything is told by who was there."""


def taken(db: LibraryDatabase, photo_ids: Iterable[int]) -> dict[int, str]:
    """Photo id -> when it was taken, ISO 8601, for those that tell."""
    which, values = among("id", photo_ids)
    return dict(db.rows(f"SELECT id, taken FROM photo WHERE taken IS NOT NULL AND {which}", values))


def people_in(db: LibraryDatabase, photo_ids: Iterable[int]) -> list[int]:
    """Ids of the people whom humans decided to be in these photos, those in most of them first."""
    which, values = among("face.photo_id", photo_ids)
    rows = db.rows(
        "SELECT verdict.person_id FROM verdict JOIN face ON face.id = verdict.face_id "
        f"WHERE verdict.person_id IS NOT NULL AND {which} "
        "GROUP BY verdict.person_id ORDER BY count(DISTINCT face.photo_id) DESC, verdict.person_id",
        values,
    )
    return [int(person_id) for (person_id,) in rows]


def people_of_days(db: LibraryDatabase, photo_ids: Iterable[int]) -> list[int]:
    """The same of all photos that were taken on the days of these; of those days that are known to the day."""
    which, values = among("id", photo_ids)
    days = f"SELECT DISTINCT substr(taken, 1, 10) FROM photo WHERE length(taken) >= 10 AND {which} LIMIT ?"
    found = db.rows(
        f"SELECT id FROM photo WHERE length(taken) >= 10 AND substr(taken, 1, 10) IN ({days})", [*values, _DAYS]
    )
    return people_in(db, [photo for (photo,) in found])


def size(db: LibraryDatabase, photo_id: int) -> Size | None:
    """Of the upright photo in pixels; None for a photo that is not there."""
    row = db.row("SELECT width, height FROM photo WHERE id = ?", [photo_id])
    return None if row is None else Size(*row)
