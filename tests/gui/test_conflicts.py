"""Contradictions in the window: in the sidebar while there are any, both sides, settled by a click that can be undone;
and taking back any decision, told before what that changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from photoface.gui.core.indexing import Stage
from photoface.gui.core.places import Place
from photoface.services.deciding import correcting, naming
from photoface.services.ledger.conflicts import conflicts
from tests.gui.test_review import words

FAMILY = {f"{who}{n}.jpg": who.upper() for who, count in (("a", 4), ("b", 3)) for n in range(count)}
TWO = {"cd.jpg": "C D"}


def contradicting(w):
    """Two groups were said to be different people, then both got one name."""
    one, other = w.group_of("a0.jpg"), w.group_of("b0.jpg")
    correcting.part(w.library, str(one), str(other))
    naming.name_groups(w.library, [one, other], "Anna")


@pytest.fixture
def shown(made, qtbot, request):
    made(FAMILY | TWO, contradicting)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return window, desk


def hidden(window):
    return "conflicts" not in window.sidebar.names()


def test_a_contradiction_is_shown_with_both_sides_and_settled_by_a_click(shown, qtbot):
    window, desk = shown
    qtbot.waitUntil(lambda: not hidden(window), timeout=10_000)
    assert window.sidebar.badge("conflicts") == 1
    desk.places.go(Place("conflicts"))
    page = window.pages["conflicts"]
    qtbot.waitUntil(lambda: bool(page.cards), timeout=10_000)
    said = [words(label.text()) for label in page.cards[0].findChildren(QLabel)]
    assert said[0] == "7 faces were said to be one person, and different people"
    assert "7 faces: this is Anna" in said
    assert any(", by " in each for each in said)
    unite = next(button for key, button in page.cards[0].ways.items() if key.startswith("unite"))
    unite.click()
    qtbot.waitUntil(lambda: not page.cards, timeout=10_000)
    assert page.empty.isVisible()
    qtbot.waitUntil(lambda: hidden(window), timeout=10_000)
    assert conflicts(desk.session.library) == []
    qtbot.waitUntil(desk.actions.get("undo").isEnabled, timeout=10_000)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=10_000)


def test_history_tells_what_undoing_would_change_and_what_stands_in_its_way(shown, qtbot):
    window, desk = shown
    library = desk.session.library
    correcting.assign(library, tuple(library.ledger.decided_as(library.people.find("Anna").person_id))[:2], "Dora")
    desk.places.go(Place("history"))
    page = window.pages["history"]
    preview = page.preview
    qtbot.waitUntil(preview.changes.isVisible, timeout=10_000)
    assert "2 face(s): named Anna" not in preview.changes.text()
    assert "2 face(s): confirmed Dora → named Anna" in preview.changes.text()
    assert "Goes: Dora" in preview.changes.text()
    assert preview.button.isEnabled()
    page.list.setCurrentIndex(page.model.index(1))
    qtbot.waitUntil(preview.hindrance.isVisible, timeout=10_000)
    assert "Undo these first" in preview.hindrance.text()
    assert "Dora" in preview.hindrance.text()
    assert not preview.button.isEnabled()
    page.list.setCurrentIndex(page.model.index(2))
    qtbot.waitUntil(preview.changes.isVisible, timeout=10_000)
    assert preview.changes.text() == "No face becomes somebody else."
    assert library.people.find("Dora").confirmed == 2  # looking changes nothing
    preview.button.click()
    qtbot.waitUntil(lambda: library.journal.history(3)[-1].state == "undone", timeout=10_000)
    assert library.people.find("Dora").confirmed == 2


def test_a_step_that_contradicts_and_was_not_told_before_is_told_at_once(shown, qtbot):
    window, desk = shown
    qtbot.waitUntil(lambda: not hidden(window), timeout=10_000)
    said = []
    desk.notices.told.connect(lambda text, _undoable: said.append(text))
    both = tuple(each.face_id for each in desk.session.library.faces.list() if each.path.endswith(b"cd.jpg"))
    desk.session.decide(desk.session, lambda library: correcting.assign(library, both, "Cleo"), weigh=False)
    qtbot.waitUntil(lambda: any("contradicts what was decided before" in each for each in said), timeout=10_000)
    assert window.sidebar.badge("conflicts") == 2
