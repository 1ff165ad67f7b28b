"""The neighbour graph between faces, kept so that moving the strictness needs no new search."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.store.database import LibraryDatabase

Ids = NDArray[np.int64]
Angles = NDArray[np.float32]


class Neighbors:
    """Edges between face ids per embedder of the library; rebuildable at any time."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def save(self, model: str, faces: Ids, others: Ids, angles: Angles) -> None:
        """Replace the edges of every face in ``faces`` [m] by those given: to ``others`` [m], radians [m]."""
        order = np.argsort(faces, kind="stable")
        own, starts = np.unique(faces[order], return_index=True)
        ids = np.split(others[order].astype("<i8"), starts[1:])
        far = np.split(angles[order].astype("<f4"), starts[1:])
        with self._db.atomic():
            self._db.execute_many(
                "INSERT INTO neighbors (model, face_id, ids, angles) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (model, face_id) DO UPDATE SET ids = excluded.ids, angles = excluded.angles",
                (
                    (model, int(face), near.tobytes(), wide.tobytes())
                    for face, near, wide in zip(own, ids, far, strict=True)
                ),
            )

    def load(self, model: str) -> tuple[Ids, Ids, Angles]:
        """All edges: faces [m], others [m], radians [m]."""
        rows = self._db.rows("SELECT face_id, ids, angles FROM neighbors WHERE model = ? ORDER BY face_id", [model])
        others = np.frombuffer(b"".join(row[1] for row in rows), "<i8").astype(np.int64)
        angles = np.frombuffer(b"".join(row[2] for row in rows), "<f4").astype(np.float32)
        counts = [len(row[2]) // 4 for row in rows]
        return np.repeat(np.array([row[0] for row in rows], np.int64), counts), others, angles

    def clear(self, model: str | None = None) -> None:
        """Forget the edges of one embedder, or all."""
        with self._db.atomic():
            self._db.execute("DELETE FROM neighbors WHERE ?1 IS NULL OR model = ?1", [model])
