"""Who a face is: the states of a face, and the values that views are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.geometry import Box


class FaceState(StrEnum):
    """confirmed, named, ignored and not_a_face are a person's decisions; suggested and unassigned are the machine's."""

    CONFIRMED = "confirmed"
    NAMED = "named"
    SUGGESTED = "suggested"
    UNASSIGNED = "unassigned"
    IGNORED = "ignored"
    NOT_A_FACE = "not_a_face"

    @property
    def decided(self) -> bool:
        return self not in (FaceState.SUGGESTED, FaceState.UNASSIGNED)


@dataclass(frozen=True, slots=True)
class Face:
    """One face as views show it; box in pixels of the upright photo."""

    face_id: int
    photo_id: int
    path: bytes
    box: Box
    score: float
    quality: float
    cluster_id: int | None
    person_id: int | None
    person: str | None
    state: FaceState


@dataclass(frozen=True, slots=True)
class Person:
    """A person with a name; counts are of faces and photos that are present. nickname: empty where there is none."""

    person_id: int
    uuid: str
    name: str
    confirmed: int
    named: int
    suggested: int
    photos: int
    cover_face_id: int | None
    hidden: bool
    nickname: str = ""
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A cluster that nobody has named: its size and the face that shows it best."""

    cluster_id: int
    faces: int
    photos: int
    cover_face_id: int


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo as views show it; path is that of a file that is present, if any is."""

    photo_id: int
    path: bytes
    files: int
    width: int
    height: int
    taken: str | None
    faces: int
    people: tuple[str, ...]
    damaged: bool
