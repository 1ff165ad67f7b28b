"""All decisions of a library as one value, and the part of it that one photo carries."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from photoface.domain.decisions import Decisions, FaceRecord, PersonRecord, PhotoRecord
from photoface.services.decisions.searches import portable_settings
from photoface.services.library import Library
from photoface.store import decided
from photoface.store.decided import DecidedFace, StoredPhoto

Keys = Mapping[int, str]
"""Id of a separation or bond -> a key that is the same wherever the same faces are."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What hangs on faces, by face id. people: id -> uuid."""

    people: Mapping[int, str]
    rejected: Mapping[int, list[str]]
    separations: Mapping[int, list[tuple[str, int]]]
    bonds: Mapping[int, list[str]]
    covers: Mapping[int, list[str]]


def gather(library: Library) -> Decisions:
    """Everything that was decided, in an order that is the same in every library: numbers of rows are not."""
    with library.db.consistent():
        rows, photos = decided.person_rows(library.db), decided.stored_photos(library.db)
        faces = decided.decided_faces(library.db)
        paths = {photo: path for path, photo in reversed(decided.present_paths(library.db))}
        keys, reasons = _keys(library, faces, photos)
        facts = _facts(library, rows, keys)
        apart = _apart(library, photos)
        by_photo = _by_photo(faces, photos, apart)
        people = tuple(PersonRecord(*row[1:5], row[6], row[7]) for row in rows)
        records = tuple(
            replace(_photo(photos[photo], by_photo[photo], facts, paths.get(photo, b"")), apart=apart.get(photo, ()))
            for photo in by_photo
        )
        return Decisions(people, records, reasons, portable_settings(library, facts.people), _extras(library, by_photo))


def part_of(whole: Decisions, photo: PhotoRecord) -> Decisions:
    """What the file of one photo carries: nothing of other photos, and of people no more than is needed there.

    Notes and birth dates stay at home: photos are given away.
    """
    told = {face.person for face in photo.faces} | {
        each for face in photo.faces for each in (*face.rejected, *face.covers)
    }
    people = tuple(replace(person, notes="", birth_date=None) for person in whole.people if person.uuid in told)
    keys = {key for face in photo.faces for key, _ in face.separations} | {
        key for face in photo.faces for key in face.bonds
    }
    reasons = {key: whole.reasons[key] for key in sorted(keys) if key in whole.reasons}
    return Decisions(people, (replace(photo, path=b""),), reasons)


Apart = Mapping[int, tuple[bytes, ...]]
"""Photo id -> identities of photos that look the same and are others."""


def _apart(library: Library, photos: Mapping[int, StoredPhoto]) -> Apart:
    found: dict[int, tuple[bytes, ...]] = defaultdict(tuple)
    for one, other in decided.told_apart(library.db):
        found[one] += (photos[other].identity,)
    return found


def _by_photo(
    faces: Iterable[DecidedFace], photos: Mapping[int, StoredPhoto], apart: Apart
) -> dict[int, list[DecidedFace]]:
    found: dict[int, list[DecidedFace]] = defaultdict(list)
    for face in faces:
        found[face.photo_id].append(face)
    for photo in photos.values():
        if photo.repeat or photo.taken is not None or photo.photo_id in apart:
            found[photo.photo_id] += []
    ordered = sorted(found, key=lambda photo_id: photos[photo_id].identity)
    return {photo_id: sorted(found[photo_id], key=_place) for photo_id in ordered}


def _place(face: DecidedFace) -> tuple[float, ...]:
    return face.box.x, face.box.y, face.box.width, face.box.height, face.face_id


def _photo(photo: StoredPhoto, faces: Iterable[DecidedFace], facts: _Facts, path: bytes) -> PhotoRecord:
    told = tuple(_face(each, facts) for each in faces)
    return PhotoRecord(photo.identity, photo.size, told, photo.repeat, path, photo.taken, photo.words)


