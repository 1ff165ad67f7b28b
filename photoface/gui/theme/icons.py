"""The icons: SVG line drawings in resources/icons, drawn in a colour of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from photoface.config.paths import resource

_POINTING = frozenset({"back", "forward", "undo", "redo", "skip", "open-with"})
"""Those that point where reading goes, or back: mirrored where it goes from right to left."""


class _TintedSvg(QIconEngine):
    """Draws an SVG whose strokes are currentColor in a colour of the palette, so that it follows the theme."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QApplication.palette()
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        color = palette.color(group, self._role).name()
        drawing = _source(self._name).replace("currentColor", color)
        place = QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        if self._name in _POINTING and QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(place.left() + place.right(), 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, place)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _TintedSvg(self._name, self._role)


@lru_cache
def _source(name: str) -> str:
    return resource("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """The icon of that name, e.g. "people"; a missing one is a mistake in the program.

    role: of the palette, for its colour; on the accent colour that is HighlightedText.
    """
    _source(name)
    return QIcon(_TintedSvg(name, role))
