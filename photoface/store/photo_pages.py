"""Photos as long lists need them: ids in order, and pages by the key of the last row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from photoface.domain.people import Photo
from photoface.store import photo_lists
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among, present

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# NULL is smaller than every text, so undated photos come last.
_ORDER = "ORDER BY photo.taken DESC, photo.id"


# A photo that another present one is shown for.
_HIDDEN = f"(SELECT photo_id FROM twin WHERE first_id <> photo_id AND {present('first_id')})"


def photo_ids(
    db: LibraryDatabase, person_id: int | None = None, folder: bytes | None = None, *, folded: bool = False
) -> NDArray[np.int64]:
    """Ids of all present photos from new to old, undated ones last: the order of ``Photos.list()``. int64 [n].

    folded: without those that another one is shown for.
    """
    import numpy as np

    from photoface.store.arrays import table

    where, values = photo_lists.filters(person_id, folder, None)
    if folded:
        where += f" AND photo.id NOT IN {_HIDDEN}"
    rows = db.rows(f"SELECT photo.id FROM photo WHERE {where} AND {present('photo.id')} {_ORDER}", values)
    return table(rows, 1, np.int64)[:, 0]


def copies(db: LibraryDatabase, photo_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Photo id -> how many other present photos it is shown for, where there are any; of these, or of all."""
    which, values = among("first_id", photo_ids)
    sql = (
        f"SELECT first_id, count(*) FROM twin WHERE {which} AND photo_id <> first_id AND {present('photo_id')} "
        "GROUP BY first_id"
    )
    return dict(db.rows(sql, values))


def months(db: LibraryDatabase, *, folded: bool = False) -> list[tuple[str, int]]:
    """Months (YYYY-MM; empty for undated photos) of the present photos with how many, from new to old."""
    shown = f"photo.id NOT IN {_HIDDEN}" if folded else "TRUE"
    sql = (
        f"SELECT coalesce(substr(photo.taken, 1, 7), ''), count(*) FROM photo WHERE {present('photo.id')} "
        f"AND {shown} GROUP BY 1 ORDER BY 1 DESC"
    )
    return [(month, count) for month, count in db.rows(sql)]


def photo_page(db: LibraryDatabase, limit: int, after: Photo | None = None) -> list[Photo]:
    """The first ``limit`` photos of that order, or those that follow the one given, even if that is gone by now.

    Whether a photo is present is only looked up for as many as are shown: it is most of the work.
    """
    found: list[Photo] = []
    key, wanted = None if after is None else (after.taken, after.photo_id), limit + limit // 4
    with db.consistent():
        while len(found) < limit and (rows := _following(db, wanted, key)):
            found += photo_lists.list_photos(db, None, None, [row[0] for row in rows], missing=False)
            key, wanted = (rows[-1][1], rows[-1][0]), 2 * wanted
    return found[:limit]


def _following(db: LibraryDatabase, limit: int, key: tuple[str | None, int] | None) -> list[tuple[int, str | None]]:
    where, values = _after(key)
    sql = f"SELECT photo.id, photo.taken FROM photo WHERE {where} {_ORDER} LIMIT ?"
    return [(row[0], row[1]) for row in db.rows(sql, [*values, limit])]


def _after(key: tuple[str | None, int] | None) -> tuple[str, Sequence[object]]:
    """A condition and its values: what comes behind (taken, photo id)."""
    if key is None:
        return "TRUE", []
    taken, photo_id = key
    if taken is None:
        return "photo.taken IS NULL AND photo.id > ?", [photo_id]
    return "(photo.taken < ? OR photo.taken = ? AND photo.id > ? OR photo.taken IS NULL)", [taken, taken, photo_id]
