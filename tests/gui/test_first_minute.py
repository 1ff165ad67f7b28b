"""From nothing to people: an empty window, a folder, faces that appear, the first name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from photoface.gui.core.indexing import Stage
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from tests.gui.held import unread
from tests.gui.patience import decided

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C"}


def test_an_empty_library_asks_for_a_folder(window, desk) -> None:
    assert desk.places.here == Place("welcome")
    assert window.pages["welcome"].choose.text() == "Choose a photo folder"


def test_a_folder_becomes_people(window, desk, folder: Path, qtbot) -> None:
    (folder / "photos").mkdir()
    for name, people in FAMILY.items():
        (folder / "photos" / name).write_text(f"{people}|{name}")
    page = window.pages["people"]
    with qtbot.waitSignal(desk.indexer.finished, timeout=20_000) as run:
        window.pages["welcome"].folders_chosen.emit([bytes(folder / "photos")])
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=10_000)
    assert [section.title for section in page.model.sections] == ["Who is this?", "Seen once"]
    (ended,) = run.args  # meanwhile the folder may be looked at again, for it is followed
    assert ended.stage is Stage.IDLE
    assert (ended.done, ended.faces) == (10, 10)


def test_naming_a_group_makes_a_person(made, folder, qtbot, request) -> None:
    made(FAMILY)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    people, person = window.pages["people"], window.pages["person"]
    qtbot.waitUntil(lambda: people.model.rowCount() == 3, timeout=10_000)
    people.view.setCurrentIndex(people.model.index(0))
    qtbot.keyClick(people.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.shown is not None, timeout=10_000)
    qtbot.keyClicks(person.header.field, "Anna")
    with decided(qtbot, desk):
        qtbot.keyClick(person.header.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.shown is not None and person.shown.person is not None, timeout=10_000)
    assert person.shown.person.name == "Anna"
    assert "6 faces" in window.toast.sentence
    desk.places.go(Place("people"))
    qtbot.waitUntil(lambda: people.model.index(0).data(Role.TITLE) == "Anna", timeout=10_000)


def test_undo_takes_the_name_back(made, qtbot, request) -> None:
    made(FAMILY)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    people = window.pages["people"]
    qtbot.waitUntil(lambda: people.model.rowCount() == 3, timeout=10_000)
    group = people.model.rows[0].cluster_id
    with decided(qtbot, desk):
        desk.decisions.name_group(group, Named("Anna"))
    qtbot.waitUntil(lambda: people.model.index(0).data(Role.TITLE) == "Anna", timeout=10_000)
    with decided(qtbot, desk):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: people.model.sections[0].title == "Who is this?", timeout=10_000)


def test_the_first_decision_can_be_taken_back_at_once(made, desk, qtbot, request) -> None:
    made(FAMILY)
    window = request.getfixturevalue("window")
    people = desk.session.library.people
    with unread(desk.session):
        with decided(qtbot, desk):
            desk.decisions.name_group(window.pages["people"].model.rows[0].cluster_id, Named("Anna"))
        assert people.find_or_none("Anna") is not None
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: people.find_or_none("Anna") is None)
