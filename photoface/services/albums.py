"""Photos by who is in them: the query language over what the library knows."""

from __future__ import annotations

from collections import Counter, defaultdict

from photoface.domain.people import Photo
from photoface.services.library import Library
from photoface.services.query import PhotoFaces, parse
from photoface.store.company import appearances
from photoface.store.photo_pages import photo_ids


def find_photos(library: Library, query: str, *, certain: bool = False) -> list[Photo]:
    """The photos that the query describes, newest first. certain: suggested faces count as strangers."""
    test = parse(query, lambda name: library.people.find(name).person_id)
    with library.db.consistent():
        shown, nobody = _faces_by_photo(library, certain), PhotoFaces(frozenset(), 0, 0)
        fits = [photo for photo in photo_ids(library.db).tolist() if test(shown.get(photo, nobody))]
        return library.photos.list(photo_ids=fits)


def _faces_by_photo(library: Library, certain: bool) -> dict[int, PhotoFaces]:
    people, strangers, faces = defaultdict[int, set[int]](set), Counter[int](), Counter[int]()
    for photo, person, decided in appearances(library.db):
        faces[photo] += 1
        if person is None or (certain and not decided):
            strangers[photo] += 1
        else:
            people[photo].add(person)
    return {photo: PhotoFaces(frozenset(people[photo]), strangers[photo], number) for photo, number in faces.items()}
