"""One person, or one group that nobody has named, as a page shows them: faces with dates, confirmed and guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from photoface.domain.faces import FOUNDING_QUALITY
from photoface.domain.people import Face, FaceState, Group, Person
from photoface.services.library import Library
from photoface.services.showing import lists
from photoface.services.showing.lists import Ids
from photoface.store import around
from photoface.store.face_ids import FaceOrder
from photoface.store.people import PersonNotes


class Order(StrEnum):
    """Of the faces of a page: the latest first, the likest first, the sharpest first."""

    DATE = "date"
    SIMILARITY = "similarity"
    QUALITY = "quality"


_READ_IN = {Order.DATE: FaceOrder.DATE, Order.QUALITY: FaceOrder.QUALITY, Order.SIMILARITY: FaceOrder.NUMBER}
"""What the store sorts by; who is like whom it does not know."""


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
    """What a page shows. person or group: one of them, or neither for faces that were set aside; notes: of a person.

    decided: confirmed and named; guessed: suggested ones, or the faces of a group; rejected: "not this person";
    together: people of the same photos, most often first.
    """

    person: Person | None
    group: Group | None
    notes: PersonNotes | None
    decided: tuple[Portrait, ...]
    guessed: tuple[Portrait, ...]
    rejected: tuple[Portrait, ...]
    together: tuple[int, ...]


def poor_only(view: PersonView) -> PersonView:
    """The same with no faces but those too poor to judge somebody by: such a face never founds a group."""
    decided, guessed = (tuple(filter(_is_poor, each)) for each in (view.decided, view.guessed))
    return replace(view, decided=decided, guessed=guessed)


def _is_poor(one: Portrait) -> bool:
    return one.face.quality < FOUNDING_QUALITY


def view_person(library: Library, person_id: int, order: Order = Order.DATE) -> PersonView:
    """A named person. Raises NotFound."""
    with library.db.consistent():
        person, notes = library.people.get(person_id), library.people.notes(person_id)
        decided = lists.faces(library, lists.person_face_ids(library, person_id, _READ_IN[order]))
        guessed = lists.faces(library, lists.suggestion_ids(library, person_id))
        rejected = library.faces.by_ids(library.ledger.rejected_from(person_id))
        best = decided or guessed
        decided_ones, guesses, others = (portraits_of(library, each, best) for each in (decided, guessed, rejected))
        together = _together(library, [*decided, *guessed], person_id)
    # Whom one is asked about comes likest first, whatever the order of the rest: so they are quickly looked through.
    guesses, others = likest_first(guesses), likest_first(others)
    decided_ones = likest_first(decided_ones) if order is Order.SIMILARITY else decided_ones
    return PersonView(person, None, notes, tuple(decided_ones), tuple(guesses), tuple(others), together)


def view_group(library: Library, cluster_id: int, order: Order = Order.DATE) -> PersonView:
    """A group that nobody has named. Raises NotFound when there is no such group."""
    with library.db.consistent():
        group = library.groups.get(cluster_id)
        faces = lists.faces(library, lists.group_face_ids(library, cluster_id, _READ_IN[order]))
        portraits = portraits_of(library, faces, faces)
        together = _together(library, faces, None)
    portraits = likest_first(portraits) if order is Order.SIMILARITY else portraits
    return PersonView(None, group, None, (), tuple(portraits), (), together)


def view_aside(library: Library, order: Order = Order.DATE) -> PersonView:
    """Faces that were ignored, or marked as none, for whoever wants some of them back."""
    faces = library.faces.list(states=[FaceState.IGNORED, FaceState.NOT_A_FACE])
    portraits = portraits_of(library, faces, faces)
    if order is Order.DATE:
        portraits.sort(key=lambda one: one.taken or "", reverse=True)
    else:  # they are like nobody in particular
        portraits.sort(key=lambda one: -one.face.quality)
    return PersonView(None, None, None, (), tuple(portraits), (), ())


def likest_first(portraits: Iterable[Portrait]) -> list[Portrait]:
    """The most alike first; those without an embedding last."""

    def unlike(one: Portrait) -> tuple[float, int]:
        return -(lists.UNLIKE if one.likeness is None else one.likeness), one.face.face_id

    return sorted(portraits, key=unlike)


def portraits_of(library: Library, faces: Sequence[Face], exemplars: Sequence[Face]) -> list[Portrait]:
    """The faces with their dates, and how like they are to the mean of the exemplars."""
    taken = around.taken(library.db, {face.photo_id for face in faces})
    likeness = _likeness(library, _ids(faces), _ids(exemplars))
    return [Portrait(face, taken.get(face.photo_id), likeness.get(face.face_id)) for face in faces]


def _likeness(library: Library, ids: Ids, exemplars: Ids) -> Mapping[int, float]:
    cosines = lists.likeness(library, ids, exemplars).tolist()
    return {face: cosine for face, cosine in zip(ids.tolist(), cosines, strict=True) if cosine > lists.UNLIKE}


def _ids(faces: Sequence[Face]) -> Ids:
    import numpy as np

    return np.array([face.face_id for face in faces], np.int64)


def people_around(library: Library, photo_ids: Collection[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """People of these photos, and of all photos that were taken on the same days; those of most photos first."""
    return tuple(around.people_in(library.db, photo_ids)), tuple(around.people_of_days(library.db, photo_ids))


def _together(library: Library, faces: Sequence[Face], person_id: int | None) -> tuple[int, ...]:
    found = around.people_in(library.db, {face.photo_id for face in faces})
    return tuple(other for other in found if other != person_id)
