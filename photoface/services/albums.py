"""Photos by who is in them: the query language over what the library knows."""

from __future__ import annotations

from collections import defaultdict

from photoface.domain.people import FaceState, Photo
from photoface.services.library import Library
from photoface.services.query import PhotoFaces, parse


def find_photos(library: Library, query: str, *, certain: bool = False) -> list[Photo]:
    """The photos that the query describes, newest first. certain: suggested faces count as strangers."""
    test = parse(query, lambda name: library.people.find(name).person_id)
    shown = _faces_by_photo(library, certain)
    nobody = PhotoFaces(frozenset(), 0, 0)
    return [photo for photo in library.photos.list() if test(shown.get(photo.photo_id, nobody))]


def _faces_by_photo(library: Library, certain: bool) -> dict[int, PhotoFaces]:
    people, strangers = defaultdict[int, set[int]](set), defaultdict[int, int](int)
    faces = defaultdict[int, int](int)
    for face in library.faces.list():
        if face.state is FaceState.NOT_A_FACE:
            continue
        faces[face.photo_id] += 1
        if face.person_id is None or (certain and not face.state.decided):
            strangers[face.photo_id] += 1
        else:
            people[face.photo_id].add(face.person_id)
    return {photo: PhotoFaces(frozenset(people[photo]), strangers[photo], number) for photo, number in faces.items()}
