"""Every documented shortcut, pressed with its real key where it is documented; menus and the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from photoface.gui.application import build_window, close_desk, open_desk
from photoface.gui.core.actions import Actions, Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.page import Page
from photoface.services.deciding.correcting import assign
from photoface.services.deciding.naming import name_group
from tests.gui.conftest import fake_engine
from tests.gui.patience import rest
from tests.world import World

FAMILY = {f"{who}{n}.jpg": who.upper() for who, count in (("a", 6), ("b", 3), ("d", 3)) for n in range(count)}
ODD = {"c.jpg": "A C", "broken.jpg": "broken"}
Run = Callable[[], object]


class Pressed:
    """Stands in for what commands do: remembers which was run, and where its widget is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.widgets: dict[str, QWidget] = {}
        real = Actions.add

        def add(
            actions: Actions, widget: QWidget, command: Command, run: Callable[[], object], **options: bool
        ) -> QAction:
            self.widgets[command.name] = widget
            return real(actions, widget, command, lambda: self.names.append(command.name), **options)

        monkeypatch.setattr(Actions, "add", add)


@pytest.fixture
def pressed(monkeypatch) -> Pressed:
    return Pressed(monkeypatch)


@pytest.fixture
def shown(pressed: Pressed, made, folder: Path, qtbot) -> Iterator[tuple[MainWindow, Desk, list[Place]]]:
    """A window over a library in which every page has something to show, and the places to look at."""
    subjects: dict[str, int] = {}

    def prepare(w: World) -> None:
        outcome = name_group(w.library, w.group_of("a0.jpg"), "Anna")
        subjects["person"] = outcome.person_id or 0
        assign(w.library, tuple(w.faces_of("d0.jpg")), "Dora")  # the others are guesses now
        subjects["group"] = w.group_of("b0.jpg")
        subjects["photo"] = w.library.faces.get(w.faces_of("a0.jpg")[0]).photo_id

    made(FAMILY | ODD, prepare)
    desk = open_desk(fake_engine(folder))
    window = build_window(desk, WindowSettings(folder / "window.ini"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.session.open()
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    special = {
        "person": [Place("person", ("person", subjects["person"])), Place("person", ("group", subjects["group"]))],
        "photo": [Place("photo", subjects["photo"])],
    }
    left_out = {"welcome", "trouble"}
    places = [place for name in window.pages if name not in left_out for place in special.get(name, [Place(name)])]
    yield window, desk, places
    close_desk(desk)


def test_every_documented_shortcut_does_what_it_says(shown, pressed: Pressed, qtbot) -> None:
    window, desk, places = shown
    left = {command.name for command in desk.actions.commands() if command.keys}
    wrong: list[str] = []
    for place in places:
        desk.places.go(place)
        page = window.pages[place.page]
        rest(qtbot, desk)
        here = [one for one in desk.actions.commands() if one.name in left and _is_on(page, pressed.widgets[one.name])]
        if place == places[0]:
            here += [one for one in desk.actions.commands() if one.keys and pressed.widgets[one.name] is window]
        for command in here:
            left.discard(command.name)
            wrong += _press_all(desk, command, pressed, page)
    assert wrong == []
    assert left == set(), "no place of this test shows where these are documented"


def test_no_two_commands_of_one_place_have_the_same_key(shown, pressed: Pressed) -> None:
    _window, desk, _places = shown
    taken: dict[tuple[int, str], str] = {}
    for command in desk.actions.commands():
        for key in command.keys:
            at = (id(pressed.widgets[command.name]), QKeySequence(key).toString())
            assert at not in taken, f"{command.name} and {taken[at]}"
            taken[at] = command.name


def test_the_sheet_shows_each_of_them(shown) -> None:
    window, desk, _places = shown
    sheet = ShortcutsDialog(desk.actions, window)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    for command in desk.actions.commands():
        if command.keys:
            assert command.text.replace("&", "") in said
    sheet.close()


def test_the_menus_show_the_commands_of_the_window(shown, pressed: Pressed) -> None:
    window, desk, _places = shown
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles[0] == "&File"
    assert titles[-1] == "&Help"
    inside = {each.objectName() for menu in window.findChildren(QMenu) for each in menu.actions()}
    own = [name for name, widget in pressed.widgets.items() if widget is window]
    assert [name for name in own if name not in inside] == []
    assert all("&" not in action.text().replace("&&", "") for action in desk_texts(desk))


def test_a_command_of_a_page_is_usable_in_the_menu_while_its_page_is_seen(shown, pressed: Pressed, qtbot) -> None:
    window, desk, places = shown
    desk.places.go(next(place for place in places if place.page == "review"))
    inside = {each.objectName(): (each, menu) for menu in window.findChildren(QMenu) for each in menu.actions()}
    entry, menu = inside["review.yes"]
    desk.actions.get("review.yes").setEnabled(True)
    menu.aboutToShow.emit()
    assert entry.isEnabled()
    assert entry.shortcut().isEmpty()
    entry.trigger()
    assert pressed.names == ["review.yes"]
    desk.places.go(Place("people"))
    menu.aboutToShow.emit()
    assert not entry.isEnabled()


def desk_texts(desk: Desk) -> list[QAction]:
    return [desk.actions.get(command.name) for command in desk.actions.commands()]


def _is_on(page: Page, widget: QWidget) -> bool:
    return (widget is page or page.isAncestorOf(widget)) and widget.isVisible()


def _press_all(desk: Desk, command: Command, pressed: Pressed, page: Page) -> list[str]:
    """Keys of this command that do not run it."""
    desk.actions.get(command.name).setEnabled(True)
    widget = pressed.widgets[command.name]
    return [f"{command.name}: {key}" for key in command.keys if not _runs(command, key, pressed, widget, page)]


def _runs(command: Command, key: str, pressed: Pressed, widget: QWidget, page: Page) -> bool:
    (page if widget.isWindow() else widget).setFocus(Qt.FocusReason.ShortcutFocusReason)
    target = QApplication.focusWidget() or widget
    pressed.names.clear()
    QTest.keySequence(target, QKeySequence(key))
    return pressed.names == [command.name]


def test_the_sheet_begins_with_the_page_that_is_seen(shown) -> None:
    window, desk, _places = shown
    for page, first in (("review", "Review"), ("history", "History")):
        desk.places.go(Place(page))
        sheet = ShortcutsDialog(desk.actions, window)
        headings = [label.text() for label in sheet.findChildren(QLabel) if label.property("kind") == "strong"]
        assert headings[:2] == [first, "Everywhere"]
        sheet.close()
