"""The People page: finding, ordering, naming in place, hiding, and the selection of several."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from photoface.gui.core.carried import Carried
from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.dialogs.strangers_dialog import StrangersDialog
from photoface.gui.models.roles import Role
from photoface.services.deciding import naming

FAMILY = (
    {f"a{n}.jpg": "A" for n in range(5)}
    | {f"b{n}.jpg": "B" for n in range(4)}
    | {f"c{n}.jpg": "C" for n in range(3)}
    | {f"d{n}.jpg": "D" for n in range(2)}
    | {"e.jpg": "E"}
)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def words(text):
    """Of many, with the plural of texts that nobody translated."""
    return re.sub(r"\((e?s)\)", r"\1", text)


def two_named(w):
    naming.name_group(w.library, w.group_of("a0.jpg"), "Zoë")
    naming.name_group(w.library, w.group_of("b0.jpg"), "Ben Ahn")


@pytest.fixture
def page(made, qtbot, request):
    made(FAMILY, two_named)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    people = window.pages["people"]
    qtbot.waitUntil(lambda: people.model.rowCount() == 5 and desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return people


def titles(page):
    return [words(page.model.index(row).data(Role.TITLE)) for row in range(page.model.rowCount())]


def select(page, *rows):
    page.view.setFocus()
    page.view.clearSelection()
    for row in rows:
        index = page.model.index(row)
        page.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        page.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


def test_named_first_then_groups_then_seen_once(page):
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert titles(page)[:4] == ["Zoë", "Ben Ahn", "3 photos", "2 photos"]
    assert [section.count for section in page.model.sections] == [2, 2, 1]


def test_filter_finds_words_and_accents_and_enter_goes_on(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.filter, "ahn")
    qtbot.waitUntil(lambda: titles(page) == ["Ben Ahn"], timeout=5_000)
    page.filter.clear()
    qtbot.keyClicks(page.filter, "zoe")
    qtbot.waitUntil(lambda: titles(page) == ["Zoë"], timeout=5_000)
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert page.view.currentIndex().data(Role.TITLE) == "Zoë"
    page.filter.setText("nobody")
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    page.filter.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5 and page.view.isVisible(), timeout=5_000)


def test_typing_jumps(page, qtbot):
    page.view.setCurrentIndex(page.model.index(0))
    page.view.setFocus()
    qtbot.keyClicks(page.view, "be")
    assert page.view.currentIndex().data(Role.TITLE) == "Ben Ahn"


def test_orders(page, qtbot):
    page.order.setCurrentIndex(page.order.findData("name"))
    qtbot.waitUntil(lambda: titles(page)[:2] == ["Ben Ahn", "Zoë"], timeout=5_000)
    page.order.setCurrentIndex(page.order.findData("photos"))
    qtbot.waitUntil(lambda: titles(page)[:2] == ["Zoë", "Ben Ahn"], timeout=5_000)
    page.order.setCurrentIndex(page.order.findData("recent"))
    qtbot.waitUntil(lambda: titles(page)[:2] == ["Ben Ahn", "Zoë"], timeout=5_000)


def test_a_group_is_named_where_it_is(page, qtbot):
    select(page, 2)
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    assert page.popup.isVisible()
    qtbot.keyClick(page.popup.field, Qt.Key.Key_Escape)
    assert not page.popup.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    qtbot.keyClicks(page.popup.field, "Chris")
    qtbot.keyClick(page.popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Chris" in titles(page), timeout=10_000)
    assert "3 faces" in page.window().toast.sentence


def test_the_name_is_for_whom_it_was_asked_for(page, desk, qtbot):
    select(page, 2)
    group = page.selected()[0][1]
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    select(page, 3)
    qtbot.keyClicks(page.popup.field, "Chris")
    qtbot.keyClick(page.popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Chris" in titles(page))
    assert desk.session.library.people.find("Chris").named == 3
    assert group not in {one.cluster_id for one in desk.session.library.groups.unnamed()}


def test_several_groups_get_one_name_in_one_step(page, desk, qtbot):
    select(page, 2, 3)
    assert words(page.bar.who.placeholderText()) == "Who are these 5 faces?"
    assert [words(text) for text in page.bar.texts()] == ["Hide 2 groups with 5 faces", "Merge the two …"]
    page.bar.who.chosen.emit(Named("Chris"))
    qtbot.waitUntil(lambda: "Chris" in titles(page), timeout=10_000)
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "Chris" not in titles(page) and page.model.rowCount() == 5, timeout=10_000)


def test_a_person_is_renamed_where_it_is(page, qtbot):
    select(page, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    assert page.popup.field.text() == "Ben Ahn"
    qtbot.keyClicks(page.popup.field, "Benno")
    qtbot.keyClick(page.popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Benno" in titles(page), timeout=10_000)


def test_favourites_come_first(page, desk, qtbot):
    select(page, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: titles(page)[:2] == ["★ Ben Ahn", "Zoë"], timeout=10_000)
    assert desk.actions.get("people.favourite").text() == "No longer a favourite"
    assert "favourite" in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(page.view, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: titles(page)[:2] == ["Zoë", "Ben Ahn"], timeout=10_000)


def test_hidden_people_are_shown_on_demand(page, desk, qtbot):
    select(page, 0)
    qtbot.keyClick(page.view, Qt.Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: titles(page)[0] == "Ben Ahn", timeout=10_000)
    qtbot.keyClick(page.view, Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: titles(page)[-1] == "Zoë", timeout=10_000)
    assert page.model.sections[-1].title == "Hidden people"
    select(page, page.model.rowCount() - 1)
    assert desk.actions.get("people.hide").text() == "Show again"
    qtbot.keyClick(page.view, Qt.Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: titles(page)[0] == "Zoë", timeout=10_000)


def test_strangers_are_hidden_as_many_as_the_button_says(page, desk, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(StrangersDialog)
    assert words(dialog.go.text()) == "Hide 2 groups with 3 faces"
    dialog.fewer.setValue(4)
    assert words(dialog.go.text()) == "Hide 3 groups with 6 faces"
    dialog.fewer.setValue(3)
    dialog.go.click()
    qtbot.waitUntil(lambda: titles(page) == ["Zoë", "Ben Ahn", "3 photos"], timeout=10_000)
    assert "2 groups with 3 faces hidden" in page.window().toast.sentence
    qtbot.waitUntil(lambda: desk.actions.get("undo").isEnabled(), timeout=10_000)
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5, timeout=10_000)


def test_groups_are_ignored_by_key(page, qtbot):
    select(page, 3, 4)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=10_000)


def test_ignored_faces_are_listed_and_brought_back(page, desk, qtbot):
    person = page.window().pages["person"]
    select(page, 2)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=10_000)
    desk.actions.get("people.aside").trigger()
    qtbot.waitUntil(lambda: person.model.rowCount() == 3, timeout=10_000)
    assert person.header.name.text() == "Set aside"
    person.view.selectAll()
    assert not desk.actions.get("face.split").isEnabled()
    person.bar.press(person.bar.texts()[0])
    qtbot.waitUntil(lambda: person.model.rowCount() == 0, timeout=10_000)
    desk.places.back()
    qtbot.waitUntil(lambda: titles(page)[2] == "3 photos", timeout=10_000)


def test_enter_opens(page, desk, qtbot):
    select(page, 2)
    group = page.model.rows[2].cluster_id
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert desk.places.here == Place("person", ("group", group))


def test_what_may_be_dropped_where(page):
    zoe, ben, group = (page.model.index(row) for row in (0, 1, 2))
    person, stranger = Carried(people=(("person", 1),)), Carried(people=(group.data(Role.KEY),))
    assert page.view.takes(person, ben)
    assert page.view.takes(stranger, zoe)
    assert not page.view.takes(person, zoe)
    assert not page.view.takes(person, group)
    assert page.view.takes(Carried(faces=(1,)), ben)
    assert not page.view.takes(Carried(faces=(1,)), group)
    assert not page.view.takes(Carried(people=(("group", 8), ("group", 9))), zoe)


def test_a_tile_dropped_on_another_asks_for_the_merge(page):
    page.view.dropped.emit(Carried(people=(("person", 2),)), page.model.index(0))
    dialog = page.findChild(MergeDialog)
    assert dialog is not None
    dialog.reject()


def test_a_face_dropped_on_a_person_is_confirmed_as_them(page, qtbot):
    face = page.model.rows[4].cover_face_id
    page.view.dropped.emit(Carried(faces=(face,)), page.model.index(0))
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=10_000)
    assert page.model.rows[0].confirmed == 1
