"""Photos by who is in them: the query language over what the library knows, and albums of people and searches."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from photoface.domain.errors import PhotofaceError
from photoface.domain.people import Person, Photo
from photoface.services.finding.query import Query, read
from photoface.services.finding.query_facts import PhotoFaces, Spot, folded
from photoface.services.finding.saved_searches import SavedSearch, saved_searches
from photoface.services.library import Library
from photoface.store import photo_places
from photoface.store.company import appearances
from photoface.store.photo_pages import photo_ids

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Ids: TypeAlias = "NDArray[np.int64]"

_NOBODY = PhotoFaces(frozenset(), 0, 0)


@dataclass(frozen=True, slots=True)
class SearchAlbum:
    """A saved search: how many photos it finds, the newest as its cover; problem: why it finds nothing any more."""

    search: SavedSearch
    photos: int
    cover_photo_id: int | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Albums:
    """One for each person who is in a photo, most photos first, and one for each saved search, by name."""

    people: tuple[Person, ...]
    searches: tuple[SearchAlbum, ...]


def find_photos(library: Library, query: str, *, certain: bool = False) -> list[Photo]:
    """The photos that the query describes, newest first. certain: suggested faces count as strangers."""
    with library.db.consistent():
        return library.photos.list(photo_ids=find_ids(library, query, certain=certain).tolist())


def find_ids(library: Library, query: str, *, certain: bool = False) -> Ids:
    """The same as ids, int64 [n]. Raises BadRequest, NotFound, Ambiguous with the place in the query."""
    wanted = _read(library, query)
    with library.db.consistent():
        return _fitting(photo_ids(library.db), wanted, _facts(library, [wanted], certain=certain))


def albums(library: Library) -> Albums:
    """All albums; the library is looked through once for all saved searches."""
    with library.db.consistent():
        people = [person for person in library.people.list() if person.photos and not person.hidden]
        ordered = sorted(people, key=lambda person: (-person.photos, person.name.casefold()))
        return Albums(tuple(ordered), _search_albums(library))


def _search_albums(library: Library) -> tuple[SearchAlbum, ...]:
    read_ones = [(search, _try_read(library, search.query)) for search in saved_searches(library)]
    queries = [query for _, query in read_ones if isinstance(query, Query)]
    if not queries:
        return tuple(SearchAlbum(search, 0, None, str(problem)) for search, problem in read_ones)
    ids, facts = photo_ids(library.db), _facts(library, queries, certain=False)
    return tuple(_album(search, query, ids, facts) for search, query in read_ones)


def _album(
    search: SavedSearch, query: Query | PhotofaceError, ids: Ids, facts: Callable[[int], PhotoFaces]
) -> SearchAlbum:
    if isinstance(query, PhotofaceError):
        return SearchAlbum(search, 0, None, str(query))
    found = _fitting(ids, query, facts)
    return SearchAlbum(search, len(found), int(found[0]) if len(found) else None)


def _read(library: Library, query: str) -> Query:
    return read(query, lambda name: library.people.find(name).person_id)


def _try_read(library: Library, query: str) -> Query | PhotofaceError:
    try:
        return _read(library, query)
    except PhotofaceError as error:
        return error


def _fitting(ids: Ids, query: Query, facts: Callable[[int], PhotoFaces]) -> Ids:
    import numpy as np

    fitting = np.fromiter((query.test(facts(photo)) for photo in ids.tolist()), bool, len(ids))
    found: Ids = ids[fitting]
    return found


def _facts(library: Library, queries: list[Query], *, certain: bool) -> Callable[[int], PhotoFaces]:
    """What is known of a photo by its id, as far as these queries look at it."""
    shown = _faces_by_photo(library, certain)
    dates = photo_places.taken(library.db) if any(query.dated for query in queries) else {}
    spots = _spots(library) if any(query.placed for query in queries) else {}
    if not dates and not spots:
        return lambda photo: shown.get(photo, _NOBODY)
    return lambda photo: replace(shown.get(photo, _NOBODY), taken=dates.get(photo), spots=spots.get(photo, ()))


def _faces_by_photo(library: Library, certain: bool) -> dict[int, PhotoFaces]:
    people, strangers, faces = defaultdict[int, set[int]](set), Counter[int](), Counter[int]()
    for photo, person, decided in appearances(library.db):
        faces[photo] += 1
        if person is None or (certain and not decided):
            strangers[photo] += 1
        else:
            people[photo].add(person)
    return {photo: PhotoFaces(frozenset(people[photo]), strangers[photo], number) for photo, number in faces.items()}


def _spots(library: Library) -> dict[int, tuple[Spot, ...]]:
    """Many files are in one folder, which is read once."""
    known: dict[tuple[bytes, bytes], Spot] = {}
    found = defaultdict[int, tuple[Spot, ...]](tuple)
    for photo, path, root in photo_places.file_places(library.db):
        key = os.path.dirname(path), root
        if key not in known:
            known[key] = _spot(*key)
        found[photo] += (known[key],)
    return found


def _spot(folder: bytes, root: bytes) -> Spot:
    """What lies above the watched folder is the computer's business: ``in anna`` is not all of /home/anna."""
    whole, above = os.fsdecode(folder), os.fsdecode(os.path.dirname(root))
    return Spot(folded(whole), folded(whole[len(above) :]) if whole.startswith(above) else folded(whole))
