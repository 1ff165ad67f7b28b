"""Where a photo is in a widget: scale and offset, in widget pixels per pixel of the full photo."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from photoface.domain.geometry import Size

_LARGEST = 8.0
_ENLARGED = 2.0
"""A small photo is shown as large as its place, but no larger than this: beyond there is nothing to see but blur."""


class Zoom:
    """``scale``: widget pixels per photo pixel."""

    def __init__(self) -> None:
        self.scale = 1.0
        self._offset = QPointF(0, 0)
        self._size = Size(1, 1)
        self._room = QSizeF(1, 1)

    @property
    def fitting(self) -> float:
        """The scale at which all of the photo is seen; small photos are enlarged somewhat."""
        return min(self._room.width() / self._size.width, self._room.height() / self._size.height, _ENLARGED)

    @property
    def smallest(self) -> float:
        """No smaller than all of it, and a small photo no smaller than it is."""
        return min(self.fitting, 1.0)

    def fit(self, room: QSizeF, size: Size | None) -> None:
        """Show all of it, in the middle. size: of another photo."""
        self._room, self._size = room, size or self._size
        self.scale = self.fitting
        self._settle()

    def by(self, factor: float, around: QPointF) -> None:
        """Larger or smaller; the point of the widget stays over the same point of the photo."""
        fixed = self.to_photo(around)
        self.scale = min(max(self.scale * factor, self.smallest), max(_LARGEST, self.smallest))
        self._offset = around - fixed * self.scale
        self._settle()

    def move(self, by: QPointF) -> None:
        """Drag the photo, no further than its edges."""
        self._offset += by
        self._settle()

    def whole(self) -> QRectF:
        """Where the whole photo is in the widget."""
        return QRectF(self._offset.x(), self._offset.y(), self._size.width * self.scale, self._size.height * self.scale)

    def to_widget(self, point: QPointF) -> QPointF:
        """From pixels of the photo."""
        return self._offset + point * self.scale

    def to_photo(self, point: QPointF) -> QPointF:
        """From pixels of the widget."""
        return (point - self._offset) / self.scale

    def _settle(self) -> None:
        whole = self.whole()
        self._offset = QPointF(
            _kept(self._offset.x(), whole.width(), self._room.width()),
            _kept(self._offset.y(), whole.height(), self._room.height()),
        )


def _kept(offset: float, length: float, room: float) -> float:
    """In the middle where there is room around, else without a gap at either end."""
    return (room - length) / 2 if length <= room else min(max(offset, room - length), 0.0)
