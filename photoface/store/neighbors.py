"""The neighbour graph between faces, kept so that moving the strictness needs no new search."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from photoface.store.database import LibraryDatabase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NeighborLists: TypeAlias = "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]"
"""Faces [r], how many neighbours each has [r], and one list after the other, nearest first: their ids [m], the angles
to them in radians [m]."""


def save(db: LibraryDatabase, model: str, lists: NeighborLists) -> None:
    """Replace the lists of these faces; inside a transaction."""
    faces, sizes, others, angles = lists
    ids, radians = memoryview(others.astype("<i8").tobytes()), memoryview(angles.astype("<f4").tobytes())
    ends = sizes.cumsum()
    ranges = zip(faces.tolist(), (ends - sizes).tolist(), ends.tolist(), strict=True)
    db.execute_many(
        "INSERT INTO neighbors (model, face_id, ids, angles) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (model, face_id) DO UPDATE SET ids = excluded.ids, angles = excluded.angles",
        ((model, face, ids[8 * start : 8 * end], radians[4 * start : 4 * end]) for face, start, end in ranges),
    )


def load(db: LibraryDatabase, model: str) -> NeighborLists:
    """All lists of one embedder, by face id; the neighbours and angles are read-only."""
    import numpy as np

    rows = db.rows("SELECT face_id, ids, angles FROM neighbors WHERE model = ? ORDER BY face_id", [model])
    faces, ids, angles = zip(*rows, strict=True) if rows else ((), (), ())
    sizes = np.fromiter(map(len, angles), np.int64, len(angles)) // 4
    others, radians = np.frombuffer(b"".join(ids), "<i8"), np.frombuffer(b"".join(angles), "<f4")
    return np.array(faces, np.int64), sizes, others, radians
