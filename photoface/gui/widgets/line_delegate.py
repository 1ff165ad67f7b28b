"""Rows of two lines: a title, a quieter note, and a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoface.gui.models.roles import Role
from photoface.gui.theme.paint import rounded, sized
from photoface.gui.theme.tokens import BODY, SMALL, SMALL_RADIUS, SPACE

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 56


class LineDelegate(QStyledItemDelegate):
    """For lists of sentences."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(SPACE, 2, -SPACE, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Button if selected else QPalette.ColorRole.AlternateBase
            painter.fillPath(rounded(place.toRectF(), SMALL_RADIUS), option.palette.color(role))
        inner = place.adjusted(3 * SPACE, SPACE, -3 * SPACE, -SPACE)
        self._paint_texts(painter, inner, option.palette, index)
        painter.restore()

    def _paint_texts(self, painter: QPainter, place: QRect, palette: QPalette, index: Index) -> None:
        word = str(index.data(Role.BADGE) or "")
        painter.setFont(sized(painter.font(), SMALL))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, word)
        lower = QRect(place.x(), place.center().y() + 1, place.width(), place.height() // 2)
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, str(index.data(Role.NOTE) or ""))
        font = sized(painter.font(), BODY, bold=True)
        room = place.width() - QFontMetrics(font).horizontalAdvance(word) - 4 * SPACE
        title = QFontMetrics(font).elidedText(str(index.data(Role.TITLE)), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText if word else QPalette.ColorRole.Text))
        upper = QRect(place.x(), place.y(), room, place.height() // 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
