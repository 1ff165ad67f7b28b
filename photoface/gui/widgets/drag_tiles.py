"""A grid whose tiles can be carried away, and on whose tiles something can be dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoface.gui.core.carried import Carried, packed, unpacked
from photoface.gui.core.images import Images, PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.theme.paint import paint_picture, paint_pill
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView

_SHOWN = 72

Carry = Callable[[Sequence[QModelIndex]], Carried]
Takes = Callable[[Carried, QModelIndex], bool]


class DragTileView(TileView):
    """``dropped`` with what was carried and the index it was dropped on; only where ``takes`` says so."""

    dropped = Signal(object, QModelIndex)

    def __init__(self, metrics: Metrics, images: Images, carry: Carry, parent: QWidget | None = None) -> None:
        super().__init__(metrics, parent)
        self._images, self._carry = images, carry
        self.takes: Takes = lambda _carried, _index: False
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(True)

    def selected_rows(self) -> list[int]:
        """The selected rows, rising; by ranges, for ten thousand may be selected."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(each) for each in range(chosen.count())]
        return sorted({row for run in ranges for row in range(run.top(), run.bottom() + 1)})

    def carried(self) -> Carried:
        """What a drag of the selected tiles carries."""
        return self._carry([self.model().index(row, 0) for row in self.selected_rows()])

    def startDrag(self, actions: Qt.DropAction) -> None:
        carried = self.carried()
        if not carried.count:
            return
        drag = QDrag(self)
        drag.setMimeData(packed(carried))
        drag.setPixmap(self._picture(carried.count))
        drag.setHotSpot(QPoint(_SHOWN // 2, _SHOWN // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(unpacked(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index, carried = self.indexAt(event.position().toPoint()), unpacked(event.mimeData())
        fits = carried is not None and index.isValid() and self.takes(carried, index)
        self._hover(index.row() if fits else None)
        event.setAccepted(fits)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(None)

    def dropEvent(self, event: QDropEvent) -> None:
        index, carried = self.indexAt(event.position().toPoint()), unpacked(event.mimeData())
        self._hover(None)
        if carried is not None and index.isValid() and self.takes(carried, index):
            event.acceptProposedAction()
            self.dropped.emit(carried, index)

    def _picture(self, count: int) -> QPixmap:
        """The current tile's face with how many there are."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(_SHOWN * ratio), round(_SHOWN * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        key = self.currentIndex().data(Role.PICTURE)
        found = self._images.get(key) if isinstance(key, PictureKey) else None
        painter = QPainter(drawn)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if found is not None:
            paint_picture(painter, QRectF(0, 0, _SHOWN, _SHOWN), found, _SHOWN / 2)
        if count > 1:
            accent, ink = self.palette().highlight().color(), self.palette().highlightedText().color()
            paint_pill(painter, QRectF(0, 0, _SHOWN, _SHOWN).topRight(), f"{count:,}", accent, ink)
        painter.end()
        return drawn
