"""What each photo's file shall tell: the people whom a human decided to be in it, and photoface's own record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from photoface.domain.decisions import Decisions, PhotoRecord
from photoface.domain.geometry import Box
from photoface.domain.writing import NamedBox, Target, Wanted
from photoface.services.decisions.codec import encode
from photoface.services.decisions.gathering import gather, part_of
from photoface.services.library import Library
from photoface.store import decided, written

NOTHING = Wanted((), record=None)
"""All that we wrote goes."""

NAMED = ("confirmed", "named")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """folders: only photos below; keywords: names also as keywords; private: our record too, so that all can be
    rebuilt; extension: new sidecars are photo.jpg.xmp; keep_time: photos keep their time of change; take_out: all that
    we ever wrote goes."""

    target: Target = "sidecar"
    folders: tuple[bytes, ...] = ()
    keywords: bool = False
    private: bool = True
    extension: bool = True
    keep_time: bool = False
    take_out: bool = False
    else_beside: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """One file of a photo, and what it shall tell."""

    path: bytes
    photo_id: int
    wanted: Wanted


class Wishes:
    """All of a library, as it is now."""

    def __init__(self, library: Library, options: ExportOptions) -> None:
        with library.db.consistent():
            self.whole: Decisions = gather(library)
            self._files = decided.present_paths(library.db, options.folders)
            self._ids = decided.photo_ids_by_identity(library.db)
            self._ours = written.written_paths(library.db, options.target)
            if options.else_beside:
                self._ours |= written.written_paths(library.db, "sidecar")
        self._options = options
        self._names = {person.uuid: person.name for person in self.whole.people if not person.hidden}
        self._records = {self._ids[photo.identity]: photo for photo in self.whole.photos}

    def __len__(self) -> int:
        return sum(1 for _ in self._wished())

    def __iter__(self) -> Iterator[Wish]:
        for path, photo_id in self._wished():
            yield Wish(path, photo_id, self._wanted(photo_id))

    def _wished(self) -> Iterator[tuple[bytes, int]]:
        """Files of photos that something is decided of, or that hold something of ours."""
        take_out = self._options.take_out
        for path, photo_id in self._files:
            if path in self._ours or (photo_id in self._records and not take_out):
                yield path, photo_id

    def _wanted(self, photo_id: int) -> Wanted:
        photo = self._records.get(photo_id)
        if photo is None or self._options.take_out:
            return NOTHING
        people = tuple(
            NamedBox(self._names[face.person], _part(face.box, photo))
            for face in photo.faces
            if face.state in NAMED and face.person in self._names
        )
        record = json.dumps(encode(part_of(self.whole, photo)), ensure_ascii=False) if self._options.private else None
        return Wanted(people, self._options.keywords, record)


def _part(box: Box, photo: PhotoRecord) -> Box:
    width, height = photo.size.width, photo.size.height
    return Box(box.x / width, box.y / height, box.width / width, box.height / height)
