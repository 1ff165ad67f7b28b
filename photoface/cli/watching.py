"""`index --watch`: what it prints while it follows the folders, a line for whatever came or went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event

from photoface.app import indexing, open_library
from photoface.cli.common import count, path_fields, print_json, say, shown
from photoface.cli.progress import JsonPrinter
from photoface.domain.errors import LibraryBusy
from photoface.domain.events import Finished, Grouped, IndexEvent, PhotoIndexed, PhotoRefused, Scanned
from photoface.services.calibration.calibrating import refresh
from photoface.services.groups.grouping import group_new_faces
from photoface.services.library import Library
from photoface.services.photos.reach import Changed
from photoface.services.watching.following import Ways, follow
from photoface.services.watching.live import Way
from photoface.services.watching.places import places
from photoface.store.database import DATABASE_NAME
from photoface.store.lock import FOLLOWING

_WAYS = {
    Way.LIVE: "changes are seen at once",
    Way.SHARE: "on another computer: looked through every 15 minutes",
    Way.MANY: "more folders than this computer watches: looked through every 15 minutes",
    Way.AWAY: "not there now: looked for every few seconds",
    Way.SILENT: "does not answer; its photos are kept, and it is looked through as soon as it answers",
    Way.REFUSED: "this computer does not tell of changes: looked through every 15 minutes",
}


_TRY_AGAIN_SECONDS = 0.5


def watch(library: Path, cancel: Event, as_json: bool) -> None:
    """Follows the folders of the library until cancelled; each change is read, stored and grouped.

    The library is open for writing only while there is something to store: in between others decide.
    """
    if not as_json:
        say("Following these folders; stop with Ctrl-C.")
    followed, due = _places(library), Changed()
    while not cancel.is_set():
        with closing(follow(followed.roots, cancel, drives=followed.drives)) as news:
            for each in chain((due,), news):
                if isinstance(each, Ways):
                    _tell_ways(each, as_json)
                elif isinstance(each, Changed) and (each.folders or each.through):
                    _take(library, each, cancel, as_json)
                if (now := _places(library, followed)) != followed:
                    break
        followed, due = now, Changed(through=now.roots)  # what was told meanwhile was told to nobody


@dataclass(frozen=True, slots=True)
class _Followed:
    """state: of the library's files when these places were read."""

    roots: tuple[bytes, ...]
    drives: tuple[bytes, ...]
    state: object = field(compare=False)


def _places(library: Path, before: _Followed | None = None) -> _Followed:
    state = [_size_and_time(library / name) for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal")]
    if before is not None and state == before.state:
        return before
    with open_library(library, write=False) as opened:
        return _Followed(*places(opened), state)


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:  # a log that is folded into its database
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _take(library: Path, changed: Changed, cancel: Event, as_json: bool) -> None:
    with _writing(library, cancel, as_json) as opened:
        if opened is not None:
            _tell(_look(opened, changed, cancel), as_json)


@contextmanager
def _writing(library: Path, cancel: Event, as_json: bool) -> Iterator[Library | None]:
    """The library as soon as nobody else writes it; None: cancelled before."""
    said = as_json
    while not cancel.is_set():
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(open_library(library, write=True, program=FOLLOWING))
            except LibraryBusy as busy:
                if not said:
                    say(f"Something changed; it is read when the library is free. {busy}")
                said = True
            else:
                yield opened
                return
        cancel.wait(_TRY_AGAIN_SECONDS)
    yield None


def _look(library: Library, changed: Changed, cancel: Event) -> Iterator[IndexEvent]:
    faces = 0
    for event in indexing(library).follow(changed, cancel):
        faces += event.faces if isinstance(event, PhotoIndexed) else 0
        yield event
    if faces and not cancel.is_set():
        yield group_new_faces(library)
        refresh(library)


def _tell_ways(news: Ways, as_json: bool) -> None:
    for root, way in news.by_root.items():
        if as_json:
            print_json([{"event": "following", **path_fields(root, "folder"), "way": way.value}])
        else:
            say(f"{shown(root)}: {_WAYS[way]}")


def _tell(events: Iterator[IndexEvent], as_json: bool) -> None:
    printer, sum_ = JsonPrinter(), _Sum()
    for event in events:
        printer.show(event) if as_json else sum_.add(event)
    if not as_json:
        sum_.tell()


@dataclass
class _Sum:
    photos: int = 0
    known: int = 0
    faces: int = 0
    missing: int = 0
    back: int = 0
    refused: int = 0
    closed: int = 0
    unsettled: int = 0
    joined: int = 0

    def add(self, event: IndexEvent) -> None:
        match event:
            case Scanned(done=True):
                self.missing += event.missing
                self.back += event.back
                if event.silent:
                    say(f"{shown(event.folder)} does not answer; its photos and names are kept.")
                elif event.offline:
                    say(f"{shown(event.folder)} is not there now; its photos and names are kept.")
                else:
                    self.refused += self.closed
                self.closed = 0
            case PhotoIndexed():
                self.known += event.known
                self.photos += not event.known
                self.faces += event.faces
            case PhotoRefused(kind="closed_folder"):  # the indexed folder itself is told of by its scan
                self.closed += 1
            case PhotoRefused():
                self.refused += 1
            case Grouped():
                self.joined += event.joined
            case Finished():
                self.unsettled += event.unsettled

    def tell(self) -> None:
        parts = (
            self.photos and f"{count(self.photos, 'new photo')} with {count(self.faces, 'face')}",
            self.joined and f"{count(self.joined, 'face')} put into a group",
            self.known and f"{count(self.known, 'file')} of known photos",
            self.back and f"{count(self.back, 'file')} back",
            self.missing and f"{count(self.missing, 'file')} gone",
            self.refused and f"{count(self.refused, 'file')} could not be used",
            self.unsettled and f"{count(self.unsettled, 'file')} still being written",
        )
        if any(parts):
            say(", ".join(part for part in parts if part))
