"""Decided faces that look wrong: nearer to somebody else, twice in a photo, far from everybody of their years.

Nothing is changed: whoever looks decides. "This is right" is remembered, and such a face is never doubted again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoface.domain.people import Face, Person
from photoface.matching.arrays import Mask
from photoface.matching.standing import Standing, standing
from photoface.services.calibration.pair_rates import pair_rates, rate_of
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.remembering import Asked, note
from photoface.services.review.suspicion import LIKE_A_STRANGER, NOBODY, Decided, Reason, reasons_of, weight
from photoface.services.suggestions.resemblance import angle_of
from photoface.store.answers import answers
from photoface.store.pair_facts import decided_rows, repeat_photos
from photoface.worker.compute import in_child

__all__ = ["Doubt", "Reason", "doubts", "this_is_right"]

QUESTION = "right"


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


def doubts(library: Library, person_id: int | None = None, limit: int = 200) -> list[Doubt]:
    """Those that look most wrong, faces named with their group before those that somebody looked at one by one."""
    with library.db.consistent():
        rows = decided_rows(library.db)
        ids, vectors = library.vectors.load(library.embedding().parts, rows[:, 0].tolist())
        known = Decided(*rows[np.isin(rows[:, 0], ids)].T)
        twice = _twice(library, known)
        right = frozenset(_said_right(library))
    if len(ids) < 2:
        return []
    rates = pair_rates(library)
    # No angle is known to be a stranger's where nobody measured the model.
    unlike = NOBODY if rates is None else float(np.cos(rates.angle_at(LIKE_A_STRANGER)))
    found = in_child(standing, vectors, known.person, known.year, twice, unlike)
    doubted = reasons_of(found, twice, unlike)
    listed = [row for row in doubted if (int(known.face[row]), int(known.person[row])) not in right]
    listed = [row for row in listed if person_id in (None, known.person[row])]
    listed.sort(key=lambda row: (bool(known.looked_at[row]), -weight(doubted[row], found, row)))
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


def _twice(library: Library, known: Decided) -> Mask:
    """Faces whose person is in their photo once more; mirrors and collages may show somebody twice."""
    _, which, times = np.unique(np.stack([known.photo, known.person]), axis=1, return_inverse=True, return_counts=True)
    several = times[which.reshape(-1)] > 1
    return np.asarray(several & ~np.isin(known.photo, np.array(repeat_photos(library.db), np.int64)))


def _told(
    library: Library, known: Decided, reasons: Mapping[int, Sequence[Reason]], found: Standing, rows: Sequence[int]
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
