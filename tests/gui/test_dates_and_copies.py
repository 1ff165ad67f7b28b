"""When photos were taken, said by a human; and photos that look the same, shown as one and told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from photoface.domain.dates import DateSource
from photoface.gui.core.places import Place
from photoface.gui.dialogs.copies_dialog import CopiesDialog
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.models.roles import Role
from photoface.services.deciding.dating import date_of
from photoface.store.looks import save_twins
from tests.world import World

SECONDS = 10_000


def alike(w: World) -> None:
    """b.jpg and c.jpg are shown as a.jpg. The "photos" of this world have no looks of their own."""
    ids = {photo.path.rpartition(b"/")[2]: photo.photo_id for photo in w.library.photos.list()}
    first = ids[b"a.jpg"]
    save_twins(w.library.db, {ids[name]: (first, "same") for name in (b"a.jpg", b"b.jpg", b"c.jpg")})


@pytest.fixture
def started(made, qtbot, request):
    """The Photos page over a.jpg, b.jpg and c.jpg, which look the same, and d.jpg."""
    made(dict.fromkeys(("a.jpg", "b.jpg", "c.jpg", "d.jpg"), "A"), alike)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    page = window.pages["photos"]
    qtbot.waitUntil(lambda: not desk.indexer.running, timeout=SECONDS)
    desk.places.go(Place("photos"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=SECONDS)
    return window, desk, page


def ids_of(desk) -> dict[str, int]:
    return {Path(photo.path.decode()).name: photo.photo_id for photo in desk.session.library.photos.list()}


def show(page, photo_id: int, qtbot) -> None:
    page.view.setCurrentIndex(page.model.index(page.model.row_of(photo_id)))
    qtbot.waitUntil(lambda: page.view.currentIndex().data(Role.VALUE) is not None, timeout=SECONDS)


def opened(window, kind, qtbot):
    dialog = window.findChild(kind)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible, timeout=SECONDS)
    return dialog


def test_photos_that_look_the_same_are_one_tile_with_their_number(started, qtbot) -> None:
    _, desk, page = started
    show(page, ids_of(desk)["a.jpg"], qtbot)
    assert page.view.currentIndex().data(Role.BADGE) == "3"
    assert "2" in page.note.text()
    assert page.model.copies(ids_of(desk)["d.jpg"]) == 0


def test_all_of_them_are_seen_and_one_is_told_apart(started, qtbot) -> None:
    window, desk, page = started
    ids = ids_of(desk)
    show(page, ids["a.jpg"], qtbot)
    desk.actions.get("photos.copies").trigger()
    dialog = opened(window, CopiesDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3, timeout=SECONDS)
    assert dialog.apart.text() == "All 3 photos are different ones"
    dialog.view.setCurrentIndex(dialog.model.index(dialog.model.row_of(ids["c.jpg"])))
    assert dialog.different == [ids["c.jpg"]]
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        dialog.apart.click()
    rows = desk.session.library.db.rows("SELECT photo_id, other_id FROM apart ORDER BY 1, 2")
    assert [{*row} for row in rows] == [{ids[other], ids["c.jpg"]} for other in ("a.jpg", "b.jpg")]


def test_a_photo_says_that_others_look_the_same(started, qtbot) -> None:
    window, desk, _ = started
    photo = window.pages["photo"]
    desk.places.go(Place("photo", ids_of(desk)["b.jpg"]))
    qtbot.waitUntil(lambda: photo.shown is not None, timeout=SECONDS)
    assert photo.shown.twins == 2
    assert desk.actions.get("photo.same").isEnabled()
    assert photo.info.same.text() == "Looks the same as 2 other photo(s)"


def test_the_date_of_several_photos_is_one_step(started, qtbot) -> None:
    window, desk, page = started
    page.view.selectAll()
    desk.actions.get("photos.date").trigger()
    dialog = opened(window, DateDialog, qtbot)
    assert not dialog.go.isEnabled()
    dialog.field.setText("soon")
    assert not dialog.go.isEnabled()
    assert "no date" in dialog.read.text()
    dialog.field.setText("summer 1983")
    assert dialog.read.text() == "Understood: June 1983"
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        dialog.go.click()
    ids = ids_of(desk)
    found = date_of(desk.session.library, ids["d.jpg"])
    assert (found.taken.when, found.taken.source, found.words) == ("1983-06", DateSource.HUMAN, "summer 1983")
    qtbot.waitUntil(lambda: [section.title for section in page.model.sections] == ["June 1983"], timeout=SECONDS)
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: [section.title for section in page.model.sections] == ["Without a date"], timeout=SECONDS)


def test_the_date_of_one_photo_and_the_files_word_again(started, qtbot) -> None:
    window, desk, _ = started
    photo, ids = window.pages["photo"], ids_of(desk)
    desk.places.go(Place("photo", ids["d.jpg"]))
    qtbot.waitUntil(lambda: photo.shown is not None, timeout=SECONDS)
    desk.actions.get("photo.date").trigger()
    dialog = opened(window, DateDialog, qtbot)
    dialog.field.setText("1983-07-15")
    dialog.go.click()
    qtbot.waitUntil(lambda: photo.shown is not None and photo.shown.dated.words == "1983-07-15", timeout=SECONDS)
    assert "you said so" in photo.info.taken.text()
    QApplication.processEvents()
    photo.info.date.click()
    dialog = next(each for each in window.findChildren(DateDialog) if each.isVisible())
    dialog.as_told.click()
    qtbot.waitUntil(lambda: photo.shown is not None and photo.shown.dated.taken is None, timeout=SECONDS)


def at(window) -> str:
    """Which photo is shown, once all of it has been read."""
    photo = window.pages["photo"]
    return Path(photo.shown.photo.path.decode()).name if photo.shown is not None and len(photo._row) else ""


def names(strip) -> list[str]:
    return [button.text() for button in strip.row.buttons]


def test_a_stacked_photo_lists_its_copies_and_goes_to_them_by_key_and_click(started, qtbot) -> None:
    window, desk, _ = started
    photo, ids = window.pages["photo"], ids_of(desk)
    desk.places.go(Place("photo", ids["a.jpg"]))
    qtbot.waitUntil(lambda: at(window) == "a.jpg", timeout=SECONDS)
    assert photo.copies.isVisible()
    assert names(photo.copies) == ["a.jpg", "b.jpg", "c.jpg"]
    assert [button.isChecked() for button in photo.copies.row.buttons] == [True, False, False]
    qtbot.keyClick(photo.canvas, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: at(window) == "b.jpg", timeout=SECONDS)
    assert photo.place.text() == "1 of 2"
    photo.copies.row.buttons[2].click()
    qtbot.waitUntil(lambda: at(window) == "c.jpg", timeout=SECONDS)
    desk.places.go(Place("photo", ids["d.jpg"]))
    qtbot.waitUntil(lambda: at(window) == "d.jpg", timeout=SECONDS)
    assert not photo.copies.isVisible()


def test_who_goes_through_photos_passes_over_hidden_copies(started, qtbot) -> None:
    window, desk, _ = started
    photo, ids = window.pages["photo"], ids_of(desk)
    desk.places.go(Place("photo", ids["b.jpg"]))
    qtbot.waitUntil(lambda: at(window) == "b.jpg", timeout=SECONDS)
    for name in ("d.jpg", "a.jpg", "d.jpg"):
        qtbot.keyClick(photo.canvas, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda name=name: at(window) == name, timeout=SECONDS)


def test_copies_apart_are_tiles_of_their_own_and_gone_through_one_by_one(started, qtbot) -> None:
    window, desk, page = started
    desk.actions.get("photos.apart").trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=SECONDS)
    assert page.model.copies(ids_of(desk)["a.jpg"]) == 0
    photo = window.pages["photo"]
    desk.places.go(Place("photo", ids_of(desk)["a.jpg"]))
    qtbot.waitUntil(lambda: at(window) == "a.jpg", timeout=SECONDS)
    for name in ("b.jpg", "c.jpg", "d.jpg"):
        qtbot.keyClick(photo.canvas, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda name=name: at(window) == name, timeout=SECONDS)
    desk.places.go(Place("photos"))
    desk.actions.get("photos.apart").trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=SECONDS)
