"""Which photos have to be compared anew when some came or went: those near to them, those near to these, and so on.

Photos that are shown for one another are near by their hashes, or one is named as an edited copy of the other; nothing
leads out of what is connected by that, so all other groups stay as they are.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from functools import lru_cache

from photoface.domain.similarity import Limits
from photoface.services.library import Library
from photoface.services.photos.look_alikes import Hashes, original_of, stem_of
from photoface.store import looks as store
from photoface.store.database import LibraryDatabase

MOST = 2000
"""Photos; for more it is quicker to look through all."""

_COMPARED = "photos compared"


def limits(library: Library) -> Limits:
    """Within which two pictures look the same."""
    found = library.catalog.likeness
    assert found is not None  # the catalogue that comes with the program has them
    return found


def owed(library: Library) -> bool:
    """Whether all photos are to be compared: a run was cut off before, or folders or limits are others by now."""
    return library.setting(_COMPARED) != _what(library)


def owe(library: Library, *, all_compared: bool) -> None:
    """Remember that photos come or go and are not compared yet, or that all are."""
    told = _what(library) if all_compared else ""
    if library.setting(_COMPARED) != told:
        library.db.set_setting(_COMPARED, told)


def _what(library: Library) -> str:
    found, folders = limits(library), (str(folder.folder_id) for folder in library.photos.folders())
    return f"{found.bits}, {found.mean}, {found.peak}: {' '.join(folders)}"


def affected(db: LibraryDatabase, touched: Collection[int], bits: int) -> Collection[int] | None:
    """Photos to be compared, present or not; None: all."""
    if len(touched) > MOST:
        return None
    all_hashes = store.all_hashes(db)
    hashes, hash_of, names = Hashes(all_hashes), dict(all_hashes), _Names(db)
    found, fresh = set[int](), set(touched)
    while fresh and len(found) <= MOST:
        found |= fresh
        around = {near for each in fresh if each in hash_of for near in hashes.near(hash_of[each], bits)}
        there = {look.photo_id for look in store.present_looks(db, around)}
        fresh = (there | names.partners(fresh) | _shown_with(db, fresh)) - found
    return found if len(found) <= MOST else None


def _shown_with(db: LibraryDatabase, photo_ids: Collection[int]) -> set[int]:
    """Those that were shown as one with these."""
    twins = store.all_twins(db)
    firsts = {first for photo, first, _ in twins if photo in photo_ids or first in photo_ids}
    return {photo for photo, first, _ in twins if first in firsts} | firsts


class _Names:
    """Photos that are edited copies of one another by their names."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db
        self._in = lru_cache(maxsize=64)(self._listed)

    def partners(self, photo_ids: Iterable[int]) -> set[int]:
        found = set[int]()
        for path in store.paths_of(self._db, photo_ids):
            by_stem, edited_of = self._in(os.path.dirname(path))
            original = original_of(path)
            found |= by_stem.get(original, set()) if original is not None else set()
            found |= edited_of.get(stem_of(path), set())
        return found

    def _listed(self, folder: bytes) -> tuple[dict[bytes, set[int]], dict[bytes, set[int]]]:
        """Stem -> photos, and stem of an original -> its edited copies."""
        by_stem, edited_of = dict[bytes, set[int]](), dict[bytes, set[int]]()
        for path, photo_id in store.files_in(self._db, folder):
            by_stem.setdefault(stem_of(path), set()).add(photo_id)
            original = original_of(path)
            if original is not None:
                edited_of.setdefault(original, set()).add(photo_id)
        return by_stem, edited_of
