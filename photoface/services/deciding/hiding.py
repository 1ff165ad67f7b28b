"""Out of sight: people who are not to be shown, and strangers about whom nobody wants to be asked. All come back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from photoface.domain.people import FaceState, Group
from photoface.services.deciding.naming import decide
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.showing import lists


@dataclass(frozen=True, slots=True)
class Strangers:
    """Groups without a name that may be hidden together, and how many faces they hold."""

    cluster_ids: tuple[int, ...]
    faces: int


def hide_people(library: Library, person_ids: Sequence[int], *, hidden: bool = True) -> Outcome:
    """People are shown no more, or again; their names and faces stay as they are."""
    people = [each for each in library.people.by_ids(person_ids) if each.hidden is not hidden]
    verb = "hide" if hidden else "show"
    if not people:
        return Outcome(None, "nothing was changed")
    who = people[0].name if len(people) == 1 else f"{len(people):,} people"
    with library.journal.operation(verb, f"{verb} {who}") as record:
        record.put_many("person", [{"id": each.person_id, "hidden": int(hidden)} for each in people])
    said = f"{who} hidden" if hidden else f"{who} shown again"
    return Outcome(record.operation_id, said, 0, people[0].person_id if len(people) == 1 else None)


def strangers(groups: Iterable[Group], fewer_than: int) -> Strangers:
    """Those of these groups that have fewer faces than that."""
    few = [group for group in groups if group.faces < fewer_than]
    return Strangers(tuple(group.cluster_id for group in few), sum(group.faces for group in few))


def hide_groups(library: Library, cluster_ids: Sequence[int]) -> Outcome:
    """The undecided faces of these groups are ignored, in one step: no grouping brings them back.

    Only faces that are present, so as many as are shown; groups that have a name by now are left alone.
    """
    groups = library.groups.by_ids(cluster_ids)
    ids = [face_id for group in groups for face_id in lists.group_face_ids(library, group.cluster_id).tolist()]
    if not ids:
        return Outcome(None, "there was nobody to hide; nothing was changed")
    what = f"{_groups(len(groups))} with {_faces(len(ids))}"
    with library.journal.operation("hide", f"hide {what}") as record:
        decide(record, library.faces.by_ids(ids), FaceState.IGNORED, None)
        library.groups.place(dict.fromkeys(ids), record)
    return Outcome(record.operation_id, f"{what} hidden", len(ids))


def bring_back(library: Library, face_ids: Sequence[int]) -> Outcome:
    """Faces that were ignored, or marked as no faces, are faces again; the next grouping finds their place."""
    faces = faces_by_id(tuple(face_ids), library.faces)
    back = [face for face in faces if face.state in (FaceState.IGNORED, FaceState.NOT_A_FACE)]
    if not back:
        return Outcome(None, "none of them was set aside; nothing was changed")
    with library.journal.operation("bring back", f"bring back {_faces(len(back))}") as record:
        record.drop_many("verdict", [{"face_id": face.face_id} for face in back])
    return Outcome(record.operation_id, f"{_faces(len(back))} brought back", len(back))


def _groups(number: int) -> str:
    return "1 group" if number == 1 else f"{number:,} groups"


def _faces(number: int) -> str:
    return "1 face" if number == 1 else f"{number:,} faces"
