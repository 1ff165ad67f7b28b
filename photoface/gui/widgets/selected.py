"""What is selected in a grid, by key."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from photoface.gui.models.roles import Role


def selected_ids(view: QAbstractItemView) -> list[int]:
    """Ids of the selected rows, or of the current one where none is; rows that are no photos yet are left out."""
    rows = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    keys = [index.data(Role.KEY) for index in sorted(rows, key=lambda index: index.row()) if index.isValid()]
    return [key for key in keys if isinstance(key, int) and key > 0]
