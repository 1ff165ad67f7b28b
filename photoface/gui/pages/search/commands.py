"""What can be done with a search, as commands: keys, and buttons in the header for what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QInputDialog

from photoface.gui.core.actions import Command

if TYPE_CHECKING:
    from photoface.gui.pages.search.page import SearchPage

_OF_PHOTOS = ("search.date", "search.out")


def tr(text: str) -> str:
    return QCoreApplication.translate("SearchCommands", text)


def add_commands(page: SearchPage) -> None:
    """Register all of them."""
    area, add = tr("Search"), page.desk.actions.add
    paste = QKeySequence(QKeySequence.StandardKey.Paste).toString()
    add(page.results, Command("search.paste", area, tr("Search by the picture in the clipboard"), (paste,)), page.paste)
    save = Command("search.save", area, tr("Save this search"), ("Ctrl+S",), "save")
    add(page, save, lambda: ask_name(page) if page.head.keep.isEnabled() else None)
    out = Command("search.out", area, tr("Export album …"), ("Ctrl+Shift+E",), "save")
    add(page, out, page.ask_export)
    add(page, Command("search.date", area, tr("Set the date …"), ("Ctrl+D",), "edit"), page.ask_date)
    for name in _OF_PHOTOS:
        page.tools.addWidget(page.tool_button(page.desk.actions.get(name), text=True))
    add(page, Command("search.field", area, tr("To the query"), ("Ctrl+L",), "search"), page.query.setFocus)
    offer(page, False)


def offer(page: SearchPage, offered: bool) -> None:
    """What can be done with found photos, or nothing of it."""
    page.head.keep.setEnabled(offered)
    for name in _OF_PHOTOS:
        page.desk.actions.get(name).setEnabled(offered)


def ask_name(page: SearchPage) -> None:
    """Under which name to keep the query."""
    dialog = QInputDialog(page)
    dialog.setWindowTitle(tr("Save this search"))
    dialog.setLabelText(tr("Its name; it becomes an album that keeps itself up to date"))
    dialog.setTextValue(page.asked)
    dialog.textValueSelected.connect(page.save_as)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
