"""What settles most is asked first: who a group is, a grid, two sides, a face; answers, taking back, skipping."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from photoface.domain.people import FaceState
from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.services.deciding import correcting
from photoface.services.review.questions import Kind, Question
from tests.gui.held import unread, written

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
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE and not desk.indexer.running, timeout=10_000)
    qtbot.waitUntil(lambda: desk.session.resting and can_answer(shown), timeout=10_000)
    return shown


def can_answer(page):
    """Whether a question is asked, and what it is about is seen."""
    return page.question is not None and page.cards.seen(page.question)


def words(text):
    """Of many, with the plural of texts that nobody translated."""
    return re.sub(r"\((e?s)\)", r"\1", text.replace("%L", "%"))


def texts(page):
    return [words(page.desk.actions.get(f"review.{name}").text()) for name in ("yes", "no", "unsure", "ignore")]


def ask(page, qtbot, monkeypatch, question):
    monkeypatch.setattr("photoface.gui.pages.review.page.review", lambda *_: [question])
    page.deck.clear()
    page.refresh()
    qtbot.waitUntil(lambda: page.question is question and can_answer(page), timeout=10_000)


def come_to(page, qtbot, kind):
    while page.question.kind is not kind:
        page.skip()
    qtbot.waitUntil(lambda: can_answer(page), timeout=10_000)


def persons(page):
    return {person.name.lower(): person.confirmed + person.named for person in page.desk.session.library.people.list()}


def test_the_button_that_names_stands_beside_the_field_and_is_the_last_of_other_answers(page, qtbot):
    def at(widget):
        """In reading order: the answers may need two lines."""
        corner = widget.mapTo(page, QPoint(0, 0))
        return corner.y(), corner.x()

    button = page.answers.usual
    others = [each for each in page.answers.findChildren(QPushButton) if each is not button]
    come_to(page, qtbot, Kind.NAME)
    qtbot.waitUntil(lambda: at(page.who) < at(button) < min(at(each) for each in others), timeout=30_000)
    come_to(page, qtbot, Kind.SWEEP)
    qtbot.waitUntil(lambda: at(button) > max(at(each) for each in others if each.isVisible()), timeout=30_000)


def test_who_a_group_is_comes_first_with_the_cursor_in_the_field(page, qtbot):
    assert page.question.kind is Kind.NAME
    assert page.title.text() == "Who is this?"
    assert words(page.counter.text()) == "The next 2 answers settle about 11 faces · 2 questions left"
    assert page.who.hasFocus()
    assert texts(page) == ["Name these 3 faces", "Several people", "Not sure", "Ignore 3 faces"]
    qtbot.waitUntil(lambda: page.cards.grid.model.rowCount() == 3, timeout=10_000)
    qtbot.waitUntil(lambda: page.cards.grid.photo.frame is not None, timeout=10_000)
    qtbot.keyClicks(page.who, "Ben")
    qtbot.keyClick(page.who, Qt.Key.Key_Return)
    assert page.question.kind is Kind.SWEEP  # at once
    qtbot.waitUntil(lambda: persons(page).get("ben") == 3, timeout=10_000)


def test_a_name_without_a_name_is_asked_for(page, qtbot):
    qtbot.keyClick(page.who, Qt.Key.Key_Escape)
    assert page.cards.grid.view.hasFocus()
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Y)
    assert page.who.hasFocus()
    assert page.question.kind is Kind.NAME


def test_a_face_that_was_taken_out_gets_no_name(page, qtbot):
    come_to(page, qtbot, Kind.NAME)
    out = page.question.faces[0]
    qtbot.keyClick(page.who, Qt.Key.Key_Escape)
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Space)
    assert page.cards.grid.out == [out]
    assert texts(page)[0] == "Name these 2 faces"
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(page.who, "en")
    qtbot.keyClick(page.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: persons(page).get("ben") == 2, timeout=10_000)
    assert page.desk.session.library.faces.get(out).person is None


def test_a_grid_of_guesses_is_one_answer(page, qtbot):
    come_to(page, qtbot, Kind.SWEEP)
    assert page.title.text() == "Are these all Anna?"
    assert texts(page)[0] == "Confirm these 8 faces as Anna"
    assert page.cards.grid.known.face_ids
    page.cards.grid.toggle(2)
    assert texts(page)[0] == "Confirm these 7 faces as Anna; 1 others are not"
    wrong = page.cards.grid.out[0]
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: persons(page)["anna"] == 8, timeout=10_000)
    assert page.desk.session.library.faces.get(wrong).person is None


def test_undo_with_the_cursor_in_the_field_asks_again_at_once(page, qtbot):
    come_to(page, qtbot, Kind.SWEEP)
    key = page.question.key
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: persons(page)["anna"] == 9, timeout=10_000)
    assert page.question.kind is Kind.NAME
    assert page.who.hasFocus()
    qtbot.waitUntil(lambda: "confirmed as Anna" in page.desk.actions.get("undo").text(), timeout=10_000)
    qtbot.keyClick(page.who, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: persons(page)["anna"] == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page.question is not None and page.question.key == key, timeout=10_000)


def test_undo_of_what_is_being_typed_is_the_fields(page, qtbot):
    qtbot.keyClicks(page.who, "Be")
    qtbot.keyClick(page.who, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.who.text() == ""
    assert persons(page) == {"anna": 1}


def test_what_is_being_typed_is_not_taken_away(page, qtbot, monkeypatch):
    asked = page.question
    qtbot.keyClicks(page.who, "Be")
    monkeypatch.setattr("photoface.gui.pages.review.page.review", lambda *_: [])
    page.refresh()
    qtbot.waitUntil(lambda: page.desk.session.resting, timeout=10_000)
    assert (page.who.text(), page.question) == ("Be", asked)


def test_what_was_read_before_an_answer_asks_nothing_twice(page, qtbot):
    asked, seen = page.question.key, []
    page.refresh()
    page.answer("unsure")
    page.refresh()

    def settled():
        seen.append(page.question.key if page.question else "")
        return page.desk.session.resting and page.desk.session.library.journal.history(1)[0].kind == "unsure"

    qtbot.waitUntil(settled, timeout=10_000)
    assert asked not in seen


def test_a_face_is_asked_with_its_photo_and_those_it_is_like(page, qtbot, monkeypatch):
    library = page.desk.session.library
    person = library.people.find("Anna")
    face = library.faces.list(person_id=person.person_id, states=(FaceState.SUGGESTED,))[0]
    ask(page, qtbot, monkeypatch, Question(Kind.FACE, person, face, None, None, 0.5, 1, (face.face_id,)))
    card = page.cards.face
    assert page.title.text() == "Is this Anna?"
    assert texts(page) == ["Yes", "No", "Not sure", "Ignore"]
    assert card.asked.key.number == face.face_id
    assert card.photo.key.number == face.photo_id
    qtbot.waitUntil(lambda: card.photo.frame is not None, timeout=10_000)
    assert card.known[0].key is not None
    assert "alike" in card.facts.text()
    qtbot.keyClick(page, Qt.Key.Key_F3)
    dialog = page.findChild(ExplainDialog)
    qtbot.waitUntil(lambda: "Suggested to be Anna" in dialog.standing.text(), timeout=10_000)
    dialog.close()


def test_who_is_ruled_out_is_said(page, qtbot):
    library, facts = page.desk.session.library, page.cards.grid.facts
    correcting.reject(library, (page.question.faces[0],), "Anna")
    page.deck.clear()
    page.refresh()
    qtbot.waitUntil(lambda: "It cannot be Anna: you said that it is not" in facts.text(), timeout=10_000)


def test_both_sides_of_a_question_whether_they_are_one(page, qtbot, monkeypatch):
    library = page.desk.session.library
    person = library.people.find("Anna")
    group = library.groups.unnamed()[0]
    ask(page, qtbot, monkeypatch, Question(Kind.SAME, person, None, group, None, 0.5, group.faces))
    assert words(page.title.text()) == "Are these 3 faces Anna?"
    assert texts(page) == ["Same person", "Different people", "Not sure", "Ignore 3 faces"]
    halves = page.cards.merge.halves
    qtbot.waitUntil(lambda: halves[1].name.text() == "Anna", timeout=10_000)
    assert words(halves[0].note.text()).startswith("3 faces")
    halves[0].faces[1].pointed.emit()
    shown = library.faces.get(halves[0].faces[1].key.number)
    assert halves[0].photo.key.number == shown.photo_id
    assert halves[0].photo.frame is not None
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(list(library.ledger.rejected_from(person.person_id))) == 3, timeout=10_000)


def test_typing_another_name_for_a_grid(page, qtbot):
    come_to(page, qtbot, Kind.SWEEP)
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.who.hasFocus, timeout=10_000)
    qtbot.keyClicks(page.who, "lara")
    qtbot.keyClick(page.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: persons(page).get("clara") == 8, timeout=10_000)


def test_a_skipped_question_comes_last(page, qtbot):
    first = page.question.key
    qtbot.keyClick(page.who, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.question.key != first
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_S)
    assert page.question.key == first


def test_to_the_grid_and_back(page, desk, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.places.here == Place("sweep", None)
    assert page.window().sidebar.currentIndex().row() == 1
    qtbot.keyClick(page.window(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.places.here == Place("review", ("one by one", None))
    assert desk.actions.get("review.single").isChecked()
    qtbot.waitUntil(lambda: page.title.text() == "Is this Anna?" and page.hasFocus(), timeout=10_000)
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.places.here == Place("review", None)
    qtbot.waitUntil(lambda: page.title.text() == "Who is this?", timeout=10_000)


def test_esc_leaves_the_field_and_decides_nothing(page, qtbot):
    come_to(page, qtbot, Kind.SWEEP)
    asked = page.question
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_C)
    qtbot.keyClick(page.who, Qt.Key.Key_Escape)
    assert (page.who.text(), page.question) == ("", asked)
    assert page.cards.grid.view.hasFocus()


def test_a_grid_that_is_not_seen_yet_is_not_answered(page, desk, qtbot):
    with unread(desk.session):
        page.skip()
        assert page.question.kind is Kind.SWEEP
        for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U):
            qtbot.keyClick(page.cards.grid.view, key)
        page.who.chosen.emit(Named("Clara"))
        written(qtbot, desk)
    assert page.question.kind is Kind.SWEEP
    assert persons(page) == {"anna": 1}
    qtbot.waitUntil(lambda: can_answer(page))
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: persons(page)["anna"] == 9)


def test_strangers_are_looked_through_at_once(page, qtbot, monkeypatch):
    library = page.desk.session.library
    faces = tuple(library.faces.list(cluster_id=page.question.group.cluster_id))
    asked = Question(Kind.STRANGERS, None, None, None, None, 0.0, 3, tuple(face.face_id for face in faces), 1.0)
    ask(page, qtbot, monkeypatch, asked)
    qtbot.waitUntil(lambda: page.cards.grid.model.rowCount() == 3, timeout=10_000)
    assert page.title.text() == "Are these all strangers?"
    assert "their name is asked for next" in page.cards.grid.hint.text()
    assert not page.who.isVisible()
    assert texts(page)[0] == "Ignore 3 faces"
    page.cards.grid.toggle(1)
    assert texts(page)[0] == "Ignore all but 1"
    page.cards.grid.toggle(1)
    qtbot.waitUntil(lambda: can_answer(page))
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_Y)
    ignored = lambda: {library.faces.get(face.face_id).state for face in faces} == {FaceState.IGNORED}  # noqa: E731
    qtbot.waitUntil(ignored, timeout=10_000)


def test_who_was_taken_out_of_strangers_is_not_ignored_by_any_key(page, qtbot, monkeypatch):
    library = page.desk.session.library
    faces = tuple(library.faces.list(cluster_id=page.question.group.cluster_id))
    asked = Question(Kind.STRANGERS, None, None, None, None, 0.0, 3, tuple(face.face_id for face in faces), 1.0)
    ask(page, qtbot, monkeypatch, asked)
    page.cards.grid.toggle(1)
    assert texts(page)[0] == texts(page)[3] == "Ignore all but 1"
    qtbot.keyClick(page.cards.grid.view, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: library.journal.history()[0].kind == "known", timeout=10_000)  # all are of one group
    assert {library.faces.get(face.face_id).state for face in faces} == {FaceState.UNASSIGNED}
