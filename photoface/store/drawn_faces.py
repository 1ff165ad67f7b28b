"""Faces in boxes that a human drew: what a machine saw there is kept beside, and told apart when it saw another place.

Box and ``drawn`` are decisions and written through the journal; landmarks, quality and embeddings are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.faces import FaceAnalysis
from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace, Landmarks
from photoface.store.face_rows import known_faces, save_embeddings

INSIDE, AROUND = 3, 0.25
"""Of five landmarks, how many lie in a box that still shows the face they were found on, widened by so much of its
sides at each end: eyes and nose of a profile may stick out."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Of the faces of one photo: ids of those that a human drew; unread: whose embedding is missing or of elsewhere.

    compared: drawn ones that have an embedding, of their place, of the models asked for.
    """

    ids: frozenset[int]
    unread: tuple[int, ...]
    compared: frozenset[int]


def drawn_in(db: LibraryDatabase, photo_id: int, models: Sequence[str], detector: str) -> Drawn:
    """What was drawn in a photo. models, detector: those that the library works with."""
    known = [face for face in known_faces(db, photo_id) if not face.retired]
    read = _embedded(db, [face.face_id for face in known], models)
    strayed = {face.face_id for face in known if strays(face)}
    drawn = frozenset(face.face_id for face in known if face.drawn)
    blind = {face.face_id for face in known if face.landmarks is None}
    notes: dict[int, str] = dict(db.rows("SELECT id, detector FROM face WHERE photo_id = ?", [photo_id]))
    empty = {face.face_id for face in known if notes[face.face_id] == empty_note(detector, face.box)}
    unread = tuple(sorted((((drawn | blind) - read) | strayed) - empty))
    return Drawn(drawn, unread, frozenset((drawn & read) - strayed))


def photos_with_drawn(db: LibraryDatabase) -> list[int]:
    """Ids of the photos that somebody drew a face into."""
    rows = db.rows("SELECT DISTINCT photo_id FROM face WHERE drawn = 1 AND retired = 0 ORDER BY photo_id")
    return [photo_id for (photo_id,) in rows]


def empty_note(detector: str, box: Box) -> str:
    """What stands in the place of a face's detector when this one saw no face in this box: nobody asks it again."""
    return f"none by {detector} at {box.x:.0f} {box.y:.0f} {box.width:.0f} {box.height:.0f}"


def strays(face: KnownFace) -> bool:
    """The box was moved away from the face that landmarks and embedding are of."""
    return face.landmarks is not None and not shows(face.box, face.landmarks)


def shows(box: Box, landmarks: Landmarks) -> bool:
    """Whether a box shows the face with these landmarks, float32 [5, 2]."""
    (x, y), half = box.center, 0.5 + AROUND
    across = abs(landmarks[:, 0] - x) <= half * box.width
    down = abs(landmarks[:, 1] - y) <= half * box.height
    return int((across & down).sum()) >= INSIDE


def forget_seen(db: LibraryDatabase, face_id: int, note: str) -> None:
    """What a machine saw of this face counts no more: its place is another one, and empty. note: see empty_note."""
    with db.atomic():
        sql = "UPDATE face SET landmarks = NULL, score = 1, quality = 0, detector = ? WHERE id = ?"
        db.execute(sql, [note, face_id])
        for table in ("embedding", "neighbors"):
            db.execute(f"DELETE FROM {table} WHERE face_id = ?", [face_id])


def save_seen(db: LibraryDatabase, face_id: int, face: FaceAnalysis, quality: float, detector: str) -> None:
    """What a machine saw in the box of this face; the box stays. quality: what it counts for."""
    with db.atomic():
        landmarks = face.detection.landmarks.astype("<f4").tobytes()
        score = float(face.detection.score)
        sql = "UPDATE face SET landmarks = ?, score = ?, quality = ?, detector = ? WHERE id = ?"
        db.execute(sql, [landmarks, score, quality, detector, face_id])
        db.execute("DELETE FROM neighbors WHERE face_id = ?", [face_id])
        save_embeddings(db, [face_id], [face])


def _embedded(db: LibraryDatabase, face_ids: Sequence[int], models: Sequence[str]) -> frozenset[int]:
    """Those that have an embedding of every model."""
    ids, names = str([int(each) for each in face_ids]), sorted(set(models))
    rows = db.rows(
        f"SELECT face_id FROM embedding WHERE model IN ({', '.join('?' * len(names))}) "
        "AND face_id IN (SELECT value FROM json_each(?)) GROUP BY face_id HAVING count(*) = ?",
        [*names, ids, len(names)],
    )
    return frozenset(face_id for (face_id,) in rows)
