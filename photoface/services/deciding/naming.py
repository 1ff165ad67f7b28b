"""Naming: a group gets a name, a person gets another name, two become one. Says exactly how many faces it decides."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.people import Face, FaceState, Person
from photoface.services.deciding.person_facts import hand_over_facts
from photoface.services.deciding.references import GroupRef, clean_name, person_or_group, somebody, undecided_of_group
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.remembering import hand_over
from photoface.services.review.reviewing import note_right
from photoface.store.clock import now
from photoface.store.journal import Recorder
from photoface.store.reviews import hand_over_reviews

_SNAPSHOT = "before a merge"  # made once it is sure that there will be one: only the last five are kept


def name_group(library: Library, cluster_id: int, name: str, *, new: bool = False) -> Outcome:
    """The undecided faces of the group become ``named`` as this person.

    A name that exists once means that person; ``new`` makes another person of the same name.
    Conflict when faces of the group already belong to somebody else.
    """
    undecided = undecided_of_group(cluster_id, library.faces)
    wanted = None if new else somebody(name, library.people)
    _refuse_foreign_owner(library, cluster_id, wanted)
    title = wanted.name if wanted else clean_name(name)
    if not undecided:
        return Outcome(None, f"group {cluster_id} is {title}'s already; nothing was changed")
    with library.journal.operation("name", f"name {_faces(len(undecided))} {title}") as record:
        person_id = wanted.person_id if wanted else new_person(record, title)
        decide(record, undecided, FaceState.NAMED, person_id)
    return Outcome(
        record.operation_id, f"named {_faces(len(undecided))} {title}", len(undecided), person_id, cluster_id
    )


def name_groups(library: Library, cluster_ids: Sequence[int], name: str) -> Outcome:
    """The undecided faces of several groups become ``named`` as one person, in one step."""
    groups = list(dict.fromkeys(cluster_ids))
    if len(groups) == 1:
        return name_group(library, groups[0], name)
    wanted = somebody(name, library.people)
    for cluster_id in groups:
        _refuse_foreign_owner(library, cluster_id, wanted)
    faces = [face for cluster_id in groups for face in undecided_of_group(cluster_id, library.faces)]
    title = wanted.name if wanted else clean_name(name)
    if not faces:
        return Outcome(None, f"all of them are {title}'s already; nothing was changed")
    what = f"{_faces(len(faces))} of {len(groups):,} groups"
    with library.journal.operation("name", f"name {what} {title}") as record:
        person_id = wanted.person_id if wanted else new_person(record, title)
        decide(record, faces, FaceState.NAMED, person_id)
    return Outcome(record.operation_id, f"named {what} {title}", len(faces), person_id)


def rename(library: Library, reference: str, name: str) -> Outcome:
    """The person gets another name; no face changes hands."""
    person, title = library.people.find(reference), clean_name(name)
    if title == person.name:
        return Outcome(None, f"{title} is called that already; nothing was changed", person_id=person.person_id)
    with library.journal.operation("rename", f"rename {person.name} to {title}") as record:
        record.put("person", {"id": person.person_id, "name": title})
    taken = any(each.person_id != person.person_id for each in library.people.named(title))
    notes = (f"another person is called {title} too; to make them one: photoface merge",) if taken else ()
    return Outcome(record.operation_id, f"renamed {person.name} to {title}", 0, person.person_id, notes=notes)


def merge(library: Library, source: str, target: str) -> Outcome:
    """The source goes into the target: a person into a person, a group into a person or into another group."""
    one, other = person_or_group(source, library.people), person_or_group(target, library.people)
    match one, other:
        case Person(), Person():
            return _merge_people(library, one, other)
        case GroupRef(), Person():
            return _merge_group_into_person(library, one.cluster_id, other)
        case GroupRef(), GroupRef():
            return _merge_groups(library, one.cluster_id, other.cluster_id)
    raise BadRequest("A person cannot go into a group without a name. Turn it round: the group into the person.")


def decided_faces(library: Library, person_id: int) -> list[Face]:
    """The faces that a human decided to be this person, wherever their photos are."""
    return [face for face in library.faces.list(person_id=person_id, missing=True) if face.state.decided]


def new_person(record: Recorder, name: str) -> int:
    """A person row in the running operation; its id."""
    row = {"uuid": str(uuid.uuid4()), "name": name, "notes": "", "hidden": 0, "created_at": now()}
    return int(record.put("person", row)["id"])


def decide(record: Recorder, faces: Sequence[Face], state: FaceState, person_id: int | None) -> None:
    """A human verdict on each face, replacing an earlier one; naming somebody takes back a rejection of them."""
    ids = [face.face_id for face in faces]
    record.put_many("verdict", [{"face_id": each, "state": state.value, "person_id": person_id} for each in ids])
    if person_id is not None:
        record.drop_many("rejection", [{"face_id": each, "person_id": person_id} for each in ids])
        if state is FaceState.CONFIRMED:
            note_right(record, faces, person_id)


def _refuse_foreign_owner(library: Library, cluster_id: int, wanted: Person | None) -> None:
    owners = library.groups.owners(cluster_id) - {wanted.person_id if wanted else 0}
    if owners:
        owner = library.people.get(min(owners))
        raise Conflict(
            f"Group {cluster_id} holds faces of {owner.name}; nothing was changed. For another name of that person: "
            f"photoface rename. For faces that are somebody else: photoface assign FACE... PERSON"
        )


def _merge_people(library: Library, source: Person, target: Person) -> Outcome:
    if source.person_id == target.person_id:
        return Outcome(None, f"{source.name} is one person already; nothing was changed")
    faces = decided_faces(library, source.person_id)
    together = library.photos.shared(source.person_id, target.person_id)
    library.snapshot(_SNAPSHOT)
    with library.journal.operation("merge", f"merge {source.name} into {target.name}") as record:
        person = {"person_id": target.person_id}
        record.put_many("verdict", [{"face_id": face.face_id, "state": face.state.value} | person for face in faces])
        _hand_over_rejections(library, record, source.person_id, target.person_id)
        hand_over_reviews(library.db, record, source.person_id, target.person_id)
        hand_over(library, record, source.person_id, target.person_id)
        hand_over_facts(record, source, target)
        record.drop("person", {"id": source.person_id})
    notes = _shared_note(together)
    summary = f"merged {source.name} into {target.name}: {_faces(len(faces))}"
    return Outcome(record.operation_id, summary, len(faces), target.person_id, notes=notes)


def _hand_over_rejections(library: Library, record: Recorder, source: int, target: int) -> None:
    """Who was not the source is not the target either, unless a human decided that they are."""
    theirs = library.people.faces_of(target).keys() | library.people.faces_of(source).keys()
    for face_id, person_id in library.ledger.rejections():
        if person_id == source:
            record.drop("rejection", {"face_id": face_id, "person_id": source})
            if face_id not in theirs:
                record.put("rejection", {"face_id": face_id, "person_id": target})
        elif person_id == target and face_id in theirs:
            record.drop("rejection", {"face_id": face_id, "person_id": target})


def _merge_group_into_person(library: Library, cluster_id: int, person: Person) -> Outcome:
    undecided = undecided_of_group(cluster_id, library.faces)
    _refuse_foreign_owner(library, cluster_id, person)
    if undecided:
        library.snapshot(_SNAPSHOT)
    return name_group(library, cluster_id, f"#{person.person_id}")


def _merge_groups(library: Library, source: int, target: int) -> Outcome:
    moving, staying = (undecided_of_group(number, library.faces) for number in (source, target))
    if source == target:
        return Outcome(None, f"group {source} is one group already; nothing was changed")
    if library.groups.owners(source) | library.groups.owners(target):
        raise Conflict("A group with faces of a named person is merged by that person's name; nothing was changed.")
    library.snapshot(_SNAPSHOT)
    both = f"{_faces(len(moving))} and {_faces(len(staying))}: one person"
    with library.journal.operation("merge", both) as record:
        bond = record.put("bond", {"reason": "merged by hand"})["id"]
        for face in moving + staying:
            record.put("bond_face", {"bond_id": bond, "face_id": face.face_id})
        library.groups.place({face.face_id: target for face in moving}, record)
    summary = f"merged: {_faces(len(moving))} joined {len(staying):,}"
    together = {face.photo_id for face in moving} & {face.photo_id for face in staying}
    return Outcome(record.operation_id, summary, len(moving), cluster_id=target, notes=_shared_note(len(together)))


def _shared_note(photos: int) -> tuple[str, ...]:
    where = "1 photo" if photos == 1 else f"{photos:,} photos"
    return (f"both are in {where}; faces of one photo are usually two people",) if photos else ()


def _faces(number: int) -> str:
    return f"{number:,} face" if number == 1 else f"{number:,} faces"
