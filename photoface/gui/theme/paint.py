"""Small things that views draw by hand, in the palette's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen, QPixmap

from photoface.gui.theme.tokens import LEAD, RADIUS, SMALL, TITLE


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The same font at another size of the type scale."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other


def paint_header(painter: QPainter, place: QRect, title: str, note: str, palette: QPalette) -> None:
    """A section's title and, quieter beside it, its note."""
    painter.save()
    font = sized(painter.font(), LEAD, bold=True)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    width = QFontMetrics(font).horizontalAdvance(title)
    painter.drawText(place, flags, title)
    painter.setFont(sized(font, SMALL))
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    leading, trailing = (
        (width + 10, 0) if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight else (0, -width - 10)
    )
    painter.drawText(place.adjusted(leading, 0, trailing, 0), flags, note)
    painter.restore()


def paint_rubber_band(painter: QPainter, band: QRect, palette: QPalette) -> None:
    """The rectangle that is dragged over tiles."""
    color = palette.color(QPalette.ColorRole.Highlight)
    fill = QColor(color)
    fill.setAlpha(40)
    painter.setPen(QPen(color, 1))
    painter.setBrush(fill)
    painter.drawRect(QRectF(band).adjusted(0.5, 0.5, -0.5, -0.5))


def rounded(place: QRectF, radius: float = RADIUS) -> QPainterPath:
    """A rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    return path


def paint_picture(painter: QPainter, place: QRectF, picture: QPixmap, radius: float = RADIUS) -> None:
    """The picture fills the rounded place, its middle kept, without being stretched."""
    ratio = picture.devicePixelRatio()
    width, height = picture.width() / ratio, picture.height() / ratio
    factor = max(place.width() / width, place.height() / height)
    shown = QRectF(0, 0, place.width() / factor, place.height() / factor)
    shown.moveCenter(QPointF(width / 2, height / 2))
    source = QRectF(shown.x() * ratio, shown.y() * ratio, shown.width() * ratio, shown.height() * ratio)
    painter.save()
    painter.setClipPath(rounded(place, radius))
    painter.drawPixmap(place, picture, source)
    painter.restore()


def round_picture(picture: QPixmap, side: int, scale: float) -> QPixmap:
    """The picture in a circle of ``side`` pixels, drawn for a screen of that scale."""
    drawn = QPixmap(round(side * scale), round(side * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paint_picture(painter, QRectF(0, 0, side, side), picture, side / 2)
    painter.end()
    return drawn


def paint_pill(painter: QPainter, corner: QPointF, text: str, ground: QColor, ink: QColor) -> None:
    """A short text on a rounded ground, its right upper corner at ``corner``."""
    font = sized(painter.font(), SMALL, bold=True)
    width = QFontMetrics(font).horizontalAdvance(text) + 14
    place = QRectF(corner.x() - width, corner.y(), max(width, 22), 22)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 11, 11)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_cross(painter: QPainter, place: QRectF, ink: QColor) -> None:
    """A cross in the middle of a picture: not this one."""
    middle, arm = place.center(), place.width() / 6
    painter.save()
    painter.setPen(QPen(ink, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    painter.restore()


def initials(name: str) -> str:
    """One or two letters that stand for a name until its picture is there."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def title_font(font: QFont) -> QFont:
    """The font of a page's title."""
    return sized(font, TITLE, bold=True)
