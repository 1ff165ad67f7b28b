"""Decisions at the level of nodes: what each carries and bans, merged as nodes merge."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from photoface.domain.ledger import Constraints, Mark
from photoface.matching.arrays import Ids

Table = dict[int, set[Mark] | frozenset[Mark]]
"""By node. A frozenset may belong to other states as well; a set is this state's own and grows in place."""

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
                state._owners[node] = state._marks[node] = frozenset({("person", owner)})
            if marks := constraints.marks.get(face_id):
                state._marks[node] = state._marks.get(node, frozenset()) | marks
            if bans := constraints.bans.get(face_id):
                state._bans[node] = bans
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
            for table in (self._marks, self._bans):
                table[node] = table.get(node, frozenset()) | {_LOCK}

    def blocked(self, a: int, b: int) -> bool:
        """Whether a decision keeps the two apart."""
        return _apart(self, a, self, b)

    def keeps_out(self, node: int, other: ConstraintState, stranger: int) -> bool:
        """The same for a node of another state, such as one of faces beside one of clusters."""
        return _apart(self, node, other, stranger)

    def merge(self, a: int, b: int, into: int) -> None:
        """``into``, which may be a or b or new, is all that a and b were."""
        for table in self._tables():
            _merge_entry(table, a, b, into)

    def grouped(self, labels: Ids) -> ConstraintState:
        """The state of groups of nodes: labels[node] is the group; nothing is checked."""
        state, groups = ConstraintState(), labels.tolist()
        for mine, theirs in zip(state._tables(), self._tables(), strict=True):
            for node, entry in theirs.items():
                group = groups[node]
                old = mine.get(group)
                mine[group] = frozenset(entry) if old is None else _union(old, entry)
        return state

    def copy(self) -> ConstraintState:
        """The same state, to merge in without touching this one."""
        state = ConstraintState()
        for mine, theirs in zip(state._tables(), self._tables(), strict=True):
            mine.update({node: frozenset(entry) for node, entry in theirs.items()})
        return state

    def clashing(self, labels: Ids) -> Ids:
        """Nodes that may not meet another one of their group, labels[node] being the group; rising."""
        groups = self._clashing_groups(labels)
        inside = [node for node in self.nodes() if int(labels[node]) in groups]
        found: set[int] = set()
        for carriers, banning in self._by_mark(inside, labels).values():
            apart = carriers | banning
            if carriers and banning and len(apart) > 1:
                found |= apart
        return np.array(sorted(found | self._rivals(inside, labels)), np.int64)

    def _clashing_groups(self, labels: Ids) -> set[int]:
        met = ConstraintState()
        clashes: set[int] = set()
        nodes = np.array(self.nodes(), np.int64)
        company = nodes[np.bincount(labels[nodes])[labels[nodes]] > 1]
        for node, group in zip(company.tolist(), labels[company].tolist(), strict=True):
            if _apart(met, group, self, node):
                clashes.add(group)
            met._absorb(group, self, node)
        return clashes

    def _by_mark(self, nodes: list[int], labels: Ids) -> dict[tuple[int, Mark], tuple[set[int], set[int]]]:
        """(group, mark) -> nodes that carry it, nodes that ban it."""
        found: dict[tuple[int, Mark], tuple[set[int], set[int]]] = {}
        for node in nodes:
            for which, table in enumerate((self._marks, self._bans)):
                for mark in table.get(node, ()):
                    found.setdefault((int(labels[node]), mark), (set(), set()))[which].add(node)
        return found

    def _rivals(self, nodes: list[int], labels: Ids) -> set[int]:
        """Nodes with an owner in groups that have several."""
        owners: dict[int, set[Mark]] = {}
        for node in nodes:
            owners.setdefault(int(labels[node]), set()).update(self._owners.get(node, ()))
        return {node for node in nodes if node in self._owners and len(owners[int(labels[node])]) > 1}

    def _absorb(self, group: int, other: ConstraintState, node: int) -> None:
        for mine, theirs in zip(self._tables(), other._tables(), strict=True):
            if (entry := theirs.get(node)) is not None:
                old = mine.get(group)
                mine[group] = frozenset(entry) if old is None else _union(old, entry)

    def _tables(self) -> tuple[Table, Table, Table]:
        return self._owners, self._marks, self._bans


def _apart(one: ConstraintState, a: int, other: ConstraintState, b: int) -> bool:
    owners, others = one._owners.get(a), other._owners.get(b)
    if owners and others and len(owners | others) > 1:
        return True
    return _meet(one._marks.get(a), other._bans.get(b)) or _meet(one._bans.get(a), other._marks.get(b))


def _meet(marks: set[Mark] | frozenset[Mark] | None, bans: set[Mark] | frozenset[Mark] | None) -> bool:
    return bool(marks and bans and not marks.isdisjoint(bans))


def _merge_entry(table: Table, a: int, b: int, into: int) -> None:
    first, second = table.pop(a, None), table.pop(b, None)
    if first is not None and second is not None:
        large, small = (first, second) if len(first) >= len(second) else (second, first)
        table[into] = _union(large, small)
    elif (only := first or second) is not None:
        table[into] = only


def _union(large: set[Mark] | frozenset[Mark], small: set[Mark] | frozenset[Mark]) -> set[Mark]:
    grown = large if isinstance(large, set) else set(large)
    grown |= small
    return grown
