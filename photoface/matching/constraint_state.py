"""Decisions at the level of nodes: what each carries and bans, merged as nodes merge."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from photoface.domain.ledger import Constraints, Mark
from photoface.matching.arrays import Ids

Table = dict[int, set[Mark]]

_LOCK: Mark = ("locked", 0)
"""Carried and banned by every cluster that must keep to itself, so that no two of them ever meet."""


class ConstraintState:
    """What nodes carry and ban. Nodes are integers; those that nobody decided about take no room.

    A node that a person owns carries the mark ("person", id), so that a rejected face bans its owner's clusters.
    """

    def __init__(self) -> None:
        self._owners: Table = {}
        self._marks: Table = {}
        self._bans: Table = {}

    @classmethod
    def of_faces(cls, face_ids: Ids, constraints: Constraints) -> ConstraintState:
        """One node per face, numbered by its position in ``face_ids``."""
        state = cls()
        for node, face_id in enumerate(face_ids.tolist()):
            if (owner := constraints.owner.get(face_id)) is not None:
                state._owners[node] = {("person", owner)}
                state._marks[node] = {("person", owner)}
            if marks := constraints.marks.get(face_id):
                state._marks.setdefault(node, set()).update(marks)
            if bans := constraints.bans.get(face_id):
                state._bans[node] = set(bans)
        return state

    def nodes(self) -> list[int]:
        """Nodes about which something was decided, rising."""
        return sorted(self._owners.keys() | self._marks.keys() | self._bans.keys())

    def owned(self, node: int) -> bool:
        """Whether a human said who this is."""
        return node in self._owners

    def lock(self, nodes: Iterable[int]) -> None:
        """No two of all nodes ever locked may join."""
        for node in nodes:
            self._marks.setdefault(node, set()).add(_LOCK)
            self._bans.setdefault(node, set()).add(_LOCK)

    def blocked(self, a: int, b: int) -> bool:
        """Whether a decision keeps the two apart."""
        return _apart(self, a, self, b)

    def merge(self, a: int, b: int, into: int) -> None:
        """``into``, which may be a or b or new, is all that a and b were."""
        for table in self._tables():
            _merge_entry(table, a, b, into)

    def grouped(self, labels: Ids) -> ConstraintState:
        """The state of groups of nodes: labels[node] is the group; nothing is checked."""
        state = ConstraintState()
        for node in self.nodes():
            state._absorb(int(labels[node]), self, node)
        return state

    def copy(self) -> ConstraintState:
        """The same state, to merge in without touching this one."""
        state = ConstraintState()
        for node in self.nodes():
            state._absorb(node, self, node)
        return state

    def clashing(self, labels: Ids) -> Ids:
        """The groups of nodes, labels[node] being the group, inside which two nodes may not meet; rising."""
        met = ConstraintState()
        clashes: set[int] = set()
        for node in self.nodes():
            group = int(labels[node])
            if _apart(met, group, self, node):
                clashes.add(group)
            met._absorb(group, self, node)
        return np.array(sorted(clashes), np.int64)

    def _absorb(self, group: int, other: ConstraintState, node: int) -> None:
        for mine, theirs in zip(self._tables(), other._tables(), strict=True):
            if node in theirs:
                mine.setdefault(group, set()).update(theirs[node])

    def _tables(self) -> tuple[Table, Table, Table]:
        return self._owners, self._marks, self._bans


def _apart(one: ConstraintState, a: int, other: ConstraintState, b: int) -> bool:
    owners, others = one._owners.get(a), other._owners.get(b)
    if owners and others and len(owners | others) > 1:
        return True
    return _meet(one._marks.get(a), other._bans.get(b)) or _meet(one._bans.get(a), other._marks.get(b))


def _meet(marks: set[Mark] | None, bans: set[Mark] | None) -> bool:
    return bool(marks and bans and not marks.isdisjoint(bans))


def _merge_entry(table: Table, a: int, b: int, into: int) -> None:
    first, second = table.pop(a, None), table.pop(b, None)
    if first is None or second is None:
        if (only := first or second) is not None:
            table[into] = only
        return
    large, small = (first, second) if len(first) >= len(second) else (second, first)
    large |= small
    table[into] = large
