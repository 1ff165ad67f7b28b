"""Union-find over integers (Tarjan 1975), each set named by its least member."""

from __future__ import annotations

from collections import defaultdict


class DisjointSets:
    """Sets that only ever grow together; integers are members from when they are first named."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def find(self, member: int) -> int:
        """The least member of the set."""
        parent = self._parent.setdefault(member, member)
        while parent != member:
            grandparent = self._parent[parent]
            self._parent[member] = grandparent
            member, parent = parent, grandparent
        return member

    def join(self, a: int, b: int) -> int:
        """Makes one set of two; its name."""
        a, b = self.find(a), self.find(b)
        low, high = (a, b) if a < b else (b, a)
        self._parent[high] = low
        return low

    def groups(self) -> list[tuple[int, ...]]:
        """All sets, by their least member; members rising."""
        members: dict[int, list[int]] = defaultdict(list)
        for member in sorted(self._parent):
            members[self.find(member)].append(member)
        return [tuple(group) for group in members.values()]
