"""How indexing looks while it runs: a bar on a terminal, a plain line now and then elsewhere, JSON for programs."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType
from typing import Protocol, Self

from photoface.cli.common import count, path_fields, print_json, shown
from photoface.domain.events import Finished, Grouped, IndexEvent, PhotoIndexed, PhotoRefused, Scanned
from photoface.services.photos.rate import Rate, duration

_PLAIN_EVERY_SECONDS = 5.0


class Printer(Protocol):
    """Shows events; entered before the first, left after the last."""

    def show(self, event: IndexEvent) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *failure: object) -> None: ...


@contextmanager
def stop_on_ctrl_c() -> Iterator[Event]:
    """An event that Ctrl-C (or SIGTERM) sets; a second one stops at once."""
    cancel = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()
        print("\nstopping after the photos at hand (once more: at once)", file=sys.stderr)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield cancel
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class IndexPrinter:
    """For people: sentences that stay, and below them a bar (on a terminal) or a line every few seconds."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._console = Console(highlight=False, soft_wrap=True)
        columns = (BarColumn(bar_width=30), TextColumn("{task.description}", markup=False))
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not self._console.is_terminal)
        self._task = self._bar.add_task("looking for photos", total=None)
        self._rate = Rate()
        self._total = self._done = self._faces = 0
        self._last_told = 0.0

    def __enter__(self) -> Self:
        self._say("Looking for photos ...")
        self._bar.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._bar.stop()

    def show(self, event: IndexEvent) -> None:
        match event:
            case Scanned():
                self._scanned(event)
            case PhotoIndexed():
                self._advance(event.faces)
            case PhotoRefused(kind="closed_folder"):
                self._say(f"{shown(event.path)}: {event.reason}")
            case PhotoRefused():
                self._advance(0, photo=event.kind != "unsupported")
            case Grouped():
                self._say(
                    f"{count(event.groups, 'group')} of faces; {count(event.joined, 'face')} put into one just now."
                )
            case Finished():
                self._finished(event)

    def _scanned(self, event: Scanned) -> None:
        if not event.done:
            self._bar.update(self._task, description=f"{event.new + event.known:,} photos found so far")
            return
        self._total += event.new
        self._rate = Rate()
        self._say(_scan_sentence(event))

    def _advance(self, faces: int, *, photo: bool = True) -> None:
        self._done += photo
        self._faces += faces
        rate = self._rate.text(self._done, self._total)
        text = f"{self._done:,} of {self._total:,} photos, {self._faces:,} faces, {rate}"
        self._bar.update(self._task, total=self._total, completed=self._done, description=text)
        if not self._console.is_terminal and time.monotonic() - self._last_told > _PLAIN_EVERY_SECONDS:
            self._last_told = time.monotonic()
            self._say(text)

    def _finished(self, event: Finished) -> None:
        word = "Stopped" if event.stopped else "Done"
        self._bar.update(self._task, total=None, description="grouping the faces by person")
        self._say(f"{word}: {count(event.photos, 'photo')}, {count(event.faces, 'face')} in {duration(event.seconds)}.")
        if event.second_decodes:
            self._say(f"{count(event.second_decodes, 'photo')} read a second time, in full, for small faces.")
        if event.failed:
            self._say(f"{count(event.failed, 'file')} could not be used; the reasons: photoface status")
        if event.unsettled:
            self._say(f"{count(event.unsettled, 'file')} still being written; to read them later: photoface index")
        if event.stopped:
            self._say("Nothing is lost. To go on: photoface index")

    def _say(self, sentence: str) -> None:
        self._console.print(sentence, markup=False)


class JsonPrinter:
    """For programs: every event as one object."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return None

    def show(self, event: IndexEvent) -> None:
        print_json([_event_row(event)])


def _event_row(event: IndexEvent) -> dict[str, object]:
    row: dict[str, object] = {"event": type(event).__name__.lower()}
    for name in event.__slots__:
        value = getattr(event, name)
        row |= path_fields(value, {"path": "photo"}.get(name, name)) if isinstance(value, bytes) else {name: value}
    return row


def _scan_sentence(event: Scanned) -> str:
    folder = shown(event.folder)
    if event.silent:
        return f"{folder} does not answer. Its photos and names are kept; look again when it does: photoface index"
    if event.offline:
        return f"{folder} is not there now (a drive that is not connected?). Its photos and names are kept."
    parts = [f"{event.new:,} new", f"{event.known:,} known"]
    parts += [f"{event.missing:,} gone"] if event.missing else []
    parts += [f"{event.elsewhere:,} on another drive, kept"] if event.elsewhere else []
    parts += [f"{event.other:,} other files"] if event.other else []
    return f"{folder}: {', '.join(parts)}"
