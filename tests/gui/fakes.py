"""Fakes with names for what the window asks of child processes: looking at a picture, decoding a whole photo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

import numpy as np

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import BoxAnalysis, Detection, FaceAnalysis, PhotoAnalysis, PhotoFailed
from photoface.domain.geometry import Box, Size
from photoface.domain.shown import Shown
from photoface.services.library import Library
from photoface.services.watching.live import Way
from tests.builders import encoded, quarters
from tests.world import FakeAnalyzer, person_vector


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

    def into(self, path: bytes, box: Box) -> BoxAnalysis:
        """A face fills every box."""
        face = FaceAnalysis(
            Detection(box, np.array([box.center] * 5, np.float32), 0.9),
            0.9,
            {"retail-0095": person_vector("somebody", str(box))},
            encoded(quarters()),
        )
        return BoxAnalysis(path, ("retail-0095",), face, encoded(quarters()))


@contextmanager
def fake_look(_library: Library) -> Iterator[FakeLook]:
    """As app.looking_at."""
    yield FakeLook()


class ToldWatch:
    """Tells of changes what a test tells it: ``tell`` is the latest one's."""

    tell: Callable[[bytes], None]

    def __call__(self, tell: Callable[[bytes], None]) -> Self:
        self.tell = tell
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return None

    def start(self, root: bytes) -> Way:
        return Way.LIVE

    def stop(self, root: bytes) -> None:
        return None
