"""Faces of a grid get a name at once; those that were taken out of it are not that person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from photoface.domain.errors import Conflict
from photoface.domain.people import Face, FaceState
from photoface.services.deciding.correcting import into_new_group, turn_away
from photoface.services.deciding.naming import decide, new_person
from photoface.services.deciding.references import clean_name, faces_by_id, somebody
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.journal import Recorder


def name_faces(library: Library, right: Sequence[int], name: str, wrong: Sequence[int] = ()) -> Outcome:
    """The right faces become ``named`` as this person, the wrong ones never will be; one step.

    Groups of which only some faces are named come apart: those that were not asked about keep the group. A face that
    was taken out is alone from then on. Raises Conflict where somebody has decided on a face meanwhile.
    """
    faces = faces_by_id(tuple(right), library.faces)
    others = faces_by_id(tuple(wrong), library.faces) if wrong else []
    _refuse_decided([*faces, *others])
    wanted = somebody(name, library.people)
    title = wanted.name if wanted else clean_name(name)
    summary = f"name {_number(len(faces))} {title}" + (f", {len(others):,} not" if others else "")
    with library.journal.operation("name", summary) as record:
        person_id = wanted.person_id if wanted else new_person(record, title)
        _part(library, record, faces, others)
        decide(record, faces, FaceState.NAMED, person_id)
        if others:
            turn_away(library, record, others, person_id)
    return Outcome(record.operation_id, f"named {_number(len(faces))} {title}", len(faces), person_id)


def _part(library: Library, record: Recorder, faces: Sequence[Face], others: Sequence[Face]) -> None:
    """Who stays in a group leaves it to the others; each that was taken out goes alone."""
    for face in others:
        into_new_group(library, record, [face])
    leaving = {face.face_id for face in (*faces, *others)}
    by_group = defaultdict[int, list[Face]](list)
    for face in faces:
        if face.cluster_id is not None:
            by_group[face.cluster_id].append(face)
    for cluster_id, named in by_group.items():
        if set(library.groups.members(cluster_id)) - leaving:
            into_new_group(library, record, named)


def _refuse_decided(faces: Sequence[Face]) -> None:
    for face in faces:
        if face.state.decided:
            raise Conflict(f"Face {face.face_id} has been decided meanwhile; nothing was changed.")


def _number(faces: int) -> str:
    return "1 face" if faces == 1 else f"{faces:,} faces"
