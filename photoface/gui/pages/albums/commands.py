"""What can be done with an album, as commands: keys, buttons in the header, the menu of a tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from photoface.gui.core.actions import Command

if TYPE_CHECKING:
    from photoface.gui.pages.albums.page import AlbumsPage

_OF_ALBUMS = 3
"""So many of the buttons are for every album, the others for saved searches only."""
_OF_SEARCHES = ("albums.rename", "albums.edit", "albums.delete")


def tr(text: str) -> str:
    return QCoreApplication.translate("AlbumsCommands", text)


def add_commands(page: AlbumsPage) -> None:
    """Register all of them; each has a button in the header."""
    area, add = tr("Albums"), page.desk.actions.add
    for command, run in (
        (Command("albums.all", area, tr("All albums"), ("Esc",), "back"), page.all),
        (Command("albums.out", area, tr("Export album …"), ("Ctrl+Shift+E",), "save"), page.ask_export),
        (Command("albums.date", area, tr("Set the date …"), ("Ctrl+D",), "edit"), page.ask_date),
        (Command("albums.rename", area, tr("Rename this search …"), ("F2",), "edit"), lambda: ask_name(page)),
        (Command("albums.edit", area, tr("Change what it finds …"), (), "search"), page.edit),
        (Command("albums.delete", area, tr("Delete this search"), ("Del",), "trash"), page.delete),
    ):
        button = page.tool_button(add(page, command, run))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        page.tools.addWidget(button)


def show_tools(page: AlbumsPage) -> None:
    """The buttons that mean something for what is shown."""
    opened = page.subject is not None
    for at in range(page.tools.count()):
        item = page.tools.itemAt(at)
        button = item.widget() if item is not None else None
        if button is not None:
            button.setVisible(opened and (at < _OF_ALBUMS or page.search is not None))


def open_menu(page: AlbumsPage, at: QPoint) -> None:
    """Of a saved search; at: in the grid."""
    if page.search is None:
        return
    menu = QMenu(page)
    menu.aboutToHide.connect(menu.deleteLater)
    for name in _OF_SEARCHES:
        menu.addAction(page.desk.actions.get(name))
    menu.popup(page.view.viewport().mapToGlobal(at))


def ask_name(page: AlbumsPage) -> None:
    """Another name for a saved search."""
    if page.search is None:
        return
    dialog = QInputDialog(page)
    dialog.setWindowTitle(tr("Rename this search"))
    dialog.setLabelText(tr("Its new name"))
    dialog.setTextValue(page.search.name)
    dialog.textValueSelected.connect(page.rename)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
