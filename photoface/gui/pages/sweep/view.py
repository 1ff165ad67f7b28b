"""The grid of a sweep: a click takes a face out or back in, the line can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from photoface.gui.core.images import Images
from photoface.gui.models.roles import Role
from photoface.gui.models.sweep_model import Fate, SweepModel
from photoface.gui.pages.sweep.dividing import above_at, is_near, path_of
from photoface.gui.theme.paint import paint_cross, paint_pill, rounded
from photoface.gui.theme.tokens import ON_PHOTO, PHOTO_SHADE, RADIUS, SPACE
from photoface.gui.widgets.tile_delegate import Index, TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView

LOOK = TileLook(picture=112)


class SweepView(TileView):
    """``toggled`` with the row that was clicked; ``line_moved`` with how many are above the line now."""

    toggled = Signal(int)
    line_moved = Signal(int)

    def __init__(self, model: SweepModel, images: Images) -> None:
        super().__init__(Metrics(LOOK.picture, LOOK.height, gap=4 * SPACE))
        self._sweep = model
        self._dragging = False
        self._pressed: int | None = None
        self.setModel(model)
        self.setItemDelegate(SweepDelegate(images, LOOK, self))
        model.dataChanged.connect(lambda *_: self.viewport().update())

    @property
    def line(self) -> list[QPointF]:
        """The corners of the line, in this widget's pixels."""
        if not self._sweep.rowCount():
            return []
        path = path_of(self.tiles, self._sweep.line, self.viewport().width())
        return [self.seen_point(point) for point in path]

    def viewportEvent(self, event: QEvent) -> bool:
        """What a tip would say stands in the panel, and it would cover the faces that come next."""
        return True if event.type() == QEvent.Type.ToolTip else super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and is_near(self.line, point):
            self._dragging = True
            return
        index = self.indexAt(point)
        self._pressed = index.row() if plain and index.isValid() else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._dragging:
            self._follow(point)
            return
        near = is_near(self.line, point) and not event.buttons()
        self.viewport().setCursor(Qt.CursorShape.SplitVCursor if near else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            return
        banding = self.state() == TileView.State.DragSelectingState
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if self._pressed is not None and index.isValid() and index.row() == self._pressed and not banding:
            self.toggled.emit(self._pressed)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks take a face out and back in; the photo is opened by Enter."""
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        path = self.line
        if not path:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.palette().highlight().color(), self.palette().highlightedText().color()
        painter.setPen(QPen(colors[0], 2.5))
        painter.drawPolyline(path)
        corner = QPointF(max(each.x() for each in path) - SPACE, path[-1].y() - 11)
        paint_pill(painter, corner, self.locale().toString(self._sweep.line), *colors)

    def _follow(self, point: QPoint) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if not 0 <= point.y() <= seen:
            bar.setValue(bar.value() + (point.y() if point.y() < 0 else point.y() - seen))
        self.line_moved.emit(above_at(self.tiles, self.meant_point(point)))


class SweepDelegate(TileDelegate):
    """A tick on what will be confirmed, a cross on what was taken out; what is below the line is pale."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fate = index.data(Role.FATE)
        painter.save()
        painter.setOpacity(0.35 if fate is Fate.LEFT else 1.0)
        super().paint(painter, option, index)
        painter.restore()
        if fate is Fate.NO:
            tile = option.rect
            place = QRectF(tile.x(), tile.y(), tile.width(), tile.width())
            painter.fillPath(rounded(place, RADIUS), QColor(PHOTO_SHADE))
            paint_cross(painter, place, QColor(ON_PHOTO))
