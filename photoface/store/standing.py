"""Where everything stands, in arrays: what is asked next is worked out from all faces at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from photoface.store.arrays import table
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import present

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of a date that is no more than a year or a month the last day counts: what is forbidden is forbidden for certain.
_DAY = "julianday(substr(taken || substr('0000-12-31', length(taken) + 1), 1, 10))"

_FACES = f"""
SELECT face.id, face.photo_id, face.quality, face.width * face.height, coalesce({_DAY}, -1)
FROM face CROSS JOIN photo ON photo.id = face.photo_id
WHERE face.retired = 0 AND {present("face.photo_id")} ORDER BY face.id
"""


def seen_state(db: LibraryDatabase, model: str) -> tuple[int, ...]:
    """Equal as long as faces, their embeddings, the files that show them and the days of photos are the same."""
    found = db.row(
        "SELECT (SELECT count(*) FROM embedding WHERE model = ?), (SELECT max(id) FROM face), "
        "(SELECT count(*) FROM face WHERE retired = 1), "
        "(SELECT count(*) || ' ' || coalesce(sum(id), 0) FROM file WHERE missing_since IS NOT NULL), "
        "(SELECT count(*) FROM file), (SELECT group_concat(state) FROM folder), "
        f"(SELECT max(id) || ' ' || total({_DAY}) FROM photo)",
        [model],
    )
    return found or ()


def faces(db: LibraryDatabase) -> NDArray[np.float64]:
    """Id, photo, quality, area in pixels, day taken (Julian, -1 unknown) of each present face by id: float64 [n, 5]."""
    return table(db.rows(_FACES), 5, np.float64)


def memberships(db: LibraryDatabase) -> NDArray[np.int64]:
    """Face and group, by face: int64 [m, 2]."""
    return table(db.rows("SELECT face_id, cluster_id FROM membership ORDER BY face_id"), 2, np.int64)


def verdicts(db: LibraryDatabase) -> NDArray[np.int64]:
    """Face and person (0: set aside), by face: int64 [m, 2]."""
    sql = "SELECT face_id, coalesce(person_id, 0) FROM verdict ORDER BY face_id"
    return table(db.rows(sql), 2, np.int64)


def rejections(db: LibraryDatabase) -> NDArray[np.int64]:
    """Face and person it is not: int64 [m, 2]."""
    return table(db.rows("SELECT face_id, person_id FROM rejection"), 2, np.int64)


def separated(db: LibraryDatabase) -> NDArray[np.int64]:
    """Separation, face, side (0 or 1): int64 [m, 3]."""
    return table(db.rows("SELECT separation_id, face_id, side FROM separation_face"), 3, np.int64)


def repeat_photos(db: LibraryDatabase) -> NDArray[np.int64]:
    """Photos in which one person may be twice: int64 [m]."""
    return table(db.rows("SELECT photo_id FROM repeat_photo"), 1, np.int64)[:, 0]


def births(db: LibraryDatabase) -> dict[int, float]:
    """Person -> Julian day of birth, of those that have one."""
    rows = db.rows("SELECT id, julianday(birth_date) FROM person WHERE birth_date IS NOT NULL")
    return {person: day for person, day in rows if day is not None}


def hidden_people(db: LibraryDatabase) -> list[int]:
    """People whom nobody wants to be asked about."""
    return [person for (person,) in db.rows("SELECT id FROM person WHERE hidden = 1")]


def ignored_groups(db: LibraryDatabase) -> NDArray[np.int64]:
    """Face, and a number for all of one group that somebody ignored at once and did not take back: int64 [m, 2]."""
    sql = (
        "SELECT key ->> 'face_id', dense_rank() OVER (ORDER BY operation.id, before ->> 'cluster_id') FROM operation "
        "CROSS JOIN change ON change.operation_id = operation.id WHERE operation.kind IN ('ignored', 'hide') "
        "AND operation.state = 'done' AND table_name = 'membership' AND before IS NOT NULL"
    )
    return table(db.rows(sql), 2, np.int64)
