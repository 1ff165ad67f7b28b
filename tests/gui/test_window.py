"""The frame around the pages: sidebar, badges, places one comes back to, counts, bars."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.gui.widgets.sidebar import NARROW, WIDE
from photoface.services.deciding.naming import name_group
from tests.world import World

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C"}
MANY = {f"{person}{n:03}.jpg": person for person in "AB" for n in range(150)}
Shown = tuple[MainWindow, Desk]


@pytest.fixture
def shown(made, request, qtbot):
    """Makes a library and shows its window once nothing runs any more."""

    def show(photos: dict[str, str], then=None) -> Shown:
        made(photos, then)
        window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
        qtbot.waitUntil(lambda: not desk.indexer.running and bool(window.index_status.text), timeout=20_000)
        return window, desk

    return show


def test_counts_stand_in_the_status_bar_while_nothing_runs(shown, qtbot) -> None:
    window, _desk = shown(FAMILY, lambda w: name_group(w.library, w.group_of("a0.jpg"), "Anna"))
    qtbot.waitUntil(lambda: window.index_status.text.startswith("10 photo"), timeout=10_000)
    assert window.index_status.text == "10 photo(s), 10 face(s), 1 person(s) with a name"


def test_questions_stand_beside_review(shown, folder: Path, qtbot) -> None:
    window, desk = shown(FAMILY, lambda w: name_group(w.library, w.group_of("a0.jpg"), "Anna"))
    assert window.sidebar.badge("review") == 0
    for number in range(3):
        (folder / "photos" / f"late{number}.jpg").write_text(f"A|late{number}")
    desk.actions.get("rescan").trigger()
    qtbot.waitUntil(lambda: window.sidebar.badge("review") == 3, timeout=20_000)
    index = window.sidebar.model().index(window.sidebar_names().index("review"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Review, 3 waiting, 3 guess(es) to confirm"
    assert window.sidebar.told("review").splitlines() == ["Review, 3 waiting", "3 guess(es) to confirm"]


def test_a_narrow_window_has_icons_only(shown, qtbot) -> None:
    window, _desk = shown({"a.jpg": "A"})
    window.resize(1200, 700)
    assert window.sidebar.width() == WIDE
    window.resize(880, 700)
    assert (window.sidebar.width(), window.sidebar.narrow) == (NARROW, True)
    index = window.sidebar.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "People"
    window.grab()
    window.resize(1200, 700)
    assert window.sidebar.width() == WIDE


def test_the_sidebar_by_keyboard(shown, qtbot) -> None:
    window, desk = shown(FAMILY)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.pages["people"].view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert window.sidebar.hasFocus()
    qtbot.keyClick(window.sidebar, Qt.Key.Key_End)
    assert desk.places.here == Place(window.sidebar_names()[-1])
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Home)
    assert desk.places.here == Place("people")
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Return)
    assert not window.sidebar.hasFocus()


def test_coming_back_finds_scroll_position_and_selection(shown, qtbot) -> None:
    ids: dict[str, int] = {}

    def prepare(w: World) -> None:
        for name in "AB":
            ids[name] = name_group(w.library, w.group_of(f"{name}000.jpg"), name).person_id or 0

    window, desk = shown(MANY, prepare)
    page = window.pages["person"]
    desk.places.go(Place("person", ("person", ids["A"])))
    qtbot.waitUntil(lambda: page.model.rowCount() == 150, timeout=10_000)
    page.view.setCurrentIndex(page.model.index(99))
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stood, key = bar.value(), page.view.currentIndex().data()
    assert stood > 0
    desk.places.go(Place("person", ("person", ids["B"])))
    qtbot.waitUntil(lambda: page.model.rowCount() == 150 and page.subject == ("person", ids["B"]), timeout=10_000)
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=5000)
    desk.places.back()
    qtbot.waitUntil(lambda: page.model.rowCount() == 150 and bar.value() == stood, timeout=10_000)
    assert page.view.currentIndex().row() == 99
    assert page.view.currentIndex().data() == key


def test_a_bar_that_was_closed_stays_away(window) -> None:
    done: list[int] = []
    window.banner.offer("x", "Something is to be done.", "Do it", lambda: done.append(1))
    assert window.banner.isVisible()
    window.banner.button.click()
    assert done == [1]
    window.banner.close_button.click()
    assert not window.banner.isVisible()
    window.banner.offer("x", "Something is to be done.", "Do it", lambda: None)
    assert not window.banner.isVisible()
    window.banner.offer("y", "Another thing.", "Do it", lambda: None)
    assert window.banner.isVisible()
    window.banner.withdraw("x")
    assert window.banner.isVisible()


def test_a_long_sentence_is_read_whole_and_stays_longer(window) -> None:
    window.resize(900, 700)
    window.toast.tell("Done.", True)
    short = window.toast._timer.remainingTime()
    window.toast.tell("What happened, to which file, what was kept, and what to do. " * 5, False)
    label = window.toast._text
    assert label.height() >= label.heightForWidth(label.width())
    assert window.toast.geometry().left() >= 0
    assert window.toast.width() <= window.pages["people"].parentWidget().width()
    assert window.toast._timer.remainingTime() > short


def test_a_sentence_does_not_cover_what_stands_at_the_bottom(shown, qtbot) -> None:
    window, _desk = shown(FAMILY)
    page = window.pages["people"]
    qtbot.waitUntil(lambda: page.model.rowCount() > 1, timeout=10_000)
    window.toast.tell("Two of them", True)
    low = window.toast.geometry().bottom()
    page.view.selectAll()
    qtbot.waitUntil(page.bar.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() < low, timeout=10_000)
    bar = page.bar.mapTo(window.toast.parentWidget(), QPoint(0, 0)).y()
    assert window.toast.geometry().bottom() < bar
    page.view.clearSelection()
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() == low, timeout=10_000)
