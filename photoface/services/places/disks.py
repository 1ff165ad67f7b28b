"""What is asked of drives: at once where nothing on this computer can hang, else by a child that may be left behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from threading import Event
from typing import TypeVar

from photoface.domain.errors import NoAnswer
from photoface.domain.paths import within
from photoface.services.watching.shares import always_answers
from photoface.worker import asking

T = TypeVar("T")

_PATIENCE = 5.0
"""Seconds that somebody waits for a list."""


def ask(root: bytes, question: Callable[[], T], seconds: float | None = None, stop: Event | None = None) -> T:
    """The answer to a picklable question about an indexed folder or what is in it.

    Raises NoAnswer after so many seconds without one (by default as many as a drive needs to wake up), or when ``stop``
    is set before.
    """
    return question() if always_answers() else asking.ask(root, question, seconds, stop)


def each(root: bytes, question: Callable[[], Iterator[T]], stop: Event | None = None) -> Iterator[T]:
    """The same for an answer of many items, as they come."""
    return question() if always_answers() else asking.each(root, question, stop)


Place = tuple[int, int]
"""A folder or file, whatever it is called: device and number on it."""


def place_of(folder: bytes) -> Place | None:
    """The same as long as it is the same folder of the same drive; None: it is not there."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


class OneName:
    """Tells files from further names of them. roots: indexed folders, by which their drives are asked."""

    def __init__(self, roots: Sequence[bytes]) -> None:
        self._roots = roots

    def of(self, paths: Sequence[bytes]) -> tuple[bytes, ...]:
        """The first name of each file; one of which the drive tells nothing is a file of its own."""
        found, kept = set[Place](), list[bytes]()
        for path in paths:
            place = self._place(path)
            if place is None or place not in found:
                kept.append(path)
            found |= {place} if place is not None else set()
        return tuple(kept)

    def _place(self, path: bytes) -> Place | None:
        root = next((each for each in self._roots if path.startswith(within(each))), os.path.dirname(path))
        try:
            place = ask(root, partial(place_of, path), _PATIENCE)
        except NoAnswer:
            return None
        return place if place is not None and place[1] else None  # some shares number no files


def known_as(folder: bytes, places: Mapping[Place, bytes]) -> bytes:
    """The path of a folder by way of the innermost of these places that it is at or below, spelled as it is there."""
    below, above = list[bytes](), folder
    while (place := place_of(above)) not in places:
        up, name = os.path.split(above)
        if up == above:
            return folder
        below.insert(0, name)
        above = up
    assert place is not None  # it is among them
    found = places[place]
    for name in below:
        found = _spelled(found, name)
    return found


def _spelled(folder: bytes, name: bytes) -> bytes:
    """A path in a folder as the folder lists it: small and capital letters count as the same on many drives."""
    path = os.path.join(folder, name)
    try:
        names = os.listdir(folder)
    except OSError:
        return path
    if name in names:
        return path
    place = place_of(path)
    alike = (os.path.join(folder, each) for each in names if each.lower() == name.lower())
    return next((each for each in alike if place_of(each) == place), path)


def size_and_time(path: bytes) -> tuple[int, int] | None:
    """Size in bytes and mtime in nanoseconds of a file; None: it cannot be told."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
