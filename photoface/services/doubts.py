"""Decided faces that look wrong: nearer to somebody else, twice in a photo, far from everybody of their years.

Nothing is changed: whoever looks decides. "This is right" is remembered, and such a face is never doubted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoface.domain.people import Face, Person
from photoface.matching.arrays import Ids, Mask
from photoface.matching.standing import YEARS, Standing, standing
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.pair_rates import pair_rates, rate_of
from photoface.services.references import faces_by_id
from photoface.services.remembering import Asked, note
from photoface.services.resemblance import angle_of
from photoface.store.answers import answers
from photoface.store.pair_facts import decided_rows, repeat_photos
from photoface.worker.compute import in_child

QUESTION = "right"

LIKE_A_STRANGER = 0.02
"""A face whose nearest of its person is no nearer than this share of strangers is like nobody there."""

_FEW_YEARS = 5  # exemplars of a face's years; with fewer they say nothing
_NOBODY = -1.0  # a cosine
_CENTURIES = 10_000  # more than there are years


class Reason(StrEnum):
    """NEARER: to somebody else; TWICE: in one photo; FAR: from all others; YEARS: from all of its years."""

    NEARER = "nearer"
    TWICE = "twice"
    FAR = "far"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A face that was decided to be a person, and why that may be wrong.

    angle: radians, to the nearest other decided face of that person; rate: the share of strangers as near, None if
    unmeasured; rival: whom it is like instead, with the angle to the nearest face of theirs.
    """

    face: Face
    person: Person
    reasons: tuple[Reason, ...]
    angle: float
    rate: float | None
    rival: Person | None
    rival_angle: float
    rival_rate: float | None


@dataclass(frozen=True, slots=True, eq=False)
class _Decided:
    """n faces that are somebody: int64 [n] each, as of ``decided_rows``."""

    face: Ids
    person: Ids
    photo: Ids
    looked_at: Ids
    year: Ids

    def of_years(self) -> Mask:
        """Faces of whose person and years there are some others: bool [n]."""
        keys = self.person * _CENTURIES + self.year
        ordered = np.sort(keys)
        near = np.searchsorted(ordered, keys + YEARS, "right") - np.searchsorted(ordered, keys - YEARS)
        return np.asarray((self.year > YEARS) & (near > _FEW_YEARS))


def doubts(library: Library, person_id: int | None = None, limit: int = 200) -> list[Doubt]:
    """Those that look most wrong, faces named with their group before those that somebody looked at one by one."""
    with library.db.consistent():
        rows = decided_rows(library.db)
        ids, vectors = library.vectors.load(library.embedding().parts, rows[:, 0].tolist())
        known = _Decided(*rows[np.isin(rows[:, 0], ids)].T)
        twice = _twice(library, known)
        right = frozenset(_said_right(library))
    if len(ids) < 2:
        return []
    rates = pair_rates(library)
    # No angle is known to be a stranger's where nobody measured the model.
    unlike = _NOBODY if rates is None else float(np.cos(rates.angle_at(LIKE_A_STRANGER)))
    found = in_child(standing, vectors, known.person, known.year, twice, unlike)
    doubted = _reasons(known, found, twice, unlike)
    listed = [row for row in doubted if (int(known.face[row]), int(known.person[row])) not in right]
    listed = [row for row in listed if person_id in (None, known.person[row])]
    listed.sort(key=lambda row: (bool(known.looked_at[row]), -_weight(doubted[row], found, row)))
    return _told(library, known, doubted, found, listed[:limit])


def this_is_right(library: Library, face_ids: Sequence[int]) -> Outcome:
    """These faces are whom they were decided to be: never doubted again. One step, which can be undone."""
    faces = [face for face in faces_by_id(tuple(face_ids), library.faces) if face.person_id and face.state.decided]
    said = frozenset(_said_right(library))
    new = [face for face in faces if (face.face_id, face.person_id) not in said]
    if not new:
        return Outcome(None, "nobody doubts these faces; nothing was changed")
    what = "1 face is" if len(new) == 1 else f"{len(new):,} faces are"
    names = ", ".join(sorted({str(face.person) for face in new}))
    summary = f"{what} {names}, looked at twice"
    with library.journal.operation("right", summary) as record:
        for face in new:
            note(library, record, Asked(QUESTION, ("face", face.face_id), ("person", int(face.person_id or 0))), "yes")
    return Outcome(record.operation_id, summary, len(new))


def _said_right(library: Library) -> list[tuple[int, int]]:
    return [
        (face, side.person_id)
        for each in answers(library.db)
        if each.question == QUESTION
        for side, other in (each.sides, each.sides[::-1])
        if side.person_id is not None
        for face in other.faces
    ]


def _reasons(known: _Decided, found: Standing, twice: Mask, unlike: float) -> dict[int, list[Reason]]:
    several = found.near > _NOBODY  # a person's only face has nothing to be judged by
    far = several & (found.near <= unlike)
    masks = {
        Reason.NEARER: several & (found.rival >= 0) & (found.lead > 0),
        Reason.TWICE: twice,
        Reason.FAR: far,
        Reason.YEARS: several & ~far & known.of_years() & (found.then <= unlike),
    }
    reasons = defaultdict[int, list[Reason]](list)
    for reason, mask in masks.items():
        for row in np.flatnonzero(mask).tolist():
            reasons[row].append(reason)
    return dict(reasons)


def _twice(library: Library, known: _Decided) -> Mask:
    """Faces whose person is in their photo once more; mirrors and collages may show somebody twice."""
    _, which, times = np.unique(np.stack([known.photo, known.person]), axis=1, return_inverse=True, return_counts=True)
    several = times[which.reshape(-1)] > 1
    return np.asarray(several & ~np.isin(known.photo, np.array(repeat_photos(library.db), np.int64)))


def _weight(reasons: Sequence[Reason], found: Standing, row: int) -> float:
    """How wrong it looks: by how much another person is nearer, or how far it is from its own."""
    lead = float(found.lead[row]) if found.rival[row] >= 0 else 0.0
    return lead + (0.5 if Reason.TWICE in reasons else 0.0) - 0.5 * float(found.near[row])


def _told(
    library: Library, known: _Decided, reasons: Mapping[int, Sequence[Reason]], found: Standing, rows: Sequence[int]
) -> list[Doubt]:
    rates = pair_rates(library)
    rivals = [int(found.rival[row]) for row in rows]
    people = {person.person_id: person for person in library.people.by_ids([*known.person[rows].tolist(), *rivals])}
    faces = library.faces.by_ids(known.face[rows].tolist())
    near, others = ([angle_of(float(column[row])) for row in rows] for column in (found.near, found.rival_near))
    return [
        Doubt(
            face,
            people[int(known.person[row])],
            tuple(reasons[row]),
            angle,
            rate_of(rates, angle),
            people.get(rival),
            other,
            rate_of(rates, other),
        )
        for face, row, rival, angle, other in zip(faces, rows, rivals, near, others, strict=True)
    ]
