"""One analysed photo into the tables: its faces matched to those that are known, none ever deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoface.domain.faces import FaceAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box, Size
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace, Landmarks, match, reorient
from photoface.store.vectors import pack

_Stored = tuple[int, Size, int]
"""Photo id, size when upright, EXIF orientation, as they are stored."""


@dataclass(frozen=True, slots=True)
class SavedPhoto:
    """What became of an analysis. face_ids: in the analysis' order; new_face_ids: those of them not known before."""

    photo_id: int
    face_ids: tuple[int, ...]
    new_face_ids: tuple[int, ...]


def save_photo(db: LibraryDatabase, analysis: PhotoAnalysis) -> SavedPhoto:
    """Store photo, faces, embeddings and what was run; inside a transaction."""
    stored = _stored_photo(db, analysis.identity)
    if stored is None:
        photo_id, known = _insert_photo(db, analysis), []
    else:
        photo_id = stored[0]
        known = _turn(db, _known_faces(db, photo_id), stored, analysis)
        _update_photo(db, photo_id, analysis)
    saved = _save_faces(db, photo_id, known, analysis)
    _save_embeddings(db, saved.face_ids, analysis.faces)
    _note_run(db, photo_id, analysis)
    return saved


def _stored_photo(db: LibraryDatabase, identity: bytes) -> _Stored | None:
    row = db.row("SELECT id, width, height, orientation FROM photo WHERE identity = ?", [identity])
    return None if row is None else (row[0], Size(row[1], row[2]), row[3])


def _insert_photo(db: LibraryDatabase, analysis: PhotoAnalysis) -> int:
    cursor = db.execute(
        "INSERT INTO photo (identity, width, height, orientation, format, taken, damaged, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [analysis.identity, *_shown(analysis), now()],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _update_photo(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> None:
    db.execute(
        "UPDATE photo SET width = ?, height = ?, orientation = ?, format = ?, taken = coalesce(?, taken), damaged = ? "
        "WHERE id = ?",
        [*_shown(analysis), photo_id],
    )


def _shown(analysis: PhotoAnalysis) -> tuple[int, int, int, str, str | None, bool]:
    size = analysis.size
    return size.width, size.height, analysis.orientation, analysis.format, analysis.taken, analysis.damaged


def _known_faces(db: LibraryDatabase, photo_id: int) -> list[KnownFace]:
    rows = db.rows("SELECT id, x, y, width, height, landmarks, drawn, retired FROM face WHERE photo_id = ?", [photo_id])
    return [
        KnownFace(face_id, Box(x, y, width, height), _landmarks(blob), bool(drawn), bool(retired))
        for face_id, x, y, width, height, blob, drawn, retired in rows
    ]


def _landmarks(blob: bytes | None) -> Landmarks | None:
    return None if blob is None else np.frombuffer(blob, np.dtype("<f4")).reshape(5, 2)


def _turn(db: LibraryDatabase, known: Sequence[KnownFace], stored: _Stored, analysis: PhotoAnalysis) -> list[KnownFace]:
    _, size, orientation = stored
    if orientation == analysis.orientation:
        return list(known)
    turned = [reorient(face, size, orientation, analysis.orientation) for face in known]
    db.execute_many(
        "UPDATE face SET x = ?, y = ?, width = ?, height = ?, landmarks = ? WHERE id = ?",
        ((*_box(face.box), _blob(face.landmarks), face.face_id) for face in turned),
    )
    return turned


def _save_faces(db: LibraryDatabase, photo_id: int, known: Sequence[KnownFace], analysis: PhotoAnalysis) -> SavedPhoto:
    matched = match(known, analysis.faces)
    _update_faces(db, matched, analysis)
    _retire(db, [face for face in known if face.face_id not in matched.values()])
    ids = [
        matched[index] if index in matched else _insert_face(db, photo_id, face, analysis.detector)
        for index, face in enumerate(analysis.faces)
    ]
    return SavedPhoto(photo_id, tuple(ids), tuple(face_id for face_id in ids if face_id not in matched.values()))


def _insert_face(db: LibraryDatabase, photo_id: int, face: FaceAnalysis, detector: str) -> int:
    cursor = db.execute(
        "INSERT INTO face (x, y, width, height, landmarks, score, quality, detector, photo_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*_seen(face, detector), photo_id],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _update_faces(db: LibraryDatabase, matched: Mapping[int, int], analysis: PhotoAnalysis) -> None:
    # A box that a human drew stays as drawn.
    db.execute_many(
        "UPDATE face SET x = iif(drawn, x, ?1), y = iif(drawn, y, ?2), width = iif(drawn, width, ?3), "
        "height = iif(drawn, height, ?4), landmarks = ?5, score = ?6, quality = ?7, detector = ?8, retired = 0 "
        "WHERE id = ?9",
        ((*_seen(analysis.faces[index], analysis.detector), face_id) for index, face_id in matched.items()),
    )


def _retire(db: LibraryDatabase, unmatched: Sequence[KnownFace]) -> None:
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


def _save_embeddings(db: LibraryDatabase, face_ids: Sequence[int], faces: Sequence[FaceAnalysis]) -> None:
    rows = [
        (model, face_id, pack(vector[np.newaxis])[0])
        for face_id, face in zip(face_ids, faces, strict=True)
        for model, vector in face.embeddings.items()
    ]
    db.execute_many(
        "INSERT INTO embedding (model, face_id, vector) VALUES (?, ?, ?) "
        "ON CONFLICT (model, face_id) DO UPDATE SET vector = excluded.vector",
        rows,
    )


def _note_run(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> None:
    # Which faces are retired is now this detector's view: what another one was run for counts no longer.
    db.execute("DELETE FROM analysis WHERE photo_id = ? AND detector <> ?", [photo_id, analysis.detector])
    db.execute_many(
        "INSERT OR IGNORE INTO analysis (photo_id, detector, embedder) VALUES (?, ?, ?)",
        ((photo_id, analysis.detector, embedder) for embedder in analysis.embedders),
    )
