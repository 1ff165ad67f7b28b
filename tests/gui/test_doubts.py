"""Named faces that look wrong: right, somebody else, or taken out; a check of faces drawn by lot; a person's card."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt

from photoface.domain.people import FaceState
from photoface.gui.core.indexing import Stage
from photoface.gui.core.places import Place
from photoface.gui.pages.check import page as check_page
from photoface.services.deciding import correcting
from photoface.services.deciding.naming import name_group
from photoface.services.review import doubts as doubting
from photoface.services.review import spot_check
from tests.gui.patience import decided
from tests.gui.test_review import persons, words

FAMILY = {f"{who}{n}.jpg": who.upper() for who, count in (("a", 6), ("b", 5)) for n in range(count)}


@pytest.fixture(autouse=True)
def _compare_in_this_process(monkeypatch):
    monkeypatch.setattr(doubting, "in_child", lambda function, *args: function(*args))


def named(w):
    """Anna and Ben; one of Ben's faces is said to be Anna. All others are named with their groups."""
    name_group(w.library, w.group_of("a0.jpg"), "Anna")
    name_group(w.library, w.group_of("b0.jpg"), "Ben")
    correcting.assign(w.library, tuple(w.faces_of("b0.jpg")), "Anna")


@pytest.fixture
def shown(made, qtbot, request):
    made(FAMILY, named)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return window, desk


@pytest.fixture
def page(shown, qtbot):
    window, desk = shown
    desk.places.go(Place("doubts"))
    doubts = window.pages["doubts"]
    qtbot.waitUntil(lambda: doubts.doubt is not None, timeout=10_000)
    return doubts


def face_of(page):
    return page.desk.session.library.faces.get(page.doubt.face.face_id)


def test_a_doubt_is_shown_with_both_people_and_why(page, qtbot):
    assert page.title.text() == "Is this really Anna?"
    assert words(page.counter.text()) == "1 named faces look wrong"
    qtbot.waitUntil(lambda: page.card.photo.frame is not None, timeout=10_000)
    assert "It is more like Ben than like Anna." in page.card.facts.text()
    assert page.card.heading.text() == "Above Anna, below Ben"
    assert all(picture.key is not None for picture in page.card.known)


def test_this_is_right_is_remembered(page, qtbot):
    face = page.doubt.face.face_id
    qtbot.keyClick(page, Qt.Key.Key_Y)
    assert page.doubt is None
    library = page.desk.session.library
    qtbot.waitUntil(lambda: library.journal.history(1)[0].kind == "right", timeout=10_000)
    page.refresh()
    qtbot.waitUntil(lambda: page.desk.session.resting, timeout=10_000)
    assert page.doubt is None
    assert library.faces.get(face).person == "Anna"
    page.desk.actions.get("undo").setEnabled(True)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.doubt is not None, timeout=10_000)


@pytest.mark.parametrize(("key", "who"), [(Qt.Key.Key_R, "Ben"), (Qt.Key.Key_N, None)])
def test_it_is_the_other_one_or_taken_out(page, qtbot, key, who):
    face = page.doubt.face.face_id
    assert page.desk.actions.get("doubts.rival").text() == "It is Ben"
    qtbot.keyClick(page, key)
    library = page.desk.session.library
    qtbot.waitUntil(lambda: library.faces.get(face).person != "Anna", timeout=10_000)
    if who is not None:
        assert library.faces.get(face).person == who
    else:
        assert face in set(library.ledger.rejected_from(library.people.find("Anna").person_id))


def test_it_is_somebody_else(page, qtbot):
    face = page.doubt.face.face_id
    qtbot.keyClick(page, Qt.Key.Key_D)
    qtbot.waitUntil(page.answers.who.hasFocus, timeout=10_000)
    qtbot.keyClicks(page.answers.who, "ora")
    qtbot.keyClick(page.answers.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: persons(page).get("dora") == 1, timeout=10_000)
    assert page.desk.session.library.faces.get(face).state is FaceState.CONFIRMED


