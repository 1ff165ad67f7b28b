"""What angles are worth in one library: its model's curve, bent by the many pairs that are far apart, then corrected
by the few near ones, as much as they are worth. Why so, and how well it works: docs/decisions/calibration.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv, ndtr, ndtri

from photoface.domain.similarity import Table
from photoface.matching.impostors import KnownFaces, apart, confirmed, genuine, met, together
from photoface.matching.pair_counts import PairCounts
from photoface.matching.rate_curves import CENTER, Curve, Line, curve_of, fitted

Numbers = NDArray[np.float64]

# Where libraries lie by their model's line: offset and tilt, standard deviations (docs/decisions/calibration.md).
_USUAL = Line(CENTER, 1.0, np.diag([0.5**2, 0.08**2]))
_OTHER_PLACE = np.diag([0.4**2, 0.05**2])  # pairs of one photo beside pairs of two
_TAIL = 0.065  # what no line says: how far the probit goes astray for each unit further into the tail
_LEVELS = np.array([0.03, 0.06, 0.12, 0.2])  # shares of the pairs by which a library's line is seen
_CLEAR = 1e-5  # nearer than at this rate are hardly two strangers
_FEWEST = 60.0  # pairs: with fewer nothing is seen
_UNSURE_MATES = 0.04  # how far the share of near ones among pairs of one person may be off
_UNSURE_LEFT = 1.0  # the same among those that grouping left apart, by themselves
_BEST = 100.0  # no count of hits is worth more than so many: people and places differ


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of pairs, as it was used. pairs: looked at; worth: independent ones at a rate of 1 in 1,000, as evidence;
    same: the estimated share that is one person after all."""

    kind: str
    pairs: int
    worth: float
    same: float


@dataclass(frozen=True, slots=True, eq=False)
class Calibrated:
    """Rates of a library. angles float64 [g], rising; rates, low, high float64 [g]: estimate and 95 % interval.

    one_photo: how many times as often strangers of one photo come as near at 1 in 1,000; None: unknown.
    """

    angles: Numbers
    rates: Numbers
    low: Numbers
    high: Numbers
    sources: tuple[Source, ...]
    one_photo: float | None


@dataclass(frozen=True, slots=True, eq=False)
class _Hits:
    """Evidence: hits float64 [g] of pairs float64 [g], each worth one that is independent."""

    hits: Numbers
    pairs: Numbers


def calibrate(points: Table, faces: KnownFaces, seed: int = 0) -> Calibrated:
    """The rates of the library that these faces are; points: pair rates of its model."""
    rng = np.random.default_rng(seed)
    model = curve_of(points)
    mates = genuine(faces)
    kinds = {"apart": apart(faces, rng), "met": met(faces, rng), "confirmed": confirmed(faces, rng)}
    line, sources, evidence = _USUAL, [], []
    for kind in ("confirmed", "apart"):
        line = _seen(model, line, kinds[kind], _same(model, line, kinds[kind], mates, left=kind == "apart"))
    for kind, pairs in kinds.items():
        same = 0.0 if kind == "confirmed" else _same(model, line, pairs, mates, left=kind == "apart")
        found = _evidence(model, pairs, same, mates, left=kind == "apart")
        evidence.append(found)
        sources.append((kind, pairs, same, found))
    near, inside = _one_photo(model, line, together(faces), mates)
    evidence.append(near[0])
    sources.append(("together", near[1], near[2], near[0]))
    tenth = int(np.searchsorted(line.at(model.probits), ndtri(1e-3)))
    rates, low, high = _posterior(model, line, evidence)
    return Calibrated(model.angles, rates, low, high, tuple(_source(*each, tenth) for each in sources), inside)


def _seen(model: Curve, line: Line, pairs: PairCounts, same: float) -> Line:
    """The line after a look at pairs that are far apart."""
    if pairs.total < _FEWEST:
        return line
    places = pairs.angles_at(same + (1 - same) * _LEVELS)
    shares = np.clip((pairs.below(places) / pairs.total - same) / (1 - same), 1e-6, 1 - 1e-6)
    slopes = np.exp(-0.5 * ndtri(shares) ** 2) / np.sqrt(2 * np.pi)
    noise = pairs.noise(places) / np.outer(slopes, slopes)
    noise += np.outer(same / 2 / slopes, same / 2 / slopes) + np.diag(np.full(len(_LEVELS), 0.02**2))
    return fitted(line, model.probit(places), ndtri(shares), noise)


