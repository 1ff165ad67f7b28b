"""One small picture as a widget: a face crop that fills its place, or a whole photo with a box around a face."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoface.domain.geometry import Box
from photoface.gui.core.images import Images, PictureKey
from photoface.gui.theme.paint import paint_picture, rounded
from photoface.gui.theme.tokens import RADIUS


class Picture(QWidget):
    """side: in pixels. whole: the whole picture is seen, else its middle fills a square. Without a key it is empty."""

    def __init__(self, images: Images, side: int, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images, self._side, self._whole = images, side, whole
        self._key: PictureKey | None = None
        self._frame: Box | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        images.arrived.connect(self._arrived)

    @property
    def key(self) -> PictureKey | None:
        return self._key

    @property
    def frame(self) -> Box | None:
        """The box in a whole photo."""
        return self._frame

    def show_key(self, key: PictureKey | None, frame: Box | None = None) -> None:
        """Show this picture; frame: a box to draw in a whole photo, in parts of its width and height (0 to 1)."""
        self._key, self._frame = key, frame
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._key is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        found = self._images.get(self._key)
        if found is None:
            painter.fillPath(rounded(QRectF(self.rect())), self.palette().color(QPalette.ColorRole.Midlight))
        elif self._whole:
            self._paint_whole(painter, found)
        else:
            paint_picture(painter, QRectF(self.rect()), found)

    def _paint_whole(self, painter: QPainter, picture: QPixmap) -> None:
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        paint_picture(painter, place, picture)
        if self._frame is not None:
            x, y, width, height = self._frame.x, self._frame.y, self._frame.width, self._frame.height
            wide, high = size.width(), size.height()
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.5))
            painter.drawRoundedRect(QRectF(x * wide, y * high, width * wide, height * high), RADIUS / 2, RADIUS / 2)

    def _arrived(self, keys: frozenset[PictureKey]) -> None:
        if self._key in keys:
            self.update()


class PictureButton(Picture):
    """``pointed`` when the mouse is upon it, or the focus comes to it by Tab."""

    pointed = Signal()

    def __init__(self, images: Images, side: int, parent: QWidget | None = None) -> None:
        super().__init__(images, side, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit()
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
            painter.drawPath(rounded(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)))
