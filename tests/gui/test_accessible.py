"""Every control says what it is to a screen reader, and Tab comes to each and leaves it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.tokens import LIGHT
from photoface.services.deciding.correcting import assign
from photoface.services.deciding.naming import name_group
from photoface.services.finding import saved_searches
from tests.gui.patience import rest
from tests.world import World

FAMILY = {f"{who}{n}.jpg": who.upper() for who, count in (("a", 6), ("b", 3), ("d", 4)) for n in range(count)}
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView)
DIALOGS = {
    "shortcuts": Place("people"),
    "about": Place("people"),
    "settings": Place("people"),
    "models": Place("people"),
    "tools.strictness": Place("people"),
    "people.strangers": Place("people"),
    "person.facts": Place("person", ("person", 1)),
    "person.merge": Place("person", ("person", 1)),
    "person.apart": Place("person", ("person", 1)),
}


def family(w: World) -> None:
    """Anna is named, Dora has guesses, B is a group without a name."""
    name_group(w.library, w.group_of("a0.jpg"), "Anna")
    assign(w.library, tuple(w.faces_of("d0.jpg")), "Dora")
    saved_searches.save(w.library, "Us", "Anna")


@pytest.fixture
def shown(made, qtbot, request) -> tuple[MainWindow, Desk]:
    made(FAMILY | {"bad.jpg": "broken"}, family)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: not desk.indexer.running and bool(window.index_status.text), timeout=20_000)
    return window, desk


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def controls(root: QWidget) -> list[QWidget]:
    """What can be used, without the parts that Qt's own controls are made of."""
    found = [each for each in root.findChildren(QWidget) if isinstance(each, CONTROLS) or _takes_focus(each)]
    return [each for each in found if each.isVisible() and not isinstance(each, QScrollBar) and not _is_part(each)]


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox) or widget.objectName().startswith("qt_")


def nameless(root: QWidget) -> list[str]:
    return [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in controls(root) if not name_of(each)]


def test_every_control_of_every_page_has_a_name(shown, qtbot) -> None:
    window, desk = shown
    special = {
        "person": [Place("person", ("person", 1)), Place("person", ("group", 2)), Place("person", ("aside", 0))],
        "photo": [Place("photo", 1)],
        "search": [Place("search", "Anna"), Place("search")],
    }
    wrong = {}
    for name in window.pages:
        for place in special.get(name, [Place(name)]):
            desk.places.go(place)
            rest(qtbot, desk)
            wrong[name] = nameless(window)
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("command", DIALOGS)
def test_every_control_of_every_dialog_has_a_name(shown, qtbot, command: str) -> None:
    window, desk = shown
    desk.places.go(DIALOGS[command])
    rest(qtbot, desk)
    desk.actions.get(command).setEnabled(True)
    desk.actions.get(command).trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QDialog)), timeout=10_000)
    rest(qtbot, desk)
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert nameless(dialog) == []
    assert name_of(dialog)
    dialog.close()


def test_tab_comes_to_every_control_and_back(shown, qtbot) -> None:
    window, desk = shown
    window.activateWindow()
    for place in (Place("people"), Place("person", ("person", 2)), Place("review"), Place("sweep"), Place("photo", 1)):
        desk.places.go(place)
        page = window.pages[place.page]
        rest(qtbot, desk)
        window.focus_page()
        reached: list[QWidget] = []
        while (at := QApplication.focusWidget()) not in reached:
            assert at is not None
            assert at.isVisible()
            reached.append(at)
            QTest.keyClick(at, Qt.Key.Key_Tab)
        missed = [each for each in controls(page) if _takes_focus(each) and each.isEnabled() and each not in reached]
        assert [f"{place.page}: {name_of(each)}" for each in missed] == []


def test_every_tile_says_its_place_who_and_how_like(shown, qtbot) -> None:
    window, desk = shown
    desk.places.go(Place("person", ("person", 2)))
    page = window.pages["person"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=10_000)
    interface = QAccessible.queryAccessibleInterface(page.view)
    said = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    tiles = [text for text in said if text.startswith("face ")]
    assert len(tiles) == 4
    assert tiles[0].startswith("face 1 of 4, suggested Dora, ")
    assert "% alike" in tiles[0]
    assert tiles[3].startswith("face 4 of 4, confirmed Dora")


def test_what_is_selected_in_a_grid_has_the_accent_colour(shown) -> None:
    window, _desk = shown
    for page in ("people", "person", "photos", "sweep"):
        palette = window.pages[page].view.palette()
        assert palette.highlight().color().name() == LIGHT.accent
        assert palette.highlightedText().color().name() == LIGHT.on_accent
