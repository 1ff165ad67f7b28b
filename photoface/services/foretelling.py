"""What a decision would contradict, told before it is made: it is rehearsed, and nothing of that is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photoface.services.conflicts import Clash, clashes, contradictions_of
from photoface.services.history import faces_touched
from photoface.services.library import Library
from photoface.services.outcome import Outcome

Action = Callable[[Library], Outcome]


SHOWN = 12
"""Contradictions that are told with both sides; all are counted."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """outcome: what the decision would do; its operation_id is that of the claims in ``clashes`` that would be new.

    clashes: contradictions that it would make, of those that there are not yet, without ways out: SHOWN at most of
    ``count``.
    """

    outcome: Outcome
    clashes: tuple[Clash, ...] = ()
    count: int = 0


def foretell(library: Library, act: Action) -> Foretold:
    """Rehearses one decision. Raises what the decision raises; either way nothing was changed."""
    with library.db.rehearsal():
        outcome = act(library)
        if outcome.operation_id is None:
            return Foretold(outcome)
        found = contradictions_of(library, _concerned(library, outcome.operation_id))
    already = set(contradictions_of(library, {face for each in found for face in each.faces}))
    new = [each for each in found if each not in already]
    if not new:
        return Foretold(outcome)
    with library.db.rehearsal():  # once more, now that it is known what there is to tell
        outcome = act(library)
        return Foretold(outcome, tuple(clashes(library, new[:SHOWN], ways=False)), len(new))


def _concerned(library: Library, operation_id: int) -> set[int]:
    """The faces that were decided about, and those of photos that were."""
    changes = library.journal.changes(operation_id)
    photos = {change.key["photo_id"] for change in changes if "photo_id" in change.key}
    beside = (face for photo in photos for face in library.faces.list(photo_id=photo, missing=True))
    return {*faces_touched(changes), *(face.face_id for face in beside)}
