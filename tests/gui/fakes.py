"""Fakes with names for what the window asks of child processes: looking at a picture, decoding a whole photo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis, PhotoFailed
from photoface.domain.geometry import Size
from photoface.domain.shown import Shown
from photoface.services.library import Library
from tests.world import FakeAnalyzer


class FakePhotos:
    """Every "photo" of tests/world.py is grey, 1000 x 500, and decoded at half its size; ``viewed`` remembers which."""

    def __init__(self) -> None:
        self.viewed: list[bytes] = []

    def view(self, path: bytes) -> Shown:
        self.viewed.append(path)
        with open(path, "rb") as file:
            if b"unviewable" in file.read():
                raise PhotoUnreadable(path, "this is not a picture that photoface can read")
        return Shown(path, Size(1000, 500), Size(500, 250), b"\x80" * (500 * 250 * 3), False)


@contextmanager
def fake_photos() -> Iterator[FakePhotos]:
    """As worker.view_process.ViewProcess."""
    yield FakePhotos()


class FakeLook:
    """Reads "pictures" as the analyzer of tests/world.py does."""

    def __call__(self, path: bytes) -> PhotoAnalysis:
        found = FakeAnalyzer().one(path)
        if isinstance(found, PhotoFailed):
            raise PhotoUnreadable(path, found.reason, found.kind)
        assert isinstance(found, PhotoAnalysis)
        return found


@contextmanager
def fake_look(_library: Library) -> Iterator[FakeLook]:
    """As app.looking_at."""
    yield FakeLook()
