"""Which marks each node has, all of them in one array; only of nodes that merge sets are made."""

from __future__ import annotations

from collections.abc import Set

import numpy as np

from photoface.matching.arrays import Ids

_LOW = 0xFFFFFFFF
_NONE: Set[int] = frozenset()


class MarkTable:
    """Marks are numbers below 2 ** 32. A set of a node that has merged belongs to this table, and grows in place."""

    def __init__(self, pairs: Ids) -> None:
        self._pairs = pairs
        self._sets: dict[int, Set[int]] = {}  # of nodes that were asked for
        self._merged: set[int] = set()  # of these, those that are no longer as the pairs say
        self._starts: list[int] | None = None
        self._marks: list[int] = []

    @classmethod
    def of(cls, nodes: Ids, marks: Ids) -> MarkTable:
        """From pairs of a node and a mark, in any order, with repeats."""
        return cls(_distinct(nodes << 32 | marks))

    def pairs(self) -> tuple[Ids, Ids]:
        """Nodes and marks, by node and mark, each pair once."""
        pairs = self._all()
        return pairs >> 32, pairs & _LOW

    def get(self, node: int) -> Set[int]:
        """The marks of a node, not to be changed."""
        found = self._sets.get(node)
        if found is None:
            found = self._sets[node] = self._read(node)
        return found

    def merge(self, a: int, b: int, into: int) -> None:
        """``into``, which may be a or b or new, has the marks of both; others of them have none."""
        first, second = self.get(a), self.get(b)
        if not first and not second:
            return
        self._merged.update((a, b, into))
        self._sets[a] = self._sets[b] = _NONE
        self._sets[into] = _union(first, second) if len(first) >= len(second) else _union(second, first)

    def grouped(self, labels: Ids) -> MarkTable:
        """The table of groups of nodes: labels[node] is the group."""
        nodes, marks = self.pairs()
        return MarkTable.of(labels[nodes], marks)

    def copy(self) -> MarkTable:
        """The same table, to merge in without touching this one."""
        return MarkTable(self._all())

    def _all(self) -> Ids:
        if not self._merged:
            return self._pairs
        kept = self._pairs[~np.isin(self._pairs >> 32, np.fromiter(self._merged, np.int64, len(self._merged)))]
        merged = [node << 32 | mark for node in self._merged for mark in self._sets[node]]
        return np.sort(np.concatenate([kept, np.array(merged, np.int64)]))

    def _read(self, node: int) -> Set[int]:
        if self._starts is None:
            last = int(self._pairs[-1] >> 32) if len(self._pairs) else -1
            self._starts = np.searchsorted(self._pairs, np.arange(last + 2) << 32).tolist()
            self._marks = (self._pairs & _LOW).tolist()
        if node + 1 >= len(self._starts):
            return _NONE
        start, end = self._starts[node], self._starts[node + 1]
        return frozenset(self._marks[start:end]) if end > start else _NONE


def _union(large: Set[int], small: Set[int]) -> Set[int]:
    grown = large if isinstance(large, set) else set(large)
    grown |= small
    return grown


def _distinct(pairs: Ids) -> Ids:
    pairs = np.sort(pairs)
    kept: Ids = pairs[np.diff(pairs, prepend=-1) > 0]
    return kept
