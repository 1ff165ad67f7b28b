"""The full screen has the photo only: what is around it is hidden, and no margins are left where it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget


class Bare:
    """around, and the widgets of tools: what is hidden; rows: the page's layout, whose first row is its header, and
    that of its foot."""

    def __init__(self, around: Sequence[QWidget], tools: QHBoxLayout, rows: tuple[QBoxLayout, QBoxLayout]) -> None:
        self._around, self._tools = around, tools
        self._body, self._foot = rows
        self._margins: dict[QLayout, QMargins] = {}
        self.shown = False

    def show_bare(self, bare: bool) -> None:
        """Hide what is around the photo, or show it again."""
        self.shown = bare
        for widget in (*self._around, *self._tool_widgets()):
            widget.setVisible(not bare)
        header = self._body.itemAt(0)
        for row in (header.layout() if header is not None else None, self._foot):
            if row is not None and bare:
                self._margins[row] = row.contentsMargins()
                row.setContentsMargins(0, 0, 0, 0)
            elif row in self._margins:
                row.setContentsMargins(self._margins[row])

    def _tool_widgets(self) -> list[QWidget]:
        items = (self._tools.itemAt(at) for at in range(self._tools.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]
