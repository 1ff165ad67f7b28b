"""Decisions at the level of nodes: what each carries and bans, merged as nodes merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from photoface.domain.ledger import Constraints, Mark
from photoface.matching.arrays import Ids, Mask
from photoface.matching.mark_table import MarkTable

Numbers = dict[Mark, int]
"""Marks as numbers, the same in all states that come of the same faces."""

_LOCK: Mark = ("locked", 0)
"""Carried and banned by every cluster that must keep to itself, so that no two of them ever meet."""


class ConstraintState:
    """What nodes carry and ban. Nodes are integers; those that nobody decided about take no room.

    A node that a person owns carries the mark ("person", id), so that a rejected face bans its owner's clusters.
    """

    def __init__(self, tables: tuple[MarkTable, MarkTable, MarkTable] | None = None, numbers: Numbers | None = None):
        nothing = np.empty(0, np.int64)
        self._owners, self._marks, self._bans = tables or (MarkTable(nothing), MarkTable(nothing), MarkTable(nothing))
        self._numbers: Numbers = {} if numbers is None else numbers

    @classmethod
    def of_faces(cls, face_ids: Ids, constraints: Constraints) -> ConstraintState:
        """One node per face, numbered by its position in ``face_ids``."""
        numbers: Numbers = {}
        owned = {face_id: frozenset({("person", owner)}) for face_id, owner in constraints.owner.items()}
        owners, marks, bans = (
            _pairs(face_ids, table, numbers) for table in (owned, constraints.marks, constraints.bans)
        )
        carried = tuple(np.concatenate(both) for both in zip(owners, marks, strict=True))
        return cls((MarkTable.of(*owners), MarkTable.of(*carried), MarkTable.of(*bans)), numbers)

    def lock(self, nodes: Iterable[int]) -> None:
        """No two of all nodes ever locked may join."""
        locked = np.fromiter(nodes, np.int64)
        mark = np.full(len(locked), self._numbers.setdefault(_LOCK, len(self._numbers)))
        self._marks, self._bans = (
            MarkTable.of(*(np.concatenate(both) for both in zip(table.pairs(), (locked, mark), strict=True)))
            for table in (self._marks, self._bans)
        )

    def blocked(self, a: int, b: int) -> bool:
        """Whether a decision keeps the two apart."""
        return _apart(self, a, self, b)

    def blocked_pairs(self, a: Ids, b: Ids) -> Mask:
        """The same of many pairs at once, of which no two have a node in common: bool [m]."""
        pairs = _Pairs(a, b)
        carried, banned = pairs.seen(*self._marks.pairs()), pairs.seen(*self._bans.pairs())
        meeting = np.isin(carried.keys(), banned.keys(other_side=True))
        blocked = np.zeros(len(a), bool)
        blocked[carried.pair[meeting]] = True
        return blocked | pairs.seen(*self._owners.pairs()).rivals(len(a))

    def keeps_out(self, node: int, other: ConstraintState, stranger: int) -> bool:
        """The same for a node of another state of the same faces, such as one of faces beside one of clusters."""
        return _apart(self, node, other, stranger)

    def merge(self, a: int, b: int, into: int) -> None:
        """``into``, which may be a or b or new, is all that a and b were."""
        for table in (self._owners, self._marks, self._bans):
            table.merge(a, b, into)

    def grouped(self, labels: Ids) -> ConstraintState:
        """The state of groups of nodes: labels[node] is the group; nothing is checked."""
        owners, marks, bans = (table.grouped(labels) for table in (self._owners, self._marks, self._bans))
        return ConstraintState((owners, marks, bans), self._numbers)

    def copy(self) -> ConstraintState:
        """The same state, to merge in without touching this one."""
        return ConstraintState((self._owners.copy(), self._marks.copy(), self._bans.copy()), self._numbers)

    def clashing(self, labels: Ids) -> Ids:
        """Nodes that may not meet another one of their group, labels[node] being the group; rising."""
        (carriers, carried), (banning, banned) = self._marks.pairs(), self._bans.pairs()
        nodes, marks = np.concatenate([carriers, banning]), np.concatenate([carried, banned])
        bans = np.arange(len(nodes)) >= len(carriers)
        apart = _meeting(nodes, labels[nodes] << 32 | marks, bans)
        return np.unique(np.concatenate([nodes[apart], self._rivals(labels)]))

    def _rivals(self, labels: Ids) -> Ids:
        """Nodes with an owner in groups that have several."""
        nodes, owners = self._owners.pairs()
        groups = labels[nodes]
        first, last = np.full(len(labels), len(self._numbers)), np.full(len(labels), -1)
        np.minimum.at(first, groups, owners)
        np.maximum.at(last, groups, owners)
        return nodes[first[groups] < last[groups]]


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """Marks in pairs of nodes: the number of the pair, the mark, and whether the second node has it; [m] each."""

    pair: Ids
    mark: Ids
    second: Mask

    def keys(self, *, other_side: bool = False) -> Ids:
        """One number for all three."""
        keys: Ids = (self.pair << 32 | self.mark) << 1 | (self.second ^ other_side)
        return keys

    def rivals(self, pairs: int) -> Mask:
        """Pairs whose marks are not all the same though both nodes have some: bool [pairs]."""
        least, most = np.full(pairs, np.iinfo(np.int64).max), np.full(pairs, -1)
        np.minimum.at(least, self.pair, self.mark)
        np.maximum.at(most, self.pair, self.mark)
        first, second = (np.bincount(self.pair[side], minlength=pairs) > 0 for side in (~self.second, self.second))
        found: Mask = first & second & (least < most)
        return found


class _Pairs:
    """Pairs of nodes, no node in two of them."""

    def __init__(self, a: Ids, b: Ids) -> None:
        self._pair = np.full(max(a.max(initial=-1), b.max(initial=-1)) + 1, -1)
        self._second = np.zeros(len(self._pair), bool)
        self._pair[a] = self._pair[b] = np.arange(len(a))
        self._second[b] = True

    def seen(self, nodes: Ids, marks: Ids) -> _Seen:
        """Those of some nodes' marks that are in a pair."""
        known = nodes < len(self._pair)
        nodes, marks = nodes[known], marks[known]
        inside = self._pair[nodes] >= 0
        return _Seen(self._pair[nodes[inside]], marks[inside], self._second[nodes[inside]])


