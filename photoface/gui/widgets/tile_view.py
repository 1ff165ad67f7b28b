"""The grid of all pages: equal tiles under section headers, drawn only where they are seen; mouse, keys, selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from photoface.gui.theme.paint import paint_header, paint_rubber_band
from photoface.gui.widgets.runs import selection_of
from photoface.gui.widgets.tile_grid import TileGrid
from photoface.gui.widgets.tile_layout import Metrics


class TileView(TileGrid):
    """A virtual grid. ``opened`` tells of a double click or Enter on a tile, with its index."""

    opened = Signal(QModelIndex)

    def __init__(self, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(metrics, parent)
        self._hovered: int | None = None
        self._band: QRect | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.doubleClicked.connect(self.opened)

    def relayout(self) -> None:
        self._hovered = None
        super().relayout()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """By rubber band the tiles that it touches; by Shift and by a click the run between its two corners' tiles."""
        banding = self.state() == QAbstractItemView.State.DragSelectingState
        self._band = rect.normalized() if banding else None
        if banding:
            rows = self._touched(rect.normalized())
        else:
            corners = (self.meant_point(each) for each in (rect.topLeft(), rect.bottomRight()))
            ends = [self._tiles.nearest(each.x(), each.y()) for each in corners]
            rows = [row for row in ends if row is not None]
            rows = list(range(min(rows), max(rows) + 1)) if rows else []
        self.selectionModel().select(selection_of(self.model(), rows), command)

    def _touched(self, band: QRect) -> list[int]:
        down = self.verticalOffset()
        rows = self._tiles.rows_between(band.top() + down, band.bottom() + 1 + down)
        return [row for row in rows if self.seen(self._tiles.tile(row)).intersects(band)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, low = event.rect().top() + self.verticalOffset(), event.rect().bottom() + 1 + self.verticalOffset()
        for at in self._tiles.headers_between(top, low):
            section = self._tiles.sections[at]
            if section.title:
                paint_header(painter, self.seen(self._tiles.header(at)), section.title, section.note, self.palette())
        for row in self._tiles.rows_between(top, low):
            self._paint_tile(painter, row)
        if self._band is not None and self.state() == QAbstractItemView.State.DragSelectingState:
            paint_rubber_band(painter, self._band, self.palette())

    def _paint_tile(self, painter: QPainter, row: int) -> None:
        index = self.model().index(row, 0)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.seen(self._tiles.tile(row))
        flags = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            flags |= QStyle.StateFlag.State_Selected
        if row == self._hovered:
            flags |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            flags |= QStyle.StateFlag.State_HasFocus
        option.state = flags
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.meant_point(event.position().toPoint())
        self._hover(self._tiles.row_at(place.x(), place.y()))
        QAbstractItemView.mouseMoveEvent(self, event)
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseReleaseEvent(self, event)
        self._band = None
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _NOT_PLAIN
        if enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
            self._choose_where_it_stands(event)

    def _choose_where_it_stands(self, event: QKeyEvent) -> None:
        """A key that goes to the tile one is on already chooses it: Qt chooses only where it moves."""
        here, alone = self.currentIndex(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in _MOVES and alone and here.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(here, QItemSelectionModel.SelectionFlag.Select)

    def _hover(self, row: int | None) -> None:
        before, self._hovered = self._hovered, row
        for changed in (before, row) if before != row else ():
            if changed is not None and changed < self._tiles.count:
                self.viewport().update(self.seen(self._tiles.tile(changed)))


_NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

_MOVES = {
    getattr(Qt.Key, f"Key_{name}") for name in ("Home", "End", "Left", "Right", "Up", "Down", "PageUp", "PageDown")
}
