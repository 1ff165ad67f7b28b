"""Made-up faces into made-up photos of a library, as reading their files would have given them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from benchmarks import synthetic
from photoface.domain.dates import DateSource, Taken
from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis, PhotoKnown
from photoface.domain.geometry import Box, Size
from photoface.domain.similarity import unit
from photoface.services.library import Library
from photoface.services.packs.embedding import Embedding

Ids = NDArray[np.int64]
Parts = Mapping[str, NDArray[np.float32]]

SIZE = Size(4000, 3000)
FOLDERS = (b"/made/camera", b"/made/phone")
_FIRST_DAY, _SECONDS = datetime(2004, 5, 1), 22 * 365 * 86400
_UNDATED, _TWICE, _GONE, _BROKEN = 0.05, 0.03, 0.01, 0.002
_BATCH = 2000
_FIVE = np.array([[0.3, 0.35], [0.7, 0.35], [0.5, 0.55], [0.35, 0.8], [0.65, 0.8]], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """photo_of int64 [n]: photo of each face; taken int64 [photos]: seconds or -1; quality float32 [n]."""

    faces: synthetic.Library
    photo_of: Ids
    taken: Ids
    quality: NDArray[np.float32]


def plan(faces: synthetic.Library, photos: int, rng: np.random.Generator) -> Plan:
    """Faces into photos: nobody twice in one; photos by date within each of the two folders."""
    n = len(faces.people)
    photo_of = np.repeat(np.arange(n), rng.geometric(0.5, size=n))[:n]
    _, first = np.unique(np.stack([photo_of, faces.people]), axis=1, return_index=True)
    again = np.ones(n, bool)
    again[first] = False
    photo_of[again] = photo_of.max() + 1 + np.arange(again.sum())
    count = max(photos, int(photo_of.max()) + 1)
    taken = rng.integers(0, _SECONDS, size=count)
    taken[: count // 2].sort()
    taken[count // 2 :].sort()
    taken[rng.random(count) < _UNDATED] = -1
    quality = np.where(faces.poor, 0.4 * rng.random(n), 0.4 + 0.6 * rng.beta(2, 2, size=n))
    return Plan(faces, rng.permutation(count)[photo_of], taken, quality.astype(np.float32))


def save(library: Library, planned: Plan, rng: np.random.Generator) -> Ids:
    """Photos, files, faces and embeddings; the id of each face, int64 [n]. Some files are double, gone or broken."""
    face_ids, count = np.zeros(len(planned.photo_of), np.int64), len(planned.taken)
    folders = [library.photos.add_folder(path).folder_id for path in FOLDERS]
    analyses, fates = enumerate(_analyses(library.embedding(), planned, rng)), rng.random(count)
    gone = []
    while batch := list(islice(analyses, _BATCH)):
        with library.db.transaction():
            for number, (analysis, faces) in batch:
                folder, size = folders[_half(number, count)], 3_000_000 + number
                face_ids[faces] = library.photos.save_analysis(folder, analysis, size, number).face_ids
                if fates[number] < _TWICE:
                    known = PhotoKnown(analysis.path + b".copy", analysis.identity)
                    library.photos.link_file(folder, known, size, number)
                if fates[number] > 1 - _GONE:
                    gone.append(analysis.path)
    library.photos.mark_missing(gone)
    _save_broken(library, folders[0], round(_BROKEN * count))
    return face_ids


def _save_broken(library: Library, folder: int, count: int) -> None:
    with library.db.transaction():
        for number in range(count):
            path = FOLDERS[0] + b"/broken/%06d.jpg" % number
            library.photos.save_failure(folder, path, "unreadable", "this is not a picture", 1000, 1)


def _analyses(embedding: Embedding, planned: Plan, rng: np.random.Generator) -> Iterator[tuple[PhotoAnalysis, Ids]]:
    """Each photo as reading its file would have given it, and the numbers of its faces."""
    order = np.argsort(planned.photo_of, kind="stable")
    ends = np.searchsorted(planned.photo_of[order], np.arange(len(planned.taken) + 1))
    boxes = rng.integers((0, 0, 40), (3000, 2000, 800), size=(len(order), 3))
    for number, taken in enumerate(planned.taken.tolist()):
        inside = order[ends[number] : ends[number + 1]]
        parts = _parts(embedding, planned.faces.vectors[inside])
        found = tuple(
            _face(boxes[i], planned.quality[i], {name: rows[at] for name, rows in parts.items()})
            for at, i in enumerate(inside.tolist())
        )
        yield _analysis(number, len(planned.taken), taken, embedding, found), inside


def _parts(embedding: Embedding, vectors: NDArray[np.float32]) -> Parts:
    """Model -> rows; joined embedders share the entries of a made-up vector."""
    ends = np.linspace(0, vectors.shape[1], len(embedding.atoms) + 1).astype(int)
    if embedding.atoms == ("dlib-resnet", "retail-0095"):
        ends[1] = 128
    return {name: unit(vectors[:, ends[i] : ends[i + 1]]) for i, name in enumerate(embedding.atoms)}


def _face(box: Ids, quality: float, parts: Parts) -> FaceAnalysis:
    x, y, side = (float(each) for each in box)
    landmarks = _FIVE * np.float32(side) + np.array([x, y], np.float32)
    return FaceAnalysis(Detection(Box(x, y, side, side), landmarks, 0.9), float(quality), parts, b"")


def _analysis(
    number: int, count: int, seconds: int, embedding: Embedding, faces: tuple[FaceAnalysis, ...]
) -> PhotoAnalysis:
    at = _FIRST_DAY + timedelta(seconds=seconds) if seconds >= 0 else None
    where = b"undated" if at is None else at.strftime("%Y/%m").encode()
    path = b"%s/%s/IMG_%07d.jpg" % (FOLDERS[_half(number, count)], where, number)
    identity = hashlib.blake2b(path, digest_size=32).digest()
    models = embedding.detector, embedding.atoms
    taken = None if at is None else Taken(at.isoformat(), DateSource.EXIF)
    return PhotoAnalysis(path, identity, SIZE, 1, "JPEG", taken, False, False, *models, faces, b"")


def _half(number: int, count: int) -> int:
    return int(number >= count // 2)
