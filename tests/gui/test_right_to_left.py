"""Reading from right to left: pages are mirrored, arrows point the other way, keys and names go along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.icons import icon
from photoface.gui.widgets.tile_view import TileView
from photoface.services.deciding import naming
from tests.gui.seen import until_whole
from tests.world import World

SLOW = 20_000
FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C"}
HEBREW = "\N{HEBREW LETTER DALET}\N{HEBREW LETTER NUN}\N{HEBREW LETTER HE}"


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _two_named(w: World) -> None:
    naming.name_group(w.library, w.group_of("a0.jpg"), HEBREW)
    naming.name_group(w.library, w.group_of("b0.jpg"), "Ben")


@pytest.fixture
def opened(right_to_left, made, qtbot, request) -> tuple[MainWindow, Desk]:
    made(FAMILY, _two_named)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: window.pages["people"].model.rowCount() == 3, timeout=SLOW)
    return window, desk


def left_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_the_sidebar_and_headers_are_on_the_right(opened: tuple[MainWindow, Desk]) -> None:
    window, _desk = opened
    people = window.pages["people"]
    assert left_of(window.sidebar, window) > left_of(people, window)
    title = people.title
    assert left_of(title, window) > left_of(people.view, window) + people.view.width() // 2


def test_the_first_tile_is_on_the_right_and_found_where_it_is_seen(opened: tuple[MainWindow, Desk], qtbot) -> None:
    window, _desk = opened
    view = window.pages["people"].view
    assert isinstance(view, TileView)
    places = [view.visualRect(view.model().index(row, 0)) for row in range(2)]
    assert places[0].left() > places[1].right()
    assert places[0].right() > view.viewport().width() * 3 // 4
    for row, place in enumerate(places):
        assert view.indexAt(place.center()).row() == row
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[1].center())
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == 0


def tip(name: str) -> int:
    """Where the middle line of an icon of 64 pixels is drawn: an arrow has its tip there."""
    picture = icon(name).pixmap(QSize(64, 64)).toImage()
    drawn = [x for x in range(64) if picture.pixelColor(x, 32).alpha() > 128]
    return sum(drawn) // len(drawn)


def test_arrows_point_where_reading_goes(qapp: QApplication, opened: tuple[MainWindow, Desk]) -> None:
    back, forward, other = tip("back"), tip("forward"), tip("search")
    assert back > 32 > forward
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert tip("back") < 32 < tip("forward")
    assert tip("search") == other


def test_the_keys_of_the_sides_go_along(opened: tuple[MainWindow, Desk]) -> None:
    _window, desk = opened
    expected = {"photo.back": "Right", "photo.next": "Left", "back": "Alt+Right", "forward": "Alt+Left"}
    assert {name: desk.actions.get(name).shortcut().toString() for name in expected} == expected


@pytest.mark.parametrize(
    "page",
    ["people", "review", "search", "photos", "albums", "folders", "history", "person", "doubts", "conflicts", "settle"],
)
def test_no_text_is_cut(opened: tuple[MainWindow, Desk], qtbot, page: str) -> None:
    window, desk = opened
    desk.places.go(Place(page, ("person", 1) if page == "person" else None))
    qtbot.waitUntil(window.pages[page].isVisible, timeout=SLOW)
    until_whole(qtbot, window)
