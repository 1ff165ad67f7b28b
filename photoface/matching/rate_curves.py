"""Curves of a false-match rate over the angle, and how one library's bends away from its model's.

On the scale of the normal quantile (probit) the rate rises nearly straight with the angle, and other faces, cameras and
light move the line and tilt it a little (docs/decisions/calibration.md). So many pairs that are far apart, of which
there are plenty, tell a good part of where the rare near ones are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from photoface.domain.similarity import Table

Numbers = NDArray[np.float64]

CENTER = -1.5
"""The probit that lines are tilted about: a rate of .067, where even some hundred pairs tell something."""

_BEND = 1e-2  # rows from here on give the parabola that goes on where a catalogue's table ends
_TOP = 0.6
_STEPS = 160


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """angles float64 [g], rising, radians; probits float64 [g]: normal quantiles of the rate there, rising."""

    angles: Numbers
    probits: Numbers

    def probit(self, angles: Numbers) -> Numbers:
        return np.interp(angles, self.angles, self.probits)

    def angle(self, probits: Numbers) -> Numbers:
        return np.interp(probits, self.probits, self.angles)

    @property
    def rates(self) -> Numbers:
        return np.asarray(ndtr(self.probits), np.float64)


def curve_of(rows: Table) -> Curve:
    """The curve of a catalogue's table, gone on to a rate of .6 by a parabola through its last rows."""
    rates, angles = np.array(rows).T
    probits = ndtri(rates)
    usual = rates >= _BEND
    bend = np.polyfit(angles[usual], probits[usual], 2 if usual.sum() > 2 else 1)
    beyond = np.linspace(angles[-1], angles[-1] + 1.0, 400)[1:]
    higher = probits[-1] + np.maximum.accumulate(np.polyval(bend, beyond) - np.polyval(bend, angles[-1]))
    inside = higher < ndtri(_TOP)
    known = np.concatenate([angles, beyond[inside]]), np.concatenate([probits, higher[inside]])
    grid = np.linspace(angles[0], known[0][-1], _STEPS)
    return Curve(grid, np.interp(grid, *known))


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Where a library's probit lies by the model's: offset + tilt * (probit - CENTER), as far as it is known.

    covariance: float64 [2, 2] of (offset, tilt).
    """

    offset: float
    tilt: float
    covariance: Numbers

    def at(self, probits: Numbers) -> Numbers:
        return self.offset + self.tilt * (probits - CENTER)

    def back(self, probits: Numbers) -> Numbers:
        """The model's probits that the library's are at."""
        return CENTER + (probits - self.offset) / self.tilt

    def deviation(self, probits: Numbers) -> Numbers:
        """Standard deviation of ``at``."""
        lever = np.stack([np.ones_like(probits), probits - CENTER])
        found: Numbers = np.sqrt(np.einsum("ig,ij,jg->g", lever, self.covariance, lever))
        return found


def fitted(before: Line, model: Numbers, seen: Numbers, noise: Numbers) -> Line:
    """What is known of a line after seeing it at some places: model and seen probits [l], covariance noise [l, l].

    The usual update of a normal distribution (Kalman 1960).
    """
    design = np.stack([np.ones_like(model), model - CENTER], axis=1)
    innovation = design @ before.covariance @ design.T + noise
    gain = np.linalg.solve(innovation, design @ before.covariance).T
    offset, tilt = np.array([before.offset, before.tilt]) + gain @ (seen - before.at(model))
    covariance = before.covariance - gain @ design @ before.covariance
    return Line(float(offset), float(tilt), covariance)