def test_twenty_at_random_tell_how_many_are_right(shown, qtbot):
    window, desk = shown
    library = desk.session.library
    anna = library.people.find("Anna").person_id
    desk.places.go(Place("person", ("person", anna)))
    header = window.pages["person"].header
    qtbot.waitUntil(lambda: header.check.isVisible() and header.card.isVisible(), timeout=10_000)
    assert "most often taken for Ben: 1 face" in header.card.text()
    header.check.click()
    page = window.pages["check"]
    qtbot.waitUntil(page.begin.isVisible, timeout=10_000)
    page.begin.click()
    qtbot.waitUntil(lambda: page.face is not None, timeout=10_000)
    assert page.title.text() == "Is this Anna?"
    first = page.face.face_id
    assert page.counter.text() == "face 1 of 6, drawn by lot"
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_Y):
        qtbot.keyClick(page, key)
    assert page.face is None
    said = "Of 5 face(s) drawn by lot 4 were right: of 100 such faces between"
    qtbot.waitUntil(lambda: said in page.rest.sentence, timeout=10_000)
    assert "1 not sure" in page.rest.sentence
    assert library.faces.get(first).state is FaceState.CONFIRMED
    assert spot_check.check(library, anna).precision.wrong == 1
    desk.places.back()
    qtbot.waitUntil(lambda: "drawn by lot 4 were right" in header.card.text(), timeout=10_000)
    assert "1 said to be somebody else" in header.note.text()


def test_an_answer_of_a_check_is_taken_back(shown, qtbot):
    window, desk = shown
    anna = desk.session.library.people.find("Anna").person_id
    desk.places.go(Place("check", anna))
    page = window.pages["check"]
    qtbot.waitUntil(page.begin.isVisible, timeout=10_000)
    qtbot.waitUntil(page.begin.hasFocus, timeout=10_000)
    qtbot.keyClick(page.begin, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.face is not None, timeout=10_000)
    library, first = desk.session.library, page.face.face_id
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.face.face_id != first
    qtbot.waitUntil(lambda: "not Anna" in desk.actions.get("undo").text(), timeout=10_000)
    assert library.faces.get(first).person != "Anna"
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: library.faces.get(first).person == "Anna", timeout=10_000)
    qtbot.waitUntil(lambda: page.face is not None and page.face.face_id == first, timeout=10_000)


def test_a_key_is_about_the_face_that_is_seen_while_the_answer_before_it_is_being_read(shown, qtbot, monkeypatch):
    window, desk = shown
    library = desk.session.library
    anna = library.people.find("Anna").person_id
    desk.places.go(Place("check", anna))
    page = window.pages["check"]
    qtbot.waitUntil(page.begin.isVisible, timeout=10_000)
    page.begin.click()
    qtbot.waitUntil(lambda: page.face is not None, timeout=10_000)
    first, readable, read = page.face.face_id, Event(), check_page._state_of
    monkeypatch.setattr(check_page, "_state_of", lambda *asked: read(*asked) if readable.wait(60) else None)
    with decided(qtbot, desk):
        qtbot.keyClick(page, Qt.Key.Key_N)
    second = page.card.asked.key.number
    qtbot.keyClick(page, Qt.Key.Key_Y)
    readable.set()
    qtbot.waitUntil(lambda: spot_check.check(library, anna).precision.looked_at == 2, timeout=10_000)
    assert second != first
    assert library.faces.get(first).person != "Anna"
    assert library.faces.get(second).state is FaceState.CONFIRMED


def test_what_is_being_typed_is_not_taken_away(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_D)
    qtbot.keyClicks(page.answers.who, "or")
    page.refresh()
    qtbot.waitUntil(lambda: page.desk.session.resting)
    assert (page.answers.who.text(), page.answers.who.hasFocus()) == ("dor", True)


def test_what_was_read_before_an_answer_asks_nothing_twice(page, qtbot, monkeypatch):
    compared, told, find = Event(), Event(), doubting.doubts

    def slowly(*asked):
        found = find(*asked)
        compared.set()
        told.wait(60)
        return found

    monkeypatch.setattr("photoface.gui.pages.doubts.page.doubts", slowly)
    page.refresh()
    qtbot.waitUntil(compared.is_set)
    with decided(qtbot, page.desk):
        qtbot.keyClick(page, Qt.Key.Key_Y)
    told.set()
    qtbot.waitUntil(lambda: page.desk.session.resting)
    assert page.doubt is None
