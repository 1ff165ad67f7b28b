"""What a change touched, told once to everybody; each page decides whether it shows any of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto

from photoface.services.outcome import Outcome


class Touched(Flag):
    """Parts of a library."""

    FACES = auto()
    """Who faces are: names, groups, verdicts, suggestions."""
    PHOTOS = auto()
    """Which photos and faces there are."""
    FOLDERS = auto()
    HISTORY = auto()
    SETTINGS = auto()
    DECISION = FACES | HISTORY
    EVERYTHING = FACES | PHOTOS | FOLDERS | HISTORY | SETTINGS


@dataclass(frozen=True, slots=True)
class Change:
    """touched: what to look at anew; outcome: of the decision that did it, if it was one."""

    touched: Touched
    outcome: Outcome | None = None
