"""Who the faces of a library really are: as the folders say that the photos lie in, or as people named them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import BadRequest, NotFound, PhotofaceError
from photoface.domain.faces import Vectors
from photoface.domain.paths import within
from photoface.domain.people import Face, FaceState
from photoface.services.library import Library

Ids = NDArray[np.int64]

SOURCES = ("folders", "names")
_SET_ASIDE = (FaceState.IGNORED, FaceState.NOT_A_FACE)
_DECIDED = (FaceState.CONFIRMED, FaceState.NAMED)


class TooLittle(PhotofaceError):
    """There are not enough labelled faces for what was asked."""


@dataclass(frozen=True, slots=True)
class Truth:
    """source: 'folders': the folder that a photo lies in names the face nearest to its centre; 'names': what people
    decided in the library. folder: only photos below it."""

    source: str = "folders"
    folder: bytes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """n faces whose person is known. faces: by id, rising; people: int64 [n], row in names; vectors: float32 [n, d]."""

    faces: tuple[Face, ...]
    people: Ids
    names: tuple[str, ...]
    vectors: Vectors

    @property
    def face_ids(self) -> Ids:
        return np.array([face.face_id for face in self.faces], np.int64)

    @property
    def counts(self) -> Ids:
        """Faces of each person: int64 [p]."""
        found: Ids = np.bincount(self.people, minlength=len(self.names)).astype(np.int64)
        return found

    def chosen(self, rows: Ids) -> Labelled:
        """Some of the faces, in this order."""
        return Labelled(tuple(self.faces[row] for row in rows), self.people[rows], self.names, self.vectors[rows])


def labelled(library: Library, truth: Truth) -> Labelled:
    """All labelled faces that have an embedding. Raises TooLittle when they are of fewer than two people."""
    if truth.source not in SOURCES:
        raise BadRequest(f"“{truth.source}” is no source of truth; there are: {', '.join(SOURCES)}.")
    present = faces_below(library, truth.folder)
    if truth.source == "names":
        named = [(face, f"#{face.person_id}") for face in present if face.state in _DECIDED]
    else:
        named = [(face, folder_name(face.path)) for face in centred(library, _filed(library, present)).values()]
    found = _with_vectors(library, sorted(named, key=lambda pair: pair[0].face_id))
    if len(found.names) < 2:
        raise TooLittle(_too_little(truth))
    return found


def faces_below(library: Library, folder: bytes | None) -> list[Face]:
    """The faces that are there, without those set aside. Raises NotFound for a folder that was not indexed."""
    faces = [face for face in library.faces.list() if face.state not in _SET_ASIDE]
    if folder is None:
        return faces
    inside = [face for face in faces if face.path.startswith(within(folder))]
    if not inside:
        raise NotFound(f"No face of this library is below {folder.decode('utf-8', 'replace')}. See: photoface folders")
    return inside


def _filed(library: Library, faces: Sequence[Face]) -> list[Face]:
    """Without those of photos that lie loose beside folders of people: what was indexed is nobody's name."""
    roots = {each.path for each in library.photos.folders()}
    parents = {os.path.dirname(folder) for folder in {os.path.dirname(face.path) for face in faces}}
    return [face for face in faces if (folder := os.path.dirname(face.path)) not in roots or folder not in parents]


def centred(library: Library, faces: Sequence[Face]) -> dict[int, Face]:
    """Photo -> the one of these faces that is nearest to its centre."""
    by_photo = defaultdict[int, list[Face]](list)
    for face in faces:
        by_photo[face.photo_id].append(face)
    middles = {photo.photo_id: (photo.width / 2, photo.height / 2) for photo in library.photos.list()}
    return {photo: min(group, key=lambda face: _off(face, middles[photo])) for photo, group in by_photo.items()}


def folder_name(path: bytes) -> str:
    """The name of the folder that a file lies in."""
    return os.path.basename(os.path.dirname(path)).decode("utf-8", "replace")


def _off(face: Face, middle: tuple[float, float]) -> float:
    x, y = face.box.center
    return (x - middle[0]) ** 2 + (y - middle[1]) ** 2


def _with_vectors(library: Library, named: Sequence[tuple[Face, str]]) -> Labelled:
    ids, vectors = library.present_vectors()
    row_of = {face_id: row for row, face_id in enumerate(ids.tolist())}
    kept = [(face, name) for face, name in named if face.face_id in row_of]
    names, people = np.unique([name for _, name in kept], return_inverse=True)
    rows = np.array([row_of[face.face_id] for face, _ in kept], np.int64)
    return Labelled(tuple(face for face, _ in kept), people.astype(np.int64), tuple(names.tolist()), vectors[rows])


def _too_little(truth: Truth) -> str:
    if truth.source == "names":
        return (
            "Fewer than two people have a name here, so there is nothing to measure against. "
            "Name some (photoface name), or measure photos in folders named after people: --truth folders"
        )
    return (
        "The indexed photos lie in fewer than two folders, so folders cannot tell who is who. "
        "Put each person's photos into a folder of that name, or name people and use --truth names"
    )
