"""What the operating system tells of changes in folders, as they happen (watchdog)."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from enum import Enum
from typing import Protocol, Self

from watchdog.events import DirModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from photoface.services.photos.pairs import FILMS, NOTES
from photoface.services.photos.scanning import READ, UNREAD_PICTURES
from photoface.services.watching.shares import is_share

_TELLING = frozenset({"created", "modified", "moved", "deleted", "closed"})
"""Not 'opened' and the like: our own reading would call for more reading."""

_WORTH = READ | UNREAD_PICTURES | FILMS | NOTES
_TOO_MANY = (errno.ENOSPC, errno.EMFILE, errno.ENFILE)


class Way(Enum):
    """How a folder is followed. LIVE: changes are told at once. Else it is looked through now and then: SHARE, it is on
    another computer; MANY, it has more folders than the operating system watches; AWAY, it is not there now; REFUSED.
    SILENT: it does not answer; it is looked through when it does.
    """

    LIVE = "live"
    SHARE = "share"
    MANY = "many"
    AWAY = "away"
    REFUSED = "refused"
    SILENT = "silent"


class Watch(Protocol):
    """Tells of changes below folders, from threads of its own."""

    def start(self, root: bytes) -> Way:
        """Follow this folder and all below, anew if it is followed already; anything but LIVE: it is not."""

    def stop(self, root: bytes) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *failure: object) -> None: ...


class LiveWatch:
    """tell: called with each folder in which a photo, a note or a folder changed; from any thread."""

    def __init__(self, tell: Callable[[bytes], None]) -> None:
        self._handler = _Handler(tell)
        self._observer: BaseObserver = Observer()
        self._watches: dict[bytes, ObservedWatch] = {}

    def __enter__(self) -> Self:
        self._observer.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._observer.stop()
        self._observer.join()

    def start(self, root: bytes) -> Way:
        """See Watch."""
        self.stop(root)
        if is_share(root):
            return Way.SHARE
        try:
            self._watches[root] = self._observer.schedule(self._handler, os.fsdecode(root), recursive=True)
        except FileNotFoundError:
            return Way.AWAY
        except OSError as error:
            return Way.MANY if error.errno in _TOO_MANY else Way.REFUSED
        return Way.LIVE

    def stop(self, root: bytes) -> None:
        """See Watch."""
        watch = self._watches.pop(root, None)
        if watch is not None:
            self._observer.unschedule(watch)


class _Handler(FileSystemEventHandler):
    def __init__(self, tell: Callable[[bytes], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _TELLING or isinstance(event, DirModifiedEvent):
            return
        for path in (event.src_path, event.dest_path):
            if path and (event.is_directory or worth_a_look(os.fsencode(path))):
                self._tell(os.path.dirname(os.fsencode(path)))


def worth_a_look(path: bytes) -> bool:
    """Whether a file by its name is a photo, or says something of one."""
    name = os.path.basename(path)
    if name == b".nomedia":
        return True
    return not name.startswith(b".") and os.path.splitext(name)[1].lower() in _WORTH
