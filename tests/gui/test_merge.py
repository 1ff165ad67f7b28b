"""The merge dialog: which goes into which is said, previewed, turned round, done and undone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.contradiction_dialog import ContradictionDialog
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.services.deciding import naming
from tests.gui.held import unread

FAMILY = {f"a{n}.jpg": "A" for n in range(4)} | {f"ab{n}.jpg": "A B" for n in range(2)} | {"c0.jpg": "C", "c1.jpg": "C"}
CTRL = Qt.KeyboardModifier.ControlModifier


def words(text):
    return re.sub(r"\((e?s)\)", r"\1", text)


def two_named(w):
    naming.name_group(w.library, w.group_of("a0.jpg"), "Anna")
    naming.name_group(w.library, w.group_of("ab0.jpg", 1), "Ben")


@pytest.fixture
def opened(made, qtbot, request):
    made(FAMILY, two_named)
    shown, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    people = shown.pages["people"]
    qtbot.waitUntil(lambda: people.model.rowCount() == 3 and desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return shown


def dialog_of(window, qtbot, source, target):
    dialog = MergeDialog(window.desk, source, target, None, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    return dialog


def all_the_same(window, qtbot):
    """Both are in two photos: that is told, and done all the same."""
    qtbot.waitUntil(lambda: window.findChild(ContradictionDialog) is not None, timeout=10_000)
    qtbot.keyClick(window.findChild(ContradictionDialog), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)


def test_direction_counts_and_warning(opened, qtbot):
    dialog = dialog_of(opened, qtbot, "#2", "#1")
    assert dialog.lead.text() == "Ben goes into Anna; the name Anna stays."
    assert words(dialog.go.text()) == "Merge 2 faces of Ben into Anna"
    assert words(dialog.warning.text()).startswith("Careful: both are in 2 photos.")
    assert (len(dialog.left.faces.face_ids), len(dialog.right.faces.face_ids)) == (2, 6)
    dialog.swap.click()
    assert not dialog.go.isEnabled()  # until it is known what it would do now
    qtbot.waitUntil(lambda: words(dialog.go.text()) == "Merge 6 faces of Anna into Ben", timeout=10_000)
    dialog.reject()


def test_a_merge_is_one_undo(opened, desk, qtbot):
    people = opened.pages["people"]
    dialog = dialog_of(opened, qtbot, "#2", "#1")
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    all_the_same(opened, qtbot)
    qtbot.waitUntil(lambda: people.model.rowCount() == 2, timeout=10_000)
    assert people.model.rows[0].named == 8
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: people.model.rowCount() == 3, timeout=10_000)
    assert [(one.name, one.named) for one in people.model.rows[:2]] == [("Anna", 6), ("Ben", 2)]


def test_a_group_goes_into_a_person_and_not_the_other_way(opened, desk, qtbot):
    people = opened.pages["people"]
    group = people.model.rows[2].cluster_id
    dialog = dialog_of(opened, qtbot, str(group), "#1")
    assert dialog.lead.text() == "The group without a name becomes Anna."
    assert not dialog.swap.isEnabled()
    dialog.go.click()
    qtbot.waitUntil(lambda: people.model.rowCount() == 2, timeout=10_000)
    assert people.model.rows[0].named == 8


def test_from_a_persons_page_into_a_name_that_is_typed(opened, desk, qtbot):
    page = opened.pages["person"]
    desk.places.go(Place("person", ("person", 2)))
    qtbot.waitUntil(lambda: page.shown is not None, timeout=10_000)
    qtbot.keyClick(page.view, Qt.Key.Key_M, CTRL)
    dialog = page.findChild(MergeDialog)
    dialog.who.chosen.emit(Named("Nobody"))
    assert dialog.warning.text() == "Nobody is called Nobody."
    assert not dialog.go.isEnabled()
    dialog.who.chosen.emit(Named("Anna", 1))
    qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
    dialog.go.click()
    all_the_same(opened, qtbot)
    qtbot.waitUntil(lambda: desk.places.here == Place("person", ("person", 1)), timeout=10_000)


def test_two_tiles_are_merged_the_smaller_into_the_larger(opened, qtbot):
    people = opened.pages["people"]
    people.view.setFocus()
    for row in (0, 1):
        people.view.selectionModel().select(people.model.index(row), people.view.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(people.view, Qt.Key.Key_M, CTRL)
    dialog = people.findChild(MergeDialog)
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    assert (dialog.preview.source.name, dialog.preview.target.name) == ("Ben", "Anna")
    dialog.reject()


def test_a_name_that_somebody_has_asks_whether_they_are_one(opened, qtbot):
    people = opened.pages["people"]
    people.view.setFocus()
    people.view.setCurrentIndex(people.model.index(1))
    with unread(people.desk.session):
        qtbot.keyClick(people.view, Qt.Key.Key_F2)
        qtbot.keyClicks(people.popup.field, "anna")
        qtbot.keyClick(people.popup.field, Qt.Key.Key_Return)  # before it is known who has that name
    qtbot.waitUntil(lambda: people.findChild(MergeDialog) is not None)
    dialog = people.findChild(MergeDialog)
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    assert (dialog.preview.source.name, dialog.preview.target.name) == ("Ben", "Anna")
    dialog.reject()
