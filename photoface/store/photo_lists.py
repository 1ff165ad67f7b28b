"""Photos, failures and counts as views show them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from photoface.domain.paths import reach
from photoface.domain.people import Photo
from photoface.store.database import LibraryDatabase, Row
from photoface.store.fragments import among, present
from photoface.store.photo_files import PhotoFiles, photo_files
from photoface.store.waiting import COUNT_WAITING


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that cannot be used. kind: as in domain.faces.PhotoFailed."""

    path: bytes
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is present. missing: files that are gone from watched folders; decided: faces a human decided on.

    waiting: files that were found and not read yet; they are among ``files`` too.
    """

    folders: int
    files: int
    photos: int
    faces: int
    decided: int
    people: int
    failed: int
    missing: int
    waiting: int


_WATCHED = "+file.folder_id IN (SELECT folder.id FROM folder WHERE folder.state = 'active')"


def failures(db: LibraryDatabase) -> list[FailedFile]:
    """Present files with a failure, by path."""
    rows = db.rows(
        "SELECT path, failure_kind, failure FROM file INDEXED BY file_failed "
        f"WHERE failure_kind IS NOT NULL AND missing_since IS NULL AND {_WATCHED} ORDER BY path"
    )
    return [FailedFile(*row) for row in rows]


def counts(db: LibraryDatabase) -> Counts:
    """One query a number, but for those of faces; files are counted in an index that holds all that is asked."""
    queries = (
        "SELECT count(*) FROM folder WHERE state = 'active'",
        f"SELECT count(*) FROM file WHERE missing_since IS NULL AND {_WATCHED}",
        f"SELECT count(DISTINCT photo_id) FROM file WHERE missing_since IS NULL AND {_WATCHED}",
        "SELECT count(*) FROM person",
        f"SELECT count(*) FROM file WHERE failure_kind IS NOT NULL AND missing_since IS NULL AND {_WATCHED}",
        f"SELECT count(*) FROM file WHERE missing_since IS NOT NULL AND {_WATCHED}",
        COUNT_WAITING,
    )
    folders, files, photos, people, failed, missing, waiting = (int(db.value(query)) for query in queries)
    faces, decided = _count_faces(db)
    return Counts(folders, files, photos, faces, decided, people, failed, missing, waiting)


def _count_faces(db: LibraryDatabase) -> Row:
    """How many faces are shown, without those that are none, and on how many a human decided."""
    row = db.row(
        "SELECT count(*) - count(iif(verdict.state = 'not_a_face', 1, NULL)), count(verdict.face_id) "
        "FROM face LEFT JOIN verdict ON verdict.face_id = face.id "
        f"WHERE (face.retired = 0 OR verdict.face_id IS NOT NULL) AND {present('face.photo_id')}"
    )
    assert row is not None
    return row


def list_photos(
    db: LibraryDatabase,
    person_id: int | None,
    folder: bytes | None,
    photo_ids: Sequence[int] | None,
    missing: bool,
) -> list[Photo]:
    """Photos from new to old, undated ones last, in the order they came."""
    where, values = filters(person_id, folder, photo_ids)
    with db.consistent():
        rows = db.rows(
            "SELECT photo.id, photo.width, photo.height, photo.taken, photo.damaged "
            f"FROM photo WHERE {where} ORDER BY photo.taken DESC, photo.id",
            values,
        )
        near = [row[0] for row in rows] if values else None
        files, people, faces = photo_files(db, near), _people(db, near), _faces(db, near)
    shown = (_photo(row, files.get(row[0], _NO_FILES), faces[row[0]], people.get(row[0], ())) for row in rows)
    return [photo for photo in shown if missing or photo.files > 0]


def count_photos(db: LibraryDatabase, folder: bytes) -> int:
    """How many photos have a present file below a folder."""
    sql = "SELECT count(DISTINCT photo_id) FROM present_file WHERE path >= ? AND path < ?"
    return int(db.value(sql, reach(folder)))


_NO_FILES = PhotoFiles(b"", 0)


def _photo(row: Row, files: PhotoFiles, faces: int, people: tuple[str, ...]) -> Photo:
    photo_id, width, height, taken, damaged = row
    return Photo(photo_id, files.path, files.present, width, height, taken, faces, people, bool(damaged))


def filters(person_id: int | None, folder: bytes | None, photo_ids: Sequence[int] | None) -> tuple[str, list[Any]]:
    """A condition on photo and its values; None: any."""
    which, values = among("photo.id", photo_ids)  # type: tuple[str, list[Any]]
    terms = [which]
    if person_id is not None:
        terms.append("photo.id IN (SELECT photo_id FROM face JOIN verdict ON face_id = face.id WHERE person_id = ?)")
        values.append(person_id)
    if folder is not None:
        terms.append("photo.id IN (SELECT photo_id FROM file WHERE path >= ? AND path < ?)")
        values.extend(reach(folder))
    return " AND ".join(terms), values


def _faces(db: LibraryDatabase, photo_ids: Sequence[int] | None) -> Counter[int]:
    which, values = among("face.photo_id", photo_ids)
    rows = db.rows(
        "SELECT face.photo_id FROM face LEFT JOIN verdict ON verdict.face_id = face.id "
        f"WHERE {which} AND (face.retired = 0 OR verdict.face_id IS NOT NULL) AND verdict.state IS NOT 'not_a_face'",
        values,
    )
    return Counter(photo_id for (photo_id,) in rows)


def _people(db: LibraryDatabase, photo_ids: Sequence[int] | None) -> dict[int, tuple[str, ...]]:
    which, values = among("face.photo_id", photo_ids)
    names: dict[int, str] = dict(db.rows("SELECT id, name FROM person"))
    found: dict[int, set[str]] = defaultdict(set)
    for photo_id, person_id in db.rows(
        "SELECT face.photo_id, verdict.person_id FROM face JOIN verdict ON verdict.face_id = face.id "
        f"WHERE {which} AND verdict.person_id IS NOT NULL",
        values,
    ):
        found[photo_id].add(names[person_id])
    return {photo_id: tuple(sorted(called)) for photo_id, called in found.items()}
