"""What forbids that a group is somebody, whatever their faces look like: marks that groups carry and targets ban."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask

PHOTO, REJECTED, DIFFERENT, SEVERAL = range(4)
"""Both in one photo; "not this person"; "different people"; part of a group that holds several people."""

_KINDS = 4


def marks(kind: int, numbers: Ids) -> Ids:
    """Numbers of one kind as marks, which no other kind has."""
    return numbers * _KINDS + kind


def kind_of(mark: int) -> int:
    """What a mark is about."""
    return mark % _KINDS


@dataclass(frozen=True, slots=True, eq=False)
class Vetoes:
    """carried: groups [m] and the marks they carry, by group; banned: targets [b] and the marks they ban, sorted
    together. earliest float64 [g]: the first day a group was photographed, inf unknown; born float64 [t]: -inf unknown.
    """

    carried: tuple[Ids, Ids]
    banned: Ids
    span: int
    earliest: NDArray[np.float64]
    born: NDArray[np.float64]

    @classmethod
    def of(
        cls,
        carried: tuple[Ids, Ids],
        banned: tuple[Ids, Ids],
        earliest: NDArray[np.float64],
        born: NDArray[np.float64],
    ) -> Vetoes:
        """carried, banned: in any order, with repeats."""
        span = int(max(carried[1].max(initial=0), banned[1].max(initial=0))) + 1
        wanted = np.isin(carried[1], banned[1])  # most photos show nobody else
        keys = np.unique(carried[0][wanted] * span + carried[1][wanted])
        return cls((keys // span, keys % span), np.unique(banned[0] * span + banned[1]), span, earliest, born)

    def forbid(self, groups: Ids, targets: Ids) -> Mask:
        """Whether group [m] may not be target [m]: bool [m]."""
        pair, mark = self._marks_of(groups)
        forbidden: Mask = self.earliest[groups] < self.born[targets]
        forbidden[pair[np.isin(targets[pair] * self.span + mark, self.banned)]] = True
        return forbidden

    def reasons(self, group: int, target: int) -> list[int]:
        """The marks that keep this group from this target."""
        _, mark = self._marks_of(np.array([group]))
        found = mark[np.isin(target * self.span + mark, self.banned)]
        return [int(each) for each in found]

    def too_early(self, group: int, target: int) -> bool:
        """Whether the group was photographed before the target was born."""
        return bool(self.earliest[group] < self.born[target])

    def _marks_of(self, groups: Ids) -> tuple[Ids, Ids]:
        """Which of the groups asked about, and each mark that it carries."""
        first, last = (np.searchsorted(self.carried[0], groups, side) for side in ("left", "right"))
        counts = last - first
        pair = np.repeat(np.arange(len(groups)), counts)
        at = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
        return pair, self.carried[1][at]
