"""What every way of getting a file has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol


class SourceFailed(Exception):
    """This source cannot give the file; another one may. ``str(error)`` is the end of "<source> ..."."""


class Amount(NamedTuple):
    """How many bytes of how many have come."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: until a source answers, of silence once it does, and before asking again after a cut.

    There is no other limit: a slow line may take its time.
    """

    answer: float = 10.0
    silence: float = 60.0
    pause: float = 0.5


class Offer(Protocol):
    """One source of one file."""

    @property
    def origin(self) -> str:
        """The source in words."""

    @property
    def within(self) -> float:
        """Seconds that a check may take."""

    def check(self) -> None:
        """Asks whether the file can be had, without fetching it; SourceFailed if not."""

    def fetch(self, target: Path) -> Iterator[Amount]:
        """Writes the file, whole and checked, to ``target`` and puts whatever else it needs beside it.

        SourceFailed when it cannot be had or is another file; OSError when it cannot be written.
        """
