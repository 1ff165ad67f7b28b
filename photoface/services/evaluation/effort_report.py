"""How many answers it takes until everybody carries the right name."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.services.evaluation.charts import Chart, series

SHARES = (0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Mark:
    """answers: so many, for each 1,000 faces, until ``share`` of the faces carried the right name; None: never."""

    share: float
    answers: float | None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to name everybody. name: 'review', 'each face' or 'groups by size'. curve: answers per 1,000 faces, share
    of faces with the right name, share with a wrong one."""

    name: str
    marks: tuple[Mark, ...]
    answers: int
    wrong_most: int
    curve: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """How many answers of a kind were given in review: 'name', 'yes', 'taken out', 'somebody else', 'ignore', 'no'."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class EffortReport:
    """faces: labelled ones of people with at least ``at_least``; strangers: other faces that were there to be asked
    about. lost: decided names that changed or went without an answer about them; certain: the share of faces that end
    decided or within the join band; certain_wrong: of these, under a wrong name. seconds: between two questions.
    """

    embedder: str
    faces: int
    people: int
    at_least: int
    strangers: int
    review: Way
    baselines: tuple[Way, ...]
    given: tuple[Given, ...]
    lost: int
    certain: float
    certain_wrong: float
    seconds_mean: float
    seconds_most: float

    @property
    def charts(self) -> tuple[Chart, ...]:
        lines = tuple(
            series(way.name, [(answers, right) for answers, right, _ in way.curve])
            for way in (self.review, *self.baselines)
        )
        wrong = series("wrong names in review", [(answers, share) for answers, _, share in self.review.curve])
        return (Chart(f"Effort, {self.embedder}", "answers per 1,000 faces", "share of faces", (*lines, wrong)),)


def way(name: str, faces: int, steps: list[tuple[int, int, int]]) -> Way:
    """steps: answers so far, faces with the right name, faces with a wrong one."""
    thousand = 1000 / faces
    marks = tuple(
        Mark(share, next((answers * thousand for answers, right, _ in steps if right >= share * faces), None))
        for share in SHARES
    )
    curve = tuple((answers * thousand, right / faces, wrong / faces) for answers, right, wrong in steps)
    return Way(name, marks, steps[-1][0], max(wrong for *_, wrong in steps), curve)
