"""The list of pages at the side: icon, title, a number that waits; only icons where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoface.gui.theme.icons import icon
from photoface.gui.theme.paint import paint_pill
from photoface.gui.theme.tokens import SPACE

Index = QModelIndex | QPersistentModelIndex
_NAME, _TITLE, _BADGE, _TOLD = (Qt.ItemDataRole.UserRole + at for at in range(4))
WIDE, NARROW = 184, 60
_MOST = 999


class Sidebar(QListView):
    """``chosen`` with a page's name; ``left`` when Enter or a key to the page asks for the page itself."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = QStandardItemModel(self)
        self._aside: dict[str, QStandardItem] = {}
        self._narrow = self._taking = False
        self.setProperty("kind", "sidebar")
        self.setModel(self._places)
        self.setItemDelegate(_Row(self))
        self.setIconSize(QSize(20, 20))
        self.setFixedWidth(WIDE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages"))
        self.selectionModel().currentChanged.connect(self._choose)

    def add(self, name: str, title: str, icon_name: str) -> None:
        """A page, below the others."""
        item = QStandardItem(icon(icon_name), title)
        item.setData(name, _NAME)
        item.setData(title, _TITLE)
        item.setEditable(False)
        self._places.appendRow(item)
        self._say(item)

    def names(self) -> list[str]:
        """The pages that are seen here, from top to bottom."""
        return [self._places.item(row).data(_NAME) for row in range(self._places.rowCount())]

    def set_shown(self, name: str, shown: bool) -> None:
        """A page where there is something to do only now and then comes and goes, below the others."""
        if shown and name in self._aside:
            self._places.appendRow(self._aside.pop(name))
            self._say(self._item(name))
        elif not shown and name not in self._aside:
            self._take_aside(name)

    def title_of(self, name: str) -> str:
        """What a page is called."""
        return str(self._item(name).data(_TITLE))

    def set_badge(self, name: str, number: int, told: str = "") -> None:
        """How much waits on a page; none for 0. told: what it is, line by line."""
        item = self._item(name)
        if (item.data(_BADGE), item.data(_TOLD)) != (number, told):
            item.setData(number, _BADGE)
            item.setData(told, _TOLD)
            self._say(item)

    def told(self, name: str) -> str:
        """What the tooltip of a page says."""
        return self._item(name).toolTip()

    def badge(self, name: str) -> int:
        """The number beside a page."""
        return int(self._item(name).data(_BADGE) or 0)

    @property
    def narrow(self) -> bool:
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Icons only; titles are tooltips then."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.setFixedWidth(NARROW if narrow else WIDE)
            for row in range(self._places.rowCount()):
                self._say(self._places.item(row))
            self.scheduleDelayedItemsLayout()

    def mark(self, name: str) -> None:
        """The page that is seen, if it is one of these."""
        if name in self.names():
            self.setCurrentIndex(self._places.index(self.names().index(name), 0))
        elif name in self._aside:
            self._mark_none()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, name: str) -> QStandardItem:
        return self._aside.get(name) or self._places.item(self.names().index(name))

    def _take_aside(self, name: str) -> None:
        row = self.names().index(name)
        if row == self.currentIndex().row():
            self._mark_none()
        self._taking = True  # whoever is on another page stays there
        self._aside[name] = self._places.takeRow(row)[0]
        self._taking = False

    def _mark_none(self) -> None:
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def _say(self, item: QStandardItem) -> None:
        title, number = str(item.data(_TITLE)), int(item.data(_BADGE) or 0)
        waiting = self.tr("%n waiting", "", number) if number else ""
        told = str(item.data(_TOLD) or "") if number else ""
        spoken = ", ".join(part for part in (title, waiting, *told.splitlines()) if part)
        item.setAccessibleText(spoken)
        lines = [", ".join(part for part in (title, waiting) if part), *told.splitlines()]
        item.setToolTip("\n".join(lines) if self._narrow or number else "")

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._taking:
            self.chosen.emit(current.data(_NAME))


class _Row(QStyledItemDelegate):
    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._sidebar.narrow:
            option.text = ""
            option.decorationAlignment = Qt.AlignmentFlag.AlignCenter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        number = int(index.data(_BADGE) or 0)
        if not number:
            return
        text = option.locale.toString(number) if number <= _MOST else f"{option.locale.toString(_MOST)}+"
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.HighlightedText)
        if self._sidebar.narrow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors[0])
            painter.drawEllipse(QPointF(option.rect.center().x() + 12, option.rect.top() + 9), 4, 4)
        else:
            width = option.fontMetrics.horizontalAdvance(text) + 14
            leading = option.direction == Qt.LayoutDirection.RightToLeft
            right = option.rect.left() + 2 * SPACE + width if leading else option.rect.right() - 2 * SPACE
            paint_pill(painter, QPointF(right, option.rect.center().y() - 10), text, *colors)
        painter.restore()
