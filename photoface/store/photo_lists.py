"""Photos, failures and counts as views show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from photoface.domain.people import Photo
from photoface.store.database import LibraryDatabase, Row
from photoface.store.folders import reach
from photoface.store.fragments import SHOWN, best_path, present


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that cannot be used. kind: as in domain.faces.PhotoFailed."""

    path: bytes
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is present. missing: files that are gone from watched folders; decided: faces a human decided on."""

    folders: int
    files: int
    photos: int
    faces: int
    decided: int
    people: int
    failed: int
    missing: int


def failures(db: LibraryDatabase) -> list[FailedFile]:
    """Present files with a failure, by path."""
    rows = db.rows("SELECT path, failure_kind, failure FROM present_file WHERE failure_kind IS NOT NULL ORDER BY path")
    return [FailedFile(*row) for row in rows]


def counts(db: LibraryDatabase) -> Counts:
    """One query a number."""
    faces = f"SELECT face.id FROM face WHERE {SHOWN} AND {present('face.photo_id')}"
    queries = (
        "SELECT count(*) FROM folder WHERE state = 'active'",
        "SELECT count(*) FROM present_file",
        "SELECT count(*) FROM present_photo",
        f"SELECT count(*) FROM ({faces}) AS f LEFT JOIN verdict ON verdict.face_id = f.id "
        "WHERE verdict.state IS NOT 'not_a_face'",
        f"SELECT count(*) FROM ({faces}) AS f JOIN verdict ON verdict.face_id = f.id",
        "SELECT count(*) FROM person",
        "SELECT count(*) FROM present_file WHERE failure_kind IS NOT NULL",
        "SELECT count(*) FROM file JOIN folder ON folder.id = folder_id "
        "WHERE missing_since IS NOT NULL AND folder.state = 'active'",
    )
    return Counts(*(int(db.value(query)) for query in queries))


def list_photos(
    db: LibraryDatabase,
    person_id: int | None,
    folder: bytes | None,
    photo_ids: Sequence[int] | None,
    missing: bool,
) -> list[Photo]:
    """Photos from new to old, undated ones last, in the order they came."""
    where, values = _filters(person_id, folder, photo_ids, missing)
    rows = db.rows(
        f"SELECT photo.id, {best_path('photo.id')}, "
        "(SELECT count(*) FROM present_file WHERE photo_id = photo.id), photo.width, photo.height, photo.taken, "
        "(SELECT count(*) FROM face LEFT JOIN verdict ON verdict.face_id = face.id WHERE face.photo_id = photo.id "
        "AND verdict.state IS NOT 'not_a_face' AND (face.retired = 0 OR verdict.state IS NOT NULL)), photo.damaged "
        f"FROM photo WHERE {where} ORDER BY photo.taken IS NULL, photo.taken DESC, photo.id",
        values,
    )
    people = _people(db)
    return [_photo(row, people.get(row[0], ())) for row in rows]


def _photo(row: Row, people: tuple[str, ...]) -> Photo:
    photo_id, path, files, width, height, taken, faces, damaged = row
    return Photo(photo_id, path or b"", files, width, height, taken, faces, people, bool(damaged))


def _filters(
    person_id: int | None, folder: bytes | None, photo_ids: Sequence[int] | None, missing: bool
) -> tuple[str, list[Any]]:
    terms, values = ["TRUE"], []  # type: tuple[list[str], list[Any]]
    if not missing:
        terms.append(present("photo.id"))
    if person_id is not None:
        terms.append("photo.id IN (SELECT photo_id FROM face JOIN verdict ON face_id = face.id WHERE person_id = ?)")
        values.append(person_id)
    if folder is not None:
        terms.append("photo.id IN (SELECT photo_id FROM file WHERE path >= ? AND path < ?)")
        values.extend(reach(folder))
    if photo_ids is not None:
        terms.append("photo.id IN (SELECT value FROM json_each(?))")
        values.append(f"[{','.join(str(int(each)) for each in photo_ids)}]")
    return " AND ".join(terms), values


def _people(db: LibraryDatabase) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for photo_id, name in db.rows(
        "SELECT DISTINCT face.photo_id, person.name FROM verdict JOIN face ON face.id = verdict.face_id "
        "JOIN person ON person.id = verdict.person_id ORDER BY person.name"
    ):
        found[photo_id].append(name)
    return {photo_id: tuple(names) for photo_id, names in found.items()}
