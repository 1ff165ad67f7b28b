"""A re-clustering on paper: what would move, before anything does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Contradiction
from photoface.services.group_run import NO_GROUP

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a re-clustering would do. face_ids, labels: int64 [n], the new group of each face;
    -1: none, below -1: a group that does not exist yet (equal numbers are one group)."""

    algorithm: str
    wrong: float
    face_ids: Ids
    labels: Ids
    before: dict[int, int]
    contradictions: tuple[Contradiction, ...]

    @property
    def changes(self) -> dict[int, int]:
        """Face id -> label, for the faces whose group changes."""
        pairs = zip(self.face_ids.tolist(), self.labels.tolist(), strict=True)
        return {face: label for face, label in pairs if self.before.get(face, NO_GROUP) != label}

    @property
    def moving(self) -> int:
        return len(self.changes)

    @property
    def groups_before(self) -> int:
        return len(set(self.before.values()))

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
        for face, label in zip(self.face_ids.tolist(), self.labels.tolist(), strict=True):
            if face in self.before and label != NO_GROUP:
                source, target = self.before[face], label
                flow[target if by_target else source].add(source if by_target else target)
        return flow
