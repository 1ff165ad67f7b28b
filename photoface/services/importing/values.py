"""What an import would do, as values: shown first, done afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from photoface.domain.decisions import Decisions, PersonRecord
from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.store.name_questions import NameQuestion

PersonKey = str
"""Of a person during one import: '#7' for one that the library has, a uuid, or a name as same_name gives it."""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """Somebody that faces are named as. person_id: in the library, None: new; record: what is known of a new one."""

    key: PersonKey
    name: str
    person_id: int | None = None
    record: PersonRecord | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A face of a photo: one that is known, or (face_id None) a box to be drawn. Box: pixels of the upright photo.

    drawn: by a human; moved: the known face gets this box.
    """

    photo_id: int
    face_id: int | None
    box: Box
    drawn: bool = False
    moved: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class PlannedFace:
    """state, person: None where the face is only needed for something else; origin, tool: who says so."""

    place: Place
    state: FaceState | None = None
    person: PersonKey | None = None
    rejected: tuple[PersonKey, ...] = ()
    covers: tuple[PersonKey, ...] = ()
    separations: tuple[tuple[str, int], ...] = ()
    bonds: tuple[str, ...] = ()
    origin: str = ""
    tool: str = ""


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A conflict, for somebody to decide. here: what the library says now, in a word; choices: how many faces of
    the photo may be anybody."""

    question: NameQuestion
    here: str = ""
    choices: int = 0


@dataclass(frozen=True)
class ImportPlan:
    """same: what files say and the library says too; kept: what a human decided otherwise here, and stays.

    unplaced: names of photos in which nobody can be told to be them; later: of photos in which it will be asked where
    they are when fewer questions are open (importing.wheres); refused: names that would be taken for numbers.
    missing: photos of a file of decisions that the library does not have.
    photos: how many were looked at; told: how many of them tell something; doubts: path -> why something was left out.
    dates: photo id, date and words of a human; apart: pairs of photo ids, see domain.decisions.
    reasons: of separations and bonds, by key; uuids: of people in records -> who that is here.
    refs: (document, photo, face) -> index in ``faces``, for the extras of whole documents.
    """

    people: Mapping[PersonKey, PlannedPerson] = field(default_factory=dict)
    faces: tuple[PlannedFace, ...] = ()
    questions: tuple[PlannedQuestion, ...] = ()
    repeats: tuple[int, ...] = ()
    dates: tuple[tuple[int, str, str], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    documents: tuple[Decisions, ...] = ()
    refs: Mapping[tuple[int, int, int], int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    uuids: Mapping[str, PersonKey] = field(default_factory=dict)
    photos: int = 0
    told: int = 0
    same: int = 0
    kept: int = 0
    unplaced: int = 0
    later: int = 0
    missing: int = 0
    refused: frozenset[str] = frozenset()
    doubts: Mapping[bytes, str] = field(default_factory=dict)

    @property
    def named(self) -> tuple[PlannedFace, ...]:
        """Faces that get a verdict."""
        return tuple(face for face in self.faces if face.state is not None)

    @property
    def matched(self) -> int:
        """Of those, how many were found by the machine too."""
        return sum(face.place.face_id is not None for face in self.named)

    @property
    def drawn(self) -> int:
        """And how many get a box that nobody had found."""
        return sum(face.place.face_id is None for face in self.named)

    @property
    def new_people(self) -> int:
        return sum(person.person_id is None for person in self.people.values())

    @property
    def empty(self) -> bool:
        """Nothing would change."""
        return not (self.faces or self.questions or self.repeats or self.dates or self.apart or self.documents)

    @property
    def author(self) -> str:
        """Who says so, for the history: 'import digiKam', or 'import' for several."""
        tools = {face.tool or face.origin for face in self.faces if face.tool or face.origin}
        return f"import {tools.pop()}" if len(tools) == 1 else "import"


@dataclass(frozen=True, slots=True)
class NamesRead:
    """Progress: so many of so many photos were asked."""

    done: int
    total: int
