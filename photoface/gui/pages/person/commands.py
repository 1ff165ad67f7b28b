"""All that can be done on the page of a person, as commands: keys, menus and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from photoface.gui.core.actions import Command
from photoface.gui.pages.person.offers import counted

if TYPE_CHECKING:
    from photoface.gui.pages.person.acts import PersonActs
    from photoface.gui.pages.person.page import PersonPage
    from photoface.services.showing.portrait import PersonView, Portrait

OF_FACES = ("open", "explain", "-", "confirm", "reject", "assign", "-", "cover", "split", "ignore", "none")
_LOOKING = ("sweep", "find", "check", "doubts")
OF_PERSON = ("rename", "facts", "-", *_LOOKING, "-", "merge", "apart", "-", "slides", "out", "hide")


class PersonCommands(QObject):
    """Registers them; ``fit`` enables what makes sense now."""

    def __init__(self, page: PersonPage, acts: PersonActs) -> None:
        super().__init__(page)
        self._page, self._acts = page, acts
        self._add_of_faces()
        self._add_of_person()
        get = page.desk.actions.get
        self._usual = {name: get(f"face.{name}").text() for name in OF_FACES if name != "-"}
        page.view.customContextMenuRequested.connect(self._menu)
        for name in OF_PERSON:
            _append(page.tools_row.menu, name, "person", page)

    def fit(self, view: PersonView | None, chosen: Sequence[Portrait], *, rejected: bool) -> None:
        """chosen: the selected faces; rejected: the list of those who are not this person is shown."""
        get, selected = self._page.desk.actions.get, len(chosen)
        person = view is not None and view.person is not None
        aside = view is not None and view.person is None and view.group is None
        for name in OF_FACES:
            if name != "-":
                get(f"face.{name}").setEnabled(bool(selected))
        for name in ("facts", *_LOOKING, "out", "hide"):
            get(f"person.{name}").setEnabled(person)
        for name in ("rename", "merge", "apart"):
            get(f"person.{name}").setEnabled(view is not None and not aside)
        get("face.confirm").setEnabled(person and bool(selected))
        get("face.reject").setEnabled(person and bool(selected) and not rejected)
        get("face.cover").setEnabled(person and selected == 1 and not rejected)
        for name in ("split", "ignore", "none"):
            get(f"face.{name}").setEnabled(bool(selected) and not rejected and not aside)
        texts = self._usual | (counted(view, chosen, rejected=rejected) if view is not None else {})
        for name, text in texts.items():
            get(f"face.{name}").setText(text)
        hidden = view is not None and view.person is not None and view.person.hidden
        get("person.hide").setText(self.tr("Show on the People page again") if hidden else self.tr("Hide this person"))

    def _add_of_faces(self) -> None:
        page, acts, area = self._page, self._acts, self.tr("Faces of a person")
        chosen = acts.on_selected
        decisions = page.desk.decisions
        self._add(
            page.view,
            (Command("face.open", area, self.tr("Open the photo")), acts.open_current),
            (Command("face.explain", area, self.tr("Why this person?"), ("F3",), "info"), acts.explain),
            (Command("face.confirm", area, self.tr("Confirm"), ("Y",), "yes"), partial(chosen, acts.confirm)),
            (Command("face.reject", area, self.tr("Not this person"), ("N",), "no"), partial(chosen, acts.reject)),
            (Command("face.assign", area, self.tr("Somebody else …"), ("A",), "person"), page.bar.who.setFocus),
            (Command("face.cover", area, self.tr("Use as cover"), ("C",), "star"), partial(chosen, acts.use_as_cover)),
            (Command("face.split", area, self.tr("Split off"), ("S",), "split"), partial(chosen, decisions.split)),
            (Command("face.ignore", area, self.tr("Ignore"), ("I",), "ignore"), partial(chosen, decisions.ignore)),
            (Command("face.none", area, self.tr("Not a face"), ("X", "Del")), partial(chosen, decisions.not_faces)),
            (Command("face.all", area, self.tr("Select all"), ("Ctrl+A",)), page.view.selectAll),
            (Command("face.clear", area, self.tr("Select none"), ("Ctrl+Shift+A", "Esc")), page.view.clearSelection),
            (Command("face.invert", area, self.tr("Select the others"), ("Ctrl+I",)), acts.invert),
        )

    def _add_of_person(self) -> None:
        page, acts, area = self._page, self._acts, self.tr("Person")
        every = self.tr("Confirm all guesses")
        self._add(
            page,
            (Command("person.confirm", area, every, ("Ctrl+Return", "Ctrl+Enter"), "yes"), acts.confirm_all),
            (Command("person.photos", area, self.tr("Faces or photos"), ("Ctrl+P",), "photos"), acts.toggle_photos),
            (Command("person.rename", area, self.tr("Name …"), ("F2",), "edit"), page.header.start_renaming),
            (Command("person.facts", area, self.tr("About this person …"), ("Ctrl+E",), "info"), acts.ask_facts),
            (Command("person.sweep", area, self.tr("Sweep the guesses"), ("Ctrl+B",), "people"), acts.sweep),
            (Command("person.find", area, self.tr("Find more"), ("Ctrl+R",), "search"), acts.find_more),
            (Command("person.check", area, self.tr("Check at random …"), ("Ctrl+K",), "yes"), acts.check),
            (Command("person.doubts", area, self.tr("Doubts"), ("Ctrl+D",), "warning"), acts.look_at_doubts),
            (Command("person.merge", area, self.tr("Merge into …"), ("Ctrl+M",), "merge"), acts.ask_merge),
            (Command("person.apart", area, self.tr("Split automatically …"), ("Ctrl+T",), "split"), acts.ask_split),
            (Command("person.slides", area, self.tr("Slideshow"), ("F9",), "slideshow"), acts.play),
            (Command("person.out", area, self.tr("Export album …"), ("Ctrl+Shift+E",), "save"), acts.ask_export),
            (Command("person.hide", area, self.tr("Hide this person"), ("Ctrl+H",), "hide"), acts.toggle_hidden),
        )

    def _add(self, widget: QWidget, *commands: tuple[Command, Callable[[], object]]) -> None:
        for command, run in commands:  # those of the page work while it is seen, wherever the focus is
            self._page.desk.actions.add(widget, command, run, everywhere=widget is self._page)

    def _menu(self, at: QPoint) -> None:
        if self._page.view.indexAt(at).isValid():
            menu = self.menu()
            menu.popup(self._page.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done with the selected faces."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in OF_FACES:
            _append(menu, name, "face", self._page)
        return menu


def _append(menu: QMenu, name: str, area: str, page: PersonPage) -> None:
    if name == "-":
        menu.addSeparator()
    else:
        menu.addAction(page.desk.actions.get(f"{area}.{name}"))
