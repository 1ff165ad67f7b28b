"""The grid of all pages: equal tiles under section headers, laid out and drawn only where they are seen.

QListView can show neither headers nor a million tiles without laying all of them out; this view computes places. It is
one nevertheless, for Qt tells screen readers of the rows of its own views only, and asks them where these are.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from photoface.gui.theme.paint import paint_header, paint_rubber_band
from photoface.gui.widgets.anchors import Anchor, anchor_of, return_to
from photoface.gui.widgets.runs import selection_of
from photoface.gui.widgets.tile_layout import Metrics, Section, TileLayout
from photoface.gui.widgets.tile_layout import Place as Rectangle
from photoface.gui.widgets.tile_moves import Move, target

Index = QModelIndex | QPersistentModelIndex


class TileView(QListView):
    """A virtual grid. ``opened`` tells of a double click or Enter on a tile, with its index."""

    opened = Signal(QModelIndex)
    resized = Signal()

    def __init__(self, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._tiles = TileLayout((), metrics, 100)
        self._hovered: int | None = None
        self._band: QRect | None = None
        self._kept: Anchor | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.doubleClicked.connect(self.opened)

    # -- what is shown --

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._keep)
            model.modelReset.connect(self._restore)
            model.layoutChanged.connect(self.relayout)
            model.rowsInserted.connect(self.relayout)
            model.rowsRemoved.connect(self.relayout)
        self.relayout()

    def set_metrics(self, metrics: Metrics) -> None:
        """Another tile size; what was at the top stays there."""
        anchor = self.anchor()
        self._metrics = metrics
        self.relayout()
        self.return_to(anchor)

    @property
    def metrics(self) -> Metrics:
        return self._metrics

    @property
    def tiles(self) -> TileLayout:
        """Where the tiles are, in the content's pixels."""
        return self._tiles

    def relayout(self) -> None:
        """Compute all places anew."""
        model = self.model()
        sections = getattr(model, "sections", None) or (Section("", model.rowCount() if model else 0),)
        self._tiles = TileLayout(sections, self._metrics, self.viewport().width())
        self._hovered = None
        self.updateGeometries()
        self.viewport().update()

    def visible_rows(self) -> range:
        """The rows that are seen now."""
        top = self.verticalOffset()
        return self._tiles.rows_between(top, top + self.viewport().height())

    # -- keeping the place --

    def anchor(self) -> Anchor:
        """Where the view stands, to come back to."""
        return anchor_of(self)

    def return_to(self, anchor: Anchor) -> None:
        """Select and scroll as then, as far as the tiles are still there."""
        return_to(self, anchor)

    def _keep(self) -> None:
        self._kept = self.anchor()

    def _restore(self) -> None:
        QToolTip.hideText()  # it would tell of a tile that is elsewhere now
        self.relayout()
        if self._kept is not None:
            self.return_to(self._kept)
            self._kept = None

    # -- what QAbstractItemView asks; a QListView's own layout is never made --

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        QAbstractScrollArea.scrollContentsBy(self, dx, dy)  # a QListView without a layout draws nothing anew

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= self._tiles.count:
            return QRect()
        return self._seen(self._tiles.tile(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.meant_point(point)
        row = self._tiles.row_at(place.x(), place.y())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid() or index.row() >= self._tiles.count:
            return
        place, bar, seen = self._tiles.tile(index.row()), self.verticalScrollBar(), self.viewport().height()
        top, low = place.y - self._metrics.gap, place.y + place.height + self._metrics.gap
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + low - seen) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif low > bar.value() + seen:
            bar.setValue(low - seen)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if not self._tiles.count:
            return QModelIndex()
        here = self.currentIndex().row()
        leftward, seen = self.isRightToLeft(), self.viewport().height()
        return self.model().index(0 if here < 0 else target(self._tiles, action, here, seen, leftward=leftward), 0)

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
        return [row for row in rows if self._seen(self._tiles.tile(row)).intersects(band)]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, seen = QRegion(), self.visible_rows()  # the others need not be drawn anew: a hundred thousand may be
        for at in range(selection.count()):
            run = selection.at(at)
            for row in range(max(run.top(), seen.start), min(run.bottom() + 1, seen.stop)):
                region += self._seen(self._tiles.tile(row))
        return region

    def updateGeometries(self) -> None:
        seen = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tiles.height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(max(24, self._tiles.tile_height // 3))
        QAbstractItemView.updateGeometries(self)

    # -- drawing and input --

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, low = event.rect().top() + self.verticalOffset(), event.rect().bottom() + 1 + self.verticalOffset()
        for at in self._tiles.headers_between(top, low):
            section = self._tiles.sections[at]
            if section.title:
                paint_header(painter, self._seen(self._tiles.header(at)), section.title, section.note, self.palette())
        for row in self._tiles.rows_between(top, low):
            self._paint_tile(painter, row)
        if self._band is not None and self.state() == QAbstractItemView.State.DragSelectingState:
            paint_rubber_band(painter, self._band, self.palette())

    def _paint_tile(self, painter: QPainter, row: int) -> None:
        index = self.model().index(row, 0)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self._seen(self._tiles.tile(row))
        flags = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            flags |= QStyle.StateFlag.State_Selected
        if row == self._hovered:
            flags |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            flags |= QStyle.StateFlag.State_HasFocus
        option.state = flags
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor() if event.oldSize().width() != event.size().width() else None
        QAbstractItemView.resizeEvent(self, event)
        self.relayout()
        if anchor is not None:
            self.return_to(anchor)
        self.resized.emit()

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
                self.viewport().update(self._seen(self._tiles.tile(changed)))

    def _seen(self, place: Rectangle) -> QRect:
        """A place of the content in the viewport's pixels; the content runs from left to right always."""
        place_here = _rect(place).translated(0, -self.verticalOffset())
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), place_here)

    def seen_point(self, point: QPointF) -> QPointF:
        """A point of the content in the viewport's pixels."""
        x = self.viewport().width() - point.x() if self.isRightToLeft() else point.x()
        return QPointF(x, point.y() - self.verticalOffset())

    def meant_point(self, point: QPoint) -> QPoint:
        """A point of the viewport in the content's pixels."""
        here = QStyle.visualPos(self.layoutDirection(), self.viewport().rect(), point)
        return here + QPoint(0, self.verticalOffset())


_NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

_MOVES = {
    getattr(Qt.Key, f"Key_{name}") for name in ("Home", "End", "Left", "Right", "Up", "Down", "PageUp", "PageDown")
}


def _rect(place: Rectangle) -> QRect:
    return QRect(place.x, place.y, place.width, place.height)
