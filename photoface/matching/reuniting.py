"""One face in a mirror must not part a person.

When somebody is twice in a photo (a mirror, a collage, a poster behind), the rule that these are two people keeps the
two clusters apart in which the faces ended, however large and alike these are. Where few faces of a cluster stand in
the way of its joining another, it joins without them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids
from photoface.matching.nodes import Nodes, dense
from photoface.matching.task import Task

FEW = 0.25
"""The share of the smaller cluster's nodes that may be left behind."""

_ROUNDS = 16

Nearness = Callable[[Nodes, Ids, Ids, NDArray[np.float32]], NDArray[np.float64]]
"""How far within the cut pairs of clusters are: clusters, rows, cols, cosines of their nearest nodes; < 0: outside."""


def reunite(task: Task, labels: Ids, near: Nearness) -> Ids:
    """The clusters of nodes after those that are near and kept apart by few have joined; the few are then alone.

    labels: int64 [c], a clustering that breaks no decision; neither does the result. Nodes that a human decided about
    are never left behind.
    """
    for _ in range(_ROUNDS):
        found = _Meeting(task, labels, near).joined()
        if found is None:
            break
        labels = found
    return dense(labels)


class _Meeting:
    """One round, in which each cluster joins one other at most."""

    def __init__(self, task: Task, labels: Ids, near: Nearness) -> None:
        self._task, self._near, self._labels = task, near, dense(labels)
        self._clusters, self._groups = task.nodes.grouped(self._labels), task.state.grouped(self._labels)
        self._pairs = task.edges.between(self._labels)
        self._members = np.split(np.argsort(self._labels, kind="stable"), np.cumsum(np.bincount(self._labels))[:-1])

    def joined(self) -> Ids | None:
        """The labels after this round, or None when nobody joined."""
        labels, busy = self._labels.copy(), set[int]()
        for a, b in self._candidates():
            large, small = (a, b) if self._clusters.counts[a] >= self._clusters.counts[b] else (b, a)
            if {a, b} & busy or (left := self._left_behind(large, small)) is None:
                continue
            busy |= {a, b}
            labels[self._members[small]] = large
            labels[left] = len(self._labels) + left
        return labels if busy else None

    def _candidates(self) -> list[tuple[int, int]]:
        """Pairs of clusters that would be one but for a decision, nearest first."""
        pairs = self._pairs
        nearness = self._near(self._clusters, pairs.rows, pairs.cols, pairs.cosines)
        within = np.flatnonzero(nearness >= 0)
        order = within[np.lexsort((pairs.cols[within], pairs.rows[within], -nearness[within]))]
        found = zip(pairs.rows[order].tolist(), pairs.cols[order].tolist(), strict=True)
        return [pair for pair in found if self._groups.blocked(*pair)]

    def _left_behind(self, large: int, small: int) -> Ids | None:
        """Nodes of the small cluster that may not meet the large one; None when they are too many or decided."""
        members = self._members[small]
        apart = [node for node in members.tolist() if self._groups.keeps_out(large, self._task.state, node)]
        left = np.array(apart, np.int64)
        if len(left) > FEW * len(members) or self._task.settled[left].any() or not self._still_near(large, small, left):
            return None
        return left

    def _still_near(self, large: int, small: int, left: Ids) -> bool:
        sums = np.stack(
            [self._clusters.sums[large], self._clusters.sums[small] - self._task.nodes.sums[left].sum(axis=0)]
        )
        counts = np.array(
            [self._clusters.counts[large], self._clusters.counts[small] - self._task.nodes.counts[left].sum()]
        )
        ends = np.array([0]), np.array([1])
        return bool(self._near(Nodes(sums, counts), *ends, np.ones(1, np.float32))[0] >= 0)
