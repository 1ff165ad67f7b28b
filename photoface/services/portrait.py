"""One person, or one group that nobody has named, as a page shows them: faces with dates, confirmed and guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.people import Face, FaceState, Group, Person
from photoface.services.library import Library
from photoface.store import around
from photoface.store.people import PersonNotes


class Order(StrEnum):
    """Of the faces of a page: the latest first, the likest first, the sharpest first."""

    DATE = "date"
    SIMILARITY = "similarity"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Portrait:
    """A face with what a page says of it. taken: ISO 8601 or None.

    likeness: cosine to the mean of the person's decided faces, or of the group's; None where there is no embedding.
    """

    face: Face
    taken: str | None
    likeness: float | None

    @property
    def year(self) -> str:
        """Four digits, or empty."""
        return self.taken[:4] if self.taken else ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """person or group: exactly one of them; notes: of a person. together: people of the same photos, most often first.

    decided: confirmed and named; guessed: suggested ones, or the faces of a group.
    """

    person: Person | None
    group: Group | None
    notes: PersonNotes | None
    decided: tuple[Portrait, ...]
    guessed: tuple[Portrait, ...]
    together: tuple[int, ...]


def view_person(library: Library, person_id: int, order: Order = Order.DATE) -> PersonView:
    """A named person. Raises NotFound."""
    person = library.people.get(person_id)
    faces = library.faces.list(person_id=person_id)
    best = [face for face in faces if face.state.decided] or faces
    portraits = portraits_of(library, faces, best)
    decided = [one for one in portraits if one.face.state.decided]
    guessed = [one for one in portraits if one.face.state is FaceState.SUGGESTED]
    together = _together(library, faces, person_id)
    # Whom one is asked about comes likest first, whatever the order of the rest: so they are quickly looked through.
    ordered = tuple(in_order(decided, order)), tuple(in_order(guessed, Order.SIMILARITY))
    return PersonView(person, None, library.people.notes(person_id), *ordered, together)


def view_group(library: Library, cluster_id: int, order: Order = Order.DATE) -> PersonView:
    """A group that nobody has named. Raises NotFound when there is no such group."""
    group = library.groups.get(cluster_id)
    faces = [face for face in library.faces.list(cluster_id=cluster_id) if not face.state.decided]
    portraits = in_order(portraits_of(library, faces, faces), order)
    return PersonView(None, group, None, (), tuple(portraits), _together(library, faces, None))


def in_order(portraits: Iterable[Portrait], order: Order) -> list[Portrait]:
    """The portraits in that order; those without a date or likeness last."""
    if order is Order.DATE:
        return sorted(portraits, key=lambda one: (one.taken or "", one.face.face_id), reverse=True)
    if order is Order.SIMILARITY:
        return sorted(portraits, key=lambda one: (_UNLIKE if one.likeness is None else -one.likeness, one.face.face_id))
    return sorted(portraits, key=lambda one: (-one.face.quality, one.face.face_id))


_UNLIKE = 2.0
"""Behind every likeness there can be."""


def portraits_of(library: Library, faces: Sequence[Face], exemplars: Sequence[Face]) -> list[Portrait]:
    """The faces with their dates, and how like they are to the mean of the exemplars."""
    taken = around.taken(library.db, {face.photo_id for face in faces})
    likeness = _likeness(library, [face.face_id for face in faces], [face.face_id for face in exemplars])
    return [Portrait(face, taken.get(face.photo_id), likeness.get(face.face_id)) for face in faces]


def _likeness(library: Library, face_ids: Sequence[int], exemplars: Sequence[int]) -> Mapping[int, float]:
    """Cosine of each face to the mean direction of the exemplars."""
    import numpy as np

    ids, vectors = library.vectors.load(library.embedding().parts, {*face_ids, *exemplars})
    chosen = np.isin(ids, np.array(exemplars, np.int64))
    mean = vectors[chosen].sum(axis=0) if chosen.any() else np.zeros(vectors.shape[1:], np.float32)
    length = float(np.linalg.norm(mean))
    if not length:
        return {}
    return dict(zip(ids.tolist(), (vectors @ (mean / length)).tolist(), strict=True))


def _together(library: Library, faces: Sequence[Face], person_id: int | None) -> tuple[int, ...]:
    found = around.people_in(library.db, {face.photo_id for face in faces})
    return tuple(other for other in found if other != person_id)
