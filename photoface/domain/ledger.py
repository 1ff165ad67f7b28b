"""What a person decided, as constraints on every grouping: who must be together, who must not.

A *mark* is something a face carries and a *ban* something it will not sit beside. Two clusters may join
unless one carries what the other bans, or they belong to two different people. Two faces of one photo carry
and ban the mark ("photo", id); a rejected face bans ("person", id); the sides of a "different people"
decision carry and ban each other's mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Constraints:
    """must: groups of face ids that stay together; owner: face id -> person id decided by a human."""

    must: tuple[tuple[int, ...], ...] = ()
    owner: Mapping[int, int] = field(default_factory=dict)
    marks: Mapping[int, frozenset[Mark]] = field(default_factory=dict)
    bans: Mapping[int, frozenset[Mark]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Faces that decisions hold together although another rule keeps them apart; shown, never resolved silently.

    why: 'photo' (two of them in one photo), 'person' (two people), 'rejected' or 'different'. subject: the id of the
    photo, of a person, or of the separation.
    """

    faces: tuple[int, ...]
    why: str
    subject: int
