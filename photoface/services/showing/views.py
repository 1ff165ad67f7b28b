"""What is shown: people, photos and faces, filtered as asked."""

from __future__ import annotations

import os
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.people import Face, FaceState, Group, Person, Photo
from photoface.services.deciding.references import LARGEST_NUMBER
from photoface.services.library import Library
from photoface.store.overview import overview
from photoface.store.photo_pages import photo_page

_MANY = 10_000
"""From here on a part of a list takes as long as the whole."""


@dataclass(frozen=True, slots=True)
class FaceFilter:
    """None: any. cluster, person as a user calls it, photo as a path, state, and at most ``limit``."""

    group: int | None = None
    person: str | None = None
    photo: str | None = None
    state: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Everybody:
    """The named people by name, and groups that nobody has named, the largest first."""

    people: list[Person]
    groups: list[Group]


def everybody(library: Library, *, hidden: bool) -> Everybody:
    """Who is in the photos. hidden: also people that the user hid."""
    people, groups = overview(library.db)
    return Everybody([person for person in people if hidden or not person.hidden], groups)


def photos(library: Library, person: str | None = None, limit: int | None = None) -> list[Photo]:
    """The photos that are present, newest first. person: also where this is only suggested."""
    if person is not None:
        return photos_of(library, library.people.find(person).person_id)[:limit]
    return photo_page(library.db, limit) if limit and limit <= _MANY else library.photos.list()[:limit]


def photos_of(library: Library, person_id: int) -> list[Photo]:
    """The photos in which a face is this person, or is suggested to be."""
    shown = {face.photo_id for face in library.faces.list(person_id=person_id)}
    return library.photos.list(photo_ids=sorted(shown))


def faces(library: Library, wanted: FaceFilter) -> list[Face]:
    """The faces that are present and fit the filter; NotFound for a group, person or photo that is not there."""
    if wanted.group is not None and (abs(wanted.group) > LARGEST_NUMBER or not library.groups.members(wanted.group)):
        raise NotFound(f"There is no group {wanted.group}. See the groups with: photoface people")
    if wanted.limit and wanted.limit <= _MANY and wanted == FaceFilter(limit=wanted.limit):
        return library.faces.first(wanted.limit)
    found = library.faces.list(
        cluster_id=wanted.group,
        person_id=library.people.find(wanted.person).person_id if wanted.person is not None else None,
        photo_id=_photo_id(library, wanted.photo) if wanted.photo is not None else None,
        states=[FaceState(wanted.state)] if wanted.state else None,
    )
    return found[: wanted.limit]


def _photo_id(library: Library, path: str) -> int:
    wanted = os.fsencode(os.path.abspath(os.path.expanduser(path)))
    found = library.photos.files_under(os.path.dirname(wanted)).get(wanted)
    if found is None or found.photo_id is None:
        raise NotFound(
            f"{path or 'A file without a name'} is not in the library. Add its folder with: photoface index FOLDER"
        )
    return found.photo_id
