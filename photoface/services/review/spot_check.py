"""Faces of a person drawn by lot, to be looked at one by one: how many of the suggested and named ones are right.

What is reviewed otherwise is chosen, mostly the likest first; only a draw tells without bias how good the rest is.
Each answer is a decision like any other: right confirms, wrong rejects.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from photoface.domain.errors import NotFound
from photoface.domain.people import Face, FaceState
from photoface.matching.intervals import wilson
from photoface.services.deciding.correcting import turn_away
from photoface.services.deciding.naming import decide
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.reviews import Drawn, answer_drawn, draw, drawn_of

FACES = 20
"""Drawn at once: all right says that at least 84 % are, at 95 %."""

Said = Literal["right", "wrong", "unsure"]
RIGHT: Said = "right"
WRONG: Said = "wrong"
UNSURE: Said = "unsure"


@dataclass(frozen=True, slots=True)
class Precision:
    """Of looked-at faces the share that is right, with its 95 % interval (Wilson 1927). share: None for none."""

    right: int
    wrong: int
    unsure: int = 0

    @property
    def looked_at(self) -> int:
        return self.right + self.wrong

    @property
    def share(self) -> float | None:
        return self.right / self.looked_at if self.looked_at else None

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.share or 0.0, self.looked_at)


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A draw. faces: of it that wait for an answer, in order; precision: of those that have one."""

    draw_id: int
    person_id: int
    faces: tuple[Face, ...]
    precision: Precision


def start_check(
    library: Library, person_id: int, faces: int = FACES, lot: random.Random | None = None
) -> SpotCheck | None:
    """Draws faces that are suggested or named to be this person, each as likely as any other; None without any.

    lot: what draws; the system's own chance unless given.
    """
    waiting = _waiting(library, person_id)
    if not waiting:
        return None
    drawn = (lot or random.SystemRandom()).sample(waiting, min(faces, len(waiting)))
    name, what = library.people.get(person_id).name, "1 face" if len(drawn) == 1 else f"{len(drawn)} faces"
    with library.journal.operation("check", f"check {what} of {name}, drawn from {len(waiting):,}") as record:
        draw_id = draw(record, person_id, drawn, len(waiting))
    return check(library, person_id, draw_id)


def check(library: Library, person_id: int, draw_id: int | None = None) -> SpotCheck:
    """How far a draw of this person is, the last one unless told. Raises NotFound."""
    drawn = drawn_of(library.db, person_id)
    wanted = max((each.draw_id for each in drawn), default=None) if draw_id is None else draw_id
    mine = [each for each in drawn if each.draw_id == wanted]
    if wanted is None or not mine:
        raise NotFound("No faces of this person were drawn for a check yet.")
    open_ones = library.faces.by_ids([each.face_id for each in mine if each.answer is None])
    still = tuple(face for face in open_ones if face.person_id == person_id)
    return SpotCheck(wanted, person_id, still, precision_of(mine))


def answer(library: Library, drawn: SpotCheck, face_id: int, said: Said) -> Outcome:
    """What somebody sees in a drawn face: 'right' confirms it, 'wrong' rejects it, 'unsure' only counts. One step."""
    face = library.faces.get(face_id)
    name = library.people.get(drawn.person_id).name
    words = {
        RIGHT: f"drawn face is {name}",
        WRONG: f"drawn face is not {name}",
        UNSURE: f"not sure of a face of {name}",
    }
    with library.journal.operation("checked", words[said]) as record:
        answer_drawn(record, drawn.draw_id, face_id, said)
        if said == RIGHT:
            decide(record, [face], FaceState.CONFIRMED, drawn.person_id)
        elif said == WRONG:
            turn_away(library, record, [face], drawn.person_id)
    return Outcome(record.operation_id, words[said], int(said != UNSURE), drawn.person_id)


def precision_of(drawn: Sequence[Drawn]) -> Precision:
    """Of the faces that were answered; nothing else is taken for an answer."""
    said = [each.answer for each in drawn]
    return Precision(said.count(RIGHT), said.count(WRONG), said.count(UNSURE))


def _waiting(library: Library, person_id: int) -> list[int]:
    faces = library.faces.list(person_id=person_id, states=(FaceState.SUGGESTED, FaceState.NAMED))
    return [face.face_id for face in faces]
