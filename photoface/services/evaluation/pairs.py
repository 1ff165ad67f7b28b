"""Verification: do two faces belong to one person? On a list of pairs, or on all labelled faces of a library."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import NotFound
from photoface.domain.faces import Vectors
from photoface.domain.similarity import OperatingPoints
from photoface.matching.pair_figures import Pairs, Verification
from photoface.matching.verification import verify
from photoface.services.evaluation.all_pairs import all_pairs
from photoface.services.evaluation.angles import angles_of
from photoface.services.evaluation.charts import Chart, series
from photoface.services.evaluation.pair_files import PairList, Shot, read_pairs
from photoface.services.evaluation.truth import Truth, centred, faces_below, labelled
from photoface.services.library import Library

Ids = NDArray[np.int64]

FOLDS = 10
VAL_RATES = (1e-2, 1e-3)
TAR_RATES = (1e-1, 1e-2, 1e-3, 1e-4)
_NUMBERED = re.compile(r"(.+)_(\d{1,8})")
_NO_FACE = -1


@dataclass(frozen=True, slots=True)
class Claim:
    """What the catalogue says of an angle, and what was measured: false matches (far), true ones (tar)."""

    rate: float
    angle: float
    far: float
    tar: float


@dataclass(frozen=True, slots=True)
class PairsReport:
    """source: 'file', 'folders' or 'names'. absent: listed pairs left out, for a photo is not in the library;
    without_face: pairs refused, for no face was found in a photo; claims: the catalogue's rates put to the test."""

    embedder: str
    source: str
    faces: int
    people: int
    figures: Verification
    absent: int
    without_face: int
    claims: tuple[Claim, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        title = f"Pairs, {self.embedder}"
        curve = series(self.embedder, self.figures.roc)
        return (Chart(title, "false-accept rate", "true-accept rate", (curve,), log_x=True),)


def pairs_of_library(library: Library, truth: Truth, folds: int | None = None, seed: int = 0) -> PairsReport:
    """All pairs of labelled faces (of very many a sample, see all_pairs); folds are of people."""
    embedding, known = library.embedding(), labelled(library, truth)
    pairs = all_pairs(known.vectors, known.people, folds or FOLDS, seed)
    figures = verify(pairs, VAL_RATES, TAR_RATES, seed=seed)
    claims = _claims(embedding.points, pairs)
    return PairsReport(embedding.name, truth.source, len(known.faces), len(known.names), figures, 0, 0, claims)


def pairs_of_file(library: Library, path: Path, folder: bytes | None = None, folds: int | None = None) -> PairsReport:
    """The pairs of an LFW-style list whose photos are indexed. Raises NotFound when none of them is."""
    embedding, listed = library.embedding(), read_pairs(path)
    photos, (ids, vectors) = _shots(library, folder), library.present_vectors()
    rows = {face_id: row for row, face_id in enumerate(ids.tolist())}
    faces = centred(library, [face for face in faces_below(library, folder) if face.face_id in rows])
    where = {shot: rows[faces[photo].face_id] if photo in faces else _NO_FACE for shot, photo in photos.items()}
    pairs, used, people = _compared(listed, where, vectors, folds or listed.folds or FOLDS)
    if not len(pairs.same):
        raise NotFound(f"None of the photos of {path} is in the library. Index their folder: photoface index FOLDER")
    figures = verify(pairs, VAL_RATES, TAR_RATES, balance=False)
    without_face, absent = int((used == _NO_FACE).any(axis=1).sum()), len(listed.pairs) - len(pairs.same)
    number = len(np.unique(used[used != _NO_FACE]))
    claims = _claims(embedding.points, pairs)
    return PairsReport(embedding.name, "file", number, people, figures, absent, without_face, claims)


def _shots(library: Library, folder: bytes | None) -> dict[Shot, int]:
    """(NAME, i) -> photo, for all indexed files NAME/NAME_000i.*"""
    found = dict[Shot, int]()
    for root in [folder] if folder is not None else [each.path for each in library.photos.folders()]:
        for path, row in library.photos.files_under(root).items():
            shot = _shot(path)
            if shot is not None and row.photo_id is not None and row.missing_since is None:
                found[shot] = row.photo_id
    return found


def _shot(path: bytes) -> Shot | None:
    name, stem = (os.fsdecode(part) for part in (os.path.basename(os.path.dirname(path)), os.path.basename(path)))
    match = _NUMBERED.fullmatch(os.path.splitext(stem)[0])
    return (name, int(match[2])) if match and match[1] == name else None


def _compared(listed: PairList, where: Mapping[Shot, int], vectors: Vectors, folds: int) -> tuple[Pairs, Ids, int]:
    """The pairs, the rows of their faces int64 [n, 2], and how many people they are of.

    A photo without a face is like nobody: its pairs count as refused.
    """
    numbers = listed.numbered(folds)
    there = [at for at, pair in enumerate(listed.pairs) if pair.a in where and pair.b in where]
    kept = [listed.pairs[at] for at in there]
    used = np.array([(where[pair.a], where[pair.b]) for pair in kept], np.int64).reshape(-1, 2)
    angles = np.full(len(kept), np.pi)
    found = (used != _NO_FACE).all(axis=1)
    angles[found] = angles_of(vectors, used[found])
    dealt = np.array([numbers[at] for at in there], np.int16)
    same = np.array([pair.same for pair in kept], bool)
    people = len({name for pair in kept for name, _ in (pair.a, pair.b)})
    return Pairs(angles, same, np.stack([dealt, dealt], axis=1)), used, people


def _claims(points: OperatingPoints | None, pairs: Pairs) -> tuple[Claim, ...]:
    rows: Sequence[tuple[float, float]] = points.pairs if points else ()
    return tuple(Claim(rate, angle, *_accepted(pairs, angle)) for rate, angle in rows) if not pairs.one_sided else ()


def _accepted(pairs: Pairs, angle: float) -> tuple[float, float]:
    near = pairs.angles < angle
    return float(near[~pairs.same].mean()), float(near[pairs.same].mean())
