"""Corrections: single faces are confirmed, moved, rejected or taken out; no others change with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.people import Face, FaceState, Person
from photoface.services.deciding.naming import decide, new_person
from photoface.services.deciding.references import (
    GroupRef,
    clean_name,
    faces_by_id,
    person_or_group,
    somebody,
    undecided_of_group,
)
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.remembering import SAME, Asked, remember, told_apart
from photoface.services.review.reviewing import note_wrong
from photoface.store.journal import Recorder


def assign(library: Library, face_ids: tuple[int, ...], reference: str) -> Outcome:
    """These faces are this person (a new one, if nobody has that name): ``confirmed``, for a human looked at each."""
    faces = faces_by_id(face_ids, library.faces)
    person = somebody(reference, library.people)
    name = person.name if person else clean_name(reference)
    home = library.groups.home_of(person.person_id) if person else None
    with library.journal.operation("assign", f"assign {_faces(faces)} to {name}") as record:
        person_id = person.person_id if person else new_person(record, name)
        take_in(library, record, faces, person_id, home)
    notes = () if person else (f"{name} is new here",)
    return Outcome(record.operation_id, f"{_faces(faces)} confirmed as {name}", len(faces), person_id, notes=notes)


def confirm(library: Library, face_ids: tuple[int, ...]) -> Outcome:
    """Each face is whom it is suggested or named to be."""
    faces = faces_by_id(face_ids, library.faces)
    lost = [face.face_id for face in faces if face.person_id is None]
    if lost:
        raise Conflict(
            f"Face {lost[0]} is suggested to be nobody, so there is nothing to confirm; nothing was changed. "
            f"To say who it is: photoface assign {lost[0]} NAME"
        )
    names = ", ".join(sorted({str(face.person) for face in faces}))
    with library.journal.operation("confirm", f"confirm {_faces(faces)} as {names}") as record:
        for person_id in {face.person_id for face in faces}:
            decide(record, [face for face in faces if face.person_id == person_id], FaceState.CONFIRMED, person_id)
    return Outcome(record.operation_id, f"confirmed {_faces(faces)} as {names}", len(faces))


def reject(library: Library, face_ids: tuple[int, ...], reference: str) -> Outcome:
    """These faces are not this person, now and at every later grouping."""
    faces, person = faces_by_id(face_ids, library.faces), library.people.find(reference)
    with library.journal.operation("reject", f"{_faces(faces)}: not {person.name}") as record:
        turn_away(library, record, faces, person.person_id)
    return Outcome(record.operation_id, f"{_faces(faces)}: not {person.name}", len(faces), person.person_id)


def part(library: Library, source: str, target: str) -> Outcome:
    """Different people: a group and a person, or another group, never join by themselves; two people are two."""
    one, other = person_or_group(source, library.people), person_or_group(target, library.people)
    if one == other:
        raise BadRequest("That is one and the same; nothing was changed.")
    if isinstance(one, Person) and isinstance(other, Person):
        return _two_people(library, one, other)
    if isinstance(one, Person):
        one, other = other, one
    assert isinstance(one, GroupRef)
    faces = undecided_of_group(one.cluster_id, library.faces)
    if isinstance(other, Person):
        return reject(library, tuple(face.face_id for face in faces), f"#{other.person_id}")
    others = undecided_of_group(other.cluster_id, library.faces)
    summary = f"{_faces(faces)} and {_faces(others)}: different people"
    with library.journal.operation("different", summary) as record:
        _separate(record, (faces, others), "different people")
    return Outcome(record.operation_id, summary, len(faces) + len(others), cluster_id=one.cluster_id)


def _two_people(library: Library, one: Person, other: Person) -> Outcome:
    asked = Asked(SAME, ("person", one.person_id), ("person", other.person_id))
    summary = f"{one.name} and {other.name}: different people"
    if told_apart(library, one.person_id, other.person_id):
        return Outcome(None, f"{summary}, as was said before; nothing was changed")
    return remember(library, asked, "no", "different", summary)


def split(library: Library, face_ids: tuple[int, ...]) -> Outcome:
    """These faces leave their person or group for a group of their own; the two never join again by themselves."""
    faces = faces_by_id(face_ids, library.faces)
    alone = [face.face_id for face in faces if face.person_id is None and face.cluster_id is None]
    if alone:
        raise Conflict(f"Face {alone[0]} is in no group and nobody's; nothing was changed.")
    if _whole_group(library, faces):
        return Outcome(
            None, f"{_faces(faces)}: a whole group already; nothing was changed", 0, None, faces[0].cluster_id
        )
    with library.journal.operation("split", f"split off {_faces(faces)}") as record:
        cluster_id = _split_off(library, record, faces)
    summary = f"split off {_faces(faces)} into group {cluster_id}"
    return Outcome(record.operation_id, summary, len(faces), cluster_id=cluster_id)


def split_parts(library: Library, parts: Sequence[Sequence[int]]) -> Outcome:
    """Each part leaves its person or group for a group of its own, in one step; no two of them ever join again by
    themselves, nor with those that stay. Faces: distinct, and none of them in no group."""
    faces = [faces_by_id(tuple(part), library.faces) for part in parts if part]
    everyone = [face for part in faces for face in part]
    what = f"{_faces(everyone)} into {len(faces):,} {'group' if len(faces) == 1 else 'groups'}"
    if not faces:
        return Outcome(None, "no face was to leave; nothing was changed")
    with library.journal.operation("split", f"split off {what}") as record:
        for at, part in enumerate(faces):
            later = [face for others in faces[at + 1 :] for face in others]
            if later:
                _separate(record, (part, later), "parts of a split")
        for part in faces:
            _split_off(library, record, part, {face.face_id for face in everyone})
    return Outcome(record.operation_id, f"split off {what}", len(everyone))


def _split_off(
    library: Library, record: Recorder, faces: Sequence[Face], leaving: Collection[int] | None = None
) -> int:
    """They leave for a group of their own; leaving: all who leave, where they are more than these."""
    whose = [face for face in faces if face.person_id is not None]
    for person_id in {face.person_id for face in whose if face.person_id is not None}:
        note_wrong(record, whose, person_id)
    record.put_many("rejection", [{"face_id": face.face_id, "person_id": face.person_id} for face in whose])
    record.drop_many("verdict", [{"face_id": face.face_id} for face in whose])
    _separate_from_groups(library, record, faces, leaving or {face.face_id for face in faces})
    return into_new_group(library, record, faces)


def _whole_group(library: Library, faces: Sequence[Face]) -> bool:
    cluster_id = faces[0].cluster_id
    if cluster_id is None or any(face.person_id is not None for face in faces):
        return False
    return {face.face_id for face in faces} == set(library.groups.members(cluster_id))


def set_aside(library: Library, faces: Sequence[Face], state: FaceState) -> Outcome:
    """The faces are ignored, or are no faces: they leave their groups and never come back by themselves."""
    words = "ignored" if state is FaceState.IGNORED else "marked as not a face"
    with library.journal.operation(state.value, f"{_faces(faces)} {words}") as record:
        decide(record, faces, state, None)
        library.groups.place({face.face_id: None for face in faces}, record)
    return Outcome(record.operation_id, f"{_faces(faces)} {words}", len(faces))


def take_in(library: Library, record: Recorder, faces: Sequence[Face], person_id: int, home: int | None = None) -> None:
    """In a running operation: these faces are confirmed as this person, and move to their group, if there is one."""
    decide(record, faces, FaceState.CONFIRMED, person_id)
    _move_beside(library, record, faces, person_id, home)


def turn_away(library: Library, record: Recorder, faces: Sequence[Face], person_id: int) -> None:
    """In a running operation: these faces are not this person, and leave where they were taken for them."""
    note_wrong(record, faces, person_id)
    record.put_many("rejection", [{"face_id": face.face_id, "person_id": person_id} for face in faces])
    for face in faces:
        if face.person_id == person_id:
            record.drop("verdict", {"face_id": face.face_id})
            into_new_group(library, record, [face])


def undecided_ids(library: Library, cluster_id: int) -> tuple[int, ...]:
    """The faces of a group that nobody has decided."""
    return tuple(face.face_id for face in undecided_of_group(cluster_id, library.faces))


def waiting_ids(library: Library, person_id: int) -> tuple[int, ...]:
    """The faces that are suggested or named to be this person and wait for a look."""
    faces = library.faces.list(person_id=person_id, missing=True)
    return tuple(face.face_id for face in faces if face.state in (FaceState.SUGGESTED, FaceState.NAMED))


def _move_beside(library: Library, record: Recorder, faces: Sequence[Face], person_id: int, home: int | None) -> None:
    """The faces move to the person's group; without one they stay in theirs, unless that is somebody else's."""
    if home is not None:
        library.groups.place({face.face_id: home for face in faces}, record)
        return
    strays = [face for face in faces if library.groups.owners(face.cluster_id) - {person_id}]
    if strays:
        into_new_group(library, record, strays)


def _separate_from_groups(library: Library, record: Recorder, faces: Sequence[Face], leaving: Collection[int]) -> None:
    by_group = defaultdict(list)
    for face in faces:
        if face.person_id is None and face.cluster_id is not None:
            by_group[face.cluster_id].append(face)
    for cluster_id, group in by_group.items():
        staying = [
            face for face in library.faces.list(cluster_id=cluster_id, missing=True) if face.face_id not in leaving
        ]
        if not staying:
            continue
        _separate(record, (group, staying), "split by hand")


def _separate(record: Recorder, sides: tuple[Sequence[Face], Sequence[Face]], reason: str) -> None:
    separation = record.put("separation", {"reason": reason})["id"]
    record.put_many(
        "separation_face",
        [
            {"separation_id": separation, "face_id": face.face_id, "side": side}
            for side, members in enumerate(sides)
            for face in members
        ],
    )


def into_new_group(library: Library, record: Recorder, faces: Sequence[Face]) -> int:
    """In a running operation: these faces leave for a group of their own; its number."""
    (cluster_id,) = library.groups.new(1, record)
    library.groups.place({face.face_id: cluster_id for face in faces}, record)
    return cluster_id


def _faces(faces: Sequence[Face]) -> str:
    return "1 face" if len(faces) == 1 else f"{len(faces):,} faces"
