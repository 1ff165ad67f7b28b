"""What angles are worth in one library, as far as its own photos tell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RATE = 1e-3
"""The rate by which it is told whether enough is known."""

FACTOR = 2.0
"""Known is what is certain to a factor of two either way."""

MISSED = 0.02
"""Of faces that were taken twice, so many may be further apart than 1 in 1,000 strangers (benchmarks/retaken.py)."""


@dataclass(frozen=True, slots=True)
class RateRow:
    """angle: radians; rate: of false matches at it, with its 95 % interval from low to high."""

    angle: float
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LibraryRates:
    """The false-match rates of one library; rows rise in all columns. A PairRates."""

    rows: tuple[RateRow, ...]

    def false_match_rate(self, angle: float) -> float:
        """The share of stranger pairs that are at least as near; clipped to the ends of the rows."""
        return self._at(angle, [row.rate for row in self.rows])

    def angle_at(self, false_match_rate: float) -> float:
        """The angle in radians below which pairs of strangers fall at this rate."""
        rates = np.log([row.rate for row in self.rows])
        return float(np.interp(np.log(false_match_rate), rates, [row.angle for row in self.rows]))

    def interval(self, angle: float) -> tuple[float, float]:
        """From where to where the rate of an angle lies, at 95 %."""
        return self._at(angle, [row.low for row in self.rows]), self._at(angle, [row.high for row in self.rows])

    def known(self, rate: float = RATE) -> bool:
        """Whether the rate of the angle that it has is certain to a factor of two."""
        low, high = self.interval(self.angle_at(rate))
        return rate / FACTOR <= low and high <= rate * FACTOR

    def _at(self, angle: float, column: list[float]) -> float:
        return float(np.exp(np.interp(angle, [row.angle for row in self.rows], np.log(column))))


@dataclass(frozen=True, slots=True)
class PairSource:
    """A kind of pairs that rates were estimated from.

    kind: 'apart' (other photos, other groups), 'met' (groups that meet in a photo), 'confirmed' (different people by
    human decisions) or 'together' (one photo). pairs: looked at; worth: independent pairs, as evidence for the rate of
    1 in 1,000; same: the share that is estimated to be one person after all.
    """

    kind: str
    pairs: int
    worth: float
    same: float


@dataclass(frozen=True, slots=True)
class Retaken:
    """What photos of one moment tell, copies and shots within seconds: their faces are one person without a question,
    and far easier than others, so rates are never estimated from them.

    photos: pairs of such photos; faces: those that can be told well, either way; found: of these the ones that the
    detector saw in the other photo, too. pairs: of two faces that can be told well; median, most: angles in radians
    that half and 95 % of them are within. missed: the share that is further apart than 1 in 1,000 strangers, with its
    95 % interval from low to high: other pairs of one person are missed at least as often.
    """

    photos: int
    faces: int
    found: int
    pairs: int
    median: float
    most: float
    missed: float
    low: float
    high: float

    @property
    def poor(self) -> bool:
        """More are missed than copies of photos that are good enough: pictures are poor, or the rates are off."""
        return self.low > MISSED


@dataclass(frozen=True, slots=True)
class Calibration:
    """model: key of the embedding; faces, decisions: how many faces and operations there were; made_at: ISO 8601.

    one_photo: how many times as often strangers of one photo come near, at 1 in 1,000; None: unknown.
    retaken: None where nothing was taken twice, or an older version estimated.
    """

    model: str
    made_at: str
    faces: int
    decisions: int
    rates: LibraryRates
    sources: tuple[PairSource, ...]
    one_photo: float | None
    retaken: Retaken | None = None
