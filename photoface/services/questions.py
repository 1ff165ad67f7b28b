"""What to ask next: guesses who a face is, and groups that may be one person. Computed anew, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.people import Face, FaceState, Group, Person
from photoface.services import resemblance
from photoface.services.library import Library
from photoface.services.portrait import likest_first, portraits_of
from photoface.services.remembering import SAME, Asked, Subject, answered


class Kind(StrEnum):
    """FACE: is this face that person? SAME: is this group that person, or that other group?"""

    FACE = "face"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. face: of kind FACE; group: of kind SAME, which may be ``person`` or ``other``.

    angle: radians, between the two sides; settles: how many faces a yes decides.
    """

    kind: Kind
    person: Person | None
    face: Face | None
    group: Group | None
    other: Group | None
    angle: float
    settles: int

    @property
    def key(self) -> str:
        """The same for the same question, whenever it is asked."""
        if self.face is not None and self.person is not None:
            return f"face:{self.face.face_id}:p{self.person.person_id}"
        one = self.group.cluster_id if self.group else 0
        two = f"p{self.person.person_id}" if self.person else f"g{self.other.cluster_id if self.other else 0}"
        return f"same:g{one}:{two}"

    @property
    def asked(self) -> Asked:
        """What it is about, for the memory of answers."""
        one: Subject = ("face", self.face.face_id) if self.face else _group(self.group)
        other: Subject = ("person", self.person.person_id) if self.person else _group(self.other)
        return Asked(SAME, one, other)


def _group(group: Group | None) -> Subject:
    return "group", group.cluster_id if group else 0


def questions(library: Library, person_id: int | None = None, limit: int = 200) -> list[Question]:
    """The questions that are open, those that settle most first; of one person only, if one is given.

    What somebody was not sure about comes again when there is more to see.
    """
    people = [one for one in library.people.list(hidden=False) if person_id in (None, one.person_id)]
    found = [*_merges(library, people, alone=person_id is not None), *_guesses(library, people, limit)]
    found.sort(key=lambda one: -one.settles)
    settled = answered(library, {one.asked for one in found})
    return [one for one in found if one.asked not in settled][:limit]


def count_open(library: Library) -> int:
    """How many faces are guessed to be somebody and wait for an answer."""
    return sum(person.suggested for person in library.people.list(hidden=False))


def _guesses(library: Library, people: Iterable[Person], limit: int) -> list[Question]:
    """Faces guessed to be a person, the likest first, for the people with most of them."""
    found: list[Question] = []
    for person in sorted(people, key=lambda one: -one.suggested):
        if not person.suggested or len(found) >= limit:
            break
        faces = library.faces.list(person_id=person.person_id)
        guessed = [face for face in faces if face.state is FaceState.SUGGESTED]
        decided = [face for face in faces if face.state.decided]
        ordered = likest_first(portraits_of(library, guessed, decided or guessed))
        found += [_face_question(person, one.face, one.likeness) for one in ordered]
    return found


def _face_question(person: Person, face: Face, likeness: float | None) -> Question:
    return Question(Kind.FACE, person, face, None, None, resemblance.angle_of(likeness), 1)


def _merges(library: Library, people: Sequence[Person], *, alone: bool) -> list[Question]:
    """Groups that are nearly near enough to somebody or to one another; the nearest for each."""
    named = {person.person_id: person for person in people}
    groups = {group.cluster_id: group for group in library.groups.unnamed()[: resemblance.MOST_GROUPS]}
    found = []
    for pair in resemblance.nearly_same(library, tuple(named), tuple(groups)):
        group = groups[pair.group]
        if pair.person is not None:
            found.append(Question(Kind.SAME, named[pair.person], None, group, None, pair.angle, group.faces))
        elif pair.other is not None and not alone:
            found.append(Question(Kind.SAME, None, None, group, groups[pair.other], pair.angle, group.faces))
    return found
