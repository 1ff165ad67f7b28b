"""What queries look at: who is in a photo, when it was taken, where its files are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file is, for comparing (``folded``): its whole folder, and the part from the watched folder's name on."""

    whole: str
    own: str


@dataclass(frozen=True, slots=True)
class PhotoFaces:
    """What a query looks at in one photo: who is in it, and how many faces it has, known or not.

    taken: ISO 8601 or None; spots: of its files.
    """

    people: frozenset[int]
    strangers: int
    faces: int
    taken: str | None = None
    spots: tuple[Spot, ...] = ()


Test = Callable[[PhotoFaces], bool]
"""Whether a photo is one that was asked for."""


def folded(path: str) -> str:
    """A path for comparing: slashes, no case."""
    return path.replace(os.sep, "/").casefold()
