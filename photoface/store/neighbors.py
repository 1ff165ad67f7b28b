"""The neighbour graph between faces, kept so that moving the strictness needs no new search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from photoface.store.database import LibraryDatabase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NeighborRow: TypeAlias = "tuple[int, NDArray[np.int64], NDArray[np.float32]]"
"""A face id, the ids of its neighbours [k], the angles to them in radians [k]."""


def save(db: LibraryDatabase, model: str, rows: Iterable[NeighborRow]) -> None:
    """Replace the rows of these faces; inside a transaction."""
    db.execute_many(
        "INSERT INTO neighbors (model, face_id, ids, angles) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (model, face_id) DO UPDATE SET ids = excluded.ids, angles = excluded.angles",
        (
            (model, int(face), others.astype("<i8").tobytes(), angles.astype("<f4").tobytes())
            for face, others, angles in rows
        ),
    )


def load(db: LibraryDatabase, model: str) -> list[NeighborRow]:
    """All rows of one embedder, by face id; the arrays are read-only."""
    import numpy as np

    rows = db.rows("SELECT face_id, ids, angles FROM neighbors WHERE model = ? ORDER BY face_id", [model])
    return [(face, np.frombuffer(ids, "<i8"), np.frombuffer(angles, "<f4")) for face, ids, angles in rows]
