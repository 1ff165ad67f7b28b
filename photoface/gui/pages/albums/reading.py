"""What one album holds: a person's photos, or what a saved search finds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import PhotofaceError
from photoface.gui.core.faults import sentence_of
from photoface.services.finding import saved_searches
from photoface.services.finding.albums import find_ids
from photoface.services.finding.saved_searches import SavedSearch
from photoface.services.library import Library
from photoface.services.showing import lists


@dataclass(frozen=True, slots=True, eq=False)
class OpenAlbum:
    """title; ids: int64 [n]; search: None for a person's album; problem: why a search finds nothing any more."""

    title: str
    ids: NDArray[np.int64]
    search: SavedSearch | None = None
    problem: str = ""


def read_album(library: Library, subject: tuple[str, int | str]) -> OpenAlbum:
    """subject: ("person", id) or ("search", id). Raises NotFound."""
    kind, number = subject
    if kind == "person" and isinstance(number, int):
        return OpenAlbum(library.people.get(number).name, lists.photo_ids(library, person_id=number))
    search = saved_searches.get(library, str(number))
    try:
        return OpenAlbum(search.name, find_ids(library, search.query), search)
    except PhotofaceError as error:
        return OpenAlbum(search.name, np.empty(0, np.int64), search, sentence_of(error))
