"""What is known of faces without a look at them: which photo they are in, whom a human confirmed them to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoface.store.database import LibraryDatabase

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
