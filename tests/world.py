"""A small world for the services: "photos" are text files that name who is in them, and a fake analyzer reads them.

Everything else is real: the SQLite library, the catalogue, the clustering in its child process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from zlib import crc32

import numpy as np

from photoface.domain.events import IndexEvent
from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.domain.geometry import Box, Size
from photoface.services.groups.grouping import group_new_faces
from photoface.services.library import Library
from photoface.services.photos.indexing import IndexingService
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog

PACK = "standard"
# length of the embedding, and how far the shots of one person spread under that model's usual angles
MODELS = {"retail-0095": (256, 0.25), "dlib-resnet": (128, 0.1)}
JPEG = b"\xff\xd8\xff\xd9"


def person_vector(name: str, shot: str, dims: int = 256, spread: float = 0.25) -> np.ndarray:
    """Unit float32 [dims]: the person's own direction, and ``spread`` of noise that differs from shot to shot."""
    center = _direction(name, dims)
    vector = center + spread * _direction(f"{name}/{shot}", dims)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _direction(text: str, dims: int) -> np.ndarray:
    vector = np.random.default_rng(crc32(text.encode())).normal(size=dims)
    return vector / np.linalg.norm(vector)


class FakeAnalyzer:
    """Reads "photos" of people's names: ``A B`` has two faces; a file with ``broken`` in it cannot be read.

    The text after a ``|`` only makes the file another photo.
    """

    def __init__(self, known: frozenset[bytes] = frozenset(), embedder: str = "retail-0095") -> None:
        self.known = known
        self.embedder = embedder
        self.read: list[bytes] = []

    def __enter__(self) -> FakeAnalyzer:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def analyze(self, paths: Iterable[bytes]) -> Iterator[PhotoAnalysis | PhotoKnown | PhotoFailed]:
        for path in paths:
            self.read.append(path)
            yield self.one(path)

    def results(self, paths: Iterable[bytes], patience: float) -> Iterator[PhotoAnalysis | PhotoKnown | PhotoFailed]:
        return self.analyze(paths)

    def one(self, path: bytes) -> PhotoAnalysis | PhotoKnown | PhotoFailed:
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return PhotoFailed(path, "vanished", "the file went away")
        if b"broken" in data:
            return PhotoFailed(path, "unreadable", "this is not a picture that photoface can read")
        identity = hashlib.blake2b(data, digest_size=32).digest()
        if identity + b"\x01" in self.known:
            return PhotoKnown(path, identity)
        return self._analysis(path, identity, data.decode().split("|")[0].split())

    def _analysis(self, path: bytes, identity: bytes, names: list[str]) -> PhotoAnalysis:
        faces = tuple(self._face(at, name, identity.hex()) for at, name in enumerate(names))
        return PhotoAnalysis(
            path, identity, Size(1000, 500), 1, "JPEG", None, False, False, "centerface", (self.embedder,), faces, JPEG
        )

    def _face(self, at: int, name: str, shot: str) -> FaceAnalysis:
        box = Box(100.0 * at, 10.0, 80.0, 100.0)
        detection = Detection(box, np.zeros((5, 2), np.float32), 0.9)
        vector = person_vector(name, shot, *MODELS[self.embedder])
        return FaceAnalysis(detection, 0.9, {self.embedder: vector}, JPEG)


class World:
    """A folder of photos and an open library over it."""

    def __init__(self, library: Library, photos: Path) -> None:
        self.library = library
        self.photos = photos
        self.analyzers: list[FakeAnalyzer] = []

    def add(self, name: str, people: str) -> Path:
        """A photo of these people, e.g. ``add("a.jpg", "A B")``."""
        path = self.photos / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{people}|{name}")
        return path

    def index(self, *, embedder: str = "retail-0095", **options: bool) -> list[IndexEvent]:
        """Indexes the folder and groups the faces; the events."""

        def open_analyzer(known: frozenset[bytes]) -> FakeAnalyzer:
            self.analyzers.append(FakeAnalyzer(known, embedder))
            return self.analyzers[-1]

        service = IndexingService(self.library, open_analyzer)
        events = list(service.run([bytes(self.photos)], Event(), **options))
        return [*events, group_new_faces(self.library)]

    def faces_of(self, name: str) -> list[int]:
        """Face ids in the photo of that file name."""
        ending = b"/" + name.encode()
        return [face.face_id for face in self.library.faces.list(missing=True) if face.path.endswith(ending)]

    def group_of(self, name: str, at: int = 0) -> int:
        """The group of the at-th face of a photo."""
        cluster_id = self.library.faces.get(self.faces_of(name)[at]).cluster_id
        assert cluster_id is not None
        return cluster_id

    def who(self) -> dict[str, list[str | None]]:
        """File name -> who its faces are."""
        shown: dict[str, list[str | None]] = {}
        for face in self.library.faces.list():
            shown.setdefault(Path(face.path.decode()).name, []).append(face.person)
        return shown


@contextmanager
def world(folder: Path, name: str = "library") -> Iterator[World]:
    """An empty world below ``folder``, with pack standard."""
    photos = folder / "photos"
    photos.mkdir(exist_ok=True)
    with LibraryDatabase.create_or_open(folder / name, write=True) as db:
        library = Library(db, load_catalog())
        if library.setting("pack") is None:
            db.set_setting("pack", PACK)
        yield World(library, photos)
