"""Where a folder is now that was moved as a whole: chosen on the Folders page, compared, taken over, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from photoface.gui.core.places import Place
from photoface.services.deciding import naming
from photoface.services.places.folders import Standing, overview

LONG = 20_000
FAMILY = {f"a{n}.jpg": "A" for n in range(3)}


def ann(w):
    naming.name_group(w.library, w.group_of("a0.jpg"), "Ann")


@pytest.fixture
def page(made, qtbot, request, folder):
    """The folder is gone from its place before the window opens."""
    made(FAMILY, ann)
    (folder / "photos").rename(folder / "pictures")
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    desk.places.go(Place("folders"))
    shown = window.pages["folders"]
    qtbot.waitUntil(lambda: standing(shown) is Standing.NOT_FOUND, timeout=LONG)
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    return shown


def standing(page):
    return page._views[0].standing if page._views else None


def choose(monkeypatch, place):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))


def boxes(page):
    return [each for each in page.findChildren(QMessageBox) if each.isVisible()]


def test_the_folder_is_taken_over_by_a_key_and_undone(page, qtbot, monkeypatch, folder) -> None:
    choose(monkeypatch, folder / "pictures")
    qtbot.waitUntil(page.moved.button.isVisible, timeout=LONG)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: standing(page) is Standing.THERE, timeout=LONG)
    library = page.desk.session.library
    assert overview(library)[0].path == bytes(folder / "pictures")
    assert library.people.find("Ann").named == 3
    qtbot.waitUntil(lambda: not page.desk.indexer.running, timeout=LONG)
    qtbot.waitUntil(page.desk.actions.get("undo").isEnabled, timeout=LONG)
    page.desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: overview(library)[0].path == bytes(folder / "photos"), timeout=LONG)


def test_another_folder_is_not_taken_for_it(page, qtbot, monkeypatch, folder) -> None:
    (folder / "empty").mkdir()
    choose(monkeypatch, folder / "empty")
    page.ask_where()
    qtbot.waitUntil(lambda: bool(boxes(page)), timeout=LONG)
    assert boxes(page)[0].text().startswith("0 of 3 files")
    assert len(boxes(page)[0].buttons()) == 1
    boxes(page)[0].reject()
    assert overview(page.desk.session.library)[0].path == bytes(folder / "photos")


def test_where_some_files_are_missing_somebody_says_that_it_is_the_folder(page, qtbot, monkeypatch, folder) -> None:
    (folder / "pictures" / "a1.jpg").unlink()
    choose(monkeypatch, folder / "pictures")
    page.ask_where()
    qtbot.waitUntil(lambda: bool(boxes(page)), timeout=LONG)
    assert boxes(page)[0].text().startswith("2 of 3 files")
    anyway = next(each for each in boxes(page)[0].buttons() if "all the same" in each.text())
    anyway.click()
    qtbot.waitUntil(lambda: standing(page) is Standing.THERE, timeout=LONG)
    assert overview(page.desk.session.library)[0].path == bytes(folder / "pictures")
