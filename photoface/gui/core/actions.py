"""Every command of the window in one register: menus, buttons and the sheet of shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoface.gui.theme.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """name: stable, e.g. "review.yes"; area: heading on the sheet; text: as in menus; keys: the first one is shown.

    hint: a sentence for tooltips and status tips.
    """

    name: str
    area: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    hint: str = ""


class Actions(QObject):
    """Makes QActions of commands and remembers them by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[str, tuple[Command, QAction]] = {}

    def add(self, widget: QWidget, command: Command, run: Callable[[], object], *, everywhere: bool = False) -> QAction:
        """A command that works while ``widget`` or one of its children has the focus, or in the whole window."""
        action = QAction(command.text, widget)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(context)
        action.setToolTip(_tip(command))
        action.setObjectName(command.name)
        action.triggered.connect(lambda _checked=False: run())
        widget.addAction(action)
        self._made[command.name] = (command, action)
        return action

    def get(self, name: str) -> QAction:
        """The action of that name; KeyError is a mistake in the program."""
        return self._made[name][1]

    def named(self, *beginnings: str) -> tuple[str, ...]:
        """The names of all commands that begin so, in the order they were added."""
        return tuple(name for name in self._made if name.startswith(beginnings))

    def commands(self) -> tuple[Command, ...]:
        """All commands, in the order they were added."""
        return tuple(command for command, _ in self._made.values())


def _tip(command: Command) -> str:
    text = command.hint or command.text.replace("&", "")
    if not command.keys:
        return text
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})"
