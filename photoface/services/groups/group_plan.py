"""A re-clustering on paper: what would move, before anything does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Contradiction
from photoface.services.groups.group_reading import NO_GROUP

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a re-clustering would do. face_ids, before, labels: int64 [n], the group of each face as it is and as it
    would be; -1: none, below -1: a group that does not exist yet (equal numbers are one group). people: int64 [n], whom
    a human said that they are, 0: nobody did; their group may get another number, who they are never changes."""

    algorithm: str
    wrong: float
    face_ids: Ids
    labels: Ids
    before: Ids
    people: Ids
    contradictions: tuple[Contradiction, ...]

    @property
    def changes(self) -> dict[int, int]:
        """Face id -> label, for the faces whose group changes."""
        moving = self.before != self.labels
        return dict(zip(self.face_ids[moving].tolist(), self.labels[moving].tolist(), strict=True))

    @property
    def moving(self) -> int:
        return int((self.before != self.labels).sum())

    @property
    def undecided(self) -> int:
        """Of the moving ones those that nobody decided on."""
        return int(((self.before != self.labels) & (self.people == 0)).sum())

    @property
    def estranged(self) -> int:
        """Decided faces that would come into a group of somebody else, counted and not assumed."""
        decided = np.flatnonzero((self.people > 0) & (self.labels != NO_GROUP))
        pairs, votes = np.unique(np.stack([self.labels[decided], self.people[decided]]), axis=1, return_counts=True)
        most = {int(pairs[0, at]): int(pairs[1, at]) for at in np.lexsort((-pairs[1], votes))}  # the last one stays
        moving = decided[self.before[decided] != self.labels[decided]]
        return sum(most[int(self.labels[at])] != int(self.people[at]) for at in moving)

    @property
    def groups_before(self) -> int:
        return len(set(self.before.tolist()) - {NO_GROUP})

    @property
    def groups_after(self) -> int:
        return len(set(self.labels.tolist()) - {NO_GROUP})

    @property
    def joined(self) -> int:
        """Groups that become one with another."""
        return sum(len(sources) - 1 for sources in self._flow(by_target=True).values())

    @property
    def parted(self) -> int:
        """Groups whose faces end in more than one."""
        return sum(len(targets) > 1 for targets in self._flow(by_target=False).values())

    def _flow(self, *, by_target: bool) -> dict[int, set[int]]:
        flow = defaultdict[int, set[int]](set)
        for source, target in set(zip(self.before.tolist(), self.labels.tolist(), strict=True)):
            if NO_GROUP not in (source, target):
                flow[target if by_target else source].add(source if by_target else target)
        return flow
