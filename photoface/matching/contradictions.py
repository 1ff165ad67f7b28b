"""Decisions that cannot all hold: found and told, never resolved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from photoface.domain.ledger import Constraints, Contradiction
from photoface.matching.disjoint_sets import DisjointSets

_WHY = {"photo": "photo", "person": "rejected"}


def contradictions(constraints: Constraints) -> tuple[Contradiction, ...]:
    """Where faces that decisions hold together are kept apart by another one, each group and cause once."""
    doubtful = (group for group in must_groups(constraints) if not _at_peace(group, constraints))
    found = [clash for group in doubtful for clash in _inside(group, constraints)]
    return tuple(sorted(set(found), key=lambda each: (each.why, each.subject, each.faces)))


def must_groups(constraints: Constraints) -> list[tuple[int, ...]]:
    """The groups that stay together, where overlapping ones are one group; face ids rising."""
    times = Counter(face_id for group in constraints.must for face_id in group)
    sets, alone = DisjointSets(), list[tuple[int, ...]]()
    for group in constraints.must:
        if all(times[face_id] == 1 for face_id in group):
            alone.append(tuple(sorted(group)))
            continue
        for face_id in group:
            sets.join(group[0], face_id)
    return sorted(group for group in [*alone, *sets.groups()] if group)


def _at_peace(group: tuple[int, ...], constraints: Constraints) -> bool:
    """Whether it takes no more than a glance: one person at most, and what each carries and bans is its own."""
    owner, marks, bans = constraints.owner, constraints.marks, constraints.bans
    if any(marks.get(face_id) != bans.get(face_id) for face_id in group):
        return False
    own = [carried for face_id in group if (carried := marks.get(face_id)) is not None]
    people = {person for face_id in group if (person := owner.get(face_id)) is not None}
    # Sets of marks that have nothing in common are as large together as one by one.
    return len(people) <= 1 and len(frozenset().union(*own)) == sum(map(len, own))


def _inside(group: tuple[int, ...], constraints: Constraints) -> Iterable[Contradiction]:
    yield from _two_people(group, constraints)
    carriers: dict[tuple[str, int], set[int]] = defaultdict(set)
    banning: dict[tuple[str, int], set[int]] = defaultdict(set)
    for face_id in group:
        if (owner := constraints.owner.get(face_id)) is not None:
            carriers["person", owner].add(face_id)
        for mark in constraints.marks.get(face_id, ()):
            carriers[mark].add(face_id)
        for mark in constraints.bans.get(face_id, ()):
            banning[mark].add(face_id)
    for mark in carriers.keys() & banning.keys():
        faces = carriers[mark] | banning[mark]
        if len(faces) > 1:
            why = _WHY.get(mark[0], "different")
            # The two sides of a separation are marks of their own, but one cause.
            yield Contradiction(tuple(sorted(faces)), why, mark[1] // 2 if why == "different" else mark[1])


def _two_people(group: tuple[int, ...], constraints: Constraints) -> Iterable[Contradiction]:
    owned = [face_id for face_id in group if face_id in constraints.owner]
    people = {constraints.owner[face_id] for face_id in owned}
    if len(people) > 1:
        yield Contradiction(tuple(owned), "person", min(people))
