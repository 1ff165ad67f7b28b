"""A decision that contradicts earlier ones is told before it is made, with both sides; nothing happens until somebody
chooses, and all of it goes by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.dialogs.contradiction_dialog import ContradictionDialog
from photoface.services.deciding import correcting, naming
from photoface.services.ledger.conflicts import conflicts
from photoface.services.ledger.foretelling import SHOWN
from tests.gui.seen import until_whole
from tests.gui.test_review import can_answer, words

FAMILY = {f"{who}{n}.jpg": who.upper() for who, count in (("a", 4), ("b", 3)) for n in range(count)}
TWO = {"cd.jpg": "C D"}
LONG = 10_000


def one_of_two_is_cleo(w):
    """Cleo is one of two in a photo; two groups were said to be different people."""
    correcting.assign(w.library, (w.faces_of("cd.jpg")[0],), "Cleo")
    correcting.part(w.library, str(w.group_of("a0.jpg")), str(w.group_of("b0.jpg")))


@pytest.fixture
def shown(made, qtbot, request):
    made(FAMILY | TWO, one_of_two_is_cleo)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE, timeout=LONG)
    return window, desk


def dialogs(window):
    return [each for each in window.findChildren(ContradictionDialog) if each.isVisible()]


def told(window, qtbot):
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1, timeout=LONG)
    return dialogs(window)[0]


def of(library, name):
    return [each.face_id for each in library.faces.list() if each.path.endswith(name)]


def name_the_other(desk):
    """The other face of the photo is Cleo, too; its id, and what the decision was told afterwards."""
    said = []
    other = of(desk.session.library, b"cd.jpg")[1]
    desk.decisions.assign([other], Named("Cleo"), said.append)
    return other, said


def cleo(desk):
    return desk.session.library.people.find("Cleo").confirmed


def test_both_sides_are_shown_and_nothing_is_changed(shown, qtbot):
    window, desk = shown
    before = desk.session.library.journal.history()
    name_the_other(desk)
    dialog = told(window, qtbot)
    said = {words(label.text()) for label in dialog.findChildren(QLabel)}
    assert "2 faces of one photo were said to be one person" in said
    assert "what you are about to say" in said
    assert any("Cleo" in each and ", by " in each for each in said)
    until_whole(qtbot, dialog)
    assert desk.session.library.journal.history() == before
    dialog.reject()
    qtbot.waitUntil(lambda: not dialogs(window), timeout=LONG)


def test_enter_leaves_it(shown, qtbot):
    window, desk = shown
    library = desk.session.library
    before = library.journal.history()
    _, said = name_the_other(desk)
    qtbot.keyClick(told(window, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialogs(window), timeout=LONG)
    desk.decisions.set_favourite([library.people.find("Cleo").person_id], True)  # the writing thread has done all else
    qtbot.waitUntil(lambda: library.journal.history() != before, timeout=LONG)
    assert (library.journal.history()[1:], cleo(desk), said, conflicts(library)) == (before, 1, [], [])


def test_it_is_done_all_the_same_by_a_key_and_both_sides_are_kept(shown, qtbot):
    window, desk = shown
    _, said = name_the_other(desk)
    qtbot.keyClick(told(window, qtbot), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert cleo(desk) == 2
    assert [each.why for each in conflicts(desk.session.library)] == ["photo"]


def test_the_earlier_one_is_taken_back_first(shown, qtbot):
    window, desk = shown
    other, said = name_the_other(desk)
    dialog = told(window, qtbot)
    undo = next(button for key, button in dialog.ways.items() if key.startswith("leave"))
    undo.click()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    library = desk.session.library
    assert library.ledger.decided_as(library.people.find("Cleo").person_id) == [other]
    assert conflicts(library) == []


def test_the_photo_is_a_mirror_and_then_it_is_done(shown, qtbot):
    window, desk = shown
    _, said = name_the_other(desk)
    dialog = told(window, qtbot)
    next(button for key, button in dialog.ways.items() if key.startswith("mirror")).click()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert (cleo(desk), conflicts(desk.session.library)) == (2, [])


def test_two_of_them_are_asked_about_one_after_the_other(shown, qtbot):
    window, desk = shown
    library = desk.session.library
    name_the_other(desk)
    a, b = (library.faces.by_ids(of(library, name))[0].cluster_id for name in (b"a0.jpg", b"b0.jpg"))
    desk.decisions.merge(str(a), str(b))
    first = told(window, qtbot)
    first.reject()
    qtbot.waitUntil(lambda: dialogs(window) not in ([], [first]), timeout=LONG)
    second = told(window, qtbot)
    said = {words(label.text()) for label in second.findChildren(QLabel)}
    assert "7 faces were said to be one person, and different people" in said
    second.reject()
    qtbot.waitUntil(lambda: not dialogs(window), timeout=LONG)


def test_what_contradicts_nothing_is_not_asked_about(shown, qtbot):
    _, desk = shown
    heard, said = [], []
    desk.session.contradicted.connect(heard.append)
    desk.decisions.assign(of(desk.session.library, b"a0.jpg"), Named("Ann"), said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert heard == []


def test_a_question_of_review_is_there_again_where_its_answer_was_left(made, qtbot, request):
    def ann_is_not_b(w):
        correcting.part(w.library, str(w.group_of("a0.jpg")), str(w.group_of("b0.jpg")))
        naming.name_group(w.library, w.group_of("a0.jpg"), "Ann")

    made(FAMILY, ann_is_not_b)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    desk.places.go(Place("review"))
    page = window.pages["review"]
    qtbot.waitUntil(lambda: can_answer(page), timeout=LONG)
    asked = page.question.key
    page.who.chosen.emit(Named("Ann"))  # typed, or taken from the list below the field
    dialog = told(window, qtbot)
    assert page.question is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.question is not None and page.question.key == asked, timeout=LONG)
    assert desk.session.library.people.find("Ann").named == 4


def test_closing_the_window_leaves_what_was_asked(shown, qtbot):
    window, desk = shown
    name_the_other(desk)
    told(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not dialogs(window), timeout=LONG)
    assert cleo(desk) == 1


def test_of_many_some_are_shown_and_the_others_are_counted(made, qtbot, request):
    pairs = {f"cd{n}.jpg": f"C{n} D{n}" for n in range(SHOWN + 3)}

    def one_of_each_is_cleo(w):
        correcting.assign(w.library, tuple(w.faces_of(name)[0] for name in pairs), "Cleo")

    made(pairs, one_of_each_is_cleo)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    others = [face.face_id for face in desk.session.library.faces.list() if face.person is None]
    desk.decisions.assign(others, Named("Cleo"))
    dialog = told(window, qtbot)
    assert (len(dialog.cards), len(dialog.ways)) == (SHOWN, 0)
    assert "and 3 more contradictions" in {words(label.text()) for label in dialog.findChildren(QLabel)}
    dialog.reject()
    qtbot.waitUntil(lambda: not dialogs(window), timeout=LONG)
