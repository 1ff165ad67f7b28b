"""What was found of the true faces: counts, shares and curves at one overlap."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from photoface.domain.geometry import Box
from photoface.services.evaluation.boxes import Matched, match_boxes
from photoface.services.evaluation.charts import Chart, series

_T = TypeVar("_T")

OVERLAPS = (0.5, 0.25)
"""Intersection over union: the usual one, and a looser one: data sets draw boxes with hair and chin or without."""

SIZES = (0, 20, 40, 80, 160)
"""Lower ends of the classes of face width, in pixels of the full picture."""


@dataclass(frozen=True, slots=True)
class SizeClass:
    """Faces from ``width`` pixels up to ``below`` (None: any). true, found: of the true boxes; wrong: found boxes that
    are no faces."""

    width: int
    below: int | None
    true: int
    found: int
    wrong: int

    @property
    def recall(self) -> float | None:
        """None where there is no true face of this size."""
        return self.found / self.true if self.true else None


@dataclass(frozen=True, slots=True)
class AtOverlap:
    """At one intersection over union. ignored: found boxes on ignored ones; curve: rows (recall, precision)."""

    overlap: float
    found: int
    wrong: int
    ignored: int
    recall: float | None
    precision: float | None
    sizes: tuple[SizeClass, ...]
    curve: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class DetectReport:
    """photos: pictures that were looked at; absent: pictures whose file is not there, left out; failed: files that
    could not be read, whose faces count as missed."""

    detector: str
    photos: int
    absent: int
    failed: int
    true: int
    overlaps: tuple[AtOverlap, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        lines = tuple(series(f"overlap {each.overlap:g}", each.curve) for each in self.overlaps)
        return (Chart(f"Detection, {self.detector}", "recall", "precision", lines),)


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """One picture: true, ignored and found boxes, all upright, and the scores of the found ones."""

    true: tuple[Box, ...]
    ignored: tuple[Box, ...]
    found: tuple[Box, ...]
    scores: tuple[float, ...]


def judged(overlap: float, seen: Sequence[SeenPhoto]) -> AtOverlap:
    """All pictures, at an intersection over union."""
    matched = [match_boxes(each.true, each.ignored, each.found, each.scores, overlap) for each in seen]
    marks = [mark for each in matched for mark in each.right]
    found, wrong, true = marks.count(True), marks.count(False), sum(len(each.true) for each in seen)
    return AtOverlap(
        overlap=overlap,
        found=found,
        wrong=wrong,
        ignored=marks.count(None),
        recall=found / true if true else None,
        precision=found / (found + wrong) if found + wrong else None,
        sizes=tuple(_sizes(seen, matched)),
        curve=tuple(_curve(seen, matched, true)),
    )


def _sizes(seen: Sequence[SeenPhoto], matched: Sequence[Matched]) -> Iterator[SizeClass]:
    both = list(zip(seen, matched, strict=True))
    for low, high in zip(SIZES, (*SIZES[1:], None), strict=True):
        inside = range(low, high if high is not None else sys.maxsize)
        owners = [owner for one, match in both for owner in _within(inside, one.true, match.found)]
        marks = [mark for one, match in both for mark in _within(inside, one.found, match.right)]
        yield SizeClass(low, high, len(owners), len(owners) - owners.count(None), marks.count(False))


def _within(widths: range, boxes: Sequence[Box], values: Sequence[_T]) -> Iterator[_T]:
    """The values of the boxes that are so wide."""
    return (value for box, value in zip(boxes, values, strict=True) if int(box.width) in widths)


def _curve(seen: Sequence[SeenPhoto], matched: Sequence[Matched], true: int) -> Iterator[tuple[float, float]]:
    judged = [
        (score, mark)
        for one, match in zip(seen, matched, strict=True)
        for score, mark in zip(one.scores, match.right, strict=True)
        if mark is not None
    ]
    right = 0
    for number, (_, mark) in enumerate(sorted(judged, key=lambda pair: -pair[0]), 1):
        right += bool(mark)
        if true:
            yield right / true, right / number
