"""One photo while it is planned: its faces, those that are to be drawn, and what is planned of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.services.importing.values import PersonKey, Place, PlannedFace
from photoface.store.decided import PhotoPeople, StoredPhoto
from photoface.store.face_matching import KnownFace

Verdict = tuple[FaceState, int | None]


@dataclass
class PhotoPlan:
    """faces: known ones, then new ones as they are planned; planned: by index in them."""

    photo: StoredPhoto
    people: PhotoPeople
    faces: list[KnownFace] = field(default_factory=list)
    planned: dict[int, PlannedFace] = field(default_factory=dict)

    @classmethod
    def of(cls, photo: StoredPhoto, people: PhotoPeople) -> PhotoPlan:
        return cls(photo, people, list(people.faces))

    def face_id(self, index: int) -> int | None:
        """None for one that is to be drawn."""
        return self.faces[index].face_id or None

    def verdict(self, index: int) -> Verdict | None:
        """What a human decided here."""
        found = self.people.verdicts.get(self.faces[index].face_id)
        return None if found is None else (FaceState(found[0]), found[1])

    def place(self, index: int) -> Place:
        """A known face as it is."""
        face = self.faces[index]
        return Place(self.photo.photo_id, face.face_id, face.box)

    def draw(self, box: Box, *, drawn: bool = True, retired: bool = False) -> int:
        """A new face; its index."""
        self.faces.append(KnownFace(0, box, None, drawn, retired))
        index = len(self.faces) - 1
        self.planned[index] = PlannedFace(Place(self.photo.photo_id, None, box, drawn, retired=retired))
        return index

    def decide(self, index: int, state: FaceState, person: PersonKey | None, origin: str, tool: str) -> None:
        """It gets this verdict."""
        before = self.planned.get(index) or PlannedFace(self.place(index))
        self.planned[index] = replace(before, state=state, person=person, origin=origin, tool=tool)

    def rejects(self, index: int, person_id: int | None) -> bool:
        """Whether a human said that the face is not this person."""
        return person_id is not None and (self.faces[index].face_id, person_id) in self.people.rejected

    def undecided(self) -> Iterator[int]:
        """Faces in sight that may be anybody."""
        for index in range(len(self.faces)):
            planned = self.planned.get(index)
            if self._is_there(index) and self.verdict(index) is None and (planned is None or planned.state is None):
                yield index

    def in_sight(self) -> int:
        """How many faces the photo shows, without those that are none."""
        return sum(
            self._is_there(index) and (self.verdict(index) or (None, 0))[0] is not FaceState.NOT_A_FACE
            for index in range(len(self.faces))
        )

    def _is_there(self, index: int) -> bool:
        """Seen by the machine now, or planned."""
        face = self.faces[index]
        return not face.retired and (face.face_id != 0 or index in self.planned)
