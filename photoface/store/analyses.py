"""One analysed photo into the tables: its faces matched to those that are known, none ever deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.faces import PhotoAnalysis
from photoface.domain.geometry import Size
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace, match, reorient
from photoface.store.face_rows import insert_face, known_faces, retire, save_embeddings, turn_faces, update_faces

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
        known = _turn(db, known_faces(db, photo_id), stored, analysis)
        _update_photo(db, photo_id, analysis)
    saved = _save_faces(db, photo_id, known, analysis)
    save_embeddings(db, saved.face_ids, analysis.faces)
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


def _turn(db: LibraryDatabase, known: Sequence[KnownFace], stored: _Stored, analysis: PhotoAnalysis) -> list[KnownFace]:
    _, size, orientation = stored
    if orientation == analysis.orientation:
        return list(known)
    turned = [reorient(face, size, orientation, analysis.orientation) for face in known]
    turn_faces(db, turned)
    return turned


def _save_faces(db: LibraryDatabase, photo_id: int, known: Sequence[KnownFace], analysis: PhotoAnalysis) -> SavedPhoto:
    matched = match(known, analysis.faces)
    update_faces(db, ((face_id, analysis.faces[index]) for index, face_id in matched.items()), analysis.detector)
    retire(db, [face for face in known if face.face_id not in matched.values()])
    ids = [
        matched[index] if index in matched else insert_face(db, photo_id, face, analysis.detector)
        for index, face in enumerate(analysis.faces)
    ]
    return SavedPhoto(photo_id, tuple(ids), tuple(face_id for face_id in ids if face_id not in matched.values()))


def _note_run(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> None:
    # Which faces are retired is now this detector's view: what another one was run for counts no longer.
    db.execute("DELETE FROM analysis WHERE photo_id = ? AND detector <> ?", [photo_id, analysis.detector])
    db.execute_many(
        "INSERT OR IGNORE INTO analysis (photo_id, detector, embedder) VALUES (?, ?, ?)",
        ((photo_id, analysis.detector, embedder) for embedder in analysis.embedders),
    )
