"""Why a question is asked: the nearest confirmed faces, what such nearness is worth, who else it might be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoface.domain.geometry import Box
from photoface.domain.people import Face, Person
from photoface.services.calibration.pair_rates import pair_rates, rate_of
from photoface.services.library import Library
from photoface.services.review.question import Question
from photoface.services.suggestions.resemblance import angle_of
from photoface.store import around

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Near:
    """A face and how near it is. angle: radians; rate: the share of strangers' pairs as near, None if unmeasured."""

    face: Face
    angle: float
    rate: float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """asked: faces of the side that is asked about; known: of the other side, the nearest first.

    runner_up: the person who comes next, with the nearest face of theirs; None where nobody is near.
    frame: where in its photo the face is, in parts of the photo's width and height.
    """

    asked: tuple[Face, ...]
    known: tuple[Near, ...]
    runner_up: Person | None
    runner_up_near: Near | None
    frame: Box | None


def evidence(library: Library, question: Question) -> Evidence:
    """From stored facts only."""
    asked = _asked(library, question)
    known = _known(library, question)
    near = _nearest(library, asked, known)
    rivals = _nearest(library, asked, _decided_as_others(library, question)) if question.face else []
    rival = rivals[0] if rivals else None
    person = library.people.get(rival.face.person_id) if rival and rival.face.person_id is not None else None
    frame = frame_of(library, question.face) if question.face else None
    return Evidence(tuple(asked[:SHOWN]), tuple(near[:SHOWN]), person, rival, frame)


def frame_of(library: Library, face: Face) -> Box | None:
    """Where in its photo a face is, in parts of the photo's width and height (0 to 1)."""
    size = around.size(library.db, face.photo_id)
    if size is None:
        return None
    box = face.box
    return Box(box.x / size.width, box.y / size.height, box.width / size.width, box.height / size.height)


def _asked(library: Library, question: Question) -> list[Face]:
    if question.face is not None:
        return [question.face]
    if question.faces:
        return library.faces.by_ids(question.faces[:SHOWN])
    members = library.groups.members(question.group.cluster_id) if question.group else []
    return _best(library.faces.by_ids(members))


def _known(library: Library, question: Question) -> list[Face]:
    if question.person is not None:
        confirmed = library.ledger.decided_as(question.person.person_id)
        return [face for face in library.faces.by_ids(confirmed) if face.state.decided]
    return library.faces.by_ids(library.groups.members(question.other.cluster_id)) if question.other else []


def _decided_as_others(library: Library, question: Question) -> list[Face]:
    """The decided faces of those whose best faces are nearest; one face is compared with a few thousand at most."""
    person_id = question.person.person_id if question.person else None
    others = [face for face, owner in library.ledger.owners().items() if owner != person_id]
    return library.faces.by_ids(_closest(library, question.face.face_id, others)) if question.face and others else []


def _closest(library: Library, face_id: int, others: Sequence[int]) -> list[int]:
    ids, vectors = library.vectors.load(library.embedding().parts, [face_id, *others])
    mine = ids == face_id
    if not mine.any() or mine.all():
        return []
    cosines = vectors[~mine] @ vectors[mine][0]
    return [int(ids[~mine][at]) for at in np.argsort(-cosines)[:1]]


def _nearest(library: Library, asked: Sequence[Face], known: Sequence[Face]) -> list[Near]:
    """Known faces by their angle to the nearest of the asked ones."""
    ids, vectors = library.vectors.load(library.embedding().parts, [face.face_id for face in (*asked, *known)])
    mine = np.isin(ids, [face.face_id for face in asked])
    if not mine.any() or mine.all():
        return []
    best = dict(zip(ids[~mine].tolist(), (vectors[~mine] @ vectors[mine].T).max(axis=1).tolist(), strict=True))
    near = [(angle_of(best[face.face_id]), face) for face in known if face.face_id in best]
    near.sort(key=lambda pair: (pair[0], pair[1].face_id))
    rates = pair_rates(library)
    return [Near(face, angle, rate_of(rates, angle)) for angle, face in near]


def _best(faces: Sequence[Face]) -> list[Face]:
    return sorted(faces, key=lambda face: (-face.quality, face.face_id))
