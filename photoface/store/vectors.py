"""Embeddings on disk and in memory: d bytes a face for a d-dimensional model (FaceNet's "128 bytes a face")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors as UnitRows
from photoface.store.arrays import pieces
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

FaceIds = NDArray[np.int64]
Part = tuple[str, float]
"""An atomic embedder's name and its weight in the joined vector."""


def pack(vectors: UnitRows) -> list[bytes]:
    """Unit float32 [n, d] as n times d bytes: int8, each row scaled so that its largest entry is 127.

    The scale is not stored: a unit vector is found again by normalising. On 3,825 real faces no vector turned by more
    than 0.0105 rad, and TAR at FAR 1e-3 moved by at most 0.0005 (benchmarks/embedding_storage.py).
    """
    largest = np.abs(vectors).max(axis=1, keepdims=True) if len(vectors) else np.ones((0, 1), np.float32)
    rows = np.rint(vectors * (127 / np.maximum(largest, 1e-12))).astype(np.int8)
    return [row.tobytes() for row in rows]


def unpack(blobs: Sequence[bytes]) -> UnitRows:
    """Unit float32 [n, d] from n blobs of d bytes."""
    unit = np.empty((len(blobs), len(blobs[0]) if blobs else 0), np.float32)
    for part in pieces(len(blobs)):
        rows = np.frombuffer(b"".join(blobs[part]), np.int8).reshape(-1, unit.shape[1]).astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        np.divide(rows, np.maximum(lengths, 1)[:, np.newaxis], out=unit[part])
    return unit


class Vectors:
    """The embeddings of a library."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def load(
        self, parts: Sequence[Part], face_ids: Iterable[int] | None = None, *, without: Iterable[int] = ()
    ) -> tuple[FaceIds, UnitRows]:
        """Face ids [n], rising, and joined unit rows [n, d] of all faces that have every part and are not retired.

        Each part's unit rows are multiplied by its weight, put side by side and normalised. face_ids: only of these.
        without: not of those.
        """
        loaded = [self._load_one(model, face_ids, without) for model, _ in parts]
        ids = loaded[0][0]
        for other, _ in loaded[1:]:
            ids = np.intersect1d(ids, other, assume_unique=True)
        weights = np.array([weight for _, weight in parts])
        # Each part is a unit vector, so the length of the joined one is the same for every face.
        return ids, _joined(ids, loaded, weights / np.sqrt((weights**2).sum()))

    def models(self) -> dict[str, int]:
        """Names of the atomic embedders and how many faces each has."""
        return dict(self._db.rows("SELECT model, count(*) FROM embedding GROUP BY model"))

    def _load_one(self, model: str, face_ids: Iterable[int] | None, without: Iterable[int]) -> tuple[FaceIds, UnitRows]:
        which, values = among("face_id", face_ids)
        others, more = among("face_id", without)
        rows = self._db.rows(
            f"SELECT face_id, vector FROM embedding WHERE model = ? AND {which} "
            f"AND NOT {others} AND face_id NOT IN (SELECT id FROM face WHERE retired = 1) ORDER BY face_id",
            [model, *values, *more],
        )
        if not rows:
            return np.empty(0, np.int64), np.empty((0, 0), np.float32)
        return np.array([row[0] for row in rows], np.int64), unpack([row[1] for row in rows])


def _joined(ids: FaceIds, loaded: Sequence[tuple[FaceIds, UnitRows]], weights: NDArray[np.float64]) -> UnitRows:
    if len(loaded) == 1:
        return loaded[0][1]
    joined = np.empty((len(ids), sum(rows.shape[1] for _, rows in loaded)), np.float32)
    start = 0
    for (own, rows), weight in zip(loaded, weights, strict=True):
        chosen = rows if len(own) == len(ids) else rows[np.searchsorted(own, ids)]
        np.multiply(chosen, np.float32(weight), out=joined[:, start : start + rows.shape[1]])
        start += rows.shape[1]
    return joined
