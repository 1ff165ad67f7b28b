"""Names from files in the window: planned, looked at, taken over as one step, and what contradicts is asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from photoface.domain.geometry import Box
from photoface.domain.tags import NameTag
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.dialogs.names_in_dialog import DecisionsInDialog, NamesInDialog
from photoface.gui.dialogs.settings_dialog import SettingsDialog
from photoface.gui.main_window import MainWindow
from photoface.gui.models.roles import Role
from photoface.services.deciding import correcting
from photoface.services.importing.service import NameImport
from tests.gui.held import unread, written
from tests.gui.patience import decided
from tests.services.test_import_names import A, B, Tags
from tests.world import World, world

SECONDS = 10_000
FREE = Box(0.7, 0.5, 0.1, 0.3)
"""Where the fake analyzer sees nobody."""

Said = dict[str, list[NameTag]]
Start = Callable[[Said], tuple[MainWindow, Desk]]


def told(name: str, box: Box | None = A) -> NameTag:
    return NameTag(name, box, "MWG region" if box else "keyword", "digiKam")


def names(w: World) -> None:
    correcting.assign(w.library, tuple(w.faces_of("b.jpg")), "Berta")


@pytest.fixture
def start(made, qtbot, request) -> Start:
    """The window over a.jpg (two faces), b.jpg (Berta, by hand) and c.jpg, and a desk whose files say this."""

    def begin(said: Said) -> tuple[MainWindow, Desk]:
        made({"a.jpg": "A B", "b.jpg": "B", "c.jpg": "C"}, names)
        window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
        qtbot.waitUntil(lambda: not desk.indexer.running, timeout=SECONDS)

        def importing(library) -> NameImport:
            return NameImport(library, lambda _contacts: nullcontext(Tags(said)))

        return window, replace(desk, engine=replace(desk.engine, importing=importing))

    return begin


def planned(window: MainWindow, desk: Desk, qtbot) -> NamesInDialog:
    dialog = NamesInDialog(desk, window)
    dialog.open()
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.working, timeout=SECONDS)
    return dialog


def who(folder: Path) -> dict[str, list[str | None]]:
    with world(folder, "library") as w:
        return w.who()


def test_the_plan_is_said_in_numbers_with_faces_and_nothing_changes(start: Start, qtbot) -> None:
    window, desk = start({"a.jpg": [told("Anna"), told("Berta", B)], "c.jpg": [told("Carla", FREE)]})
    dialog = planned(window, desk, qtbot)
    facts = dialog.view.facts.text()
    assert "3 person(s) named" in facts
    assert "2 name(s) for faces that were found already" in facts
    assert "1 box(es) drawn new" in facts
    assert dialog.go.text() == "Take over 3 name(s)"
    tiles = [dialog.view.people.index(row) for row in range(3)]
    assert {tile.data(Role.TITLE) for tile in tiles} == {"Anna", "Berta", "Carla"}
    assert {tile.data(Role.BADGE) for tile in tiles} == {"new", ""}  # Berta is known
    assert any(tile.data(Role.PICTURE) is not None for tile in tiles)
    dialog.reject()
    assert desk.session.library.people.find_or_none("Anna") is None


def test_taking_over_is_one_step_that_can_be_undone(start: Start, qtbot) -> None:
    window, desk = start({"a.jpg": [told("Anna")], "c.jpg": [told("Carla", FREE)]})
    dialog = planned(window, desk, qtbot)
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        dialog.go.click()
    people = window.pages["people"]
    desk.places.go(Place("people"))
    qtbot.waitUntil(lambda: {"Anna", "Carla"} <= titles(people.model), timeout=SECONDS)
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: not {"Anna", "Carla"} & titles(people.model), timeout=SECONDS)
    assert "Berta" in titles(people.model)


def titles(model) -> set[str]:
    return {str(model.index(row).data(Role.TITLE)) for row in range(model.rowCount())}


def test_what_contradicts_becomes_a_question_beside_which_a_number_stands(start: Start, qtbot) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    assert "settle" not in window.sidebar_names()
    dialog = planned(window, desk, qtbot)
    assert dialog.go.text() == "Keep 1 question(s) to be answered"
    dialog.go.click()
    page = window.pages["settle"]
    qtbot.waitUntil(lambda: page.shown is not None, timeout=SECONDS)
    assert desk.places.here == Place("settle")
    assert page.card.file.text() == "The file says that this is Bert."
    assert page.card.library.text() == "You said that this is Berta."
    assert page.card.photo.frame is not None
    qtbot.waitUntil(lambda: window.sidebar.badge("settle") == 1, timeout=SECONDS)
    assert window.sidebar_names()[-1] == "settle"


def test_the_file_is_right(start: Start, qtbot, folder: Path) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    page = settling(window, desk, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: page.shown is None, timeout=SECONDS)
    assert person_of(desk, "b.jpg") == "Bert"
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: page.shown is not None, timeout=SECONDS)
    assert person_of(desk, "b.jpg") == "Berta"


def test_the_library_is_right(start: Start, qtbot) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    page = settling(window, desk, qtbot)
    page.card.no.click()
    qtbot.waitUntil(lambda: page.shown is None, timeout=SECONDS)
    assert person_of(desk, "b.jpg") == "Berta"
    qtbot.waitUntil(lambda: "settle" not in window.sidebar_names(), timeout=SECONDS)


def test_a_name_without_a_place_is_given_to_the_face_that_is_chosen(start: Start, qtbot) -> None:
    window, desk = start({"a.jpg": [told("Anna", None), told("Emil", None)]})
    page = settling(window, desk, qtbot)
    assert len(page.questions) == 2
    assert not page.card.yes.isVisible()
    first = page.shown.question.name
    page.card.choices.buttons[1].click()
    qtbot.waitUntil(lambda: len(page.questions) == 1, timeout=SECONDS)
    assert page.shown.question.name != first


def test_a_second_press_answers_nothing_while_the_next_question_is_read(start: Start, qtbot) -> None:
    window, desk = start({"a.jpg": [told("Anna", None), told("Emil", None)]})
    page, failed = settling(window, desk, qtbot), []
    desk.session.failed.connect(failed.append)
    with unread(desk.session):
        with decided(qtbot, desk):
            qtbot.keyClick(page, Qt.Key.Key_N)
        qtbot.keyClick(page, Qt.Key.Key_N)
        written(qtbot, desk)
    qtbot.waitUntil(lambda: len(page.questions) == 1)
    assert failed == []


def settling(window: MainWindow, desk: Desk, qtbot):
    planned(window, desk, qtbot).go.click()
    page = window.pages["settle"]
    qtbot.waitUntil(lambda: page.shown is not None and page.isVisible(), timeout=SECONDS)
    window.activateWindow()  # as a window manager does when a dialog closes
    qtbot.waitUntil(window.isActiveWindow, timeout=SECONDS)
    return page


def person_of(desk: Desk, name: str) -> str | None:
    return next(f.person for f in desk.session.library.faces.list() if f.path.endswith(b"/" + name.encode()))


def test_all_decisions_into_a_file_and_back(start: Start, qtbot, folder: Path, monkeypatch) -> None:
    window, desk = start({})
    file = str(folder / "kept.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (file, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (file, ""))
    desk.actions.get("settings").trigger()
    settings = window.findChild(SettingsDialog)
    settings.show_page("data")
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        settings.data.save.click()
    assert "kept.json" in window.toast.sentence
    face = next(f for f in desk.session.library.faces.list() if f.path.endswith(b"/b.jpg"))
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        desk.actions.get("undo").trigger()
    assert desk.session.library.faces.get(face.face_id).person != "Berta"
    settings.data.load.click()
    dialog = settings.findChild(DecisionsInDialog)
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.working, timeout=SECONDS)
    with qtbot.waitSignal(desk.notices.told, timeout=SECONDS):
        dialog.go.click()
    assert desk.session.library.faces.get(face.face_id).person == "Berta"


def reviewing(window: MainWindow, desk: Desk, qtbot):
    """Review, at what the files say."""
    planned(window, desk, qtbot).go.click()
    settle, page = window.pages["settle"], window.pages["review"]
    qtbot.waitUntil(lambda: settle.shown is not None and settle.isVisible(), timeout=SECONDS)
    window.activateWindow()  # as a window manager does when a dialog closes
    qtbot.waitUntil(window.isActiveWindow, timeout=SECONDS)
    desk.places.go(Place("review"))
    qtbot.waitUntil(lambda: bool(asked_by_files(page)), timeout=SECONDS)
    while page.question.told is None:
        page.skip()
    return page


def asked_by_files(page) -> list[str]:
    return [one.told.question.name for one in page.deck._cards if one.told is not None]


def test_review_asks_about_it_too_and_the_file_is_right_by_a_key(start: Start, qtbot) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    page = reviewing(window, desk, qtbot)
    assert page.title.text() == "Is the file right?"
    assert page.cards.told.file.text() == "The file says that this is Bert."
    assert not page.who.isVisible()
    assert desk.actions.get("review.yes").text() == "The file is right: Bert"
    qtbot.keyClick(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: person_of(desk, "b.jpg") == "Bert", timeout=SECONDS)
    qtbot.waitUntil(lambda: page.question is None or page.question.told is None, timeout=SECONDS)
    qtbot.waitUntil(desk.actions.get("undo").isEnabled, timeout=SECONDS)
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: asked_by_files(page) == ["Bert"], timeout=SECONDS)


def test_review_keeps_what_was_decided_by_a_key(start: Start, qtbot) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    page = reviewing(window, desk, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "settle" not in window.sidebar_names(), timeout=SECONDS)
    qtbot.waitUntil(lambda: asked_by_files(page) == [], timeout=SECONDS)
    assert person_of(desk, "b.jpg") == "Berta"


def test_review_lets_choose_the_face_that_is_meant_by_keyboard(start: Start, qtbot) -> None:
    window, desk = start({"a.jpg": [told("Anna", None), told("Emil", None)]})
    page = reviewing(window, desk, qtbot)
    assert not desk.actions.get("review.yes").isVisible()
    buttons = page.cards.told.choices.buttons
    qtbot.waitUntil(buttons[0].hasFocus, timeout=SECONDS)
    first, chosen = page.question.told.question.name, page.question.told.choices[0]
    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.session.library.faces.get(chosen).person == first, timeout=SECONDS)
    qtbot.waitUntil(lambda: first not in asked_by_files(page), timeout=SECONDS)


def test_the_number_beside_review_counts_what_files_say_and_tells_so(start: Start, qtbot) -> None:
    window, desk = start({"b.jpg": [told("Bert")]})
    reviewing(window, desk, qtbot)
    qtbot.waitUntil(lambda: "1 name(s) from files to settle" in window.sidebar.told("review"), timeout=SECONDS)
