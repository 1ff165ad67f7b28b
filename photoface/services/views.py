"""What is shown: people, photos and faces, filtered as asked."""

from __future__ import annotations

import os
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.people import Face, FaceState, Person, Photo
from photoface.services.albums import find_photos
from photoface.services.library import Library
from photoface.services.references import LARGEST_NUMBER


@dataclass(frozen=True, slots=True)
class FaceFilter:
    """None: any. cluster, person as a user calls it, photo as a path, state, and at most ``limit``."""

    group: int | None = None
    person: str | None = None
    photo: str | None = None
    state: str | None = None
    limit: int | None = None


def people(library: Library, *, hidden: bool) -> list[Person]:
    """The named people, those in most photos first. hidden: also those that the user hid."""
    return [person for person in library.people.list() if hidden or not person.hidden]


def photos(library: Library, person: str | None = None, limit: int | None = None) -> list[Photo]:
    """The photos that are present, newest first. person: also where this is only suggested."""
    if person is None:
        return library.photos.list()[:limit]
    return find_photos(library, f"#{library.people.find(person).person_id}")[:limit]


def faces(library: Library, wanted: FaceFilter) -> list[Face]:
    """The faces that are present and fit the filter; NotFound for a group, person or photo that is not there."""
    if wanted.group is not None and (abs(wanted.group) > LARGEST_NUMBER or not library.groups.members(wanted.group)):
        raise NotFound(f"There is no group {wanted.group}. See the groups with: photoface people")
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
