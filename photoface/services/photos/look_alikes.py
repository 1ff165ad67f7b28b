"""Which photos are shown for which others: the first of those that look the same, an edited copy for its original."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from photoface.matching.near_hashes import near_pairs
from photoface.store.looks import Look
from photoface.vision.likeness import HASH_BYTES

Same = Callable[[Look, Look], bool]
"""Looks at two pictures whose hashes are near."""

Apart = set[tuple[int, int]]
"""Pairs of photo ids, the smaller first, that a human said are different photos."""

UNIFORM = bytes(HASH_BYTES)
"""The hash of a picture of one colour."""

_EDITED = re.compile(r"(?P<start>IMG_)E(?P<number>\d{4})|(?P<stem>.+)-(?:edited|bearbeitet|edytowane)", re.IGNORECASE)
"""iPhones (IMG_E1234 of IMG_1234) and Google Takeout."""


def stars(ordered: Sequence[Look], same: Same, apart: Apart, bits: int) -> dict[int, int]:
    """Photo -> the first photo that it was compared with and is the same as, itself if none.

    Each is compared with those that are shown for others, so likeness is never passed on from copy to copy.
    """
    which, around = _near(ordered, bits)
    homes = defaultdict[int, list[int]](list)
    first, members = dict[int, int](), defaultdict[int, list[int]](list)
    for at, look in enumerate(ordered):
        near = sorted(row for one in (which[at], *around[which[at]]) for row in homes.get(one, ()))
        open_ones = (ordered[row] for row in near if _free(look.photo_id, members[ordered[row].photo_id], apart))
        home = next((one for one in open_ones if same(look, one)), look)
        first[look.photo_id] = home.photo_id
        members[home.photo_id].append(look.photo_id)
        if home is look:
            homes[which[at]].append(at)
    return first


def _free(photo_id: int, members: Iterable[int], apart: Apart) -> bool:
    return not apart or not any((min(photo_id, other), max(photo_id, other)) in apart for other in members)


def _near(ordered: Sequence[Look], bits: int) -> tuple[list[int], Mapping[int, list[int]]]:
    """Row -> the number of its hash, and number -> numbers of other hashes that are near."""
    hashes = np.frombuffer(b"".join(look.hash for look in ordered), np.uint64)
    distinct, which = np.unique(hashes, return_inverse=True)
    around = defaultdict[int, list[int]](list)
    for one, other in near_pairs(distinct, bits).tolist():
        around[one].append(other)
        around[other].append(one)
    return which.tolist(), around


class Hashes:
    """What photos look like, ready to be searched. ids: int64 [n]; hashes: uint64 [n], none of a uniform picture."""

    def __init__(self, rows: Sequence[tuple[int, bytes]]) -> None:
        seen = [row for row in rows if row[1] != UNIFORM]
        self.ids = np.array([photo_id for photo_id, _ in seen], np.int64)
        self.hashes = np.frombuffer(b"".join(hashed for _, hashed in seen), np.uint64)

    def near(self, hashed: bytes, bits: int) -> list[int]:
        """Photos whose hash is near this one; none for a uniform picture. A tenth of a millisecond for 100,000."""
        if hashed == UNIFORM:
            return []
        apart = np.bitwise_count(self.hashes ^ np.frombuffer(hashed, np.uint64))
        found: list[int] = self.ids[apart <= bits].tolist()
        return found


def with_edited(seen: Sequence[Look], first: dict[int, int], apart: Apart) -> dict[int, str]:
    """An edited copy is shown for its original, however it was cut: phones and Google name it after that."""
    reasons = dict[int, str]()
    for edited, original in _edited_pairs(seen):
        home, other = first[edited], first[original]
        group = [photo for photo in first if first[photo] == other] if other != home else []
        if all(_free(photo, [edited, home], apart) for photo in group):
            first.update(dict.fromkeys(group, home))
            reasons.update(dict.fromkeys(group, "edited"))
    return reasons


def _edited_pairs(seen: Sequence[Look]) -> Iterator[tuple[int, int]]:
    stems = {stem_of(look.path): look.photo_id for look in seen}
    for look in seen:
        original = original_of(look.path)
        found = None if original is None else stems.get(original)
        if found is not None and found != look.photo_id:
            yield look.photo_id, found


def stem_of(path: bytes) -> bytes:
    """A path without the ending of its name, in small letters."""
    return os.path.splitext(path)[0].lower()


def original_of(path: bytes) -> bytes | None:
    """The stem of the photo that a file is an edited copy of by its name; None: it is none."""
    folder, name = os.path.split(os.path.splitext(path)[0])
    match = _EDITED.fullmatch(os.fsdecode(name))
    if match is None:
        return None
    original = f"{match['start']}{match['number']}" if match["number"] else match["stem"]
    return os.path.join(folder, os.fsencode(original)).lower()
