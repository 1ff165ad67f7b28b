"""One analysed photo into the tables: its faces matched to those that are known, none ever deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from photoface.domain.faces import PhotoAnalysis
from photoface.domain.geometry import Size
from photoface.store import identities
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace, match, reorient, resize
from photoface.store.face_rows import insert_face, known_faces, retire, save_embeddings, turn_faces, update_faces


@dataclass(frozen=True, slots=True)
class SavedPhoto:
    """What became of an analysis. face_ids: in the analysis' order; new_face_ids: those of them not known before."""

    photo_id: int
    face_ids: tuple[int, ...]
    new_face_ids: tuple[int, ...]


def save_photo(db: LibraryDatabase, analysis: PhotoAnalysis, partner: int | None = None) -> SavedPhoto:
    """Store photo, faces, embeddings and what was run; inside a transaction.

    partner: the photo that a picture nobody knows is another file of.
    """
    found = identities.find(db, analysis.identity, analysis.former, analysis.orientation)
    photo_id = partner if found is None else found[0]
    if photo_id is None:
        photo_id, known = _insert_photo(db, analysis), []
    else:
        known = _placed(db, photo_id, analysis)
        _update_photo(db, photo_id, analysis)
        identities.note(db, photo_id, analysis)
    saved = _save_faces(db, photo_id, known, analysis)
    save_embeddings(db, saved.face_ids, analysis.faces)
    _note_run(db, photo_id, analysis)
    return saved


def _insert_photo(db: LibraryDatabase, analysis: PhotoAnalysis) -> int:
    cursor = db.execute(
        "INSERT INTO photo (identity, width, height, orientation, format, damaged, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [analysis.identity, *_shown(analysis), now()],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _update_photo(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> None:
    db.execute(
        "UPDATE photo SET width = ?, height = ?, orientation = ?, format = ?, damaged = ? WHERE id = ?",
        [*_shown(analysis), photo_id],
    )


def _shown(analysis: PhotoAnalysis) -> tuple[int, int, int, str, bool]:
    size = analysis.size
    return size.width, size.height, analysis.orientation, analysis.format, analysis.damaged


def _placed(db: LibraryDatabase, photo_id: int, analysis: PhotoAnalysis) -> list[KnownFace]:
    """The faces of a known photo where this file shows them.

    The same pixels may be turned; another file of the photo, raw or JPEG, is upright like it and may be larger.
    """
    row = db.row("SELECT identity, width, height, orientation FROM photo WHERE id = ?", [photo_id])
    assert row is not None
    known, size = known_faces(db, photo_id), Size(row[1], row[2])
    same = row[0] in (analysis.identity, *analysis.former)
    if row[3] == analysis.orientation if same else size == analysis.size:
        return known
    turned = partial(reorient, shown=size, old=row[3], new=analysis.orientation)
    moved = list(map(turned if same else partial(resize, old=size, new=analysis.size), known))
    turn_faces(db, moved)
    return moved


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
