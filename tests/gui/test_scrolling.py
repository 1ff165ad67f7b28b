"""Scrolling draws anew what comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel

from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView


class _Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_scrolled_grid_is_drawn_anew(qtbot) -> None:
    view = TileView(Metrics(100, 100))
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(each) for each in range(1000)], view))
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    paints = _Paints(view)
    view.viewport().installEventFilter(paints)
    for offset in (30, 5000, 0):
        before = paints.count
        view.verticalScrollBar().setValue(offset)
        qtbot.waitUntil(lambda before=before: paints.count > before)
