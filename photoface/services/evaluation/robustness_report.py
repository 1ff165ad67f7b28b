"""What worse pictures cost: one row for each level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.matching.pair_figures import AtRate, Estimate
from photoface.services.evaluation.charts import Chart, Series
from photoface.services.evaluation.copies import Level

RATES = (1e-2, 1e-3)
"""False-accept rates of VAL: a sample of 160 faces has 12,640 pairs of strangers, of which 126 and 12 decide it."""


@dataclass(frozen=True, slots=True)
class AtLevel:
    """One level. detected: of ``faces`` copies the share whose face was found; None without any: faces are made
    smaller, never larger. accuracy, val: of the pairs of found
    faces, both at this level. found_pairs: the share of one person's pairs of which both faces were found; times val
    it is what comes out at the end. drift: the mean angle in radians between a face and itself at full quality."""

    level: Level
    faces: int
    detected: float | None
    accuracy: Estimate | None
    val: tuple[AtRate, ...]
    found_pairs: float | None
    drift: float | None


@dataclass(frozen=True, slots=True)
class RobustnessReport:
    """sample: faces that were copied; unreadable: files that could be read no more."""

    embedder: str
    source: str
    sample: int
    people: int
    unreadable: int
    levels: tuple[AtLevel, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        return (
            Chart(f"JPEG quality, {self.embedder}", "JPEG quality", "share", self._lines("jpeg")),
            Chart(
                f"Face width, {self.embedder}", "width of the face in pixels", "share", self._lines("width"), log_x=True
            ),
        )

    def _lines(self, kind: str) -> tuple[Series, ...]:
        rows = sorted((each for each in self.levels if each.level.kind == kind), key=lambda each: each.level.value)
        shown: dict[str, list[tuple[float, Estimate | None]]] = {
            "faces found": [(each.level.value, _certain(each.detected)) for each in rows],
            "accuracy": [(each.level.value, each.accuracy) for each in rows],
            f"VAL at FAR {RATES[0]:g}": [(each.level.value, each.val[0].value) for each in rows],
        }
        return tuple(_line(name, points) for name, points in shown.items())


def _certain(share: float | None) -> Estimate | None:
    return None if share is None else Estimate(share, None)


def _line(name: str, points: Sequence[tuple[float, Estimate | None]]) -> Series:
    known = [(x, each) for x, each in points if each is not None]
    errors = tuple(each.standard_error or 0.0 for _, each in known)
    return Series(name, tuple(x for x, _ in known), tuple(each.value for _, each in known), errors)