def _face(face: DecidedFace, facts: _Facts) -> FaceRecord:
    return FaceRecord(
        face.box,
        face.drawn,
        face.retired,
        face.state,
        None if face.person_id is None else facts.people[face.person_id],
        tuple(sorted(facts.rejected[face.face_id])),
        tuple(sorted(facts.separations[face.face_id])),
        tuple(sorted(facts.bonds[face.face_id])),
        tuple(sorted(facts.covers[face.face_id])),
    )


def _facts(library: Library, rows: Iterable[tuple[Any, ...]], keys: tuple[Keys, Keys]) -> _Facts:
    people = {row[0]: row[1] for row in rows}
    covers, rejected = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for person_id, uuid, *_, cover, _hidden, _created in rows:
        if cover is not None:
            covers[cover].append(uuid)
        assert person_id in people
    for face, person in library.ledger.rejections():
        rejected[face].append(people[person])
    separations, bonds = defaultdict[int, list[tuple[str, int]]](list), defaultdict[int, list[str]](list)
    for number, sides in library.ledger.separations().items():
        for side, members in enumerate(sides):
            for face in members:
                separations[face].append((keys[0][number], side))
    for number, members in library.ledger.bonds().items():
        for face in members:
            bonds[face].append(keys[1][number])
    return _Facts(people, rejected, separations, bonds, covers)


def _keys(
    library: Library, faces: Iterable[DecidedFace], photos: Mapping[int, StoredPhoto]
) -> tuple[tuple[Keys, Keys], dict[str, str]]:
    """Keys of separations and of bonds, and the reasons by key; equal ones of the library are told apart by number."""
    marks = {face.face_id: f"{photos[face.photo_id].identity.hex()} {face.box}" for face in faces}
    why_apart, why_one = decided.group_rows(library.db)
    taken, reasons = set[str](), dict[str, str]()

    def key(kind: str, reason: str, parts: Iterable[tuple[int, ...]]) -> str:
        told = json.dumps([kind, reason, [sorted(marks[face] for face in part) for part in parts]])
        found = hashlib.blake2b(told.encode(), digest_size=12).hexdigest()
        while found in taken:
            found = hashlib.blake2b(found.encode(), digest_size=12).hexdigest()
        taken.add(found)
        reasons[found] = reason
        return found

    apart = {number: key("s", why_apart[number], sides) for number, sides in library.ledger.separations().items()}
    one = {number: key("b", why_one[number], (members,)) for number, members in library.ledger.bonds().items()}
    return (apart, one), reasons


def _extras(library: Library, by_photo: Mapping[int, list[DecidedFace]]) -> dict[str, tuple[dict[str, Any], ...]]:
    """What was answered and reviewed, with faces by place and people by uuid."""
    people = {row[0]: row[1] for row in decided.person_rows(library.db)}
    places = {
        face.face_id: [at, index] for at, photo in enumerate(by_photo) for index, face in enumerate(by_photo[photo])
    }
    draws: dict[Any, list[Any]] = defaultdict(list)
    for draw, face, place, answer in decided.other_rows(library.db, "draw_face"):
        if face in places:
            draws[draw].append([places[face], place, answer])
    return {
        "review": tuple(
            {"face": place, "person": person, "was": was, "correct": correct}
            for place, person, was, correct in sorted(
                (places[face], people[person], was, correct)
                for face, person, was, correct in decided.other_rows(library.db, "review")
                if face in places and person in people
            )
        ),
        "draw": tuple(
            {"person": people[person], "asked_of": asked, "faces": sorted(draws[number], key=itemgetter(1))}
            for number, person, asked in decided.other_rows(library.db, "draw")
            if person in people
        ),
        "answer": tuple(_answer(row, people, places) for row in decided.other_rows(library.db, "answer")),
    }


def _answer(row: tuple[Any, ...], people: Mapping[int, str], places: Mapping[int, list[int]]) -> dict[str, Any]:
    question, answer, *sides = row
    told = []
    for person, faces, size in (sides[:3], sides[3:]):
        known = sorted(places[face] for face in json.loads(faces) if face in places)
        told.append({"person": people.get(person), "faces": known, "size": size})
    return {"question": question, "answer": answer, "sides": told}
