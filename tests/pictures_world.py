"""A world of real pictures: files that decoders read, with faces where their names say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import numpy as np

from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.domain.geometry import Box, Size
from photoface.metadata.item_turns import item_turn
from photoface.metadata.pixel_stream import identity
from photoface.services.groups.grouping import group_new_faces
from photoface.services.importing.service import NameImport
from photoface.services.library import Library
from photoface.services.photos.indexing import IndexingService
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from photoface.vision.headers import open_photo
from tests.builders import noise, oriented
from tests.world import JPEG, MODELS, PACK, person_vector

PLACES = (Box(0.1, 0.2, 0.2, 0.4), Box(0.6, 0.3, 0.25, 0.5))
"""Of the first and the second person in a photo: parts of it, upright."""


class PictureAnalyzer:
    """Reads real files; who is in ``03 A B.jpg`` stands in its name."""

    def __init__(self, known: frozenset[bytes]) -> None:
        self.known = known

    def __enter__(self) -> PictureAnalyzer:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def results(self, paths: Iterable[bytes], patience: float) -> Iterator[PhotoAnalysis | PhotoKnown | PhotoFailed]:
        for path in paths:
            data = Path(path.decode()).read_bytes()
            photo, found = open_photo(path, data), identity(data)
            turn = item_turn(data) if photo.format == "HEIF" else photo.orientation
            if found + bytes([turn]) in self.known:
                yield PhotoKnown(path, found)
                continue
            names = Path(path.decode()).stem.split()[1:]
            faces = tuple(_face(name, PLACES[at], photo.size, found.hex()) for at, name in enumerate(names))
            yield PhotoAnalysis(
                path, found, photo.size, turn, photo.format, None, False, False, "centerface",
                ("retail-0095",), faces, JPEG,
            )  # fmt: skip


def _face(name: str, place: Box, size: Size, shot: str) -> FaceAnalysis:
    box = Box(place.x * size.width, place.y * size.height, place.width * size.width, place.height * size.height)
    shares = np.array([[0.3, 0.3], [0.7, 0.3], [0.5, 0.55], [0.35, 0.8], [0.65, 0.8]], np.float32)
    landmarks = shares * np.array([box.width, box.height], np.float32) + np.array([box.x, box.y], np.float32)
    vector = person_vector(name, shot, *MODELS["retail-0095"])
    return FaceAnalysis(Detection(box, landmarks, 0.9), 0.9, {"retail-0095": vector}, JPEG)


class PictureWorld:
    """A folder of pictures and an open library over it."""

    def __init__(self, library: Library, photos: Path) -> None:
        self.library = library
        self.photos = photos
        self._number = 0

    def add(self, people: str, orientation: int = 1, format: str = "JPEG", ending: str = "jpg") -> Path:
        """A picture of these people, e.g. ``add("A B")``."""
        self._number += 1
        path = self.photos / f"{self._number:02} {people}.{ending}"
        path.write_bytes(oriented(noise(120, 80, seed=self._number), orientation, format))
        return path

    def index(self) -> None:
        service = IndexingService(self.library, PictureAnalyzer)
        list(service.run([bytes(self.photos)], Event()))
        group_new_faces(self.library)

    def faces_of(self, path: Path) -> tuple[int, ...]:
        return tuple(face.face_id for face in self.library.faces.list() if face.path == bytes(path))

    def who(self) -> dict[str, list[str | None]]:
        """File name -> who its faces are."""
        shown: dict[str, list[str | None]] = {}
        for face in self.library.faces.list():
            shown.setdefault(Path(face.path.decode()).name, []).append(face.person)
        return shown


class SameProcess:
    """A child's work, done here: the children have tests of their own."""

    def __init__(self, worker: object) -> None:
        self._worker = worker

    def __enter__(self) -> SameProcess:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def read(self, paths: Iterable[bytes]) -> Iterator[object]:
        return (self._worker.read(path) for path in paths)

    def compose(self, path: bytes, order: object) -> object:
        return self._worker.carry_out(path, order)

    def commit(self, path: bytes, order: object) -> object:
        return self._worker.carry_out(path, order)


def name_import(library: Library) -> NameImport:
    """Reads what files say, in this process."""
    from photoface.worker.neighbours import names_in
    from photoface.worker.tagging import tag_reader

    names_in.cache_clear()
    return NameImport(library, lambda contacts: SameProcess(tag_reader(contacts)))


@contextmanager
def picture_world(folder: Path, name: str = "library") -> Iterator[PictureWorld]:
    """An empty one below ``folder``."""
    photos = folder / "photos"
    photos.mkdir(exist_ok=True)
    with LibraryDatabase.create_or_open(folder / name, write=True) as db:
        library = Library(db, load_catalog())
        if library.setting("pack") is None:
            db.set_setting("pack", PACK)
        yield PictureWorld(library, photos)
