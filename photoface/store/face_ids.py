"""Faces as ids in an order, for long lists: an array of numbers is read in milliseconds, and says all that is needed
to lay a list out; the rows in sight are then read by ``Faces.by_ids``."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from photoface.domain.paths import reach
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import SHOWN, present
from photoface.store.owners import groups_of, owners

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class FaceOrder(StrEnum):
    """By number, the latest photo first (undated ones last), or the best face first; equal ones by number."""

    NUMBER = "face.id"
    DATE = "photo.taken DESC, photo.id, face.id"
    QUALITY = "face.quality DESC, face.id"


_SEEN = (
    "CROSS JOIN face ON face.id = found.face_id CROSS JOIN photo ON photo.id = face.photo_id "
    f"WHERE {present('photo.id')}"
)
_MEMBERS = "SELECT membership.face_id FROM membership WHERE cluster_id IN (SELECT value FROM json_each(?1))"
_UNDECIDED = "AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = membership.face_id)"


def of_group(db: LibraryDatabase, cluster_id: int, order: FaceOrder = FaceOrder.NUMBER) -> NDArray[np.int64]:
    """The faces that ``Faces.list(cluster_id=...)`` shows: present, and not retired unless decided on. int64 [n]."""
    return _ids(
        db, f"WITH found AS ({_MEMBERS}) SELECT face.id FROM found {_SEEN} AND {SHOWN} ORDER BY {order}", cluster_id
    )


def undecided_of_group(db: LibraryDatabase, cluster_id: int, order: FaceOrder = FaceOrder.NUMBER) -> NDArray[np.int64]:
    """Those of a group that nobody decided on: as many as ``Group.faces`` says. int64 [n]."""
    found = f"WITH found AS ({_MEMBERS} {_UNDECIDED}) SELECT face.id FROM found {_SEEN}"
    return _ids(db, f"{found} AND face.retired = 0 ORDER BY {order}", cluster_id)


def decided(db: LibraryDatabase, person_id: int, order: FaceOrder = FaceOrder.NUMBER) -> NDArray[np.int64]:
    """The faces that a human decided to be this person, and that are present. int64 [n]."""
    found = "WITH found AS (SELECT face_id FROM verdict WHERE person_id = ?)"
    return _read(db, f"{found} SELECT face.id FROM found {_SEEN} ORDER BY {order}", [person_id])


def suggested(db: LibraryDatabase, person_id: int, order: FaceOrder = FaceOrder.NUMBER) -> NDArray[np.int64]:
    """The faces that are suggested to be this person: as many as ``Person.suggested`` says. int64 [n]."""
    with db.consistent():
        mine = [cluster for cluster, owner in owners(db, groups_of(db, [person_id])).items() if owner == person_id]
        refused = "AND face_id NOT IN (SELECT face_id FROM rejection WHERE person_id = ?2)"
        found = f"WITH found AS ({_MEMBERS} {_UNDECIDED} {refused}) SELECT face.id FROM found {_SEEN}"
        return _ids(db, f"{found} AND face.retired = 0 ORDER BY {order}", mine, person_id)


def within(
    db: LibraryDatabase, folder: bytes | None = None, since: str | None = None, until: str | None = None
) -> NDArray[np.int64]:
    """Shown faces of photos below a folder, taken from ``since`` on and before ``until``, ISO 8601; int64 [n], rising.

    None: any. An undated photo was taken at no time.
    """
    terms, values = [present("photo.id"), SHOWN], list[object]()
    if folder is not None:
        terms.append("photo.id IN (SELECT photo_id FROM file WHERE path >= ? AND path < ? AND missing_since IS NULL)")
        values += reach(folder)
    for term, value in (("photo.taken >= ?", since), ("photo.taken < ?", until)):
        if value is not None:
            terms.append(term)
            values.append(value)
    sql = (
        f"SELECT face.id FROM face JOIN photo ON photo.id = face.photo_id WHERE {' AND '.join(terms)} ORDER BY face.id"
    )
    return _read(db, sql, values)


def _ids(db: LibraryDatabase, sql: str, clusters: int | Sequence[int], *more: object) -> NDArray[np.int64]:
    wanted = [clusters] if isinstance(clusters, int) else clusters
    return _read(db, sql, [str([int(cluster) for cluster in wanted]), *more])


def _read(db: LibraryDatabase, sql: str, values: Sequence[object]) -> NDArray[np.int64]:
    import numpy as np

    from photoface.store.arrays import table

    return table(db.rows(sql, values), 1, np.int64)[:, 0]
