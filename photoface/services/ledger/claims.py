"""Who said what about faces: the decisions behind a contradiction, found back in the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from photoface.services.library import Library
from photoface.store.journal import Operation

Hub = tuple[str, int]
"""What holds faces together: ("person", id) or ("bond", id)."""


class Said(StrEnum):
    """IS: they are this person. SAME: they are one person. NOT: they are not this person. DIFFERENT: of two people.
    PHOTO: nobody's word but the rule that the faces of one photo are different people."""

    IS = "is"
    SAME = "same"
    NOT = "not"
    DIFFERENT = "different"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Claim:
    """One decision about faces. subject: the person's id of IS and NOT, the photo's of PHOTO, else the decision's own;
    person: the name of the person. others: of DIFFERENT the other side. operation: which said so; None for the rule,
    and where the history does not tell.
    """

    said: Said
    faces: tuple[int, ...]
    subject: int
    person: str | None = None
    operation: Operation | None = None
    others: tuple[int, ...] = ()


def holding(library: Library, one: Collection[int], other: Collection[int]) -> list[Claim]:
    """Why decisions hold some face of one side together with some face of the other: the shortest way between."""
    hubs = _hubs(library, library.ledger.held_with([*one, *other]))
    chain, passed = _way(hubs, one, other)
    about = {*one, *other, *passed}
    return [claim for hub in chain for claim in _claims_of(library, hub, sorted(about & hubs[hub]))]


def who_is(library: Library, faces: Iterable[int], person_id: int) -> list[Claim]:
    """That these faces are this person, by operation."""
    ids = list(faces)
    makers = library.journal.makers([("verdict", {"face_id": face}) for face in ids])
    return _by_operation(library, Said.IS, ids, person_id, makers)


def who_is_not(library: Library, faces: Iterable[int], person_id: int) -> list[Claim]:
    """That these faces are not this person, by operation."""
    ids = list(faces)
    makers = library.journal.makers([("rejection", {"face_id": face, "person_id": person_id}) for face in ids])
    return _by_operation(library, Said.NOT, ids, person_id, makers)


def are_different(library: Library, separation_id: int, sides: tuple[Sequence[int], Sequence[int]]) -> Claim:
    """That these faces are not the same person as those."""
    one, other = (tuple(sorted(side)) for side in sides)
    operation = library.journal.makers([("separation", {"id": separation_id})]).get(0)
    return Claim(Said.DIFFERENT, one, separation_id, None, operation, other)


def _claims_of(library: Library, hub: Hub, faces: Sequence[int]) -> list[Claim]:
    kind, number = hub
    if kind == "person":
        return who_is(library, faces, number)
    operation = library.journal.makers([("bond", {"id": number})]).get(0)
    return [Claim(Said.SAME, tuple(faces), number, None, operation)]


def _by_operation(
    library: Library, said: Said, faces: Sequence[int], person_id: int, makers: Mapping[int, Operation]
) -> list[Claim]:
    name = library.people.get(person_id).name
    groups: dict[Operation | None, list[int]] = defaultdict(list)
    for at, face in enumerate(faces):
        groups[makers.get(at)].append(face)
    return [Claim(said, tuple(ids), person_id, name, operation) for operation, ids in groups.items()]


def _hubs(library: Library, faces: Collection[int]) -> dict[Hub, frozenset[int]]:
    found: dict[Hub, set[int]] = defaultdict(set)
    for face, person in library.ledger.owners(faces).items():
        found["person", person].add(face)
    for bond, members in library.ledger.bonds(faces).items():
        found["bond", bond] |= set(members)
    return {hub: frozenset(members) for hub, members in found.items()}


def _way(
    hubs: Mapping[Hub, frozenset[int]], start: Collection[int], end: Collection[int]
) -> tuple[list[Hub], set[int]]:
    """The fewest hubs that lead from a face of ``start`` to one of ``end``, and the faces where they meet."""
    ways: dict[Hub, list[Hub]] = {hub: [hub] for hub, members in hubs.items() if not members.isdisjoint(start)}
    waiting = list(ways)
    for hub in waiting:
        if not hubs[hub].isdisjoint(end):
            chain = ways[hub]
            return chain, {min(hubs[a] & hubs[b]) for a, b in pairwise(chain)}
        for near, members in hubs.items():
            if near not in ways and not members.isdisjoint(hubs[hub]):
                ways[near] = [*ways[hub], near]
                waiting.append(near)
    return [], set()
