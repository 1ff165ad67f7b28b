"""Groups in which an import named several people: each goes to a group of their own."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.library import Library
from photoface.store import decided
from photoface.store.journal import Recorder


def part_groups(library: Library, record: Recorder, face_ids: Sequence[int]) -> None:
    """Of these faces, those that sit with a larger number of somebody else's go to their person's group, or a new one.

    Faces that were decided before the import stay where they are.
    """
    mine, homes = frozenset(face_ids), dict[int, int]()
    for cluster, people in decided.cluster_people(library.db).items():
        if len(people) < 2:
            continue
        staying = max(people, key=lambda person: (len(people[person]), -person))
        for person, faces in people.items():
            moving = [face for face in faces if face in mine]
            if person != staying and moving:
                homes[person] = homes.get(person) or _home(library, record, person, cluster)
                library.groups.place(dict.fromkeys(moving, homes[person]), record)


def _home(library: Library, record: Recorder, person_id: int, without: int) -> int:
    home = library.groups.home_of(person_id)
    if home is not None and home != without:
        return home
    [new] = library.groups.new(1, record)
    return new
