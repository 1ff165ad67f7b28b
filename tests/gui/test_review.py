"""Questions one at a time: faces, and two sides that may be one; what is skipped comes last, or with new evidence."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from photoface.domain.people import FaceState
from photoface.gui.core.indexing import Stage
from photoface.gui.core.places import Place
from photoface.services import correcting
from photoface.services.questions import Kind, Question

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"ab{n}.jpg": "A B" for n in range(3)}


def anna(w):
    """A is Anna by one confirmed face; the other eight are guesses. B is a group without a name."""
    correcting.assign(w.library, tuple(w.faces_of("a0.jpg")), "Anna")


@pytest.fixture
def page(made, qtbot, request):
    made(FAMILY, anna)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    shown = window.pages["review"]
    desk.places.go(Place("review"))
    qtbot.waitUntil(lambda: shown.question is not None and desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return shown


def words(text):
    """Of many, with the plural of texts that nobody translated."""
    return re.sub(r"\((e?s)\)", r"\1", text)


def texts(page):
    return [words(page.desk.actions.get(f"review.{name}").text()) for name in ("yes", "no", "unsure", "ignore")]


def test_a_face_is_asked_with_its_photo_and_those_it_is_like(page, qtbot):
    assert page.title.text() == "Is this Anna?"
    assert texts(page) == ["Yes", "No", "Not sure", "Ignore"]
    face = page.question.face
    assert page.card.asked.key.number == face.face_id
    assert page.card.photo.key.number == face.photo_id
    qtbot.waitUntil(lambda: page.card.photo.frame is not None, timeout=10_000)
    assert page.card.known[0].key is not None


def test_both_sides_of_a_question_whether_they_are_one(page, qtbot, monkeypatch):
    library = page.desk.session.library
    person = library.people.find("Anna")
    group = library.groups.unnamed()[0]
    asked = Question(Kind.SAME, person, None, group, None, 0.5, group.faces)
    monkeypatch.setattr("photoface.gui.pages.review.page.questions", lambda *_: [asked])
    page.deck.clear()
    page.refresh()
    qtbot.waitUntil(lambda: page.question is asked, timeout=10_000)
    assert words(page.title.text()) == "Are these 3 faces Anna?"
    assert texts(page) == ["Same person", "Different people", "Not sure", "Ignore 3 faces"]
    halves = page.merge_card.halves
    qtbot.waitUntil(lambda: halves[1].name.text() == "Anna", timeout=10_000)
    assert words(halves[0].note.text()).startswith("3 faces")
    halves[0].faces[1].pointed.emit()
    shown = library.faces.get(halves[0].faces[1].key.number)
    assert halves[0].photo.key.number == shown.photo_id
    assert halves[0].photo.frame is not None
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(list(library.ledger.rejected_from(person.person_id))) == 3, timeout=10_000)


def test_typing_a_name_and_taking_it_back(page, qtbot):
    face = page.question.face.face_id
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.who.hasFocus, timeout=10_000)
    qtbot.keyClicks(page.who, "lara")
    qtbot.keyClick(page.who, Qt.Key.Key_Return)
    library = page.desk.session.library
    qtbot.waitUntil(lambda: library.faces.get(face).person is not None, timeout=10_000)
    qtbot.waitUntil(lambda: library.faces.get(face).state is FaceState.CONFIRMED, timeout=10_000)
    assert library.faces.get(face).person.lower() == "clara"
    undo = page.desk.actions.get("undo")
    qtbot.waitUntil(lambda: "lara" in undo.text(), timeout=10_000)
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: library.faces.get(face).state is FaceState.SUGGESTED, timeout=10_000)


def test_a_skipped_question_comes_last(page, qtbot):
    first, keys = page.question.key, {page.question.key}
    qtbot.keyClick(page, Qt.Key.Key_S)
    while page.question.key != first:
        keys.add(page.question.key)
        qtbot.keyClick(page, Qt.Key.Key_S)
    assert len(keys) == 8


def test_to_the_grid_and_back(page, desk, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.places.here == Place("sweep", None)
    assert page.window().sidebar.currentIndex().row() == 1
    qtbot.keyClick(page.window(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.places.here == Place("review", None)


def test_esc_leaves_the_field_and_decides_nothing(page, qtbot):
    asked = page.question
    qtbot.keyClick(page, Qt.Key.Key_C)
    qtbot.keyClick(page.who, Qt.Key.Key_Escape)
    assert (page.who.text(), page.question) == ("", asked)
    assert page.hasFocus()
