"""How a tile is drawn: picture, badge, tick, title and note, from the model's roles and the palette's colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoface.gui.core.images import Images, PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.theme.paint import initials, paint_picture, paint_pill, rounded, sized
from photoface.gui.theme.tokens import BODY, RADIUS, SMALL, TITLE

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TileLook:
    """picture: side of the square picture, in pixels, at least; lines: of text below it (0 to 2); round: for people."""

    picture: int
    lines: int = 0
    round: bool = False

    @property
    def height(self) -> int:
        """Of the whole tile."""
        return self.picture + (0, 28, 48)[self.lines]


class TileDelegate(QStyledItemDelegate):
    """Draws tiles of one look. Pictures come from ``images``; until they do, the ground and initials stand there."""

    def __init__(self, images: Images, look: TileLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.picture, self.look.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        tile = option.rect
        picture = QRectF(tile.x(), tile.y(), tile.width(), tile.width())
        self._paint_picture(painter, picture, index, option.palette)
        self._paint_marks(painter, picture, index, option)
        self._paint_texts(painter, tile, index, option.palette)
        painter.restore()

    def _radius(self, place: QRectF) -> float:
        return place.width() / 2 if self.look.round else RADIUS

    def _paint_picture(self, painter: QPainter, place: QRectF, index: Index, palette: QPalette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawPath(rounded(place, self._radius(place)))
        key = index.data(Role.PICTURE)
        found = self._images.get(key) if isinstance(key, PictureKey) else None
        if found is not None:
            paint_picture(painter, place, found, self._radius(place))
        elif index.data(Role.TITLE):
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.setFont(sized(painter.font(), TITLE))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials(str(index.data(Role.TITLE))))

    def _paint_marks(self, painter: QPainter, place: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        palette, state = option.palette, option.state
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(accent, 4))
            painter.drawPath(rounded(place.adjusted(2, 2, -2, -2), self._radius(place) - 2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 2))
            painter.drawPath(rounded(place.adjusted(1, 1, -1, -1), self._radius(place) - 1))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1.5, Qt.PenStyle.DashLine))
            painter.drawPath(rounded(place.adjusted(5, 5, -5, -5), max(self._radius(place) - 5, 2)))
        if index.data(Role.MARKED):
            _paint_tick(painter, QPointF(place.right() - 25, place.bottom() - 25), palette)
        badge = index.data(Role.BADGE)
        if badge:
            paint_pill(painter, QPointF(place.right() - 5, place.top() + 5), str(badge), accent, _ink(palette))

    def _paint_texts(self, painter: QPainter, tile: QRect, index: Index, palette: QPalette) -> None:
        flags = Qt.AlignmentFlag.AlignHCenter if self.look.round else Qt.AlignmentFlag.AlignLeading
        top = tile.y() + tile.width() + 6
        texts = ((Role.TITLE, BODY, True, QPalette.ColorRole.Text), (Role.NOTE, SMALL, False, _QUIET))
        for line, (role, size, bold, color) in enumerate(texts[: self.look.lines]):
            font = sized(painter.font(), size, bold=bold)
            words = str(index.data(role) or "")
            text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, tile.width())
            painter.setFont(font)
            painter.setPen(palette.color(color))
            painter.drawText(QRect(tile.x(), top + 20 * line, tile.width(), 20), flags, text)


_QUIET = QPalette.ColorRole.PlaceholderText


def _ink(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.HighlightedText)


def _paint_tick(painter: QPainter, corner: QPointF, palette: QPalette) -> None:
    """A tick in a disc of 20 pixels: a human confirmed this."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    painter.drawEllipse(QRectF(corner.x(), corner.y(), 20, 20))
    painter.setPen(QPen(_ink(palette), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    points = [QPointF(corner.x() + x, corner.y() + y) for x, y in ((5.5, 10.5), (8.7, 13.7), (14.5, 7))]
    painter.drawPolyline(points)
