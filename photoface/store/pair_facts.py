"""What is known of faces without a look at them: which photo they are in, whom a human confirmed them to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def photos_of(db: LibraryDatabase) -> dict[int, int]:
    """Face id -> photo id of all faces."""
    return dict(db.rows("SELECT id, photo_id FROM face"))


def confirmed_people(db: LibraryDatabase) -> dict[int, int]:
    """Face id -> person id of the faces that a human looked at; those named by their group are no labels."""
    return dict(db.rows("SELECT face_id, person_id FROM verdict WHERE state = 'confirmed'"))


def decided_rows(db: LibraryDatabase) -> NDArray[np.int64]:
    """Of every face that a human decided to be somebody, by id: face, person, photo, whether somebody looked at it by
    itself (1) or it was named with its group (0), and the year its photo was taken, 0: unknown; int64 [n, 5]."""
    import numpy as np

    from photoface.store.arrays import table

    rows = db.rows(
        "SELECT face.id, verdict.person_id, face.photo_id, verdict.state = 'confirmed', "
        "CAST(substr(coalesce(photo.taken, '0'), 1, 4) AS INTEGER) FROM verdict JOIN face ON face.id = verdict.face_id "
        "JOIN photo ON photo.id = face.photo_id WHERE verdict.person_id IS NOT NULL ORDER BY face.id"
    )
    return table(rows, 5, np.int64)


def seen_faces(db: LibraryDatabase, photo_ids: Iterable[int]) -> dict[int, list[tuple[int, Box]]]:
    """Photo id -> the faces that the present detector found in it, with their boxes as parts of 1."""
    which, values = among("photo.id", photo_ids)
    found = defaultdict[int, list[tuple[int, Box]]](list)
    for photo_id, face_id, *box in db.rows(
        "SELECT photo.id, face.id, x / photo.width, y / photo.height, face.width / photo.width, "
        "face.height / photo.height FROM photo JOIN face ON face.photo_id = photo.id "
        f"WHERE retired = 0 AND drawn = 0 AND {which} ORDER BY face.id",
        values,
    ):
        found[photo_id].append((face_id, Box(*box)))
    return found


def repeat_photos(db: LibraryDatabase) -> list[int]:
    """Ids of the photos that a human called a mirror or collage."""
    return [photo_id for (photo_id,) in db.rows("SELECT photo_id FROM repeat_photo")]


def countable_faces(db: LibraryDatabase, least_quality: float) -> int:
    """How many faces there are to learn from: of this quality and not set aside."""
    sql = (
        "SELECT count(*) FROM face LEFT JOIN verdict ON verdict.face_id = face.id "
        "WHERE face.retired = 0 AND face.quality >= ? AND (verdict.face_id IS NULL OR verdict.person_id IS NOT NULL)"
    )
    return int(db.value(sql, [least_quality]))
