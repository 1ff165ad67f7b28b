"""The photo of a face, as large as its place: at once the small picture, then the photo itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.session import Ticket
from photoface.gui.theme.paint import paint_picture
from photoface.gui.theme.tokens import RADIUS
from photoface.gui.widgets.picture import Picture

_LEAST = (220, 160)


class LargePhoto(Picture):
    """``show_face`` with where the face is; a file that cannot be read leaves the small picture."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.images, _LEAST[0], whole=True, parent=parent)
        self._desk = desk
        self._image: QImage | None = None
        self._scaled = QPixmap()
        self._decoding = Ticket(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*_LEAST)
        self.setAccessibleName(self.tr("The whole photo"))

    def show_face(self, face: Face | None, frame: Box | None = None) -> None:
        """The photo of this face; frame: where the face is, in parts of the photo's width and height."""
        key = None if face is None else PictureKey("photo", face.photo_id)
        if key != self.key:
            self._decoding.cancel()
            self._image, self._scaled = None, QPixmap()
            if face is not None:
                self._decoding = self._desk.viewer.show(self, face.path, self._have, lambda _error: None)
        self.show_key(key, frame)

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST[0], 2 * _LEAST[1])

    def _have(self, image: QImage) -> None:
        self._image, self._scaled = image, QPixmap()
        self.update()

    def _paint_whole(self, painter: QPainter, picture: QPixmap) -> None:
        picture = self._fitting(picture)
        size = picture.deviceIndependentSize()
        left = self.width() - size.width() if self.isRightToLeft() else 0.0
        place = QRectF(left, 0, size.width(), size.height())
        paint_picture(painter, place, picture)
        if self.frame is not None:
            box, wide, high = self.frame, place.width(), place.height()
            painter.setPen(QPen(self.palette().highlight().color(), 2.5))
            around = QRectF(place.x() + box.x * wide, place.y() + box.y * high, box.width * wide, box.height * high)
            painter.drawRoundedRect(around, RADIUS / 2, RADIUS / 2)

    def _fitting(self, small: QPixmap) -> QPixmap:
        """The picture in the size of its place, made once for each."""
        scale = self.devicePixelRatioF()
        image = self._image
        room = (image.size() if image is not None else small.size()).scaled(
            self.size() * scale, Qt.AspectRatioMode.KeepAspectRatio
        )
        if self._scaled.size() != room:
            source = QPixmap.fromImage(image) if image is not None else small
            whole, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = source.scaled(room, whole, smooth)
            self._scaled.setDevicePixelRatio(scale)
        return self._scaled
