"""`index --watch`: what it prints while it follows the folders, a line for whatever came or went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from photoface.app import indexing
from photoface.cli.common import count, path_fields, print_json, say, shown
from photoface.cli.progress import JsonPrinter
from photoface.domain.events import Finished, Grouped, IndexEvent, PhotoIndexed, PhotoRefused, Scanned
from photoface.services.calibrating import refresh
from photoface.services.grouping import group_new_faces
from photoface.services.library import Library
from photoface.services.reach import Changed
from photoface.services.watching.following import Ways, follow
from photoface.services.watching.live import Way
from photoface.services.watching.places import places

_WAYS = {
    Way.LIVE: "changes are seen at once",
    Way.SHARE: "on another computer: looked through every 15 minutes",
    Way.MANY: "more folders than this computer watches: looked through every 15 minutes",
    Way.AWAY: "not there now: looked for every few seconds",
    Way.SILENT: "does not answer; its photos are kept, and it is looked through as soon as it answers",
    Way.REFUSED: "this computer does not tell of changes: looked through every 15 minutes",
}


def watch(library: Library, cancel: Event, as_json: bool) -> None:
    """Follows the folders of the library until cancelled; each change is read, stored and grouped."""
    roots, drives = places(library)
    if not as_json:
        say("Following these folders; stop with Ctrl-C.")
    for news in follow(roots, cancel, drives=drives):
        if isinstance(news, Ways):
            _tell_ways(news, as_json)
        else:
            _tell(_look(library, news, cancel), as_json)


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
