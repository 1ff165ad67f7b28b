"""Rows of two lines: a title, a quieter note, and a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoface.gui.models.roles import Role
from photoface.gui.theme.paint import rounded, sized
from photoface.gui.theme.tokens import BODY, SMALL, SMALL_RADIUS, SPACE

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 56
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class LineDelegate(QStyledItemDelegate):
    """For lists of sentences. paths: titles are paths, whose ends tell them apart: the middle is left out."""

    def __init__(self, parent: QWidget | None = None, *, paths: bool = False) -> None:
        super().__init__(parent)
        self._elide = Qt.TextElideMode.ElideMiddle if paths else Qt.TextElideMode.ElideRight

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        place = option.rect.adjusted(SPACE, 2, -SPACE, -2)
        self._paint_ground(painter, place, option)
        inner = place.adjusted(3 * SPACE, SPACE, -3 * SPACE, -SPACE)
        self._paint_texts(painter, inner, option.palette, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        shape = rounded(place.toRectF(), SMALL_RADIUS)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Midlight if selected else QPalette.ColorRole.AlternateBase
            painter.fillPath(shape, option.palette.color(role))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawPath(shape)

    def _paint_texts(self, painter: QPainter, place: QRect, palette: QPalette, index: Index) -> None:
        word, half = str(index.data(Role.BADGE) or ""), place.height() // 2
        painter.setFont(sized(painter.font(), SMALL))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, _TRAILING, word)
        taken = painter.fontMetrics().horizontalAdvance(word) + 4 * SPACE if word else 0
        room = QRect(place.x(), place.y(), place.width() - taken, place.height())
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room.translate(taken, 0)
        note = painter.fontMetrics().elidedText(
            str(index.data(Role.NOTE) or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(QRect(room.x(), place.center().y() + 1, room.width(), half), _LEADING, note)
        font = sized(painter.font(), BODY, bold=True)
        title = QFontMetrics(font).elidedText(str(index.data(Role.TITLE)), self._elide, room.width())
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText if word else QPalette.ColorRole.Text))
        painter.drawText(QRect(room.x(), place.y(), room.width(), half), _LEADING, title)
