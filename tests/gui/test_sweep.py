"""The grid to sweep: what is taken out, what is above the line, and a button that does exactly what it says."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt

from photoface.domain.people import FaceState
from photoface.gui.core.indexing import Stage
from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from photoface.gui.models.sweep_model import Fate
from photoface.services.deciding import correcting
from tests.gui.held import unread, written
from tests.gui.patience import decided

FAMILY = {f"a{n}.jpg": "A" for n in range(31)} | {f"b{n}.jpg": "B" for n in range(3)}
LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def two(w):
    """A is Anna and B is Ben, by one confirmed face each; the others are guesses."""
    correcting.assign(w.library, tuple(w.faces_of("a0.jpg")), "Anna")
    correcting.assign(w.library, tuple(w.faces_of("b0.jpg")), "Ben")


@pytest.fixture
def page(made, qtbot, request):
    made(FAMILY, two)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    shown = window.pages["sweep"]
    desk.places.go(Place("sweep"))
    qtbot.waitUntil(lambda: shown.model.rowCount() == 30 and desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return shown


def words(text):
    """Of many, with the plural of texts that nobody translated."""
    return re.sub(r"\((e?s)\)", r"\1", text)


def states(page):
    return {face.face_id: face.state for face in page.desk.session.library.faces.list()}


def middle(page, row):
    return page.view.visualRect(page.model.index(row)).center()


def test_a_click_takes_out_and_the_button_says_so(page, qtbot):
    assert page.title.text() == "Are these all Anna?"
    assert words(page.go.text()) == "Confirm these 30 faces as Anna"
    for row in (2, 5, 7):
        qtbot.mouseClick(page.view.viewport(), LEFT, pos=middle(page, row))
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=middle(page, 5))
    assert words(page.go.text()) == "Confirm these 28 faces as Anna; 2 others are not"
    assert page.model.index(2).data(Role.FATE) is Fate.NO
    right, wrong = page.model.of_fate(Fate.YES), page.model.of_fate(Fate.NO)
    qtbot.mouseClick(page.go, LEFT)
    qtbot.waitUntil(lambda: page.title.text() == "Are these all Ben?", timeout=10_000)
    after, anna = states(page), page.desk.session.library.people.find("Anna")
    assert {after[each] for each in right} == {FaceState.CONFIRMED}
    assert {after[each] for each in wrong} == {FaceState.UNASSIGNED}
    assert set(page.desk.session.library.ledger.rejected_from(anna.person_id)) == set(wrong)


def test_what_is_below_the_line_stays_as_it_is(page, qtbot):
    before = states(page)
    page.view.setCurrentIndex(page.model.index(9))
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    assert words(page.go.text()) == "Confirm these 10 faces as Anna"
    left = page.model.of_fate(Fate.LEFT)
    assert len(left) == 20
    qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.model.rowCount() == 20, timeout=10_000)
    assert {each: states(page)[each] for each in left} == {each: before[each] for each in left}
    assert words(page.go.text()) == "Confirm these 20 faces as Anna"


def test_the_line_is_dragged(page, qtbot):
    view = page.view
    start = view.line[0].toPoint() + QPoint(40, 0)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    inside = view.visualRect(page.model.index(3))
    qtbot.mouseMove(view.viewport(), QPoint(inside.left() + inside.width() // 4, inside.center().y()))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=inside.center())
    assert page.model.line == 3
    assert page.model.of_fate(Fate.NO) == []
    qtbot.keyClick(view, Qt.Key.Key_L, SHIFT)
    assert page.model.line == 30


def test_ranges_by_keyboard(page, qtbot):
    view = page.view
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert len(page.model.of_fate(Fate.NO)) == 4
    qtbot.keyClick(view, Qt.Key.Key_Y)
    assert page.model.of_fate(Fate.NO) == []
    spoken = page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert re.fullmatch(r"face 3 of 30, suggested Anna, \d+ % alike, will be confirmed", spoken)


def test_skipped_people_come_last(page, desk, qtbot):
    qtbot.keyClick(page.view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.title.text() == "Are these all Ben?", timeout=10_000)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.title.text() == "Are these all Anna?", timeout=10_000)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.empty.isVisible, timeout=10_000)
    assert not page.go.isVisible()


def test_the_whole_photo_of_the_face_one_looks_at(page, qtbot):
    page.view.setCurrentIndex(page.model.index(4))
    photo = page.model.rows[4].face.photo_id
    qtbot.waitUntil(lambda: page.panel.photo.key is not None and page.panel.photo.key.number == photo, timeout=10_000)
    assert page.panel.photo.frame is not None
    assert page.panel.known.face_ids == [page.sweep.known[0]]


def test_what_was_taken_out_stays_out_while_new_guesses_come(page, qtbot):
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=middle(page, 2))
    out = page.model.of_fate(Fate.NO)
    page.refresh()
    qtbot.waitUntil(lambda: page.desk.session.resting, timeout=10_000)
    assert page.model.of_fate(Fate.NO) == out


def test_the_model_keeps_to_the_rules_of_qt(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_a_second_press_decides_nothing_while_the_next_ones_are_read(page, desk, qtbot):
    page.view.setCurrentIndex(page.model.index(9))
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    left = page.model.of_fate(Fate.LEFT)
    with unread(desk.session):
        with decided(qtbot, desk):
            qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
        qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
        written(qtbot, desk)
    assert {states(page)[each] for each in left} == {FaceState.SUGGESTED}
    qtbot.waitUntil(lambda: page.model.rowCount() == 20 and page.go.isEnabled())


def test_who_was_skipped_is_not_confirmed_while_the_next_one_is_read(page, desk, qtbot):
    before = states(page)
    with unread(desk.session):
        qtbot.keyClick(page.view, Qt.Key.Key_S, CTRL)
        qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
        written(qtbot, desk)
    assert states(page) == before
    qtbot.waitUntil(lambda: page.title.text() == "Are these all Ben?" and page.go.isEnabled())
