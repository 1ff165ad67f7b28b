"""Undo and redo of operations, with what follows from them outside the ledger."""

from __future__ import annotations

from photoface.services.library import Library
from photoface.store.operations import Operation

_TELL_APART = ("apart", "import")
"""Operations in which a human's word on photos that look the same may be."""


def undo(library: Library, operation_id: int | None = None) -> Operation:
    """Takes back the latest operation, or this one. Raises NotFound, Conflict."""
    return _followed(library, library.journal.undo(operation_id))


def redo(library: Library) -> Operation:
    """Does again what was undone last. Raises NotFound."""
    return _followed(library, library.journal.redo())


def _followed(library: Library, operation: Operation) -> Operation:
    if operation.kind in _TELL_APART:
        from photoface.services.twins import find_twins  # what compares pictures is not needed before

        find_twins(library)
    return operation
