"""Rows as runs: a selection of ten thousand in a row is one range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QItemSelection


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising rows as runs (first, last)."""
    first = last = None
    for row in rows:
        if last is not None and row == last + 1:
            last = row
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = row
    if first is not None and last is not None:
        yield first, last


def selection_of(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """These rows, rising, as a selection."""
    selection = QItemSelection()
    for first, last in runs(rows):
        selection.select(model.index(first, 0), model.index(last, 0))
    return selection
