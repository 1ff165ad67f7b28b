"""The page of a person, by the keys and buttons that people press."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester

from photoface.domain.faces import FOUNDING_QUALITY
from photoface.gui.core.carried import Carried, packed, unpacked
from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.person_dialog import PersonDialog
from photoface.gui.dialogs.split_dialog import SplitDialog
from photoface.gui.models.faces_model import year_title
from photoface.gui.pages.person.tools import Shown
from photoface.services.deciding import correcting, naming
from photoface.services.showing.portrait import poor_only

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"ab{n}.jpg": "A B" for n in range(3)} | {"c.jpg": "C"}
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def anna(w):
    """A is Anna by one confirmed face; the other eight are guessed. B is Ben, named as a group."""
    correcting.assign(w.library, tuple(w.faces_of("a0.jpg")), "Anna")
    naming.name_group(w.library, w.group_of("ab0.jpg", 1), "Ben")


@pytest.fixture
def poor(qtbot, page, folder):
    """Two of the guesses are too poor to judge by."""
    ids = [one.face.face_id for one in page.shown.guessed[:2]]
    sql, quality = "UPDATE face SET quality = ? WHERE id IN (?, ?)", FOUNDING_QUALITY - 0.01
    page.desk.session.write(page, lambda library: library.db.execute(sql, [quality, *ids]))
    qtbot.waitUntil(lambda: len(poor_only(page.shown).guessed) == 2, timeout=10_000)


@pytest.fixture
def page(made, qtbot, request):
    made(FAMILY, anna)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    shown = window.pages["person"]
    desk.places.go(Place("person", ("person", 1)))
    qtbot.waitUntil(lambda: shown.shown is not None and desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return shown


def words(text):
    """Of many, with the plural of texts that nobody translated."""
    return re.sub(r"\((e?s)\)", r"\1", text)


def select(page, *rows):
    page.view.setFocus()
    page.view.clearSelection()
    for row in rows:
        index = page.model.index(row)
        page.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        page.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


@contextmanager
def decided(qtbot, page):
    """Inside a decision is asked for; afterwards it is made and shown."""
    then = []

    def hear(change):
        if change.outcome is not None:
            then.append(page.shown)

    page.desk.session.changed.connect(hear)
    yield
    qtbot.waitUntil(lambda: bool(then) and page.shown is not None and page.shown is not then[0], timeout=10_000)
    page.desk.session.changed.disconnect(hear)


def press(qtbot, page, key, modifier=NONE, widget=None):
    """Press a key and wait until what it decided is shown."""
    with decided(qtbot, page):
        qtbot.keyClick(widget or page.view, key, modifier)


def test_all_guesses_at_once_are_as_many_as_the_button_says(page, qtbot):
    assert words(page.confirm_button.text()) == "Confirm all 8 guesses as Anna"
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert (page.shown.person.confirmed, page.shown.guessed) == (9, ())
    assert not page.confirm_button.isVisible()
    assert "8 faces" in page.window().toast.sentence


def test_keys_confirm_reject_and_give_away(page, qtbot):
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    select(page, 0, 1)
    assert words(page.bar.texts()[-1]) == "Confirm these 2 faces as Anna"
    press(qtbot, page, Qt.Key.Key_Y)
    assert page.shown.person.confirmed == 3
    select(page, 0)
    press(qtbot, page, Qt.Key.Key_N)
    assert (len(page.shown.guessed), len(page.shown.rejected)) == (5, 1)
    select(page, 0)
    qtbot.keyClick(page.view, Qt.Key.Key_A)
    qtbot.waitUntil(page.bar.who.hasFocus, timeout=5_000)
    qtbot.waitUntil(lambda: page.bar.who.meant() is None, timeout=5_000)
    qtbot.keyClicks(page.bar.who, "Chris")
    press(qtbot, page, Qt.Key.Key_Return, widget=page.bar.who)
    assert len(page.shown.guessed) == 4
    assert page.view.hasFocus()


def test_all_none_and_the_others_are_selected(page, qtbot):
    select(page, 0, 2)
    qtbot.keyClick(page.view, Qt.Key.Key_I, CTRL)
    assert sorted(index.row() for index in page.view.selectedIndexes()) == [1, 3, 4, 5, 6, 7, 8]
    qtbot.keyClick(page.view, Qt.Key.Key_A, CTRL)
    assert len(page.selected()) == 9
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.selected() == []
    assert not page.bar.isVisible()


def test_who_was_rejected_is_listed_and_may_come_back(page, qtbot):
    select(page, 0, 1)
    press(qtbot, page, Qt.Key.Key_N)
    page.tools_row.choose(Shown.REJECTED)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=10_000)
    assert page.model.sections[0].title == "Not Anna"
    select(page, 0)
    with decided(qtbot, page):
        page.bar.press(page.bar.texts()[-1])
    select(page, 0)
    press(qtbot, page, Qt.Key.Key_Y)
    assert (page.tools_row.shown, page.shown.person.confirmed) == (Shown.FACES, 2)


def test_photos_instead_of_faces(page, desk, qtbot):
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(page.view, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: page.photos.photos.rowCount() == 9, timeout=10_000)
    assert page.stack.currentWidget() is page.photos
    page.photos.opened.emit(page.photos.photos.index(0))
    photo = int(page.photos.photos.ids[0])
    assert desk.places.here == Place("photo", (photo, 1))
    desk.places.back()
    qtbot.keyClick(page.photos, Qt.Key.Key_P, CTRL)
    assert page.stack.currentWidget() is page.view


def test_a_face_opens_its_photo_among_those_of_the_person(page, desk, qtbot):
    select(page, 3)
    photo = page.model.rows[3].face.photo_id
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert desk.places.here == Place("photo", (photo, 1))


def test_cover_by_key(page, qtbot):
    face = page.model.rows[8].face.face_id
    select(page, 0)
    press(qtbot, page, Qt.Key.Key_Y)
    (row,) = [at for at, one in enumerate(page.model.rows) if one.face.face_id == face]
    select(page, row)
    press(qtbot, page, Qt.Key.Key_C)
    assert page.shown.person.cover_face_id == face


def test_birth_date_and_notes(page, qtbot):
    page.acts.ask_facts()
    dialog = page.findChild(PersonDialog)
    dialog.known.setChecked(True)
    dialog.born.setDate(dialog.born.date().addYears(12).addMonths(2))
    dialog.notes.setPlainText("likes cake")
    dialog.nickname.setText("Granny")
    with decided(qtbot, page):
        dialog.save()
    assert (page.shown.notes.birth_date, page.shown.notes.notes) == ("2012-03-01", "likes cake")
    assert page.shown.person.nickname == "Granny"
    assert "likes cake" in page.header.facts.text()


def test_years_tell_the_age():
    assert words(year_title("2019", "2015-03-21")) == "2019 · 4 years old"
    assert year_title("2014", "2015-03-21") == "2014"
    assert year_title("2015", "2015-03-21") == "2015 · born"
    assert year_title("", "2015-03-21") == "Without a date"


def test_faces_are_given_to_people_of_the_same_photos(page, qtbot):
    page.window().resize(1280, 840)
    select(page, 0)
    qtbot.waitUntil(lambda: page.chips.people == ["Ben"], timeout=10_000)
    with decided(qtbot, page):
        page.chips.chip("Ben").click()
    assert len(page.shown.guessed) == 7
    face = page.model.rows[0].face.face_id
    with decided(qtbot, page):
        page.chips.given.emit(Named("Ben", 2), Carried(faces=(face,)))
    assert len(page.shown.guessed) == 6


def test_what_is_dragged_is_what_is_selected(page):
    select(page, 1, 2)
    faces = tuple(page.model.rows[row].face.face_id for row in (1, 2))
    assert unpacked(packed(page.view.carried())) == Carried(faces=faces)
    assert unpacked(QMimeData()) is None


def test_the_menu_of_a_face_offers_every_command(page):
    select(page, 0)
    menu = page.commands.menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    first = ["Open the photo", "Why this person?", "Confirm", "Not this person", "Somebody else …"]
    assert texts[:5] == first
    assert page.desk.actions.get("face.confirm") in menu.actions()
    menu.deleteLater()
    page.view.clearSelection()
    assert not page.desk.actions.get("face.confirm").isEnabled()


def test_the_menu_of_several_faces_counts_them_as_the_buttons_do(page):
    select(page, *range(page.model.rowCount()))
    get = page.desk.actions.get
    assert words(get("face.confirm").text()) == "Confirm these 8 faces as Anna"  # one of the nine is confirmed
    assert words(get("face.reject").text()) == "These 9 faces are not Anna"
    assert words(get("face.ignore").text()) == "Ignore these 9 faces"
    select(page, 0)
    assert [get(f"face.{name}").text() for name in ("confirm", "ignore")] == ["Confirm", "Ignore"]


def test_the_head_tells_the_nickname_and_a_favourite(page, qtbot):
    assert page.header.star.isHidden()
    with decided(qtbot, page):
        page.desk.decisions.set_favourite([1], True)
    with decided(qtbot, page):
        page.desk.decisions.set_facts(1, None, "", "Granny")
    assert not page.header.star.isHidden()
    assert page.header.name.text() == "Anna"
    assert "also called Granny" in page.header.facts.text()


def test_poor_pictures_are_seen_by_themselves(page, desk, qtbot, poor):
    tools = page.tools_row
    assert not tools.poor.isHidden()
    tools.poor.click()
    assert page.model.rowCount() == 2
    assert tools.count.text() == "2 of 9 shown"
    assert page.confirm_button.isHidden()  # it says "all", and these are not all
    with decided(qtbot, page):
        desk.decisions.ignore([one.face.face_id for one in page.model.rows])
    assert (page.model.rowCount(), tools.poor.isHidden(), tools.poor.isChecked()) == (7, True, False)


def test_hidden_and_found_again(page, desk, qtbot):
    press(qtbot, page, Qt.Key.Key_H, CTRL)
    assert page.shown.person.hidden
    assert desk.actions.get("person.hide").text() == "Show on the People page again"
    press(qtbot, page, Qt.Key.Key_H, CTRL)
    assert not page.shown.person.hidden
    qtbot.keyClick(page.view, Qt.Key.Key_R, CTRL)
    assert desk.places.here == Place("review", 1)


def test_renaming_in_place_keeps_what_is_typed_over_a_refresh(page, qtbot):
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    qtbot.waitUntil(page.header.field.hasFocus, timeout=5_000)
    qtbot.keyClicks(page.header.field, "Hanna")
    before = page.shown
    page.refresh()
    qtbot.waitUntil(lambda: page.shown is not before, timeout=10_000)
    assert page.header.field.isVisible()
    press(qtbot, page, Qt.Key.Key_Return, widget=page.header.field)
    assert (page.shown.person.name, page.header.name.text()) == ("Hanna", "Hanna")


def test_splitting_automatically_moves_what_is_ticked(made, folder, qtbot, request):
    def mixed(w):
        group = w.group_of("a0.jpg")
        faces = [w.faces_of(f"ab{n}.jpg")[1] for n in range(3)]
        w.library.groups.place(dict.fromkeys(faces, group))
        naming.name_group(w.library, group, "Anna")

    made(FAMILY, mixed)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    page = window.pages["person"]
    desk.places.go(Place("person", ("person", 1)))
    qtbot.waitUntil(lambda: page.shown is not None, timeout=10_000)
    qtbot.keyClick(page.view, Qt.Key.Key_T, CTRL)
    dialog = page.findChild(SplitDialog)
    qtbot.waitUntil(dialog.go.isVisible, timeout=10_000)
    assert not dialog.go.isEnabled()
    assert words(dialog.decided.text()) == "Also take 3 faces that you confirmed or named"
    dialog.decided.setChecked(True)
    assert words(dialog.go.text()).startswith("Split off 3 faces into 1 group")
    with decided(qtbot, page):
        dialog.go.click()
    assert page.shown.person.named == 9
