"""Where the keys of movement lead from a tile."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from photoface.gui.widgets.tile_layout import TileLayout

Move = QAbstractItemView.CursorAction
_LINES = {Move.MoveUp: -1, Move.MoveDown: 1}
_STEPS = {Move.MoveLeft: -1, Move.MovePrevious: -1, Move.MoveRight: 1, Move.MoveNext: 1}
_SIDES = (Move.MoveLeft, Move.MoveRight)
_PAGES = {Move.MovePageUp: -1, Move.MovePageDown: 1}


def target(tiles: TileLayout, move: Move, row: int, seen: int, *, leftward: bool) -> int:
    """The row that a move leads to. seen: height that is in sight, in pixels; leftward: rows go from right to left."""
    if move in _STEPS:
        to = row + _STEPS[move] * (-1 if leftward and move in _SIDES else 1)
    elif move in _LINES:
        to = tiles.beside(row, _LINES[move])
    elif move in _PAGES:
        lines = max(1, seen // (tiles.tile_height + tiles.metrics.gap))
        to = tiles.beside(row, lines * _PAGES[move])
    else:
        to = 0 if move == Move.MoveHome else tiles.count - 1
    return min(max(to, 0), tiles.count - 1)
