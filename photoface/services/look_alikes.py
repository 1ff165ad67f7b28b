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

    Each is compared with the one that is shown for it, so likeness is never passed on from copy to copy.
    """
    near = _near(ordered, bits)
    first, members = dict[int, int](), dict[int, list[int]]()
    for at, look in enumerate(ordered):
        homes = [ordered[other] for other in near.get(at, ()) if other < at and ordered[other].photo_id in members]
        open_ones = (one for one in homes if _free(look.photo_id, members[one.photo_id], apart))
        home = next((one for one in open_ones if same(look, one)), look)
        first[look.photo_id] = home.photo_id
        members.setdefault(home.photo_id, []).append(look.photo_id)
    return first


def _free(photo_id: int, members: Iterable[int], apart: Apart) -> bool:
    return not any((min(photo_id, other), max(photo_id, other)) in apart for other in members)


def _near(ordered: Sequence[Look], bits: int) -> Mapping[int, list[int]]:
    """Row -> rows before it with a near hash, the first ones first."""
    hashes = np.frombuffer(b"".join(look.hash for look in ordered), np.uint64)
    distinct, which = np.unique(hashes, return_inverse=True)
    rows = defaultdict[int, list[int]](list)
    for row, one in enumerate(which.tolist()):
        rows[one].append(row)
    around = defaultdict[int, list[int]](list)
    for one, other in near_pairs(distinct, bits).tolist():
        around[one].append(other)
        around[other].append(one)
    alike = (one for one in rows if len(rows[one]) > 1 or around[one])
    together = {one: sorted(each for same in (one, *around[one]) for each in rows[same]) for one in alike}
    return {row: found for one, found in together.items() for row in rows[one]}


def near_ones(here: Sequence[Look], there: Sequence[Look], bits: int) -> Iterator[tuple[Look, Look]]:
    """Pairs, one of each, with near hashes; uniform pictures are like none. ``there``: few."""
    seen = [look for look in here if look.hash != UNIFORM]
    hashes = np.frombuffer(b"".join(look.hash for look in seen), np.uint64)
    for other in there:
        if other.hash != UNIFORM and seen:
            apart = np.bitwise_count(hashes ^ np.frombuffer(other.hash, np.uint64))
            yield from ((seen[at], other) for at in np.nonzero(apart <= bits)[0].tolist())


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
    stems = {os.path.splitext(look.path)[0].lower(): look.photo_id for look in seen}
    for look in seen:
        folder, name = os.path.split(os.path.splitext(look.path)[0])
        match = _EDITED.fullmatch(os.fsdecode(name))
        if match:
            original = f"{match['start']}{match['number']}" if match["number"] else match["stem"]
            found = stems.get(os.path.join(folder, os.fsencode(original)).lower())
            if found is not None and found != look.photo_id:
                yield look.photo_id, found
