"""How well faces are told apart in worse pictures, after FaceNet's tables (Schroff et al. 2015, section 5.4): JPEG
quality and face width, on copies in a temporary folder. Nothing of the library is changed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import FaceAnalysis, PhotoAnalysis, Vectors
from photoface.matching.verification import verify
from photoface.services.evaluation.all_pairs import all_pairs
from photoface.services.evaluation.angles import angles_between
from photoface.services.evaluation.copies import FULL, Level, Original, copy_path, make_copies
from photoface.services.evaluation.robustness_report import RATES, AtLevel, RobustnessReport
from photoface.services.evaluation.splits import Draw, draw_mates
from photoface.services.evaluation.truth import TooLittle, Truth, labelled
from photoface.services.library import Library
from photoface.services.photos.reading import PhotoAnalyzer
from photoface.worker.compute import in_child

Ids = NDArray[np.int64]
Told = Callable[[int, int], None]
OpenAnalyzer = Callable[[], AbstractContextManager[PhotoAnalyzer]]

SAMPLE = Draw(160)
FOLDS = 10
QUALITIES = (90, 80, 70, 60, 50, 40, 30, 20, 10)
WIDTHS = (112, 80, 56, 40, 28, 20, 14)
LEVELS = (FULL, *(Level("jpeg", value) for value in QUALITIES), *(Level("width", value) for value in WIDTHS))


def robustness(
    library: Library,
    open_analyzer: OpenAnalyzer,
    truth: Truth,
    draw: Draw = SAMPLE,
    told: Told = lambda done, total: None,
) -> RobustnessReport:
    """All levels. Raises TooLittle when nobody has two labelled faces."""
    known = labelled(library, truth)
    known = known.chosen(draw_mates(known.people, draw))
    if len(known.faces) < 4:
        raise TooLittle("Fewer than two people have two labelled faces, so there is nothing to compare.")
    originals = [Original(face.path, face.box, f"{number:06}") for number, face in enumerate(known.faces)]
    with tempfile.TemporaryDirectory(prefix="photoface-") as made:
        unreadable = in_child(make_copies, originals, LEVELS, Path(made))
        with open_analyzer() as analyzer:
            found = _analysed(library, analyzer, originals, Path(made), told)
    levels = tuple(_at(level, found[level], found[FULL], known.people) for level in LEVELS)
    people = len(np.unique(known.people))
    return RobustnessReport(library.embedding().name, truth.source, len(originals), people, len(unreadable), levels)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """At one level. tried: rows of the faces that have a copy; rows: of those that were found, and their vectors."""

    tried: Ids
    rows: Ids
    vectors: Vectors


def _analysed(
    library: Library, analyzer: PhotoAnalyzer, originals: Sequence[Original], folder: Path, told: Told
) -> Mapping[Level, _Found]:
    places = {
        bytes(path): (level, row)
        for level in LEVELS
        for row, original in enumerate(originals)
        if (path := copy_path(folder, original, level)).exists()
    }
    vectors: dict[Level, dict[int, Vectors]] = {level: {} for level in LEVELS}
    embedding = library.embedding()
    for done, result in enumerate(analyzer.analyze(iter(places)), 1):
        told(done, len(places))
        level, row = places[result.path]
        face = _face_of(result) if isinstance(result, PhotoAnalysis) else None
        if face is not None:
            vectors[level][row] = embedding.joined(face.embeddings)
    return {
        level: _stacked([row for there, row in places.values() if there == level], vectors[level]) for level in LEVELS
    }


def _face_of(analysis: PhotoAnalysis) -> FaceAnalysis | None:
    """The face in the middle of a copy: it must cover that, or it is another one."""
    x, y = analysis.size.width / 2, analysis.size.height / 2
    boxes = {number: face.detection.box for number, face in enumerate(analysis.faces)}
    there = {
        number: (box.center[0] - x) ** 2 + (box.center[1] - y) ** 2
        for number, box in boxes.items()
        if box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
    }
    return analysis.faces[min(there, key=lambda number: there[number])] if there else None


def _stacked(tried: Sequence[int], vectors: Mapping[int, Vectors]) -> _Found:
    rows = sorted(vectors)
    stacked = np.stack([vectors[row] for row in rows]) if rows else np.empty((0, 1), np.float32)
    return _Found(np.array(tried, np.int64), np.array(rows, np.int64), stacked)


def _at(level: Level, found: _Found, full: _Found, people: Ids) -> AtLevel:
    figures = verify(all_pairs(found.vectors, people[found.rows], FOLDS), (), RATES)
    possible = _mates(people[found.tried])
    return AtLevel(
        level=level,
        faces=len(found.tried),
        detected=len(found.rows) / len(found.tried) if len(found.tried) else None,
        accuracy=figures.accuracy,
        val=figures.tar,
        found_pairs=_mates(people[found.rows]) / possible if possible else None,
        drift=_drift(found, full),
    )


def _mates(people: Ids) -> int:
    """How many pairs of one person there are."""
    counts = np.bincount(people)
    return int((counts * (counts - 1) // 2).sum())


def _drift(found: _Found, full: _Found) -> float | None:
    _, here, there = np.intersect1d(found.rows, full.rows, assume_unique=True, return_indices=True)
    return float(angles_between(found.vectors[here], full.vectors[there]).mean()) if len(here) else None
