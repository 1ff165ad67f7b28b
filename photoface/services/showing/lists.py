"""Long lists in parts, for views that show a screenful at a time of what may be a hundred thousand rows.

Two ways, both in the order of the whole lists. *Ids*: all rows as one array of numbers, read once, and the rows in
sight by ``rows_of``; the array is one moment's, so nothing moves under the reader, and rows that are gone since are
left out. *Pages*: the rows that follow the last one of the page before; nothing is read beforehand, and what comes or
goes between two pages shifts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.people import Face, Group, Person, Photo
from photoface.services.library import Library
from photoface.store import face_ids, people_pages, photo_pages
from photoface.store.face_ids import FaceOrder
from photoface.store.looks import twins_of

Ids = NDArray[np.int64]

UNLIKE = -2.0
"""Below every cosine: a face without an embedding is like nobody."""


def photo_ids(
    library: Library, *, person_id: int | None = None, folder: bytes | None = None, folded: bool = False
) -> Ids:
    """Present photos, newest first, undated ones last. person_id: decided to be in them; folder: below it. [n].

    folded: of photos that look the same (services.twins) only the one that is shown for all; see ``copies``.
    """
    return photo_pages.photo_ids(library.db, person_id, folder, folded=folded)


def photos_to_go_through(library: Library, person_id: int | None, *, apart: bool = False) -> Ids:
    """The same of all photos or of a person's, for who goes from one to the next: of those that look the same the one
    that is shown for all if it is among them, unless apart. [n]."""
    ids = photo_ids(library, person_id=person_id)
    first = {} if apart else twins_of(library.db, ids.tolist())
    there = set(ids.tolist())
    kept = [each for each in ids.tolist() if first.get(each, each) == each or first[each] not in there]
    return ids if len(kept) == len(ids) else ids[np.isin(ids, kept)]


def copies(library: Library, photo_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Photo id -> how many other present photos it is shown for, where there are any; of these, or of all."""
    return photo_pages.copies(library.db, photo_ids)


def months(library: Library, *, folded: bool = False) -> list[tuple[str, int]]:
    """How many present photos each month has, in the order of ``photo_ids``: (YYYY-MM, or empty without a date, n).

    A photo of which only the year is known has a month of its own: YYYY. folded: as in ``photo_ids``.
    """
    return photo_pages.months(library.db, folded=folded)


def photo_page(library: Library, limit: int, after: Photo | None = None) -> list[Photo]:
    """The first ``limit`` photos of that order, or those that follow ``after``."""
    return photo_pages.photo_page(library.db, limit, after)


def photos(library: Library, ids: Ids) -> list[Photo]:
    """These photos in this order."""
    found = {photo.photo_id: photo for photo in library.photos.list(photo_ids=ids.tolist())}
    return [found[photo_id] for photo_id in ids.tolist() if photo_id in found]


def person_ids(library: Library, *, hidden: bool = False) -> Ids:
    """Named people by name. int64 [n]."""
    return people_pages.person_ids(library.db, hidden=hidden)


def people_page(library: Library, limit: int, after: Person | None = None, *, hidden: bool = False) -> list[Person]:
    """The first ``limit`` people by name, with counts and cover faces, or those that follow ``after``."""
    with library.db.consistent():
        return library.people.by_ids(people_pages.following(library.db, limit, after, hidden=hidden))


def people(library: Library, ids: Ids) -> list[Person]:
    """These people in this order, with counts and cover faces."""
    return library.people.by_ids(ids.tolist())


def group_sizes(library: Library) -> tuple[Ids, Ids]:
    """Groups that nobody has named, the largest first, and how many undecided faces each has. int64 [n] both."""
    return people_pages.unnamed_sizes(library.db)


def within(library: Library, folder: bytes | None = None, since: str | None = None, until: str | None = None) -> Ids:
    """Faces of photos below a folder, taken from ``since`` on and before ``until``, ISO 8601. int64 [n], rising."""
    return face_ids.within(library.db, folder, since, until)


def groups(library: Library, ids: Ids) -> list[Group]:
    """These groups in this order, without those that have a name by now."""
    return library.groups.by_ids(ids.tolist())


def person_face_ids(library: Library, person_id: int, order: FaceOrder = FaceOrder.NUMBER) -> Ids:
    """Faces that a human decided to be this person. int64 [n]."""
    return face_ids.decided(library.db, person_id, order)


def suggestion_ids(library: Library, person_id: int, order: FaceOrder = FaceOrder.NUMBER) -> Ids:
    """Faces that are suggested to be this person. int64 [n]."""
    return face_ids.suggested(library.db, person_id, order)


def group_face_ids(library: Library, cluster_id: int, order: FaceOrder = FaceOrder.NUMBER) -> Ids:
    """Undecided faces of a group. int64 [n]."""
    return face_ids.undecided_of_group(library.db, cluster_id, order)


def likest_first(library: Library, ids: Ids, exemplars: Ids) -> Ids:
    """The same faces, the nearest to the mean of the exemplars first; those without an embedding last. int64 [n]."""
    return ids[np.argsort(-likeness(library, ids, exemplars), kind="stable")]


def likeness(library: Library, ids: Ids, exemplars: Ids) -> NDArray[np.float32]:
    """Cosine of each face to the mean direction of the exemplars; UNLIKE where there is no embedding. float32 [n]."""
    known, vectors = library.vectors.load(library.embedding().parts, np.union1d(ids, exemplars).tolist())
    return _likeness(ids, known, vectors, exemplars)


def faces(library: Library, ids: Ids) -> list[Face]:
    """These faces in this order. Raises NotFound for one that never was."""
    return library.faces.by_ids(ids.tolist())


def _likeness(ids: Ids, known: Ids, vectors: Vectors, exemplars: Ids) -> NDArray[np.float32]:
    found = np.full(len(ids), UNLIKE, np.float32)
    mean = vectors[np.isin(known, exemplars)].sum(axis=0)
    length = float(np.linalg.norm(mean))
    there = np.isin(ids, known)
    if length and there.any():
        found[there] = vectors[np.searchsorted(known, ids[there])] @ (mean / length)
    return found
