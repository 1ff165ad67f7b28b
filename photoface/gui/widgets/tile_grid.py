"""A grid of equal tiles under section headers as Qt's views see it: which tile is where, and what is at the top.

QListView can show neither headers nor a million tiles without laying all of them out; this view computes places. It is
one nevertheless, for Qt tells screen readers of the rows of its own views only, and asks them where these are.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QListView, QStyle, QToolTip, QWidget

from photoface.gui.widgets.anchors import Anchor, anchor_of, return_to
from photoface.gui.widgets.tile_layout import Metrics, Section, TileLayout
from photoface.gui.widgets.tile_layout import Place as Rectangle
from photoface.gui.widgets.tile_moves import Move, target

Index = QModelIndex | QPersistentModelIndex


class TileGrid(QListView):
    """Where the tiles are, in two systems: the content's pixels (``tiles``), and the viewport's, which is a part of
    them, mirrored where one reads from right to left."""

    resized = Signal()

    def __init__(self, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._tiles = TileLayout((), metrics, 100)
        self._kept: Anchor | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

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
        return self.seen(self._tiles.tile(index.row()))

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

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, seen = QRegion(), self.visible_rows()  # the others need not be drawn anew: a hundred thousand may be
        for at in range(selection.count()):
            run = selection.at(at)
            for row in range(max(run.top(), seen.start), min(run.bottom() + 1, seen.stop)):
                region += self.seen(self._tiles.tile(row))
        return region

    def updateGeometries(self) -> None:
        seen = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tiles.height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(max(24, self._tiles.tile_height // 3))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor() if event.oldSize().width() != event.size().width() else None
        QAbstractItemView.resizeEvent(self, event)
        self.relayout()
        if anchor is not None:
            self.return_to(anchor)
        self.resized.emit()

    def seen(self, place: Rectangle) -> QRect:
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


def _rect(place: Rectangle) -> QRect:
    return QRect(place.x, place.y, place.width, place.height)
