"""What can be done in a sweep, as commands: keys, menus and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.actions import Command

if TYPE_CHECKING:
    from photoface.gui.pages.sweep.page import SweepPage

Run = Callable[[], object]


def tr(text: str) -> str:
    return QCoreApplication.translate("SweepCommands", text)


def add_commands(page: SweepPage) -> None:
    """Register all of them; two have a button."""
    for command, run in _of_faces(page):
        page.desk.actions.add(page.view, command, run)
    for command, run in _of_page(page):
        page.desk.actions.add(page, command, run, everywhere=True)
    for name in ("sweep.skip", "sweep.single"):
        page.tools.addWidget(page.tool_button(page.desk.actions.get(name), text=True))


def _of_faces(page: SweepPage) -> tuple[tuple[Command, Run], ...]:
    area, take_out = tr("Sweep"), page.take_out
    here = tr("What is below the line stays as it is")
    return (
        (Command("sweep.toggle", area, tr("Take out or put back"), ("Space",)), take_out),
        (Command("sweep.no", area, tr("Take out"), ("N", "X", "Del"), "no"), partial(take_out, out=True)),
        (Command("sweep.yes", area, tr("Put back"), ("Y",), "yes"), partial(take_out, out=False)),
        (Command("sweep.line", area, tr("Draw the line below this face"), ("L",), "", here), page.line_here),
        (Command("sweep.end", area, tr("Draw the line below all"), ("Shift+L",)), page.line_below_all),
        (Command("sweep.all", area, tr("Select all"), ("Ctrl+A",)), page.view.selectAll),
        (Command("sweep.clear", area, tr("Select none"), ("Ctrl+Shift+A", "Esc")), page.view.clearSelection),
    )


def _of_page(page: SweepPage) -> tuple[tuple[Command, Run], ...]:
    area = tr("Sweep")
    later = tr("Somebody else first; these guesses come last")
    single = tr("One question at a time instead of a grid")
    return (
        (Command("sweep.finish", area, tr("Do what the button says"), ("Ctrl+Return", "Ctrl+Enter")), page.finish),
        (Command("sweep.skip", area, tr("Skip"), ("Ctrl+S",), "skip", later), page.skip),
        (Command("sweep.single", area, tr("One at a time"), ("Ctrl+B",), "question", single), page.one_at_a_time),
    )
