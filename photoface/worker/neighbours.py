"""Small files that lie beside a photo and speak of it: found by name, read whole, within bounds."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from photoface.domain.errors import PhotoUnreadable
from photoface.metadata.takeout_dates import beginning
from photoface.worker.files import read_head

LARGEST = 32 << 20
"""Bytes; more has no file that speaks of photos."""


Key = Callable[[bytes], bytes]


@lru_cache(maxsize=64)
def names_in(folder: bytes) -> tuple[bytes, ...]:
    """The names in a folder; none where it cannot be listed. Kept, for a child asks for each photo of a folder."""
    try:
        return tuple(sorted(os.listdir(folder)))
    except OSError:
        return ()


def sidecars_of(photo: bytes, names: Sequence[bytes] | None = None) -> list[bytes]:
    """Paths of its sidecars: photo.jpg.xmp, then photo.xmp; names in any case."""
    folder, name = os.path.split(photo)
    there = _sidecars(folder) if names is None else _sorted_out(names, b".xmp", bytes.lower)
    wanted = [name.lower() + b".xmp", os.path.splitext(name)[0].lower() + b".xmp"]
    return [os.path.join(folder, each) for want in wanted for each in there.get(want, ())]


def notes_of(photo: bytes) -> Sequence[bytes]:
    """Names of the JSON files in its folder that may be Google's of it, by how they begin."""
    folder, name = os.path.split(photo)
    return _notes(folder).get(beginning(name), ())


class _Sorted:
    """The names in a folder, sorted out once for all photos in it; anew when they were listed anew."""

    def __init__(self, ending: bytes, key: Key) -> None:
        self._ending, self._key = ending, key
        self._of: dict[bytes, tuple[tuple[bytes, ...], Mapping[bytes, Sequence[bytes]]]] = {}

    def __call__(self, folder: bytes) -> Mapping[bytes, Sequence[bytes]]:
        names = names_in(folder)
        held = self._of.get(folder)
        if held is None or held[0] is not names:
            held = names, _sorted_out(names, self._ending, self._key)
            self._of = {folder: held}  # in one go: several threads read, mostly of one folder
        return held[1]


def _sorted_out(
    names: Sequence[bytes], ending: bytes, key: Callable[[bytes], bytes]
) -> Mapping[bytes, Sequence[bytes]]:
    found = defaultdict[bytes, list[bytes]](list)
    for name in names:
        if name.lower().endswith(ending):
            found[key(name)].append(name)
    return found


_sidecars, _notes = _Sorted(b".xmp", bytes.lower), _Sorted(b".json", beginning)


def shares_stem(photo: bytes, names: Sequence[bytes]) -> bool:
    """Whether another file but a sidecar has the same name without its ending, such as a raw file beside its JPEG."""
    name = os.path.basename(photo)
    stem = os.path.splitext(name)[0].lower()
    others = (each for each in names if each != name and os.path.splitext(each)[0].lower() == stem)
    return any(os.path.splitext(each)[1].lower() not in (b".xmp", b".json") for each in others)


def small_file(path: bytes) -> bytes | None:
    """Its content; None where there is none, it cannot be read, or it is too large to be what its name says."""
    try:
        data, size = read_head(path, LARGEST, LARGEST)
    except PhotoUnreadable:
        return None
    return data if size <= LARGEST else None
