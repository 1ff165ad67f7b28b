"""Several files that are one photo, told by their names: raw file and JPEG, the film of a live photo, notes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from photoface.metadata.takeout import find_json
from photoface.metadata.takeout_dates import beginning
from photoface.services.photos.scanning import PICTURES, RAW_PICTURES, FoundFile, Kind

FILMS = frozenset(b".mov .mp4 .m4v".split())
_PIXEL_FILM = b".mp"
"""Of Google's phones, as Takeout gives it: PXL_1.MP beside PXL_1.MP.jpg."""

_SIDECAR, _JSON = b".xmp", b".json"
NOTES = frozenset({_SIDECAR, _JSON})


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that goes with a photo's file and is none itself. kind: 'film', 'sidecar' or 'takeout'."""

    path: bytes
    photo_path: bytes
    kind: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """raw: raw file -> the picture it lies beside; companions: in no order."""

    raw: Mapping[bytes, bytes] = field(default_factory=dict)
    companions: tuple[Companion, ...] = ()


def by_folder(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """Files that were found one folder after another, a folder at a time."""
    return (list(files) for _, files in groupby(found, key=lambda each: os.path.dirname(each.path)))


def pair(files: Sequence[FoundFile]) -> Pairs:
    """What belongs together among the files of one folder."""
    pictures = _by_stem(each for each in files if each.kind is Kind.PICTURE and _ending(each) in PICTURES)
    raws = [each for each in files if each.kind is Kind.PICTURE and _ending(each) in RAW_PICTURES]
    raw = {each.path: pictures[_stem(each)][0].path for each in raws if _stem(each) in pictures}
    homes = pictures | _by_stem(each for each in raws if each.path not in raw)
    others = [each for each in files if each.kind is Kind.OTHER]
    return Pairs(raw, tuple(_companions(homes, others)))


def _companions(homes: Mapping[bytes, list[FoundFile]], others: Sequence[FoundFile]) -> Iterator[Companion]:
    beginnings = _beginnings(homes) if any(_ending(each) == _JSON for each in others) else {}
    for each in others:
        ending, stem = _ending(each), _stem(each)
        if ending in FILMS and stem in homes:
            yield _companion(each, homes[stem][0], "film")
        elif ending == _PIXEL_FILM and _name(each) in homes:
            yield _companion(each, homes[_name(each)][0], "film")
        elif ending == _SIDECAR:
            whole = [photo for photo in homes.get(os.path.splitext(stem)[0], []) if _name(photo) == stem]
            yield from (_companion(each, photo, "sidecar") for photo in (whole or homes.get(stem, []))[:1])
        elif ending == _JSON:
            found = [photo for photo in beginnings.get(beginning(stem), []) if _speaks_of(each, photo)]
            yield from (_companion(each, photo, "takeout") for photo in sorted(found, key=_length)[:1])


def _speaks_of(note: FoundFile, photo: FoundFile) -> bool:
    """Whether this JSON is the photo's by the rules of Takeout."""
    return find_json(os.fsdecode(_name(photo)), [os.fsdecode(_name(note))]) is not None


def _length(photo: FoundFile) -> int:
    """An edited copy has its original's JSON; the original has the shorter name."""
    return len(photo.path)


def _beginnings(homes: Mapping[bytes, list[FoundFile]]) -> Mapping[bytes, list[FoundFile]]:
    found = defaultdict[bytes, list[FoundFile]](list)
    for photos in homes.values():
        for photo in photos:
            found[beginning(_name(photo))].append(photo)
    return found


def _by_stem(found: Iterable[FoundFile]) -> dict[bytes, list[FoundFile]]:
    """Of several pictures of one name the first by name counts as the one that others lie beside."""
    stems = defaultdict[bytes, list[FoundFile]](list)
    for each in sorted(found, key=attrgetter("path")):
        stems[_stem(each)].append(each)
    return dict(stems)


def _companion(found: FoundFile, photo: FoundFile, kind: str) -> Companion:
    return Companion(found.path, photo.path, kind, found.size, found.mtime_ns)


def _name(found: FoundFile) -> bytes:
    return os.path.basename(found.path).lower()


def _stem(found: FoundFile) -> bytes:
    return os.path.splitext(_name(found))[0]


def _ending(found: FoundFile) -> bytes:
    return os.path.splitext(found.path)[1].lower()
