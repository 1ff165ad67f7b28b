"""Folders followed until somebody cancels: at once where the operating system tells, now and then where it does not."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from photoface.domain.errors import NoAnswer
from photoface.domain.paths import within
from photoface.services.photos.reach import Changed
from photoface.services.places.disks import ask, place_of
from photoface.services.watching.live import LiveWatch, Watch, Way
from photoface.services.watching.settling import Settling

TICK_SECONDS = 0.5
CHECK_SECONDS = 5.0
"""How often it is asked whether indexed folders are there, and still the same ones: drives come and go."""

UNTOLD_SECONDS = 15 * 60.0
"""How often a folder is looked through of which nothing is told."""

TOLD_SECONDS = 60 * 60.0
"""The same where changes are told, for what is not: links to other folders, and more changes than the system counts."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How each folder is followed now."""

    by_root: Mapping[bytes, Way]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing happened for some seconds: time to see whether there are other folders to follow by now."""


Followed = Ways | Changed | Quiet
OpenWatch = Callable[[Callable[[bytes], None]], Watch]


def follow(
    roots: Sequence[bytes],
    cancel: Event,
    open_watch: OpenWatch = LiveWatch,
    tick: float = TICK_SECONDS,
    drives: Sequence[bytes] = (),
) -> Generator[Followed, None, None]:
    """Tells how the folders are followed, and anew when that changes; then what changed, until cancelled.

    Roots are taken as looked through just now. drives: below them, which may come and go. Threads of the operating
    system's watch end with the generator.
    """
    touched = queue.SimpleQueue[bytes]()
    with open_watch(touched.put) as watch:
        round_ = _Round(roots, watch, cancel, drives)
        yield from round_.check(time.monotonic())
        while not cancel.wait(tick):
            checked = round_.checked
            yield from round_.turn(touched, time.monotonic())
            if round_.checked != checked:
                yield Quiet()


@dataclass
class _Round:
    roots: Sequence[bytes]
    watch: Watch
    cancel: Event
    drives: Sequence[bytes] = ()
    settling: Settling = field(default_factory=Settling)
    _ways: dict[bytes, Way] = field(default_factory=dict)
    _places: dict[bytes, object] = field(default_factory=dict)
    _looked: dict[bytes, float] = field(default_factory=dict)
    checked: float = 0.0

    def turn(self, touched: queue.SimpleQueue[bytes], now: float) -> Iterator[Followed]:
        with suppress(queue.Empty):
            while True:
                self.settling.touch(touched.get_nowait(), now)
        if now - self.checked >= CHECK_SECONDS:
            yield from self.check(now)
        due = self.settling.due(now)
        if due is not None:
            yield due

    def check(self, now: float) -> Iterator[Followed]:
        """Folders that came, went, or are others than before; and those that it is time to look through."""
        self.checked, before = now, dict(self._ways)
        drives = [drive for drive in self.drives if self._moved(drive)]
        moved = [root for root in self.roots if self._moved(root) or _holds_any(root, drives)]
        for root in moved:
            self._ways[root] = Way.SILENT if self._places[root] is _SILENT else self.watch.start(root)
        if self._ways != before:
            yield Ways(dict(self._ways))
        first = not self._looked
        due = (root for root in self.roots if root in moved or now - self._looked[root] >= self._patience(root))
        through = [root for root in due if first or self._ways[root] is not Way.SILENT]
        self._looked |= dict.fromkeys(through, now)
        if through and not first:
            yield Changed(through=tuple(through))

    def _moved(self, root: bytes) -> bool:
        try:
            place: object = ask(root, partial(place_of, root), stop=self.cancel)
        except NoAnswer:
            place = _SILENT
        moved = self._places.get(root, _NEVER) != place
        self._places[root] = place
        return moved

    def _patience(self, root: bytes) -> float:
        return TOLD_SECONDS if self._ways[root] is Way.LIVE else UNTOLD_SECONDS


_NEVER, _SILENT = object(), object()


def _holds_any(root: bytes, paths: Sequence[bytes]) -> bool:
    return any(path.startswith(within(root)) for path in paths)
