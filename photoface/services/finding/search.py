"""Finding somebody again: faces of a picture against all faces, and two pictures against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from photoface.domain.errors import NotFound
from photoface.domain.faces import FaceAnalysis, PhotoAnalysis, Vectors
from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.domain.similarity import PairRates, angle_between, angles
from photoface.services.calibration.pair_rates import pair_rates, rate_of
from photoface.services.library import Ids, Library
from photoface.services.packs.embedding import Embedding


@dataclass(frozen=True, slots=True)
class Match:
    """A face of the library near a probe face. angle in radians; false_match_rate: how many strangers come as near.

    false_match_rate is None for a model that nobody measured.
    """

    face: Face
    angle: float
    false_match_rate: float | None


@dataclass(frozen=True, slots=True)
class ProbeFace:
    """One face of the probe picture, box in its upright pixels, and the library's faces from near to far."""

    box: Box
    quality: float
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The largest faces of two pictures; others: faces that were left out."""

    boxes: tuple[Box, Box]
    others: int
    angle: float
    false_match_rate: float | None


def search(library: Library, probe: PhotoAnalysis, limit: int, among: Ids | None = None) -> list[ProbeFace]:
    """The nearest ``limit`` faces of the library for each face of the probe; NotFound for a probe without a face.

    among: only these faces, ids int64, such as services.lists gives. The first search loads all faces; the next ones
    take milliseconds, until the library is written to.
    """
    faces = _some_faces(probe)
    rates = pair_rates(library)
    found, cosines = library.gallery.now().search(_joined(faces, library.embedding()), limit, among)
    known = {face.face_id: face for face in library.faces.by_ids(np.unique(found).tolist())}
    return [
        ProbeFace(face.detection.box, face.quality, tuple(_matches(known, row, angles(near), rates)))
        for face, row, near in zip(faces, found.tolist(), cosines, strict=True)
    ]


def compare(library: Library, a: PhotoAnalysis, b: PhotoAnalysis) -> Comparison:
    """The angle between the largest face of each picture, and what it is worth in this library."""
    first, second = (max(_some_faces(each), key=lambda face: face.detection.box.area) for each in (a, b))
    angle = angle_between(*_joined([first, second], library.embedding()))
    others = len(a.faces) + len(b.faces) - 2
    return Comparison((first.detection.box, second.detection.box), others, angle, rate_of(pair_rates(library), angle))


def _some_faces(picture: PhotoAnalysis) -> tuple[FaceAnalysis, ...]:
    if not picture.faces:
        name = picture.path.decode("utf-8", "replace")
        raise NotFound(f"There is no face to be found in {name}. Try a picture where the face is larger or upright.")
    return picture.faces


def _joined(faces: Iterable[FaceAnalysis], embedding: Embedding) -> Vectors:
    return np.stack([embedding.joined(face.embeddings) for face in faces])


def _matches(known: dict[int, Face], ids: list[int], radians: Vectors, rates: PairRates | None) -> Iterable[Match]:
    for face_id, angle in zip(ids, radians.tolist(), strict=True):
        yield Match(known[face_id], angle, rate_of(rates, angle))
