"""Photos that look the same: copies that were made smaller, compressed anew or edited a little, shown as one.

What is near in the perceptual hash is looked at: only pictures that differ no more than copies do are the same.
Nothing is decided by it, and nothing deleted: each photo keeps its faces. A human's "two photos" holds for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import BadRequest
from photoface.domain.people import Photo
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.photos.look_alikes import UNIFORM, stars, with_edited
from photoface.services.photos.nearby import affected, limits, owe, owed
from photoface.services.places.disks import OneName
from photoface.store import looks as store
from photoface.store.looks import Look
from photoface.store.said import known_photos
from photoface.vision.likeness import difference, likeness_of_jpeg, looks

SAME_SHAPE = 0.02
"""Of the ratio of width to height."""


@dataclass(frozen=True, slots=True)
class TwinGroup:
    """Photos that are shown as one. first_id: the one that is seen, the largest; others: rising; reason: of them."""

    first_id: int
    others: tuple[int, ...]
    reason: str


def find_twins(library: Library, touched: Collection[int] | None = None) -> bool:
    """Looks through all photos that are present; whether anything changed.

    touched: photos that came, went, or got or lost files since the last time: only what they are near to is looked
    through, a tenth of a second in 100,000 instead of several. Not while all are to be compared (``owed``).
    """
    _look_at_older(library)
    apart = store.apart(library.db)
    bits = limits(library).bits
    of = None if touched is None else affected(library.db, touched, bits)
    seen = [look for look in store.present_looks(library.db, of) if look.hash != UNIFORM]
    ordered = sorted(seen, key=_better_first)
    first = stars(ordered, Pictures(library).same, apart, bits)
    reasons = dict.fromkeys(first, "same") | with_edited(seen, first, apart)
    shown = {home for photo, home in first.items() if home != photo}
    twins = {photo: (home, reasons[photo]) for photo, home in first.items() if home in shown}
    news = store.save_twins(library.db, twins, of)
    owe(library, all_compared=True)
    return news


def _better_first(look: Look) -> tuple[object, ...]:
    """The largest; of these the one of most bytes, though not a GIF, which has few colours in many bytes."""
    return -look.width * look.height, look.format == "GIF", -look.size, look.photo_id


def twin_groups(library: Library) -> list[TwinGroup]:
    """What was found last, the first ones in the order of their ids."""
    members, edited = defaultdict[int, list[int]](list), set[int]()
    for photo_id, first_id, reason in store.all_twins(library.db):
        if photo_id != first_id:
            members[first_id].append(photo_id)
            edited |= {first_id} if reason == "edited" else set()
    return [
        TwinGroup(first, tuple(sorted(members[first])), "edited" if first in edited else "same")
        for first in sorted(members)
    ]


def copies_of(library: Library, photo_id: int) -> list[Photo]:
    """All present photos that are shown as one with this one, the one that is seen first; only itself without any."""
    group = next((each for each in twin_groups(library) if photo_id in (each.first_id, *each.others)), None)
    ids = (group.first_id, *group.others) if group is not None else (photo_id,)
    found = {photo.photo_id: photo for photo in library.photos.list(photo_ids=ids)}
    return [found[each] for each in ids if each in found]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Files that are there of one photo, or of photos that look the same, the one that is shown first.

    reason: 'copy' (the same picture bit for bit), 'same' (it looks the same), 'edited' (an edited copy).
    """

    reason: str
    paths: tuple[bytes, ...]


def duplicates(library: Library) -> list[Duplicates]:
    """All of them, in the order of the first paths. A raw file beside its JPEG is no duplicate, nor is a second name of
    the same file (a link): who deletes one of the two would lose the photo."""
    paths, one_name = store.read_paths(library.db), OneName([folder.path for folder in library.photos.folders()])
    groups = {group.first_id: group for group in twin_groups(library)}
    hidden = {other for group in groups.values() for other in group.others}
    found = list[Duplicates]()
    for photo_id in paths.keys() - hidden:
        group = groups.get(photo_id)
        shown = [path for one in (photo_id, *(group.others if group else ())) for path in paths.get(one, ())]
        files = one_name.of(shown) if len(shown) > 1 else ()
        if len(files) > 1:
            found.append(Duplicates(group.reason if group else "copy", files))
    return sorted(found, key=lambda each: each.paths)


def keep_apart(library: Library, photo_ids: Sequence[int], rest: Sequence[int] = ()) -> Outcome:
    """A human says: these are different photos, however alike, and none of them is the same as one of the rest."""
    ids = sorted(set(photo_ids))
    others = sorted(set(rest) - set(ids))
    pairs = [(one, other) for at, one in enumerate(ids) for other in ids[at + 1 :]]
    pairs += [(min(one, other), max(one, other)) for one in ids for other in others]
    if not pairs or len(known_photos(library.db, [*ids, *others])) < len(ids) + len(others):
        raise BadRequest("Give two or more photos of the library that are different. Nothing was changed.")
    summary = f"{len(ids)} photos are different ones" if len(ids) > 1 else "1 photo is a different one"
    with library.journal.operation("apart", summary) as record:
        record.put_many("apart", [{"photo_id": one, "other_id": other} for one, other in pairs])
    find_twins(library, None if owed(library) else {*ids, *others})
    return Outcome(record.operation_id, summary, 0)


class Pictures:
    """Thumbnails as they are compared, the last ones kept."""

    def __init__(self, library: Library) -> None:
        self._library, self._limits = library, limits(library)
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, photo_id: int) -> NDArray[np.float32] | None:
        jpeg = self._library.thumbs.photo(photo_id)
        try:
            return None if jpeg is None else looks(jpeg)
        except (OSError, SyntaxError):
            return None

    def same(self, one: Look, other: Look) -> bool:
        if abs(one.width * other.height / (one.height * other.width) - 1) > SAME_SHAPE:
            return False
        a, b = self.of(one.photo_id), self.of(other.photo_id)
        if a is None or b is None:
            return False
        mean, peak = difference(a, b)
        return mean <= self._limits.mean and peak <= self._limits.peak


def _look_at_older(library: Library) -> None:
    """Photos of an older version have a thumbnail and no hash yet."""
    missing = store.without_looks(library.db)
    for start in range(0, len(missing), 500):
        found = [(photo_id, _hash(library.thumbs.photo(photo_id))) for photo_id in missing[start : start + 500]]
        with library.db.transaction():
            for photo_id, hashed in found:
                store.note_looks(library.db, photo_id, hashed)


def _hash(jpeg: bytes | None) -> bytes:
    try:
        return likeness_of_jpeg(jpeg) if jpeg else b""
    except (OSError, SyntaxError):
        return UNIFORM
