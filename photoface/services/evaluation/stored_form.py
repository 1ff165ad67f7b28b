"""What storing costs: embeddings fresh from the pipeline (float32) against those that the library keeps (int8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import PhotoAnalysis, Vectors
from photoface.domain.geometry import Box
from photoface.matching.pair_figures import Verification
from photoface.matching.verification import verify
from photoface.services.evaluation.all_pairs import all_pairs
from photoface.services.evaluation.angles import angles_between
from photoface.services.evaluation.charts import Chart, Series, series
from photoface.services.evaluation.splits import Draw, draw_mates
from photoface.services.evaluation.truth import Labelled, TooLittle, Truth, labelled
from photoface.services.library import Library
from photoface.services.photos.reading import PhotoAnalyzer

Told = Callable[[int, int], None]

SAMPLE = Draw(500)
FOLDS = 10
SAME_FACE = 0.5  # as the store matches detections to known faces
_TAR_RATES = (1e-1, 1e-2, 1e-3, 1e-4)
_STEPS = 50


@dataclass(frozen=True, slots=True)
class StoredFormReport:
    """faces: of the sample, found again; lost: not found again (the file changed or is gone). error_*: angles in
    radians between a face's two forms. float32, int8: the figures of each; bytes_*: per face."""

    embedder: str
    source: str
    sample: int
    faces: int
    people: int
    lost: int
    bytes_float32: int
    bytes_int8: int
    error_mean: float
    error_99: float
    error_most: float
    errors: tuple[tuple[float, float], ...]
    float32: Verification
    int8: Verification

    @property
    def charts(self) -> tuple[Chart, ...]:
        curves: tuple[Series, ...] = (series("float32", self.float32.roc), series("int8", self.int8.roc))
        return (
            Chart(f"Stored form, {self.embedder}", "error in radians", "share of faces", (series("", self.errors),)),
            Chart("Pairs", "false-accept rate", "true-accept rate", curves, log_x=True),
        )


def stored_form(
    library: Library,
    analyzer: PhotoAnalyzer,
    truth: Truth,
    draw: Draw = SAMPLE,
    told: Told = lambda done, total: None,
) -> StoredFormReport:
    """Reads a sample of labelled photos again and compares. Raises TooLittle."""
    everybody = labelled(library, truth)
    known = everybody.chosen(draw_mates(everybody.people, draw))
    fresh = _fresh(library, analyzer, known, told)
    rows = np.array(sorted(fresh), np.int64)
    if len(rows) < 4:
        raise TooLittle("Fewer than four labelled faces of people with two of them were found again.")
    again, kept = np.stack([fresh[row] for row in rows.tolist()]), known.chosen(rows)
    error = np.sort(angles_between(again, kept.vectors))
    forms = [verify(all_pairs(form, kept.people, FOLDS, draw.seed), (), _TAR_RATES) for form in (again, kept.vectors)]
    return StoredFormReport(
        embedder=library.embedding().name,
        source=truth.source,
        sample=len(known.faces),
        faces=len(rows),
        people=len(np.unique(kept.people)),
        lost=len(known.faces) - len(rows),
        bytes_float32=4 * again.shape[1],
        bytes_int8=again.shape[1],
        error_mean=float(error.mean()),
        error_99=float(np.quantile(error, 0.99)),
        error_most=float(error[-1]),
        errors=_cumulated(error),
        float32=forms[0],
        int8=forms[1],
    )


def _fresh(library: Library, analyzer: PhotoAnalyzer, known: Labelled, told: Told) -> Mapping[int, Vectors]:
    """Row of the sample -> its embedding as the pipeline gives it now; float32 [d]."""
    embedding, wanted = library.embedding(), dict[bytes, list[int]]()
    for row, face in enumerate(known.faces):
        wanted.setdefault(face.path, []).append(row)
    found = dict[int, Vectors]()
    for done, result in enumerate(analyzer.analyze(iter(wanted)), 1):
        told(done, len(wanted))
        if not isinstance(result, PhotoAnalysis) or not result.faces:
            continue
        boxes = [face.detection.box for face in result.faces]
        for row in wanted[result.path]:
            at = _nearest(known.faces[row].box, boxes)
            if boxes[at].iou(known.faces[row].box) >= SAME_FACE:
                found[row] = embedding.joined(result.faces[at].embeddings)
    return found


def _nearest(box: Box, boxes: Sequence[Box]) -> int:
    return max(range(len(boxes)), key=lambda number: boxes[number].iou(box))


def _cumulated(error: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """Rows (radians, share of faces whose error is at most that)."""
    at = np.unique(np.linspace(0, len(error) - 1, _STEPS).astype(np.int64))
    return tuple(zip(error[at].tolist(), ((at + 1) / len(error)).tolist(), strict=True))
