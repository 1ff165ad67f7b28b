"""Groups that may not both be one person, for they meet in a photo or were told apart: the better one wins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Competing:
    """groups int64 [r], rising; carried, banned int64 [r]: a mark that the group carries, and the one that it will not
    sit beside; whoever carries that bans the first. span: above all marks."""

    groups: Ids
    carried: Ids
    banned: Ids
    span: int

    @classmethod
    def of(cls, groups: Ids, carried: Ids, banned: Ids) -> Competing:
        """In any order, with repeats."""
        span = int(max(carried.max(initial=0), banned.max(initial=0))) + 1
        groups, carried, banned = np.unique(np.stack([groups, carried, banned]), axis=1)
        met = _meeting(groups, carried, banned, span)
        return cls(groups[met], carried[met], banned[met], span)

    def losers(self, groups: Ids, targets: Ids, worth: NDArray[np.float64]) -> Mask:
        """Which of these groups [m], each once, may not be its target [m], for a better one is: bool [m].

        worth: float64 [m], the higher the better; of equals the earlier one wins.
        """
        lost = np.zeros(len(groups), bool)
        if not len(groups) or not len(self.groups):
            return lost
        order = np.argsort(groups)
        place = np.minimum(np.searchsorted(groups[order], self.groups), len(groups) - 1)
        there = groups[order][place] == self.groups
        at = order[place[there]]
        carried, banned = (targets[at] * self.span + marks[there] for marks in (self.carried, self.banned))
        met = _meeting(at, carried, banned, int(max(carried.max(initial=0), banned.max(initial=0))) + 1)
        lost[_beaten(at[met], carried[met], banned[met], worth)] = True
        return lost


def _meeting(owners: Ids, carried: Ids, banned: Ids, span: int) -> Mask:
    """Rows of which another owner carries what they ban: bool [r]."""
    own = np.unique(owners * span + carried)
    marks, times = np.unique(own % span, return_counts=True)
    at = np.minimum(np.searchsorted(marks, banned), max(len(marks) - 1, 0))
    others = np.where(marks[at] == banned, times[at], 0) - np.isin(owners * span + banned, own) if len(marks) else at
    met: Mask = others > 0
    return met


def _beaten(owners: Ids, carried: Ids, banned: Ids, worth: NDArray[np.float64]) -> list[int]:
    """Owners that meet a better one, which is not beaten itself."""
    order = np.lexsort((owners, -worth[owners]))
    taken, beaten = set[int](), list[int]()
    for rows in np.split(order, np.flatnonzero(np.diff(owners[order])) + 1) if len(order) else ():
        if taken.isdisjoint(banned[rows].tolist()):
            taken.update(carried[rows].tolist())
        else:
            beaten.append(int(owners[rows[0]]))
    return beaten
