"""How well people are told: by one face, among strangers, and by trained classifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.matching.pair_figures import FEW, Estimate
from photoface.services.evaluation.charts import Chart, Series


@dataclass(frozen=True, slots=True)
class RankOne:
    """The share of probes that the right person is nearest to, with so many strangers in the gallery. value: all known
    people are in it; alone: the right one only, MegaFace's protocol."""

    distractors: int
    value: Estimate
    alone: Estimate


@dataclass(frozen=True, slots=True)
class OpenSet:
    """The share of probes told rightly when ``rate`` of the strangers are taken for somebody; None: too few of them.

    false_alarms: how many strangers decide the angle; below ten the figure is mostly luck.
    """

    rate: float
    value: Estimate | None
    false_alarms: int


@dataclass(frozen=True, slots=True)
class Told:
    """The share of faces that one method names rightly."""

    method: str
    value: Estimate


@dataclass(frozen=True, slots=True)
class IdentifyReport:
    """gallery, probes, strangers: of each split; trained, tested: faces of the classifiers' experiment (0: nobody has
    the faces for it), of ``named`` people."""

    embedder: str
    source: str
    faces: int
    people: int
    repeats: int
    gallery: int
    probes: int
    strangers: int
    held_out: bool
    rank_one: tuple[RankOne, ...]
    open_set: tuple[OpenSet, ...]
    named: int
    trained: int
    tested: int
    classifiers: tuple[Told, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        ranks = [each for each in self.rank_one if each.distractors]  # 0 has no place on a logarithmic axis
        curves = (
            _curve(f"among {self.gallery:,} known people, too", [(each.distractors, each.value) for each in ranks]),
            _curve("the right person alone (MegaFace)", [(each.distractors, each.alone) for each in ranks]),
        )
        alarms = [(each.rate, each.value) for each in self.open_set if each.value and each.false_alarms >= FEW]
        return (
            Chart(f"Rank-1, {self.embedder}", "strangers in the gallery", "share of probes", curves, log_x=True),
            Chart(
                f"Open set, {self.embedder}",
                "share of strangers taken for somebody",
                "share of probes told rightly",
                (_curve("open set", alarms),),
                log_x=True,
            ),
        )


def _curve(name: str, points: Sequence[tuple[float, Estimate]]) -> Series:
    errors = tuple(each.standard_error or 0.0 for _, each in points)
    return Series(name, tuple(x for x, _ in points), tuple(each.value for _, each in points), errors)
