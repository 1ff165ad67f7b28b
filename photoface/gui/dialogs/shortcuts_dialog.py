"""The sheet of shortcuts, made from the real actions: what is not a real command cannot be on it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photoface.gui.core.actions import Actions, Command
from photoface.gui.theme.tokens import SPACE

_COLUMNS = 3


class ShortcutsDialog(QDialog):
    """All commands that have keys, by area, in columns; those of the present page first."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setSpacing(8 * SPACE)
        columns.setContentsMargins(2 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        lengths = [0] * _COLUMNS
        for stack in stacks:
            columns.addLayout(stack, 1)
        for area, commands in _by_area(actions):
            shortest = lengths.index(min(lengths))
            stacks[shortest].addLayout(_section(area, commands))
            lengths[shortest] += len(commands) + 2
        for stack in stacks:
            stack.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.ensurePolished()
        scroll.setMinimumWidth(inner.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width() + 2 * SPACE)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(scroll)
        self.ensurePolished()
        margins, bar = column.contentsMargins(), scroll.verticalScrollBar().sizeHint().width()
        needed = inner.sizeHint().width() + bar + margins.left() + margins.right() + 2 * scroll.frameWidth()
        self.resize(max(1080, needed), 680)


def _by_area(actions: Actions) -> list[tuple[str, list[Command]]]:
    with_keys = [command for command in actions.commands() if command.keys]
    with_keys.sort(key=lambda command: _distance(actions, command))
    areas = list(dict.fromkeys(command.area for command in with_keys))
    with_keys.sort(key=lambda command: areas.index(command.area))
    return [(area, list(group)) for area, group in groupby(with_keys, key=lambda command: command.area)]


def _distance(actions: Actions, command: Command) -> int:
    """What works on the page that is seen comes first, then what works everywhere, then the rest."""
    place = actions.get(command.name).parent()
    if not isinstance(place, QWidget) or not place.isVisible():
        return 2
    return 1 if place.isWindow() else 0


def _section(area: str, commands: list[Command]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(SPACE)
    grid.setHorizontalSpacing(4 * SPACE)
    grid.setContentsMargins(0, 0, 0, 5 * SPACE)
    heading = QLabel(area)
    heading.setProperty("kind", "strong")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, command in enumerate(commands, start=1):
        keys = QLabel(", ".join(_shown(each) for each in command.keys))
        keys.setProperty("kind", "note")
        grid.addWidget(QLabel(command.text.replace("&", "")), row, 0)
        grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignTrailing)
    grid.setColumnStretch(0, 1)
    return grid


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