def _pairs(face_ids: Ids, table: Mapping[int, frozenset[Mark]], numbers: Numbers) -> tuple[Ids, Ids]:
    """Nodes and numbers of their marks; faces that are not there are left out."""
    faces = np.array([face_id for face_id, marks in table.items() for _ in marks], np.int64)
    found = [mark for marks in table.values() for mark in marks]
    for mark in dict.fromkeys(found):
        numbers.setdefault(mark, len(numbers))
    marks = np.fromiter(map(numbers.__getitem__, found), np.int64, len(found))
    order = np.argsort(face_ids, kind="stable")
    at = np.searchsorted(face_ids, faces, sorter=order)
    inside = at < len(face_ids)
    nodes = order[at[inside]]
    there = face_ids[nodes] == faces[inside]
    return nodes[there], marks[inside][there]


def _meeting(nodes: Ids, keys: Ids, bans: Mask) -> Mask:
    """Of nodes that carry (or ban) what a key stands for: those of keys that one carries and another bans, bool [m]."""
    kind = np.unique(keys, return_inverse=True)[1]
    size = int(kind.max(initial=-1)) + 1
    carried, banned = (np.bincount(kind[which], minlength=size) > 0 for which in (~bans, bans))
    first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, -1)
    np.minimum.at(first, kind, nodes)
    np.maximum.at(last, kind, nodes)
    found: Mask = (carried & banned & (first < last))[kind]
    return found


def _apart(one: ConstraintState, a: int, other: ConstraintState, b: int) -> bool:
    owners, others = one._owners.get(a), other._owners.get(b)
    if owners and others and len(owners | others) > 1:
        return True
    return not one._marks.get(a).isdisjoint(other._bans.get(b)) or not one._bans.get(a).isdisjoint(other._marks.get(b))
