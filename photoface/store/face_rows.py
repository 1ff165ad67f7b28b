"""Rows of faces and their embeddings: boxes in pixels of the upright photo, landmarks as 40 bytes of float32."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from photoface.domain.faces import FaceAnalysis
from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace, Landmarks


def known_faces(db: LibraryDatabase, photo_id: int) -> list[KnownFace]:
    """All faces of a photo, retired ones too."""
    rows = db.rows("SELECT id, x, y, width, height, landmarks, drawn, retired FROM face WHERE photo_id = ?", [photo_id])
    return [
        KnownFace(face_id, Box(x, y, width, height), _landmarks(blob), bool(drawn), bool(retired))
        for face_id, x, y, width, height, blob, drawn, retired in rows
    ]


def insert_face(db: LibraryDatabase, photo_id: int, face: FaceAnalysis, detector: str) -> int:
    """A new face; its id."""
    cursor = db.execute(
        "INSERT INTO face (x, y, width, height, landmarks, score, quality, detector, photo_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*_seen(face, detector), photo_id],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def update_faces(db: LibraryDatabase, found: Iterable[tuple[int, FaceAnalysis]], detector: str) -> None:
    """What was found now of known faces, by face id. A box that a human drew stays as drawn."""
    db.execute_many(
        "UPDATE face SET x = iif(drawn, x, ?1), y = iif(drawn, y, ?2), width = iif(drawn, width, ?3), "
        "height = iif(drawn, height, ?4), landmarks = ?5, score = ?6, quality = ?7, detector = ?8, retired = 0 "
        "WHERE id = ?9",
        ((*_seen(face, detector), face_id) for face_id, face in found),
    )


def turn_faces(db: LibraryDatabase, turned: Iterable[KnownFace]) -> None:
    """New places of faces whose photo is shown another way."""
    db.execute_many(
        "UPDATE face SET x = ?, y = ?, width = ?, height = ?, landmarks = ? WHERE id = ?",
        ((*_box(face.box), _blob(face.landmarks), face.face_id) for face in turned),
    )


def retire(db: LibraryDatabase, unmatched: Iterable[KnownFace]) -> None:
    """Faces that were not found again; one that a human drew never retires."""
    db.execute_many(
        "UPDATE face SET retired = 1 WHERE id = ?",
        ((face.face_id,) for face in unmatched if not face.drawn and not face.retired),
    )


def _seen(face: FaceAnalysis, detector: str) -> tuple[object, ...]:
    seen = face.detection
    return *_box(seen.box), _blob(seen.landmarks), float(seen.score), float(face.quality), detector


def _box(box: Box) -> tuple[float, float, float, float]:
    return float(box.x), float(box.y), float(box.width), float(box.height)


def _blob(landmarks: Landmarks | None) -> bytes | None:
    return None if landmarks is None else landmarks.astype("<f4").tobytes()


def save_embeddings(db: LibraryDatabase, face_ids: Sequence[int], faces: Sequence[FaceAnalysis]) -> None:
    """The embeddings of these faces; those of other models stay beside."""
    from photoface.store.vectors import pack

    rows = [
        (model, face_id, pack(vector[None])[0])
        for face_id, face in zip(face_ids, faces, strict=True)
        for model, vector in face.embeddings.items()
    ]
    db.execute_many(
        "INSERT INTO embedding (model, face_id, vector) VALUES (?, ?, ?) "
        "ON CONFLICT (model, face_id) DO UPDATE SET vector = excluded.vector",
        rows,
    )


def _landmarks(blob: bytes | None) -> Landmarks | None:
    import numpy as np

    return None if blob is None else np.frombuffer(blob, np.dtype("<f4")).reshape(5, 2)
