"""One question to a person: what is asked, about which faces, and what an answer is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.people import Face, Group, Person
from photoface.services.importing.questions import OpenQuestion
from photoface.services.review.remembering import Asked, Subject


class Kind(StrEnum):
    """FACE: is this face that person? SAME: is this group that person, or that other group? NAME: who is this group,
    and those faces that probably belong to it? SWEEP: are these faces, of several groups, that person? STRANGERS: are
    these groups all people who need no name? FILE: is what a file says right, though somebody decided otherwise?"""

    FACE = "face"
    SAME = "same"
    NAME = "name"
    SWEEP = "sweep"
    STRANGERS = "strangers"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. face: of kind FACE; group: of kind SAME, which may be ``person`` or ``other``, or of kind NAME.

    angle: radians, between the two sides; settles: how many faces a yes, or a name, decides. faces: ids of all that
    an answer decides, the surest first: a grid to sweep. worth: by which questions are ordered. told: of kind FILE.
    """

    kind: Kind
    person: Person | None
    face: Face | None
    group: Group | None
    other: Group | None
    angle: float
    settles: int
    faces: tuple[int, ...] = ()
    worth: float = 0.0
    told: OpenQuestion | None = None

    @property
    def key(self) -> str:
        """The same for the same question, whenever it is asked."""
        match self.kind:
            case Kind.FACE:
                return f"face:{self.face.face_id if self.face else 0}:p{self.person.person_id if self.person else 0}"
            case Kind.NAME | Kind.SWEEP | Kind.STRANGERS:
                whose = f"p{self.person.person_id}" if self.person else "who"
                return f"{self.kind}:{whose}:{'+'.join(map(str, sorted(self.faces)))}"
            case Kind.FILE:
                return f"file:{self.told.question.question_id if self.told else 0}"
        one = self.group.cluster_id if self.group else 0
        two = f"p{self.person.person_id}" if self.person else f"g{self.other.cluster_id if self.other else 0}"
        return f"same:g{one}:{two}"

    @property
    def asked(self) -> Asked:
        """What it is about, for the memory of answers; of kinds FACE and SAME."""
        one: Subject = ("face", self.face.face_id) if self.face else _group(self.group)
        other: Subject = ("person", self.person.person_id) if self.person else _group(self.other)
        return Asked("same", one, other)


def _group(group: Group | None) -> Subject:
    return "group", group.cluster_id if group else 0
