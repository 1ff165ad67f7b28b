"""Detection: how many of the true faces are found, and how many of the found ones are true, by size."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from photoface.domain.errors import NotFound
from photoface.domain.faces import PhotoAnalysis, PhotoFailed
from photoface.domain.geometry import show_box
from photoface.services.evaluation.annotations import Annotated
from photoface.services.evaluation.detect_report import OVERLAPS, DetectReport, SeenPhoto, judged
from photoface.services.photos.reading import PhotoAnalyzer

Told = Callable[[int, int], None]
"""Is called with how many of how many pictures are done."""


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
        overlaps=tuple(judged(overlap, seen) for overlap in OVERLAPS),
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


def _seen(truth: Annotated, analysis: PhotoAnalysis | None) -> SeenPhoto:
    if analysis is None:
        return SeenPhoto(truth.boxes, truth.ignored, (), ())
    true, ignored = truth.boxes, truth.ignored
    if not truth.upright:
        stored = analysis.size.turned(analysis.orientation)
        true, ignored = (
            tuple(show_box(box, stored, analysis.orientation) for box in boxes) for boxes in (true, ignored)
        )
    found = [face.detection for face in analysis.faces]
    return SeenPhoto(true, ignored, tuple(each.box for each in found), tuple(each.score for each in found))
