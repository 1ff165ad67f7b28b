"""What can be done with a question, as commands: keys, buttons, menus and the sheet of shortcuts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.actions import Command

if TYPE_CHECKING:
    from photoface.gui.pages.review.page import ReviewPage


def tr(text: str) -> str:
    return QCoreApplication.translate("ReviewCommands", text)


def add_commands(page: ReviewPage) -> None:
    """Register all of them; the answers have buttons below, the others in the header."""
    area, add = tr("Review"), page.desk.actions.add
    skip = Command("review.skip", area, tr("Skip"), ("S", "Ctrl+S"), "skip", tr("Ask it when all else was asked"))
    page.answers.add("skip", add(page, skip, page.skip))
    for name, text, keys, icon in (
        ("no face", tr("Not a face"), ("X",), "trash"),
        ("ignore", tr("Ignore"), ("I",), "ignore"),
        ("unsure", tr("Not sure"), ("U",), "question"),
        ("no", tr("No"), ("N",), "no"),
        ("yes", tr("Yes"), ("Y", "Return", "Enter"), "yes"),
    ):
        action = add(page, Command(f"review.{name}", area, text, keys, icon), partial(page.answer, name))
        page.answers.add(name, action, primary=name == "yes")
    add(page, Command("review.toggle", area, tr("Take out or put back"), ("Space",)), page.toggle)
    for command, run in (
        (Command("review.why", area, tr("Why?"), ("F3",), "info", tr("Why this is asked, in full")), page.explain),
        (Command("review.doubts", area, tr("Doubts"), ("Ctrl+D",), "warning", _doubts()), page.doubts),
        (Command("review.single", area, tr("One at a time"), ("Ctrl+Shift+B",), "person", _single()), page.one_by_one),
        (Command("review.sweep", area, tr("Sweep a grid"), ("Ctrl+B",), "people", _sweep()), page.sweep),
    ):
        page.tools.addWidget(page.tool_button(add(page, command, run), text=True))
    page.desk.actions.get("review.single").setCheckable(True)


def _single() -> str:
    return tr("A face or a group at a time, without grids and names to give")


def _doubts() -> str:
    return tr("Named faces that look wrong")


def _sweep() -> str:
    return tr("Many guesses of one person in a grid: take out the wrong ones, confirm the rest at once")
