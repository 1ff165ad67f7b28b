"""Asks the files of a library who is in its photos, and plans what to make of it. Nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from typing import Protocol

from photoface.domain.decisions import Decisions, PhotoRecord
from photoface.domain.errors import BadRequest, NoAnswer, NotFound
from photoface.domain.faces import PhotoFailed
from photoface.domain.paths import SLASH, within
from photoface.domain.tags import NameTag, PhotoTags, same_name, tag_name
from photoface.services.decisions.codec import decode
from photoface.services.decisions.files import RECORD_NAME, read_decisions
from photoface.services.importing.planning import FOLDER, Planner, Told
from photoface.services.importing.values import ImportPlan, NamesRead
from photoface.services.library import Library
from photoface.services.places.disks import ask
from photoface.store import decided


class TagSource(Protocol):
    """Reads what files say, in another process."""

    def read(self, paths: Iterable[bytes]) -> Iterator[PhotoTags | PhotoFailed]: ...


OpenTags = Callable[[bytes], AbstractContextManager[TagSource]]
"""Starts a reader of names; given Picasa's contacts.xml, or b''."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """folders: only photos below; contacts: Picasa's contacts.xml.

    people_folder: the folders in it are called after people.
    """

    folders: tuple[bytes, ...] = ()
    contacts: bytes = b""
    people_folder: bytes = b""


@dataclass
class _Gathered:
    """What was told so far: by photo its tags, and photoface's own record of it."""

    tags: dict[int, list[NameTag]] = field(default_factory=dict)
    slices: dict[int, Decisions] = field(default_factory=dict)
    doubts: dict[bytes, str] = field(default_factory=dict)


Reading = Generator[NamesRead, None, _Gathered]


class NameImport:
    """Plans imports of one library; ``applying.apply_import`` does them."""

    def __init__(self, library: Library, open_tags: OpenTags) -> None:
        self._library = library
        self._open_tags = open_tags

    def plan(self, options: ImportOptions, cancel: Event) -> Iterator[NamesRead | ImportPlan]:
        """Progress, and last the plan; without it when cancelled. Raises NotFound for a folder without photos."""
        asked = decided.present_paths(self._library.db, _below(options))
        if not asked:
            raise NotFound("There are no photos of this library here. Index the folder first: photoface index FOLDER")
        roots = self._roots(options)
        gathered = yield from self._ask(dict(asked), options, cancel)
        if not cancel.is_set():
            yield self._plan(roots, gathered, len(asked))

    def _ask(self, files: dict[bytes, int], options: ImportOptions, cancel: Event) -> Reading:
        gathered, done = _Gathered(), 0
        with self._open_tags(options.contacts) as source:
            for answer in source.read(_until(cancel, files)):
                done += 1
                self._take(answer, files[answer.path], options, gathered)
                if done % 20 == 0 or done == len(files):
                    yield NamesRead(done, len(files))
        return gathered

    def _take(
        self, answer: PhotoTags | PhotoFailed, photo_id: int, options: ImportOptions, gathered: _Gathered
    ) -> None:
        if isinstance(answer, PhotoFailed):
            gathered.doubts[answer.path] = answer.reason
            return
        if answer.doubts:
            gathered.doubts[answer.path] = "; ".join(answer.doubts)
        tags = [*answer.tags, *_of_folder(answer.path, options.people_folder)]
        known = {same_name(tag.name) for tag in gathered.tags.get(photo_id, [])}  # of another file of this photo
        gathered.tags.setdefault(photo_id, []).extend(tag for tag in tags if same_name(tag.name) not in known)
        for text in answer.decisions:
            try:
                gathered.slices[photo_id] = decode(text, answer.path.decode("utf-8", "replace"))
            except BadRequest as error:
                gathered.doubts[answer.path] = str(error)

    def _roots(self, options: ImportOptions) -> list[Decisions]:
        """photoface's own files in the top folders."""
        tops = options.folders or tuple(folder.path for folder in self._library.photos.folders())
        files = ((top, os.path.join(top, RECORD_NAME)) for top in tops)
        return [read_decisions(path) for top, path in files if _is_there(top, path)]

    def _plan(self, roots: Sequence[Decisions], gathered: _Gathered, photos: int) -> ImportPlan:
        slices = list(gathered.slices.items())
        planner = Planner(self._library, [*roots, *(each for _, each in slices)])
        records = _records_by_photo(roots, decided.photo_ids_by_identity(self._library.db))
        for at, (photo_id, decisions) in enumerate(slices):
            if decisions.photos and not _says_the_same(records.get(photo_id), decisions.photos[0]):
                records[photo_id] = len(roots) + at, 0, decisions.photos[0]
        for photo_id in sorted(records.keys() | gathered.tags.keys()):
            document, number, record = records.get(photo_id, (-1, -1, None))
            planner.take(Told(photo_id, tuple(gathered.tags.get(photo_id, ())), record, (document, number)))
        return planner.plan(photos, gathered.doubts, roots)


def plan_decisions(library: Library, decisions: Decisions) -> ImportPlan:
    """The same for a whole document, whatever files say."""
    planner = Planner(library, [decisions])
    records = _records_by_photo([decisions], decided.photo_ids_by_identity(library.db))
    for photo_id, (document, number, record) in sorted(records.items()):
        planner.take(Told(photo_id, (), record, (document, number)))
    plan = planner.plan(len(decisions.photos), {}, [decisions])
    return replace(plan, missing=len(decisions.photos) - len(records))


Record = tuple[int, int, PhotoRecord]
"""Document, number of the photo in it, and what it says."""


def _records_by_photo(documents: Sequence[Decisions], photos: dict[bytes, int]) -> dict[int, Record]:
    found: dict[int, Record] = {}
    for at, document in enumerate(documents):
        for number, record in enumerate(document.photos):
            photo_id = photos.get(record.identity)
            if photo_id is not None:
                found.setdefault(photo_id, (at, number, record))
    return found


def _says_the_same(one: Record | None, other: PhotoRecord) -> bool:
    return one is not None and replace(one[2], path=b"") == replace(other, path=b"")


def _below(options: ImportOptions) -> tuple[bytes, ...]:
    return options.folders or ((options.people_folder,) if options.people_folder else ())


def _of_folder(path: bytes, top: bytes) -> list[NameTag]:
    """The folder right below the top one that a photo is in, as a name."""
    inside = path.removeprefix(within(top)) if top else path
    first, _, rest = inside.partition(SLASH)
    name = tag_name(os.fsdecode(first).replace("_", " ")) if top and inside != path and rest else ""
    return [NameTag(name, None, FOLDER)] if name else []


def _until(cancel: Event, paths: Iterable[bytes]) -> Iterator[bytes]:
    for path in paths:
        if cancel.is_set():
            return
        yield path


def _is_there(top: bytes, path: bytes) -> bool:
    try:
        return ask(top, partial(os.path.isfile, path))
    except NoAnswer:
        return False
