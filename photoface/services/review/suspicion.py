"""Which decided faces look wrong, and how much so, by how they stand: rules over arrays, without any library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoface.matching.arrays import Ids, Mask
from photoface.matching.standing import Standing, unlike_their_years

LIKE_A_STRANGER = 0.02
"""A face whose nearest of its person is no nearer than this share of strangers is like nobody there."""

NOBODY = -1.0  # a cosine


class Reason(StrEnum):
    """NEARER: to somebody else; TWICE: in one photo; FAR: from all others; YEARS: from all of its years."""

    NEARER = "nearer"
    TWICE = "twice"
    FAR = "far"
    YEARS = "years"


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """n faces that are somebody: int64 [n] each, as of ``decided_rows``."""

    face: Ids
    person: Ids
    photo: Ids
    looked_at: Ids
    year: Ids


def reasons_of(found: Standing, twice: Mask, unlike: float) -> dict[int, list[Reason]]:
    """Row -> why it is doubted. twice: bool [n], whose person is in their photo once more; unlike: the cosine of
    LIKE_A_STRANGER, or NOBODY."""
    several = found.near > NOBODY  # a person's only face has nothing to be judged by
    far = several & (found.near <= unlike)
    masks = {
        Reason.NEARER: several & (found.rival >= 0) & (found.lead > 0),
        Reason.TWICE: twice,
        Reason.FAR: far,
        Reason.YEARS: several & ~far & unlike_their_years(found.years, unlike),
    }
    reasons = defaultdict[int, list[Reason]](list)
    for reason, mask in masks.items():
        for row in np.flatnonzero(mask).tolist():
            reasons[row].append(reason)
    return dict(reasons)


def weight(reasons: Sequence[Reason], found: Standing, row: int) -> float:
    """How wrong it looks: by how much another person is nearer, or how far it is from its own or from its years."""
    lead = float(found.lead[row]) if found.rival[row] >= 0 else 0.0
    near = float(found.near[row])
    if Reason.YEARS in reasons:
        lead, near = max(lead, float(found.years[2, row] - found.years[1, row])), float(found.years[1, row])
    return lead + (0.5 if Reason.TWICE in reasons else 0.0) - 0.5 * near
