"""The angle between unit embeddings is the distance; what an angle is worth, a model's operating points say.

Two scales that are never mixed: the false-match rate of pairs (compare, search) and, for groups,
the expected share of wrong cluster-mates, 1 - BCubed precision (Amigo et al. 2009).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows (or the one vector) scaled to length 1; a zero row stays zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.maximum(norms, 1e-12)).astype(np.float32)
    return scaled


def angles(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Radians in [0, pi] from cosines."""
    return np.arccos(np.clip(cosines, -1.0, 1.0)).astype(np.float32)


def angle_between(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The angle of two unit vectors in radians."""
    return float(np.arccos(np.clip(np.dot(a.astype(np.float64), b.astype(np.float64)), -1.0, 1.0)))


class PairRates(Protocol):
    """What the angle of two faces is worth: how often two strangers come as near."""

    def false_match_rate(self, angle: float) -> float:
        """The share of pairs of strangers that are at least as near as this angle in radians; rises with it."""

    def angle_at(self, false_match_rate: float) -> float:
        """The angle in radians below which pairs of strangers fall at this rate."""


# Wrong mates grow with the number of faces up to four times either way from where a table was measured: on LFW as
# far as it goes; libraries of few families with many photos each do not follow (docs/benchmarks.md, operating points).
_CROWD = 4.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Within these two pictures look the same: bits of their hashes, and of the difference of their grey values, 0 to
    255, the mean and the 99th percentile (vision.likeness)."""

    bits: int
    mean: float
    peak: float


Table = tuple[tuple[float, float], ...]
"""Rows (rate, angle), both rising."""


@dataclass(frozen=True, slots=True)
class CrowdCut:
    """Where a second pass stops, that looks at who else is near (CSLS, Conneau et al. 2018, between clusters).

    A cluster's crowd is the average cosine to those that are nearest after its best two, ``least`` at the least. Two
    clusters join within ``angle`` (radians) where their crowds are least; else the cosine must be greater by ``weight``
    times as much as their crowds, on average, exceed the least.
    """

    angle: float
    weight: float
    least: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Where clustering stops. angle in radians; beta: how much more alike small clusters must be, see CutTable; crowd:
    where a second pass stops, if there is one."""

    angle: float
    beta: float = 0.0
    crowd: CrowdCut | None = None

    @property
    def reach(self) -> float:
        """Nothing further apart than this joins; radians."""
        return self.angle if self.crowd is None else max(self.angle, self.crowd.angle)


@dataclass(frozen=True, slots=True)
class CrowdTable:
    """Rows (share of wrong mates, angle) of a second pass; weight and least as in CrowdCut."""

    rows: Table
    weight: float
    least: float

    def at(self, wrong: float) -> CrowdCut:
        """For an expected share of wrong cluster-mates. The number of faces needs no place here: crowds know it."""
        return CrowdCut(_interpolate(self.rows, wrong), self.weight, self.least)


@dataclass(frozen=True, slots=True)
class CutTable:
    """Where one clustering algorithm stops: rows (share of wrong mates, angle), and how much small clusters pay.

    beta: the size-aware threshold on the cosine is cos(angle) + beta / sqrt(harmonic mean size); 0 switches it off.
    faces: how many the rows were measured among; 0: unknown. crowd: the table of a second pass; the rows are then
    stricter, and the share is what comes out after both.
    """

    rows: Table
    beta: float = 0.0
    faces: int = 0
    crowd: CrowdTable | None = None

    def angle_at(self, wrong: float) -> float:
        """The cut for an expected share of wrong cluster-mates, interpolated on the logarithm of the share."""
        return _interpolate(self.rows, wrong)

    def at(self, wrong: float, faces: int | None = None) -> Cut:
        """What clustering takes, for an expected share of wrong cluster-mates; clipped to the table's ends.

        faces: how many are to be clustered, if known. Twice as many are twice as many strangers to be taken for
        somebody, so the same share of wrong mates needs the cut of half the share.
        """
        angle = self.angle_at(wrong / min(max(self.crowding(faces), 1 / _CROWD), _CROWD))
        return Cut(angle, self.beta, None if self.crowd is None else self.crowd.at(wrong))

    def crowding(self, faces: int | None) -> float:
        """How many times as many faces there are as the rows were measured among; 1 where either is unknown."""
        return faces / self.faces if faces and self.faces else 1.0

    def unheeded(self, faces: int | None) -> float:
        """Of these times those that ``at`` leaves out of account, being far from what was measured."""
        crowd = self.crowding(faces)
        return crowd / min(max(crowd, 1 / _CROWD), _CROWD)


@dataclass(frozen=True, slots=True)
class SuggestionScale:
    """What it is worth that a group is near a person: the logarithm of how many times as likely a group that is this
    person comes as near, than one of a stranger (a score calibrated by logistic regression, Brummer and du Preez 2006).

    offset + slope * (cosine - crowd * crowds / 2) + size * ln(faces), cosine between the mean directions of the group
    and of the nearest exemplars, crowds: how near strangers come to the group and to the person, added
    (photoface/matching/cohort.py); half of that is ``least`` at the least.
    """

    offset: float
    slope: float
    crowd: float
    least: float
    size: float

    def nearness(self, cosines: NDArray[np.floating], crowds: NDArray[np.floating]) -> NDArray[np.float64]:
        """What a cosine is above what strangers reach: float64 [n]."""
        found: NDArray[np.float64] = cosines.astype(np.float64) - self.crowd * np.maximum(crowds / 2, self.least)
        return found

    def evidence(
        self, cosines: NDArray[np.floating], crowds: NDArray[np.floating], faces: NDArray[np.integer]
    ) -> NDArray[np.float64]:
        """Natural logarithms of likelihood ratios, float64 [n]."""
        near = self.nearness(cosines, crowds)
        found: NDArray[np.float64] = self.offset + self.slope * near + self.size * np.log(np.maximum(faces, 1))
        return found


@dataclass(frozen=True, slots=True)
class Suggesting:
    """How a model's groups are suggested to people: the scale, and the chances of being wrong up to which a group is
    taken for a person at once (join), or asked about (ask). Beyond, it is left alone."""

    scale: SuggestionScale
    join: float
    ask: float


@dataclass(frozen=True, slots=True)
class OperatingPoints:
    """What was measured of one embedder: pair rates, a cut table for each algorithm, and how it suggests people."""

    pairs: Table
    cuts: Mapping[str, CutTable] = field(default_factory=dict)
    suggesting: Suggesting | None = None

    def angle_at(self, false_match_rate: float) -> float:
        """The angle below which pairs of strangers fall at this rate."""
        return _interpolate(self.pairs, false_match_rate)

    def false_match_rate(self, angle: float) -> float:
        """The share of stranger pairs that are at least as near as this angle; clipped to the table's ends."""
        rates, cut = np.array(self.pairs).T
        return float(np.exp(np.interp(angle, cut, np.log(rates))))


def _interpolate(rows: Table, rate: float) -> float:
    rates, cut = np.array(rows).T
    return float(np.interp(np.log(rate), np.log(rates), cut))
