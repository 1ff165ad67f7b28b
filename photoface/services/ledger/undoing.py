"""Undo and redo of operations, with what follows from them outside the ledger."""

from __future__ import annotations

from collections.abc import Callable

from photoface.services.library import Library
from photoface.store.looks import apart
from photoface.store.operations import Operation


def undo(library: Library, operation_id: int | None = None) -> Operation:
    """Takes back the latest operation, or this one. Raises NotFound, Conflict."""
    return _followed(library, lambda: library.journal.undo(operation_id))


def redo(library: Library) -> Operation:
    """Does again what was undone last. Raises NotFound."""
    return _followed(library, library.journal.redo)


def _followed(library: Library, act: Callable[[], Operation]) -> Operation:
    """With the photos looked at again of which a human said that they look the same and are others, or does no more."""
    before = apart(library.db)
    operation = act()
    if turned := before ^ apart(library.db):
        from photoface.services.photos.nearby import owed  # what compares pictures is not needed before
        from photoface.services.photos.twins import find_twins

        find_twins(library, None if owed(library) else {photo for pair in turned for photo in pair})
    return operation
