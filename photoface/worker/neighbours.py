"""Small files that lie beside a photo and speak of it: found by name, read whole, within bounds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache

from photoface.domain.errors import PhotoUnreadable
from photoface.worker.files import read_head

LARGEST = 32 << 20
"""Bytes; more has no file that speaks of photos."""


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
    there = names_in(folder) if names is None else names
    wanted = [name.lower() + b".xmp", os.path.splitext(name)[0].lower() + b".xmp"]
    return [os.path.join(folder, each) for want in wanted for each in there if each.lower() == want]


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
