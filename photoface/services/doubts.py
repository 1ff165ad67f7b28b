"""Decided faces that look wrong: nearer to somebody else, twice in a photo, far from everybody of their years.

Nothing is changed: whoever looks decides. "This is right" is remembered, and such a face is never doubted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from photoface.domain.people import Face, FaceState, Person
from photoface.domain.similarity import PairRates
from photoface.matching.standing import YEARS, Standing, standing
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.pair_rates import pair_rates, rate_of
from photoface.services.references import faces_by_id
from photoface.services.remembering import Asked, note
from photoface.services.resemblance import angle_of
from photoface.store import around
from photoface.store.answers import answers
from photoface.store.repeats import is_repeat
from photoface.worker.compute import in_child

QUESTION = "right"

LIKE_A_STRANGER = 0.02
"""A face whose nearest of its person is no nearer than this share of strangers is like nobody there."""

_FEW_YEARS = 5  # exemplars of a face's years; with fewer they say nothing


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


def doubts(library: Library, person_id: int | None = None, limit: int = 200) -> list[Doubt]:
    """Those that look most wrong, faces named with their group before those that somebody looked at one by one."""
    with library.db.consistent():
        owners = library.ledger.owners()
        known = library.faces.by_ids(sorted(owners))
        ids, vectors = library.vectors.load(library.embedding().parts, [face.face_id for face in known])
        row_of = {face_id: row for row, face_id in enumerate(ids.tolist())}
        faces = [face for face in known if face.face_id in row_of]
        years = _years(library, faces)
        right = frozenset(_said_right(library))
    if len(faces) < 2:
        return []
    people = np.array([face.person_id for face in faces], np.int64)
    found = in_child(standing, vectors[[row_of[face.face_id] for face in faces]], people, years)
    doubted = _reasons(library, faces, found, years)
    rows = [row for row in doubted if (faces[row].face_id, faces[row].person_id) not in right]
    rows = [row for row in rows if person_id in (None, faces[row].person_id)]
    rows.sort(key=lambda row: (faces[row].state is FaceState.CONFIRMED, -_weight(doubted[row], found, row)))
    return _told(library, faces, doubted, found, rows[:limit])


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


def _reasons(
    library: Library, faces: Sequence[Face], found: Standing, years: NDArray[np.int64]
) -> dict[int, list[Reason]]:
    rates, reasons = pair_rates(library), defaultdict[int, list[Reason]](list)
    several = found.near > -1  # a person's only face has nothing to be judged by
    far = several & _like_strangers(rates, found.near)
    aged = several & ~far & _enough(faces, years) & _like_strangers(rates, found.then)
    rows = {
        Reason.NEARER: np.flatnonzero(several & (found.rival >= 0) & (found.lead > 0)).tolist(),
        Reason.TWICE: _twice(library, faces),
        Reason.FAR: np.flatnonzero(far).tolist(),
        Reason.YEARS: np.flatnonzero(aged).tolist(),
    }
    for reason, doubted in rows.items():
        for row in doubted:
            reasons[row].append(reason)
    return dict(reasons)


def _like_strangers(rates: PairRates | None, cosines: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where the nearest is no nearer than strangers come: bool [n]; nowhere for a model that nobody measured."""
    if rates is None:
        return np.zeros(len(cosines), bool)
    return np.asarray(cosines <= np.cos(rates.angle_at(LIKE_A_STRANGER)))


def _enough(faces: Sequence[Face], years: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Faces of whose person and years there are some others: bool [n]."""
    near = defaultdict[tuple[int | None, int], int](int)
    for face, year in zip(faces, years.tolist(), strict=True):
        near[face.person_id, year] += 1
    found = [
        year > 0
        and sum(near.get((face.person_id, other), 0) for other in range(year - YEARS, year + YEARS + 1)) > _FEW_YEARS
        for face, year in zip(faces, years.tolist(), strict=True)
    ]
    return np.array(found, bool)


def _twice(library: Library, faces: Sequence[Face]) -> list[int]:
    """Rows of faces whose person is in their photo once more; mirrors and collages may show somebody twice."""
    rows = defaultdict[tuple[int, int | None], list[int]](list)
    for row, face in enumerate(faces):
        rows[face.photo_id, face.person_id].append(row)
    several = {key: found for key, found in rows.items() if len(found) > 1}
    return [row for (photo, _), found in several.items() if not is_repeat(library.db, photo) for row in found]


def _years(library: Library, faces: Sequence[Face]) -> NDArray[np.int64]:
    taken = around.taken(library.db, {face.photo_id for face in faces})
    return np.array([int(taken.get(face.photo_id, "0000")[:4]) for face in faces], np.int64)


def _weight(reasons: Sequence[Reason], found: Standing, row: int) -> float:
    """How wrong it looks: by how much another person is nearer, or how far it is from its own."""
    lead = float(found.lead[row]) if found.rival[row] >= 0 else 0.0
    return lead + (0.5 if Reason.TWICE in reasons else 0.0) - 0.5 * float(found.near[row])


def _told(
    library: Library,
    faces: Sequence[Face],
    reasons: Mapping[int, Sequence[Reason]],
    found: Standing,
    rows: Sequence[int],
) -> list[Doubt]:
    rates = pair_rates(library)
    owners = [int(faces[row].person_id or 0) for row in rows]
    rivals = [int(found.rival[row]) for row in rows]
    people = {person.person_id: person for person in library.people.by_ids([*owners, *rivals])}
    near, others = ([angle_of(float(column[row])) for row in rows] for column in (found.near, found.rival_near))
    return [
        Doubt(
            faces[row],
            people[owner],
            tuple(reasons[row]),
            angle,
            rate_of(rates, angle),
            people.get(rival),
            other,
            rate_of(rates, other),
        )
        for row, owner, rival, angle, other in zip(rows, owners, rivals, near, others, strict=True)
    ]
