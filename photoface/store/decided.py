"""All that was decided, in bulk: for exports, and to see what an import would find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from photoface.domain.geometry import Box, Size
from photoface.domain.paths import reach
from photoface.store.database import LibraryDatabase
from photoface.store.face_matching import KnownFace
from photoface.store.face_rows import known_faces
from photoface.store.fragments import among


@dataclass(frozen=True, slots=True)
class DecidedFace:
    """One face with its box and flags; state, person_id: its verdict, or None."""

    face_id: int
    photo_id: int
    box: Box
    drawn: bool
    retired: bool
    state: str | None
    person_id: int | None


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """size: upright; repeat: a mirror or collage; taken, words: a human's date, see domain.decisions."""

    photo_id: int
    identity: bytes
    size: Size
    repeat: bool
    taken: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class PhotoPeople:
    """What a photo's faces are known as: the faces, and by face id verdicts and rejections."""

    faces: tuple[KnownFace, ...]
    verdicts: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    rejected: frozenset[tuple[int, int]] = frozenset()


# A drawn box and a picture of somebody are decisions too; face ids in JSON lists are those of answers.
_TOUCHED = """
SELECT face_id FROM verdict UNION SELECT face_id FROM rejection UNION SELECT face_id FROM separation_face
UNION SELECT face_id FROM bond_face UNION SELECT cover_face_id FROM person WHERE cover_face_id IS NOT NULL
UNION SELECT id FROM face WHERE drawn = 1 UNION SELECT face_id FROM review UNION SELECT face_id FROM draw_face
UNION SELECT value FROM answer, json_each(answer.faces) UNION SELECT value FROM answer, json_each(answer.other_faces)
"""


def decided_faces(db: LibraryDatabase) -> list[DecidedFace]:
    """Every face that a decision is about, by id."""
    rows = db.rows(
        "SELECT face.id, photo_id, x, y, width, height, drawn, retired, state, person_id FROM face "
        f"LEFT JOIN verdict ON verdict.face_id = face.id WHERE face.id IN ({_TOUCHED}) ORDER BY face.id"
    )
    return [
        DecidedFace(face, photo, Box(x, y, width, height), bool(drawn), bool(retired), state, person)
        for face, photo, x, y, width, height, drawn, retired, state, person in rows
    ]


def stored_photos(db: LibraryDatabase) -> dict[int, StoredPhoto]:
    """All photos by id."""
    rows = db.rows(
        "SELECT photo.id, identity, width, height, photo.id IN (SELECT photo_id FROM repeat_photo), dated.taken, words "
        "FROM photo LEFT JOIN dated ON dated.photo_id = photo.id ORDER BY photo.id"
    )
    return {row[0]: StoredPhoto(row[0], row[1], Size(*row[2:4]), bool(row[4]), row[5], row[6] or "") for row in rows}


def photo_ids_by_identity(db: LibraryDatabase) -> dict[bytes, int]:
    """Identity -> photo id of all photos, also of other pictures that are the same photo."""
    return dict(db.rows("SELECT identity, photo_id FROM other_identity UNION ALL SELECT identity, id FROM photo"))


def told_apart(db: LibraryDatabase) -> list[tuple[int, int]]:
    """Pairs of photos that look the same and were said to be two, the smaller id first."""
    return [(one, other) for one, other in db.rows("SELECT photo_id, other_id FROM apart ORDER BY photo_id, other_id")]


def present_paths(db: LibraryDatabase, folders: tuple[bytes, ...] = ()) -> list[tuple[bytes, int]]:
    """Path and photo id of every present file of a photo, by path; only below these folders, if any are given."""
    rows: list[tuple[bytes, int]] = []
    for first, last in [reach(folder) for folder in folders] or [(b"", b"\xff" * 8)]:
        rows += db.rows(
            "SELECT path, photo_id FROM present_file WHERE photo_id IS NOT NULL AND path >= ? AND path < ?",
            [first, last],
        )
    return sorted(set(rows))


def people_in_photo(db: LibraryDatabase, photo_id: int) -> PhotoPeople:
    """The faces of one photo, and what was decided of them."""
    faces = tuple(known_faces(db, photo_id))
    ids = "SELECT id FROM face WHERE photo_id = ?"
    verdicts = db.rows(f"SELECT face_id, state, person_id FROM verdict WHERE face_id IN ({ids})", [photo_id])
    rejected = db.rows(f"SELECT face_id, person_id FROM rejection WHERE face_id IN ({ids})", [photo_id])
    return PhotoPeople(faces, {face: (state, person) for face, state, person in verdicts}, frozenset(rejected))


def decided_ids(db: LibraryDatabase, face_ids: Iterable[int]) -> frozenset[int]:
    """Those of these faces that a human decided on."""
    which, values = among("face_id", face_ids)
    return frozenset(face for (face,) in db.rows(f"SELECT face_id FROM verdict WHERE {which}", values))


def cluster_people(db: LibraryDatabase) -> dict[int, dict[int, list[int]]]:
    """Cluster id -> person id -> faces decided to be that person, of clusters that hold such faces."""
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for cluster, person, face in db.rows(
        "SELECT cluster_id, person_id, verdict.face_id FROM verdict JOIN membership "
        "ON membership.face_id = verdict.face_id WHERE person_id IS NOT NULL ORDER BY verdict.face_id"
    ):
        found[cluster][person].append(face)
    return found


def person_rows(db: LibraryDatabase) -> list[tuple[int, str, str, str | None, str, int | None, bool, str]]:
    """id, uuid, name, birth date, notes, cover face, hidden, created at of everybody, by id."""
    rows = db.rows(
        "SELECT id, uuid, name, birth_date, notes, cover_face_id, hidden, created_at FROM person ORDER BY id"
    )
    return [(*row[:6], bool(row[6]), row[7]) for row in rows]


def settings(db: LibraryDatabase) -> dict[str, str]:
    """All settings of the library."""
    return dict(db.rows("SELECT key, value FROM setting ORDER BY key"))


def group_rows(db: LibraryDatabase) -> tuple[dict[int, str], dict[int, str]]:
    """Reasons of separations and of bonds by id."""
    return dict(db.rows("SELECT id, reason FROM separation")), dict(db.rows("SELECT id, reason FROM bond"))


def other_rows(db: LibraryDatabase, table: str) -> list[tuple[object, ...]]:
    """All rows of 'review', 'draw', 'draw_face' or 'answer', in order."""
    sql = {
        "review": "SELECT face_id, person_id, was, correct FROM review ORDER BY face_id, person_id",
        "draw": "SELECT id, person_id, asked_of FROM draw ORDER BY id",
        "draw_face": "SELECT draw_id, face_id, place, answer FROM draw_face ORDER BY draw_id, face_id",
        "answer": "SELECT question, answer, person_id, faces, size, other_id, other_faces, other_size "
        "FROM answer ORDER BY id",
    }
    return db.rows(sql[table])
