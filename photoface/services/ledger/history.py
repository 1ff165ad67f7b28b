"""What was decided, readable, and what taking one step back would do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.people import Face, FaceState
from photoface.services.library import Library
from photoface.store.operations import Change, Operation


@dataclass(frozen=True, slots=True)
class Step:
    """An operation and what it touched. faces: those it decided about, as they are now, at most ``limit``.

    counts: how many faces; blocker: the later operation that has to be undone first, or None.
    """

    operation: Operation
    faces: tuple[Face, ...]
    count: int
    blocker: Operation | None


@dataclass(frozen=True, slots=True)
class Who:
    """Who a face is, and by whose word. person: a name, or None."""

    person: str | None
    state: FaceState


@dataclass(frozen=True, slots=True)
class Turn:
    """Faces that one step back turns from one into another; before or after None: they are not there then."""

    before: Who | None
    after: Who | None
    faces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking an operation back would change, or why it cannot be.

    turns: faces that become somebody else, most first; regrouped: how many faces change their group besides;
    people_back, people_gone: names; blockers: later operations that stand on it, the latest first: undone in this
    order they make the way free. Empty and nothing else to tell: what it changed is neither faces nor people.
    """

    operation: Operation
    turns: tuple[Turn, ...] = ()
    regrouped: int = 0
    people_back: tuple[str, ...] = ()
    people_gone: tuple[str, ...] = ()
    blockers: tuple[Operation, ...] = ()

    @property
    def allowed(self) -> bool:
        return not self.blockers


def step(library: Library, operation_id: int, limit: int = 24) -> Step:
    """One operation in detail: a preview of undoing it. Raises NotFound."""
    operation = library.journal.get(operation_id)
    face_ids = faces_touched(library.journal.changes(operation_id))
    known = library.faces.known(face_ids[:limit])
    blocker = library.journal.blocker(operation_id) if operation.state == "done" else None
    return Step(operation, tuple(known.values()), len(face_ids), blocker)


def preview_undo(library: Library, operation_id: int | None = None) -> Undoing:
    """Rehearses an undo, of the latest operation without an id; nothing is changed. Raises NotFound, Conflict."""
    with library.db.rehearsal():
        journal = library.journal
        chosen = journal.latest_done() if operation_id is None else journal.get(operation_id)
        if chosen is None or chosen.state != "done":
            raise NotFound("There is nothing to undo." if chosen is None else f"{chosen} is undone already.")
        blockers = journal.blockers(chosen.operation_id)
        return Undoing(chosen, blockers=tuple(blockers)) if blockers else _rehearsed(library, chosen)


def _rehearsed(library: Library, chosen: Operation) -> Undoing:
    touched = faces_touched(library.journal.changes(chosen.operation_id))
    before, people = library.faces.known(touched), _names(library)
    library.journal.undo(chosen.operation_id)
    after, left = library.faces.known(touched), _names(library)
    back, gone = (
        tuple(sorted(name for key, name in one.items() if other.get(key) != name))
        for one, other in ((left, people), (people, left))
    )
    return Undoing(chosen, _turns(before, after), _regrouped(before, after), back, gone)


def faces_touched(changes: Sequence[Change]) -> list[int]:
    """Ids of the faces that an operation decided about, or moved between groups; each once, in order."""
    found = (change.key.get(_FACE_KEYS[change.table]) for change in changes if change.table in _FACE_KEYS)
    return list(dict.fromkeys(int(face_id) for face_id in found if face_id is not None))


_FACE_KEYS = {
    "verdict": "face_id",
    "rejection": "face_id",
    "bond_face": "face_id",
    "separation_face": "face_id",
    "membership": "face_id",
    "face": "id",
}


def _names(library: Library) -> dict[int, str]:
    return {person.person_id: person.name for person in library.people.list()}


def _turns(before: dict[int, Face], after: dict[int, Face]) -> tuple[Turn, ...]:
    found: dict[tuple[Who | None, Who | None], list[int]] = defaultdict(list)
    for face_id in sorted({*before, *after}):
        found[_who(before.get(face_id)), _who(after.get(face_id))].append(face_id)
    turns = (Turn(was, will, tuple(faces)) for (was, will), faces in found.items() if was != will)
    return tuple(sorted(turns, key=lambda turn: -len(turn.faces)))


def _who(face: Face | None) -> Who | None:
    return None if face is None else Who(face.person, face.state)


def _regrouped(before: dict[int, Face], after: dict[int, Face]) -> int:
    both = before.keys() & after.keys()
    moved = (each for each in both if before[each].cluster_id != after[each].cluster_id)
    return sum(_who(before[each]) == _who(after[each]) for each in moved)
