"""How well groups fit people."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.services.evaluation.charts import Chart, series


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """One grouping judged. how: 'as it is', 'planned' (under what people decided) or 'undecided' (as if nobody had).

    wrong: the share asked for; 1 - bcubed.precision is the share found. unsorted: labelled faces without a group, each
    counted as a group of its own. precision_95, recall_95: where BCubed's lie for other people like these, with 95 %
    certainty (matching/intervals.py).
    """

    how: str
    algorithm: str
    wrong: float
    bcubed: Scores
    pairwise: Scores
    groups: int
    unsorted: int
    precision_95: tuple[float, float]
    recall_95: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ClustersReport:
    """faces: labelled ones, of so many people, seen_once of them with one face; grouped: all faces that compete."""

    embedder: str
    source: str
    faces: int
    people: int
    seen_once: int
    grouped: int
    grouping: Grouping
    curve: tuple[Grouping, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        lines = (
            series("BCubed precision", [(each.wrong, each.bcubed.precision) for each in self.curve]),
            series("BCubed recall", [(each.wrong, each.bcubed.recall) for each in self.curve]),
            series("BCubed F", [(each.wrong, each.bcubed.f) for each in self.curve]),
            series("pairwise F", [(each.wrong, each.pairwise.f) for each in self.curve]),
        )
        title = f"Groups, {self.embedder}, {self.grouping.algorithm}"
        return (Chart(title, "share of wrong mates asked for", "share", lines, log_x=True),)