def _same(model: Curve, line: Line, pairs: PairCounts, mates: PairCounts, *, left: bool) -> float:
    """The share of pairs that are one person after all: those that are nearer than strangers come."""
    if pairs.total < _FEWEST:
        return 0.0
    clear = np.array([float(model.angle(line.back(np.array([ndtri(_CLEAR)])))[0])])
    excess = float(pairs.below(clear)[0]) / pairs.total - _CLEAR
    # Of those that grouping left apart maybe half are clearly near; of mirrors and posters as many as of all mates.
    return float(np.clip(excess / (0.5 if left else _mates_below(mates, clear)[0]), 0.0, 0.5))


def _mates_below(mates: PairCounts, angles: Numbers) -> Numbers:
    """The share of pairs of one person within each angle, at least a half."""
    found = (mates.below(angles) + 10.0) / (mates.total + 10.0)
    return np.maximum(found, 0.5)


def _evidence(model: Curve, pairs: PairCounts, same: float, mates: PairCounts, *, left: bool) -> _Hits:
    """What the near pairs of a kind say of every rate, without those that are one person."""
    nothing = np.zeros_like(model.angles)
    if pairs.total < _FEWEST:
        return _Hits(nothing, nothing)
    near = _mates_below(mates, model.angles)
    mistaken = same * pairs.total * near
    hits = np.maximum(pairs.below(model.angles) - mistaken, 0.0)
    total = pairs.total * (1 - same)
    unsure = (_UNSURE_LEFT if left else _UNSURE_MATES) * mistaken
    spread = np.maximum(hits, 1.0) * _dependence(pairs) + mistaken * (1 - near) + unsure**2
    worth = np.minimum(np.maximum(hits, 1.0) / spread, _BEST / np.maximum(hits, 1.0))
    return _Hits(hits * worth, total * worth)


def _dependence(pairs: PairCounts) -> float:
    """How many pairs say as much as an independent one, seen where there are many."""
    places = pairs.angles_at(_LEVELS[1:])
    shares = pairs.below(places) / pairs.total
    alone = shares * (1 - shares) / pairs.total
    return float(np.max(np.diag(pairs.noise(places)) / np.maximum(alone, 1e-300), initial=1.0))


def _one_photo(
    model: Curve, line: Line, pairs: PairCounts, mates: PairCounts
) -> tuple[tuple[_Hits, PairCounts, float], float | None]:
    """Evidence of pairs within photos, and how much oftener they come near.

    Strangers of one photo share its light, its camera, often their family. So the line of these pairs is another one,
    and only what they say beyond it is taken over: how heavy the tail is.
    """
    same = _same(model, line, pairs, mates, left=False)
    start = Line(line.offset, line.tilt, line.covariance + _OTHER_PLACE)
    own = _seen(model, start, pairs, same)
    if own is start:
        return (_evidence(model, pairs, 0.0, mates, left=False), pairs, same), None
    # The angles of the library's own curve, at which pairs of one photo are read off further out or further in.
    matched = model.angle(own.back(line.at(model.probits)))
    moved = Curve(matched, model.probits)
    found = _evidence(moved, pairs, same, mates, left=False)
    rare = np.exp(-0.5 * line.at(model.probits) ** 2) / np.sqrt(2 * np.pi) / ndtr(line.at(model.probits))
    doubt = rare**2 * (own.covariance[0, 0] + own.covariance[1, 1] * (model.probits - CENTER) ** 2)
    worth = 1 / (1 + found.hits * doubt)
    tenth = np.array([ndtri(1e-3)])
    times = float(ndtr(own.at(line.back(tenth)))[0] / 1e-3)
    return (_Hits(found.hits * worth, found.pairs * worth), pairs, same), times


def _posterior(model: Curve, line: Line, evidence: list[_Hits]) -> tuple[Numbers, Numbers, Numbers]:
    """Estimate and 95 % interval at each angle: gamma distributions, of which the line is the one before the hits."""
    probits = line.at(model.probits)
    before = np.asarray(ndtr(probits))
    deviation = np.sqrt(line.deviation(model.probits) ** 2 + (_TAIL * (model.probits - CENTER)) ** 2)
    steep = np.exp(-0.5 * probits**2) / np.sqrt(2 * np.pi) / before
    shape = 1 / np.maximum(steep * deviation, 1e-3) ** 2
    trials = shape / before
    for each in evidence:
        shape, trials = shape + each.hits, trials + each.pairs
    shape, trials = shape * (keep := np.minimum(1.0, _BEST / shape)), trials * keep
    rows = [np.minimum(gammaincinv(shape, share) / trials, 1.0) for share in (0.5, 0.025, 0.975)]
    middle, low, high = (np.maximum.accumulate(np.maximum(row, 1e-12)) for row in rows)
    return middle, low, high


def _source(kind: str, pairs: PairCounts, same: float, found: _Hits, place: int) -> Source:
    return Source(kind, len(pairs.angles), float(found.pairs[min(place, len(found.pairs) - 1)]), same)
