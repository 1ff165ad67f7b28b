"""The Albums page over a real library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from photoface.services.deciding import naming
from photoface.services.finding import saved_searches

SECONDS = 10_000
PHOTOS = {f"a{n}.jpg": "A" for n in range(4)} | {"ab.jpg": "A B", "b0.jpg": "B", "b1.jpg": "B"}


def prepared(w) -> None:
    naming.name_group(w.library, w.group_of("a0.jpg"), "Anna")
    naming.name_group(w.library, w.group_of("b0.jpg"), "Ben")
    saved_searches.save(w.library, "The two", "Anna AND Ben")


@pytest.fixture
def albums(made, qtbot, request):
    made(PHOTOS, prepared)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    desk.places.go(Place("albums"))
    page = window.pages["albums"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=SECONDS)
    return page


def titles(page) -> list[str]:
    return [page.model.index(row).data(Role.TITLE) for row in range(page.model.rowCount())]


def open_album(page, qtbot, row: int, photos: int) -> None:
    page.view.setCurrentIndex(page.model.index(row))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.photos_model.rowCount() == photos, timeout=SECONDS)


def test_saved_searches_and_people_are_tiles(albums) -> None:
    assert titles(albums) == ["The two", "Anna", "Ben"]
    assert [section.title for section in albums.model.sections] == ["Saved searches", "People"]
    assert albums.model.index(0).data(Role.NOTE).startswith("1 photo")
    assert albums.model.index(1).data(Role.NOTE).startswith("5 photo")
    assert albums.model.index(0).data(Role.PICTURE).kind == "photo"


def test_an_album_opens_and_its_photos_are_gone_through(albums, qtbot) -> None:
    open_album(albums, qtbot, 1, 5)
    assert albums.title.text() == "Anna"
    albums.photos.setCurrentIndex(albums.photos_model.index(2))
    qtbot.keyClick(albums.photos, Qt.Key.Key_Return)
    viewer = albums.window().pages["photo"]
    qtbot.waitUntil(lambda: viewer.place.text() == "3 of 5", timeout=SECONDS)
    albums.desk.places.back()
    qtbot.keyClick(albums.photos, Qt.Key.Key_Escape)
    assert albums.desk.places.here == Place("albums")


def test_a_saved_search_is_renamed_deleted_and_brought_back(albums, qtbot) -> None:
    open_album(albums, qtbot, 0, 1)
    qtbot.waitUntil(lambda: albums.search is not None, timeout=SECONDS)
    albums.rename("Both")
    qtbot.waitUntil(lambda: albums.title.text() == "Both", timeout=SECONDS)
    albums.delete()
    qtbot.waitUntil(lambda: albums.desk.places.here == Place("albums"), timeout=SECONDS)
    qtbot.waitUntil(lambda: titles(albums) == ["Anna", "Ben"], timeout=SECONDS)
    qtbot.keyClick(albums.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(albums) == ["Both", "Anna", "Ben"], timeout=SECONDS)


def test_what_a_search_finds_is_changed_on_the_search_page(albums, qtbot) -> None:
    open_album(albums, qtbot, 0, 1)
    qtbot.waitUntil(lambda: albums.search is not None, timeout=SECONDS)
    albums.desk.actions.get("albums.edit").trigger()
    assert albums.desk.places.here == Place("search", "Anna AND Ben")


def test_a_search_for_somebody_who_is_gone_says_so(albums, qtbot) -> None:
    albums.desk.session.decide(albums, lambda library: naming.merge(library, "Ben", "Anna"), weigh=False)
    qtbot.waitUntil(lambda: titles(albums) == ["The two", "Anna"], timeout=SECONDS)
    assert "cannot be read" in albums.model.index(0).data(Role.NOTE)
    albums.desk.places.go(Place("albums", albums.model.index(0).data(Role.KEY)))
    qtbot.waitUntil(lambda: albums.views.currentWidget() is albums.nothing, timeout=SECONDS)


def test_models_keep_to_the_rules_of_qt(albums, qtmodeltester, qtbot) -> None:
    qtmodeltester.check(albums.model)
    open_album(albums, qtbot, 1, 5)
    qtmodeltester.check(albums.photos_model)
