"""What a merge would do, before it does: both sides with their best faces, how many faces move, where both are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.people import Face
from photoface.services.deciding.naming import decided_faces
from photoface.services.deciding.references import GroupRef, person_or_group, undecided_of_group
from photoface.services.library import Library
from photoface.services.review.remembering import told_apart


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. reference: as services take it; name: empty for a group; examples: the sharpest of its faces."""

    reference: str
    name: str
    faces: int
    examples: tuple[int, ...]

    @property
    def is_person(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """moving: how many faces change hands; together: photos that show both, and so speak against a merge; told_apart:
    somebody said that they are two people.

    can_turn: a person cannot go into a group without a name.
    """

    source: Side
    target: Side
    together: int
    told_apart: bool = False

    @property
    def moving(self) -> int:
        return self.source.faces

    @property
    def allowed(self) -> bool:
        return self.target.is_person or not self.source.is_person

    @property
    def can_turn(self) -> bool:
        return self.source.is_person or not self.target.is_person


def preview_merge(library: Library, source: str, target: str, examples: int = 8) -> MergePreview:
    """Of the merge that ``naming.merge(source, target)`` would be. Raises NotFound, Ambiguous."""
    with library.db.consistent():
        (one, mine), (other, theirs) = (_side(library, each, examples) for each in (source, target))
        together = {face.photo_id for face in mine} & {face.photo_id for face in theirs}
        apart = one.is_person and other.is_person and told_apart(library, _number(one), _number(other))
    return MergePreview(one, other, len(together), apart)


def _number(side: Side) -> int:
    return int(side.reference.lstrip("#"))


def _side(library: Library, reference: str, examples: int) -> tuple[Side, Sequence[Face]]:
    found = person_or_group(reference, library.people)
    if isinstance(found, GroupRef):
        faces = undecided_of_group(found.cluster_id, library.faces)
        return Side(str(found.cluster_id), "", len(faces), best(faces, examples)), faces
    faces = decided_faces(library, found.person_id)
    return Side(f"#{found.person_id}", found.name, len(faces), best(faces, examples)), faces


def best(faces: Sequence[Face], number: int) -> tuple[int, ...]:
    """Ids of the sharpest faces, to show as examples."""
    return tuple(face.face_id for face in sorted(faces, key=lambda face: (-face.quality, face.face_id))[:number])
