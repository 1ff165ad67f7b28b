"""One photo as a viewer shows it: its file, its size, its faces, what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.geometry import Size
from photoface.domain.people import Face, FaceState, Photo
from photoface.services.library import Library


@dataclass(frozen=True, slots=True)
class PhotoView:
    """faces: all but those marked as no faces, from left to right; size: of the upright photo, in pixels like boxes."""

    photo: Photo
    faces: tuple[Face, ...]

    @property
    def size(self) -> Size:
        return Size(self.photo.width, self.photo.height)


def view_photo(library: Library, photo_id: int) -> PhotoView:
    """A photo that is present. Raises NotFound."""
    found = library.photos.list(photo_ids=[photo_id])
    if not found:
        raise NotFound("This photo is not in the library any more, or its drive is not connected.")
    faces = library.faces.list(photo_id=photo_id)
    shown = (face for face in faces if face.state is not FaceState.NOT_A_FACE)
    return PhotoView(found[0], tuple(sorted(shown, key=lambda face: face.box.x)))
