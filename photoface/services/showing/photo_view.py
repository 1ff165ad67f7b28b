"""One photo as a viewer shows it: its file, its size, its faces, what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from photoface.domain.dates import NO_DATE, Dated
from photoface.domain.errors import NoAnswer, NotFound
from photoface.domain.geometry import Size
from photoface.domain.people import Face, FaceState, Photo
from photoface.services.deciding.drawing import drawn_in
from photoface.services.library import Library
from photoface.services.places.disks import ask, size_and_time
from photoface.services.places.folders import root_of
from photoface.store.drawn_faces import Drawn
from photoface.store.looks import shown_together
from photoface.store.repeats import is_repeat
from photoface.store.said import dated

_PATIENCE = 5.0
"""Seconds that somebody who looks at a photo waits for what its drive says of it."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the disk says of a file: bytes, and when it was changed, ISO 8601 in UTC."""

    size: int
    changed: str


@dataclass(frozen=True, slots=True)
class PhotoView:
    """faces: all but those marked as no faces, from left to right; drawn: which of them a human drew.

    dated: when it was taken and who says so.
    people: ids and names of those in it, decided or guessed, from left to right; repeat: a mirror or collage.
    copies: all present photos that look the same, this one too, the one that is shown for all first; none without any.
    file: None while its drive is not connected.
    """

    photo: Photo
    faces: tuple[Face, ...]
    drawn: Drawn
    people: tuple[tuple[int, str], ...]
    repeat: bool
    file: FileFacts | None
    dated: Dated = NO_DATE
    copies: tuple[Photo, ...] = ()

    @property
    def twins(self) -> int:
        """How many other present photos look the same (services.twins)."""
        return max(len(self.copies) - 1, 0)

    @property
    def size(self) -> Size:
        """Of the upright photo, in pixels like boxes."""
        return Size(self.photo.width, self.photo.height)

    @property
    def guesses(self) -> int:
        """How many of its faces are only suggested to be somebody."""
        return sum(face.state is FaceState.SUGGESTED for face in self.faces)

    @property
    def strangers(self) -> tuple[int, ...]:
        """Ids of faces that nobody named, and that are like nobody."""
        return tuple(face.face_id for face in self.faces if face.state is FaceState.UNASSIGNED)


def view_photo(library: Library, photo_id: int) -> PhotoView:
    """A photo that is present. Raises NotFound."""
    with library.db.consistent():
        found = library.photos.list(photo_ids=[photo_id])
        if not found:
            raise NotFound("This photo is not in the library any more, or its drive is not connected.")
        shown = (face for face in library.faces.list(photo_id=photo_id) if face.state is not FaceState.NOT_A_FACE)
        faces = tuple(sorted(shown, key=lambda face: face.box.x))
        drawn, repeat = drawn_in(library, photo_id), is_repeat(library.db, photo_id)
        told, same = dated(library.db, photo_id), _copies(library, photo_id)
    people = dict.fromkeys((face.person_id, str(face.person)) for face in faces if face.person_id is not None)
    return PhotoView(found[0], faces, drawn, tuple(people), repeat, _file_facts(library, found[0].path), told, same)


def _copies(library: Library, photo_id: int) -> tuple[Photo, ...]:
    ids = shown_together(library.db, photo_id)
    found = {photo.photo_id: photo for photo in library.photos.list(photo_ids=ids)}
    return tuple(found[each] for each in ids if each in found) if len(found) > 1 else ()


def _file_facts(library: Library, path: bytes) -> FileFacts | None:
    try:
        found = ask(root_of(library, path), partial(size_and_time, path), _PATIENCE)
    except NoAnswer:
        return None
    if found is None:
        return None
    size, mtime_ns = found
    return FileFacts(size, datetime.fromtimestamp(mtime_ns / 1e9, UTC).isoformat())
