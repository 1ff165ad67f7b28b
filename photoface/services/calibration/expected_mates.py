"""The share of wrong cluster-mates to expect by the angles: a model's table, moved as a library's pairs are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from photoface.domain.calibration import FACTOR, LibraryRates
from photoface.domain.similarity import OperatingPoints

_MOST = 0.5
_TABLE = 0.7
"""How far off the table itself may be, two standard deviations of the logarithm: benchmarks/calibration.py, groups."""


@dataclass(frozen=True, slots=True)
class WrongMates:
    """algorithm, wrong: how groups are made, and the share that was asked for; share: what to expect here, with its
    95 % interval from low to high. people, drawn, mistaken: who was checked at random, how many faces were looked at,
    and how many of them were wrong."""

    algorithm: str
    wrong: float
    share: float
    low: float
    high: float
    people: int = 0
    drawn: int = 0
    mistaken: int = 0

    @property
    def known(self) -> bool:
        """Certain to a factor of two; more than half is not told from half."""
        return self.high < _MOST and self.share <= FACTOR * self.low and self.high <= FACTOR * self.share


def expected(points: OperatingPoints, rates: LibraryRates, manner: tuple[str, float], faces: int) -> WrongMates:
    """What to expect of groups that are made in this manner among so many faces.

    Strangers get into a group as often as they come as near as its cut, so wrong mates are as many times as frequent
    as near strangers are (docs/decisions/calibration.md). That there are fewer faces than the cut was made for counts
    too; that there are more may, or may not: people with many photos do not crowd one another.
    """
    algorithm, wrong = manner
    table = points.cuts[algorithm]
    angle, unheeded = table.at(wrong, faces).angle, table.unheeded(faces)
    usual = wrong / points.false_match_rate(angle) * min(unheeded, 1.0)
    share = usual * rates.false_match_rate(angle)
    low, high = (usual * rate for rate in rates.interval(angle))
    below, above = (math.exp(math.hypot(math.log(ratio), _TABLE)) for ratio in (share / low, high / share))
    bounds = (share, share / below, share * above * max(unheeded, 1.0))
    middle, low, high = (min(each, _MOST) for each in bounds)
    return WrongMates(algorithm, wrong, middle, low, high)
