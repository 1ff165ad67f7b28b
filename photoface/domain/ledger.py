"""What a person decided, as constraints on every grouping: who must be together, who must not.

A *mark* is something a face carries and a *ban* something it will not sit beside. Two clusters may join
unless one carries what the other bans, or they belong to two different people. Two faces of one photo carry
and ban the mark ("photo", id); a rejected face bans ("person", id); the sides of a "different people"
decision carry and ban each other's mark.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Constraints:
    """must: groups of face ids that stay together; owner: face id -> person id decided by a human."""

    must: tuple[tuple[int, ...], ...] = ()
    owner: Mapping[int, int] = field(default_factory=dict)
    marks: Mapping[int, frozenset[Mark]] = field(default_factory=dict)
    bans: Mapping[int, frozenset[Mark]] = field(default_factory=dict)


def lifted(constraints: Constraints, faces: Collection[int], absent: Collection[int]) -> Constraints:
    """Who may not be beside a face of somebody may not be with that person, wherever else that person is.

    For groupings that do not see all faces of a person in one cluster: faces, whose place is looked for while people
    are in several; absent: faces that the grouping knows nothing of but who they are.
    """
    owner, marks, bans = constraints.owner, constraints.marks, constraints.bans
    if not owner:
        return constraints
    wanted = frozenset[Mark]().union(
        *(bans.get(face, ()) for face in faces), *(marks.get(face, ()) for face in absent if face in owner)
    )
    people: dict[Mark, set[int]] = {}
    for face, person in owner.items():
        for mark in wanted.intersection(marks.get(face, ())):
            people.setdefault(mark, set()).add(person)
    more = dict(bans)
    for face, banned in bans.items():
        met = {person for mark in banned if mark in people for person in people[mark]} - {owner.get(face)}
        if met:
            more[face] = banned | {("person", person) for person in met}
    return replace(constraints, bans=more)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Faces that decisions hold together although another rule keeps them apart; shown, never resolved silently.

    why: 'photo' (two of them in one photo), 'person' (two people), 'rejected' or 'different'. subject: the id of the
    photo, of a person, or of the separation.
    """

    faces: tuple[int, ...]
    why: str
    subject: int
