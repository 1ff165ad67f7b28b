"""Detection: how many of the true faces are found, and how many of the found ones are true, by size."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from photoface.domain.errors import NotFound
from photoface.domain.faces import PhotoAnalysis, PhotoFailed
from photoface.domain.geometry import Box, show_box
from photoface.services.evaluation.annotations import Annotated
from photoface.services.evaluation.boxes import Matched, match_boxes
from photoface.services.evaluation.charts import Chart, series
from photoface.services.indexing import PhotoAnalyzer

OVERLAPS = (0.5, 0.25)
"""Intersection over union: the usual one, and a looser one: data sets draw boxes with hair and chin or without."""

SIZES = (0, 20, 40, 80, 160)
"""Lower ends of the classes of face width, in pixels of the full picture."""

_T = TypeVar("_T")
Told = Callable[[int, int], None]
"""Is called with how many of how many pictures are done."""


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
class _Seen:
    """One picture: true, ignored and found boxes, all upright, and the scores of the found ones."""

    true: tuple[Box, ...]
    ignored: tuple[Box, ...]
    found: tuple[Box, ...]
    scores: tuple[float, ...]


def detect(
    analyzer: PhotoAnalyzer, detector: str, annotated: Sequence[Annotated], told: Told = lambda done, total: None
) -> DetectReport:
    """Looks at all pictures that are there. Raises NotFound when none is."""
    there = {each.path: each for each in annotated if os.path.exists(each.path)}
    if not there:
        first = annotated[0].path.decode("utf-8", "replace")
        raise NotFound(f"None of the pictures is there, e.g. {first}. Say where they are with: --photos FOLDER")
    analyses = dict(_looked_at(analyzer, there, told))
    seen = [_seen(each, analyses.get(path)) for path, each in there.items()]
    return DetectReport(
        detector=detector,
        photos=len(there),
        absent=len(annotated) - len(there),
        failed=len(there) - len(analyses),
        true=sum(len(each.true) for each in seen),
        overlaps=tuple(_at(overlap, seen) for overlap in OVERLAPS),
    )


def _looked_at(
    analyzer: PhotoAnalyzer, there: Mapping[bytes, Annotated], told: Told
) -> Iterator[tuple[bytes, PhotoAnalysis]]:
    for done, result in enumerate(analyzer.analyze(iter(there)), 1):
        told(done, len(there))
        if isinstance(result, PhotoAnalysis):
            yield result.path, result
        else:
            assert isinstance(result, PhotoFailed)


def _seen(truth: Annotated, analysis: PhotoAnalysis | None) -> _Seen:
    if analysis is None:
        return _Seen(truth.boxes, truth.ignored, (), ())
    true, ignored = truth.boxes, truth.ignored
    if not truth.upright:
        stored = analysis.size.turned(analysis.orientation)
        true, ignored = (
            tuple(show_box(box, stored, analysis.orientation) for box in boxes) for boxes in (true, ignored)
        )
    found = [face.detection for face in analysis.faces]
    return _Seen(true, ignored, tuple(each.box for each in found), tuple(each.score for each in found))


def _at(overlap: float, seen: Sequence[_Seen]) -> AtOverlap:
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


def _sizes(seen: Sequence[_Seen], matched: Sequence[Matched]) -> Iterator[SizeClass]:
    both = list(zip(seen, matched, strict=True))
    for low, high in zip(SIZES, (*SIZES[1:], None), strict=True):
        inside = range(low, high if high is not None else sys.maxsize)
        owners = [owner for one, match in both for owner in _within(inside, one.true, match.found)]
        marks = [mark for one, match in both for mark in _within(inside, one.found, match.right)]
        yield SizeClass(low, high, len(owners), len(owners) - owners.count(None), marks.count(False))


def _within(widths: range, boxes: Sequence[Box], values: Sequence[_T]) -> Iterator[_T]:
    """The values of the boxes that are so wide."""
    return (value for box, value in zip(boxes, values, strict=True) if int(box.width) in widths)


def _curve(seen: Sequence[_Seen], matched: Sequence[Matched], true: int) -> Iterator[tuple[float, float]]:
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
