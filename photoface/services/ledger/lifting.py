"""What was said of faces taken back without taking back the whole step that said it: nothing else is decided."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.services.library import Library
from photoface.services.outcome import Outcome


def unite(library: Library, separation_id: int) -> Outcome:
    """Two sides that were said to be different people may be one after all; nothing else is decided."""
    faces = library.ledger.faces_of_separation(separation_id)
    return _lift(library, ("unite", "separation", separation_id), faces, "may be one person after all")


def loosen(library: Library, bond_id: int) -> Outcome:
    """Faces that were said to be one person need not be after all; nothing else is decided."""
    faces = library.ledger.faces_of_bond(bond_id)
    return _lift(library, ("loosen", "bond", bond_id), faces, "need not be one person after all")


def _lift(library: Library, what: tuple[str, str, int], faces: Sequence[int], words: str) -> Outcome:
    kind, table, number = what
    summary = f"{len(faces):,} faces {words}"
    with library.journal.operation(kind, summary) as record:
        record.drop_many(f"{table}_face", [{f"{table}_id": number, "face_id": face} for face in faces])
        record.drop(table, {"id": number})
    return Outcome(record.operation_id, summary, len(faces))
