"""What parent and analyzer child say to each other: frozen values through one pipe."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from photoface.domain.faces import BoxAnalysis, PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.domain.geometry import Box
from photoface.domain.glances import Glance
from photoface.domain.shown import Shown
from photoface.domain.tags import PhotoTags
from photoface.domain.writing import Composed, Order, Written

LONG_SIDE = 1024
"""Long side of the picture that faces are looked for in (see vision.pipeline)."""

Result = PhotoAnalysis | PhotoKnown | PhotoFailed
"""What an analyzer answers."""

Answer = Result | Glance | Shown | BoxAnalysis | PhotoTags | Composed | Written
"""What any child answers."""


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class AnalyzerSpec:
    """What a child needs to know to begin.

    models: the models folder; threads: photos worked on at the same time, one per core is best.
    known: photos that need no analysis, 33 bytes each: identity and one byte of orientation.
    """

    models: Path
    pack: str
    threads: int = field(default_factory=cores)
    long_side: int = LONG_SIDE
    known: frozenset[bytes] = frozenset()


Allow = Callable[[float], None]
"""Tells how many seconds the work on a photo may take from now on, computing; what it took until now is forgiven."""


class PhotoReader(Protocol):
    """What a child does with a path; called by several threads at once.

    probe: a picture to search with, analysed even if it is known. Raises PhotoUnreadable.
    allow: called when the bytes are there and waiting for other photos is over.
    """

    def read(
        self, path: bytes, *, probe: bool, allow: Allow
    ) -> PhotoAnalysis | PhotoKnown | Glance | Shown | PhotoTags: ...


class BoxReader(Protocol):
    """A reader that can also look into a box of the upright photo."""

    def read_box(self, path: bytes, box: Box, *, allow: Allow) -> BoxAnalysis: ...


class Writer(Protocol):
    """What carries out orders about what stands in and beside photos."""

    def carry_out(self, path: bytes, order: Order, *, allow: Allow) -> Composed | Written: ...


ReaderFactory = Callable[[AnalyzerSpec], PhotoReader]
"""Runs in the child; a function at the top of a module, so that it can be sent there."""

MakeReader = Callable[[], PhotoReader | Writer]
"""A factory and its spec; picklable."""


@dataclass(frozen=True, slots=True)
class Request:
    """Parent to child: read this file. ticket: unique, comes back with the result. box: look only there.

    order: to write instead.
    """

    ticket: int
    path: bytes
    probe: bool
    box: Box | None = None
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The reader can read (an analyzer's models are loaded)."""


@dataclass(frozen=True, slots=True)
class StartFailed:
    """The child cannot work, and why; it ends by itself."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Started:
    """A thread has begun with this request: a suspect if the child dies now."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """From now on it may compute for so many seconds."""

    ticket: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Overdue:
    """It has computed for as long as it was allowed to, and goes on."""

    ticket: int
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """The answer to a request."""

    ticket: int
    result: Answer


Message = Ready | StartFailed | Started | Allowed | Overdue | Done
