"""What was decided, readable, and what taking one step back would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.people import Face
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


def step(library: Library, operation_id: int, limit: int = 24) -> Step:
    """One operation in detail: a preview of undoing it. Raises NotFound."""
    operation = library.journal.get(operation_id)
    face_ids = faces_touched(library.journal.changes(operation_id))
    known = library.faces.by_ids(face_ids[:limit])
    blocker = library.journal.blocker(operation_id) if operation.state == "done" else None
    return Step(operation, tuple(known), len(face_ids), blocker)


def faces_touched(changes: Sequence[Change]) -> list[int]:
    """Ids of the faces that an operation decided about, or moved between groups; each once, in order."""
    found = (change.key.get("face_id") for change in changes if change.table in _ABOUT_FACES)
    return list(dict.fromkeys(int(face_id) for face_id in found if face_id is not None))


_ABOUT_FACES = ("verdict", "rejection", "bond_face", "separation_face", "membership")
