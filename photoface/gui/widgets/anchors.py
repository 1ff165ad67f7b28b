"""Where a grid stands, by the keys of its tiles, so that it is found again when the rows are others."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

from photoface.gui.models.roles import Role
from photoface.gui.widgets.runs import selection_of

if TYPE_CHECKING:
    from photoface.gui.widgets.tile_grid import TileGrid


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a view stands: the key of the first tile seen and how far it is scrolled past it, and what is selected."""

    key: Hashable
    offset: int
    current: Hashable
    selected: frozenset[Hashable]


def anchor_of(view: TileGrid) -> Anchor:
    """Where the view stands, to come back to."""
    rows = view.visible_rows()
    first = rows[0] if rows else 0
    offset = view.verticalOffset() - (view.tiles.tile(first).y if rows else 0)
    chosen = frozenset(index.data(Role.KEY) for index in view.selectedIndexes())
    return Anchor(_key(view, first), offset, view.currentIndex().data(Role.KEY), chosen)


def return_to(view: TileGrid, anchor: Anchor) -> None:
    """Select and scroll as then, as far as the tiles are still there."""
    model = view.model()
    row_of = getattr(model, "row_of", None)
    if model is None or row_of is None:
        return
    rows = sorted(at for key in anchor.selected if (at := row_of(key)) is not None)
    view.selectionModel().select(selection_of(model, rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    current, first = row_of(anchor.current), row_of(anchor.key)
    if current is not None:
        view.selectionModel().setCurrentIndex(model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    if first is not None:
        view.verticalScrollBar().setValue(view.tiles.tile(first).y + anchor.offset)


def _key(view: TileGrid, row: int) -> Hashable:
    model = view.model()
    key: Hashable = model.index(row, 0).data(Role.KEY) if model is not None and model.rowCount() else None
    return key
