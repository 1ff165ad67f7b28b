"""The share of wrong cluster-mates to expect in this library: what its model's table says, moved as its pairs are."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.calibration import FACTOR, Calibration
from photoface.services.library import Library
from photoface.services.manner import manner_of

_MOST = 0.5


@dataclass(frozen=True, slots=True)
class WrongMates:
    """algorithm, wrong: how groups are made, and the share that was asked for; share: what to expect here, with its
    95 % interval from low to high. known: certain to a factor of two."""

    algorithm: str
    wrong: float
    share: float
    low: float
    high: float

    @property
    def known(self) -> bool:
        return self.share <= FACTOR * self.low and self.high <= FACTOR * self.share


def wrong_mates(
    library: Library, made: Calibration, algorithm: str | None = None, wrong: float | None = None
) -> WrongMates | None:
    """At this strictness, or the library's own, by its calibration; None for a model that nobody measured.

    Strangers get into a group as often as they come as near as its cut; so where they do twice as often as in the
    photos that the table was measured on, twice as many mates are wrong (docs/decisions/calibration.md).
    """
    usual, embedding = manner_of(library), library.embedding()
    algorithm, wrong = algorithm or usual[0], wrong or usual[1]
    if embedding.points is None:
        return None
    angle = embedding.cut(algorithm, wrong, made.faces).angle
    usually = embedding.points.false_match_rate(angle)
    rates = (made.rates.false_match_rate(angle), *made.rates.interval(angle))
    share, low, high = (min(wrong * rate / usually, _MOST) for rate in rates)
    return WrongMates(algorithm, wrong, share, low, high)
