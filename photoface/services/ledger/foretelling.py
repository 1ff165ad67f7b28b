"""What a decision would contradict, told before it is made: it is rehearsed, and nothing of that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from photoface.domain.errors import PhotofaceError
from photoface.domain.ledger import Contradiction
from photoface.services.ledger.conflicts import Clash, Way, clashes, contradictions_of, take
from photoface.services.ledger.history import faces_touched
from photoface.services.library import Library
from photoface.services.outcome import Outcome

Action = Callable[[Library], Outcome]
Cause = tuple[object, ...]


SHOWN = 4
"""Contradictions that are told with both sides; all are counted. Where there are more, these are examples, and nobody
settles them one by one before the decision: looking for ways out takes a while with large people."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """outcome: what the decision would do; its operation_id is that of the claims in ``clashes`` that would be new.

    clashes: contradictions that it would make, of those that there are not yet, SHOWN at most of ``count``; their ways
    out are those of afterwards. ways: of ``weighed``, where all are told: steps that settle some of them if they are
    taken first, what settles most first.
    """

    outcome: Outcome
    clashes: tuple[Clash, ...] = ()
    count: int = 0
    ways: tuple[Way, ...] = ()


def foretell(library: Library, act: Action, *, ways: bool = False) -> Foretold:
    """Rehearses one decision. Raises what the decision raises; either way nothing was changed."""
    outcome, new = _rehearsed(library, act)
    if not new:
        return Foretold(outcome)
    with library.db.rehearsal():  # once more, now that it is known what there is to tell
        outcome = act(library)
        told = clashes(library, new[:SHOWN], ways=ways and len(new) <= SHOWN)
    return Foretold(outcome, tuple(told), len(new), tuple(_ways_before(library, act, told, len(new))))


def weighed(library: Library, act: Action, anyway: Foretold | None = None) -> Outcome | Foretold:
    """Makes a decision that contradicts nothing; of another one tells what it would contradict, and changes nothing.

    anyway: what it contradicts was told, and it is wanted all the same; it is made unless more has come since then.
    """
    with library.db.alone():  # what is made is what was rehearsed: photos may be read beside it
        told = foretell(library, act, ways=True)
        known = anyway is not None and told.count <= anyway.count and _sides(told) <= _sides(anyway)
        return told if told.clashes and not known else act(library)


def _sides(told: Foretold) -> set[Cause]:
    return {(clash.why, frozenset(face.face_id for face in clash.faces)) for clash in told.clashes}


def after(way: Way, act: Action) -> Action:
    """The decision, when a way out of what it would contradict has been taken."""

    def both(library: Library) -> Outcome:
        take(library, way)
        return act(library)

    return both


def _ways_before(library: Library, act: Action, told: Iterable[Clash], count: int) -> list[Way]:
    """Those that leave fewer contradictions; what is of the decision itself is not there before it, and leaves all."""
    left: list[tuple[int, Way]] = []
    for way in {way.key: way for clash in told for way in clash.ways}.values():
        try:
            _, new = _rehearsed(library, after(way, act))
        except PhotofaceError:
            continue
        if len(new) < count:
            left.append((len(new), way))
    return [way for _, way in sorted(left, key=lambda each: each[0])]


def _rehearsed(library: Library, act: Action) -> tuple[Outcome, list[Contradiction]]:
    """What it would do, and contradictions that are new by it."""
    before = library.journal.in_force()
    with library.db.rehearsal():
        outcome = act(library)
        made = library.journal.in_force() ^ before
        found = contradictions_of(library, _concerned(library, made)) if made else ()
        causes = [_cause(library, each) for each in found]
    if not found:
        return outcome, []
    there = contradictions_of(library, {face for each in found for face in each.faces})
    known = {_cause(library, each) for each in there}
    return outcome, [each for each, cause in zip(found, causes, strict=True) if cause not in known]


def _cause(library: Library, found: Contradiction) -> Cause:
    """The same for a contradiction that only grew by faces that add nothing to it: one more of a person."""
    if found.why == "person":
        return found.why, frozenset(library.ledger.owners(found.faces).values())
    if found.why == "rejected":
        refused = library.ledger.rejected_from(found.subject)
        return found.why, found.subject, frozenset(found.faces).intersection(refused)
    return found.why, found.subject, found.faces


def _concerned(library: Library, operations: Iterable[int]) -> set[int]:
    """The faces that were decided about, and those of photos that were."""
    changes = [change for number in operations for change in library.journal.changes(number)]
    photos = {change.key["photo_id"] for change in changes if "photo_id" in change.key}
    beside = (face for photo in photos for face in library.faces.list(photo_id=photo, missing=True))
    return {*faces_touched(changes), *(face.face_id for face in beside)}
