"""Why a face is whom it is said to be, asked from a person's page and from a photo; how sure the figures are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from photoface.domain.calibration import Calibration, LibraryRates, RateRow, Retaken
from photoface.gui.core.indexing import Stage
from photoface.gui.core.places import Place
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.dialogs.sureness import Sureness
from photoface.services.calibration import calibrating
from photoface.services.calibration.expected_mates import WrongMates
from photoface.services.deciding import correcting
from photoface.services.review import explaining
from photoface.store import calibrations

FAMILY = {f"a{n}.jpg": "A" for n in range(5)} | {"ab0.jpg": "A B", "b0.jpg": "B", "b1.jpg": "B"}


def named(w):
    """Anna by one confirmed face, Ben by two; the others are guesses."""
    correcting.assign(w.library, tuple(w.faces_of("a0.jpg")), "Anna")
    correcting.assign(w.library, (*w.faces_of("b0.jpg"), *w.faces_of("b1.jpg")), "Ben")


@pytest.fixture
def shown(made, qtbot, request):
    made(FAMILY, named)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    return window, desk


def explained(page, qtbot):
    dialog = page.findChild(ExplainDialog)
    qtbot.waitUntil(lambda: dialog.cards.count() > 0, timeout=10_000)
    said = [dialog.standing.text(), *(label.text() for label in dialog.findChildren(QLabel))]
    dialog.close()
    return said


def test_on_a_persons_page_by_the_menu_of_a_face(shown, qtbot):
    window, desk = shown
    desk.places.go(Place("person", ("person", desk.session.library.people.find("Anna").person_id)))
    page = window.pages["person"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 6, timeout=10_000)
    page.view.setCurrentIndex(page.model.index(0))
    entry = next(each for each in page.commands.menu().actions() if each.objectName() == "face.explain")
    assert entry.text() == "Why this person?"
    entry.trigger()
    said = explained(page, qtbot)
    assert said[0].startswith("Suggested to be Anna")
    assert any("alike" in each for each in said)
    assert "Ben" in said


def test_in_a_photo_a_veto_is_told(shown, qtbot):
    window, desk = shown
    library = desk.session.library
    anna = library.people.find("Anna").person_id
    face = next(each for each in library.faces.list() if each.path.endswith(b"ab0.jpg") and each.person != "Anna")
    correcting.split(library, (face.face_id,))
    correcting.reject(library, (face.face_id,), f"#{anna}")
    desk.places.go(Place("photo", face.photo_id))
    page = window.pages["photo"]
    qtbot.waitUntil(lambda: page.shown is not None, timeout=10_000)
    page.canvas.choose(face.face_id)
    qtbot.keyClick(page.canvas, Qt.Key.Key_F3)
    said = explained(page, qtbot)
    assert any(each.startswith("It cannot be Anna:") and "you said that it is not" in each for each in said)


def test_a_guess_that_is_mostly_wrong_is_not_called_one_in_one(shown, qtbot, monkeypatch):
    window, desk = shown
    real = explaining.explain
    mostly = lambda *asked: replace(real(*asked), band=explaining.Band.ASK, wrong=0.9)  # noqa: E731
    monkeypatch.setattr("photoface.gui.dialogs.explain_dialog.explain", mostly)
    page = window.pages["people"]
    ExplainDialog(desk, desk.session.library.faces.list()[0].face_id, page).open()
    assert "Such guesses are wrong more often than right." in explained(page, qtbot)[0]


def rates(factor: float) -> LibraryRates:
    """Certain to this factor either way."""
    table = ((0.5, 1e-4), (0.7, 1e-3), (0.9, 1e-2))
    return LibraryRates(tuple(RateRow(angle, rate, rate / factor, rate * factor) for angle, rate in table))


@pytest.mark.parametrize(
    ("factor", "words"),
    [(1.5, "one in 1000 is between one in 670 and 1500"), (6.0, "This library cannot know it well")],
)
def test_how_sure_the_figures_are(shown, qtbot, monkeypatch, factor, words):
    window, desk = shown
    library = desk.session.library

    def made(opened) -> Calibration:
        found = Calibration(opened.embedding().key, "2026-01-01T00:00:00", 1234, 3, rates(factor), (), None)
        calibrations.save(opened.db, found)
        return found

    monkeypatch.setattr("photoface.gui.dialogs.sureness.calibrated", made)
    sureness = Sureness(desk, window)
    qtbot.waitUntil(lambda: sureness.words.text().startswith("Not estimated yet"), timeout=10_000)
    sureness.again.click()
    qtbot.waitUntil(lambda: words in sureness.words.text().replace(",", ""), timeout=10_000)
    qtbot.waitUntil(lambda: "cannot know well" in sureness.more.text(), timeout=10_000)
    assert "too far apart" not in sureness.more.text()
    assert calibrating.last_calibration(library) is not None


def test_copies_that_are_far_apart_and_groups_that_are_known_are_told(shown, qtbot, monkeypatch):
    window, desk = shown
    library = desk.session.library
    poor = Retaken(20, 60, 58, 50, 0.8, 1.4, 0.3, 0.2, 0.4)
    found = Calibration(library.embedding().key, "2026-01-01T00:00:00", 1234, 3, rates(1.5), (), None, poor)
    known = WrongMates("average", 0.01, 0.02, 0.015, 0.03, 12, 240, 6)
    monkeypatch.setattr("photoface.gui.dialogs.sureness.last_calibration", lambda library: found)
    monkeypatch.setattr("photoface.gui.dialogs.sureness.wrong_mates", lambda library, made: known)
    sureness = Sureness(desk, window)
    qtbot.waitUntil(lambda: "too far apart" in sureness.more.text(), timeout=10_000)
    assert "about 1 face in 50 is somebody else" in sureness.more.text()
