"""A planned import person by person, to be looked at before anything is done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from photoface.services.importing.values import ImportPlan, PersonKey, PlannedFace

_EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class PersonShare:
    """key: in the plan; new: the library does not know this person yet; matched: faces that are known; drawn: boxes
    that nobody had found; examples: ids of some of the known faces."""

    key: PersonKey
    name: str
    new: bool
    matched: int
    drawn: int
    examples: tuple[int, ...]


def shares(plan: ImportPlan) -> list[PersonShare]:
    """Everybody who gets faces, those with the most first."""
    faces = defaultdict[PersonKey, list[PlannedFace]](list)
    for face in plan.named:
        if face.person is not None:
            faces[face.person].append(face)
    found = [_share(plan, key, of_person) for key, of_person in faces.items()]
    return sorted(found, key=lambda share: (-share.matched - share.drawn, share.name.casefold()))


def _share(plan: ImportPlan, key: PersonKey, faces: list[PlannedFace]) -> PersonShare:
    known = [face.place.face_id for face in faces if face.place.face_id is not None]
    person = plan.people[key]
    return PersonShare(
        key, person.name, person.person_id is None, len(known), len(faces) - len(known), tuple(known[:_EXAMPLES])
    )
