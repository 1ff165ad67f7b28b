"""What can be done with people and groups, as commands: keys, menus and the sheet of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from photoface.domain.people import Person
from photoface.gui.core.actions import Command

if TYPE_CHECKING:
    from photoface.gui.pages.people.acts import PeopleActs
    from photoface.gui.pages.people.page import PeoplePage

OF_TILES = (
    "people.open",
    "people.name",
    "-",
    "people.favourite",
    "-",
    "people.merge",
    "-",
    "people.hide",
    "people.ignore",
)
OF_PAGE = ("people.strangers", "people.hidden", "people.aside", "-", "tools.strictness")


class PeopleCommands(QObject):
    """Registers them; ``fit`` enables what makes sense for what is selected."""

    def __init__(self, page: PeoplePage, acts: PeopleActs) -> None:
        super().__init__(page)
        self._page = page
        area, add = self.tr("People"), page.desk.actions.add
        for command, run in (
            (Command("people.open", area, self.tr("Open")), acts.open_current),
            (Command("people.name", area, self.tr("Name …"), ("F2",), "edit"), acts.ask_name),
            (Command("people.favourite", area, self.tr("Favourite"), ("Ctrl+D",), "star"), acts.toggle_favourite),
            (Command("people.merge", area, self.tr("Merge the two …"), ("Ctrl+M",), "merge"), acts.ask_merge),
            (Command("people.hide", area, self.tr("Hide"), ("Ctrl+H",), "hide"), acts.toggle_hidden),
            (Command("people.ignore", area, self.tr("Ignore"), ("Del",), "ignore"), acts.ignore),
            (Command("people.all", area, self.tr("Select all"), ("Ctrl+A",)), page.view.selectAll),
            (Command("people.clear", area, self.tr("Select none"), ("Ctrl+Shift+A", "Esc")), page.view.clearSelection),
        ):
            add(page.view, command, run)
        for command, run in (
            (Command("people.filter", area, self.tr("Filter by name"), ("Ctrl+F",), "filter"), page.filter.setFocus),
            (Command("people.strangers", area, self.tr("Hide strangers …"), ("Ctrl+Shift+H",)), acts.ask_strangers),
            (Command("people.hidden", area, self.tr("Show hidden people"), ("Ctrl+J",)), acts.toggle_show_hidden),
            (Command("people.aside", area, self.tr("Ignored faces …"), (), "ignore"), acts.open_aside),
        ):
            add(page, command, run, everywhere=True)  # that is: while the page is seen
        page.desk.actions.get("people.hidden").setCheckable(True)
        page.view.customContextMenuRequested.connect(self._menu)
        page.menu.aboutToShow.connect(self._fill)  # not before: some of them are the window's

    def fit(self) -> None:
        """What makes sense now."""
        get, keys = self._page.desk.actions.get, self._page.selected()
        people = [one for one in self._page.selected_rows() if isinstance(one, Person)]
        get("people.open").setEnabled(bool(keys))
        get("people.name").setEnabled(len(people) == len(keys) == 1 or bool(keys and not people))
        get("people.merge").setEnabled(len(keys) == 2)
        for name in ("people.hide", "people.favourite"):
            get(name).setEnabled(bool(people) and len(people) == len(keys))
        loved = bool(people) and all(one.favourite for one in people)
        get("people.favourite").setText(self.tr("No longer a favourite") if loved else self.tr("Favourite"))
        get("people.ignore").setEnabled(bool(keys) and not people)
        hidden = bool(people) and all(one.hidden for one in people)
        get("people.hide").setText(self.tr("Show again") if hidden else self.tr("Hide"))

    def _fill(self) -> None:
        self._page.menu.clear()
        fill(self._page.menu, OF_PAGE, self._page)

    def menu(self) -> QMenu:
        """What can be done with the selected tiles."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, OF_TILES, self._page)
        return menu

    def _menu(self, at: QPoint) -> None:
        if self._page.view.indexAt(at).isValid():
            self.menu().popup(self._page.view.viewport().mapToGlobal(at))


def fill(menu: QMenu, names: tuple[str, ...], page: PeoplePage) -> None:
    """Commands by name."""
    for name in names:
        if name == "-":
            menu.addSeparator()
        else:
            menu.addAction(page.desk.actions.get(name))
