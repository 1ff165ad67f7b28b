"""What benchmarks/answers.py asks a library that is open: (what, limit in CPU milliseconds or None, the call)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box, Size
from photoface.domain.people import Person
from photoface.services.finding.albums import find_photos
from photoface.services.finding.search import search
from photoface.services.library import Library
from photoface.services.showing import lists, views
from photoface.store.face_ids import FaceOrder

Question = tuple[str, float | None, Callable[[], object]]
Questions = Iterator[Question]

LOAD_LIMIT, SEARCH_LIMIT, PAGE_LIMIT = 500, 20, 30
SCREEN = 60
"""Rows that are seen at once."""


def loading(library: Library) -> Questions:
    """What the first search waits for."""
    yield "all faces into the gallery, once", LOAD_LIMIT, library.gallery.now


def searches(library: Library) -> Questions:
    """Searches by an analysed picture, the gallery being loaded."""
    person, one, five = largest(library), probe(library, 1), probe(library, 5)
    subsets = {
        "of a year": lists.within(library, since="2015", until="2016"),
        "of a folder": lists.within(library, folder=b"/made/phone"),
        "of a person": lists.person_face_ids(library, person.person_id),
    }
    yield "search, 1 face", SEARCH_LIMIT, lambda: search(library, one, 20)
    yield "search, 5 faces", None, lambda: search(library, five, 20)
    for name, among in subsets.items():
        title = f"search, 1 face, among {len(among):,} {name}"
        yield title, SEARCH_LIMIT, partial(search, library, one, 20, among)
    yield "ids of the faces of a year", None, lambda: lists.within(library, since="2015", until="2016")


def pages(library: Library) -> Questions:
    """Photos, people and groups, a screen at a time."""
    ids, first = lists.photo_ids(library), lists.photo_page(library, SCREEN)
    [middle] = lists.photos(library, ids[len(ids) // 2 :][:1])
    people, groups = lists.people_page(library, SCREEN), lists.group_sizes(library)[0]
    yield f"photos by date, first {SCREEN}", PAGE_LIMIT, lambda: lists.photo_page(library, SCREEN)
    yield f"photos by date, next {SCREEN}", PAGE_LIMIT, lambda: lists.photo_page(library, SCREEN, first[-1])
    yield f"photos by date, {SCREEN} in the middle", PAGE_LIMIT, lambda: lists.photo_page(library, SCREEN, middle)
    yield f"{SCREEN} photos by their ids", PAGE_LIMIT, lambda: lists.photos(library, ids[5000:][:SCREEN])
    yield f"people by name, first {SCREEN}", PAGE_LIMIT, lambda: lists.people_page(library, SCREEN)
    yield f"people by name, next {SCREEN}", PAGE_LIMIT, lambda: lists.people_page(library, SCREEN, people[-1])
    yield f"groups by size, first {SCREEN}", PAGE_LIMIT, lambda: _largest_groups(library)
    yield f"groups by size, next {SCREEN}", PAGE_LIMIT, lambda: lists.groups(library, groups[SCREEN:][:SCREEN])


def faces(library: Library) -> Questions:
    """Faces of the largest person and of the largest group, a screen at a time."""
    person, group = largest(library).person_id, int(lists.group_sizes(library)[0][0])
    mine, guessed = lists.person_face_ids(library, person), lists.suggestion_ids(library, person)
    asked: dict[str, Callable[[], NDArray[np.int64]]] = {
        f"of {len(mine):,} faces of a person, by {order.name.lower()}": partial(
            lists.person_face_ids, library, person, order
        )
        for order in FaceOrder
    }
    asked[f"of {len(guessed):,} suggestions"] = lambda: lists.suggestion_ids(library, person)
    asked["the same, the likest first"] = lambda: lists.likest_first(library, guessed, mine)
    asked["of the largest group, by quality"] = lambda: lists.group_face_ids(library, group, FaceOrder.QUALITY)
    for title, ids in asked.items():
        yield f"first {SCREEN} {title}", PAGE_LIMIT, partial(_first_faces, library, ids)
    yield f"{SCREEN} faces by their ids", PAGE_LIMIT, lambda: lists.faces(library, mine[SCREEN:][:SCREEN])


def whole_lists(library: Library) -> Questions:
    """Everything at once, as ids and as values."""
    everybody, name = views.everybody(library, hidden=True), largest(library).name
    title = f"{len(everybody.people):,} people and {len(everybody.groups):,} groups with counts and covers"
    query = f'"{name}" AND "{everybody.people[1].name}"'
    yield title, None, lambda: views.everybody(library, hidden=True)
    yield "ids of all people by name", None, lambda: lists.person_ids(library)
    yield "ids and sizes of all groups", None, lambda: lists.group_sizes(library)
    yield "ids of all photos by date", None, lambda: lists.photo_ids(library)
    yield "all photos as values", None, library.photos.list
    yield "all faces as values", None, library.faces.list
    yield "counts", None, library.photos.counts
    yield "photos of two people together", None, lambda: find_photos(library, query)


def largest(library: Library) -> Person:
    """Who is in most photos."""
    return max(library.people.list(), key=lambda person: person.photos)


def probe(library: Library, count: int) -> PhotoAnalysis:
    """A picture of so many faces of the library, each turned a little."""
    _, vectors = library.vectors.load(library.embedding().parts, lists.within(library)[: 2 * count].tolist())
    turned = vectors[:count] + 0.02 * np.random.default_rng(0).standard_normal(vectors[:count].shape).astype(np.float32)
    names = library.embedding().atoms
    ends = np.cumsum([library.catalog.model(name).dims for name in names])[:-1]
    seen = Detection(Box(0, 0, 100, 100), np.zeros((5, 2), np.float32), 0.9)
    parts = [dict(zip(names, np.split(row, ends), strict=True)) for row in turned]
    shown = tuple(FaceAnalysis(seen, 0.9, part, b"") for part in parts)
    return PhotoAnalysis(b"/probe.jpg", b"", Size(4000, 3000), 1, "JPEG", None, False, False, "", (), shown, b"")


def _largest_groups(library: Library) -> object:
    return lists.groups(library, lists.group_sizes(library)[0][:SCREEN])


def _first_faces(library: Library, ids: Callable[[], NDArray[np.int64]]) -> object:
    return lists.faces(library, ids()[:SCREEN])
