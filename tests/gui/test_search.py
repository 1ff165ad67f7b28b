"""The Search page: queries with completion, errors with their place, saved searches, search by a picture."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from photoface.services.deciding import naming
from tests.gui.patience import decided

SECONDS = 10_000
PHOTOS = {f"a{n}.jpg": "A" for n in range(4)} | {"ab.jpg": "A B", "b0.jpg": "B", "b1.jpg": "B", "c.jpg": "C"}


class Searching:
    """A window on its Search page; A is called Anna, B Ben."""

    def __init__(self, window, desk, qtbot) -> None:
        self.window, self.desk, self.bot = window, desk, qtbot
        self.page = window.pages["search"]
        desk.places.go(Place("search"))

    def ask(self, query: str) -> None:
        self.page.query.clear()
        self.bot.keyClicks(self.page.query, query)
        self.bot.keyClick(self.page.query, Qt.Key.Key_Escape)
        self.page.query.asked.emit()

    def until_found(self, number: int) -> None:
        self.bot.waitUntil(lambda: self.page.model.rowCount() == number, timeout=SECONDS)

    def until_said(self, words: str) -> None:
        self.bot.waitUntil(
            lambda: self.page.head.message.isVisible() and words in self.page.head.message.text(), timeout=SECONDS
        )

    def until_looked(self) -> None:
        self.bot.waitUntil(lambda: self.page.results.currentWidget() is self.page.faces, timeout=SECONDS)


@pytest.fixture
def searching(made, qtbot, request) -> Searching:
    def name(w) -> None:
        naming.name_group(w.library, w.group_of("a0.jpg"), "Anna")
        naming.name_group(w.library, w.group_of("b0.jpg"), "Ben")

    made(PHOTOS, name)
    return Searching(request.getfixturevalue("window"), request.getfixturevalue("desk"), qtbot)


def test_photos_are_found_and_gone_through(searching: Searching) -> None:
    searching.ask("Anna NOT Ben")
    searching.until_found(4)
    page = searching.page
    searching.bot.waitUntil(lambda: page.results.currentWidget() is page.photos, timeout=SECONDS)
    assert page.note.text().startswith("4 photo")
    page.photos.setCurrentIndex(page.model.index(1))
    searching.bot.keyClick(page.photos, Qt.Key.Key_Return)
    viewer = searching.window.pages["photo"]
    searching.bot.waitUntil(lambda: viewer.place.text() == "2 of 4", timeout=SECONDS)
    searching.desk.places.back()
    assert searching.desk.places.here == Place("search")
    assert page.query.text() == "Anna NOT Ben"


def test_what_cannot_be_read_is_said_below_the_field(searching: Searching) -> None:
    searching.ask("Anna AND Zoe")
    searching.until_said("called Zoe.")
    assert not searching.page.head.keep.isEnabled()
    searching.ask("Anna")
    searching.until_found(5)
    searching.bot.waitUntil(lambda: not searching.page.head.message.isVisible(), timeout=SECONDS)


def test_nothing_found_is_said(searching: Searching) -> None:
    searching.ask("Anna since 2050")
    searching.bot.waitUntil(lambda: searching.page.results.currentWidget() is searching.page.nothing, timeout=SECONDS)


def test_names_and_words_are_completed(searching: Searching) -> None:
    field = searching.page.query
    searching.bot.waitUntil(lambda: len(field._known.people) == 2, timeout=SECONDS)
    searching.bot.keyClicks(field, "an")
    assert field.offered()[0] == "Anna"
    searching.bot.keyClick(field._list, Qt.Key.Key_Down)
    searching.bot.keyClick(field._list, Qt.Key.Key_Return)
    assert field.text() == "Anna "


def test_examples_are_about_people_who_are_there(searching: Searching) -> None:
    searching.page.head.help_button.click()
    searching.bot.waitUntil(searching.page.head.help.isVisible, timeout=SECONDS)
    first = searching.page.head.help.examples()[0]
    assert first.text() == "Anna AND Ben"
    first.click()
    searching.until_found(1)
    assert searching.page.query.text() == "Anna AND Ben"
    assert not searching.page.head.help.isVisible()


def test_a_search_is_saved_and_becomes_an_album(searching: Searching) -> None:
    searching.ask("Anna AND Ben")
    searching.until_found(1)
    searching.bot.waitUntil(searching.page.head.keep.isEnabled, timeout=SECONDS)
    with decided(searching.bot, searching.desk):
        searching.page.save_as("The two")
    albums = searching.window.pages["albums"]
    searching.desk.places.go(Place("albums"))
    searching.bot.waitUntil(lambda: albums.model.rowCount() == 3, timeout=SECONDS)
    assert albums.model.index(0).data(Role.TITLE) == "The two"


def test_results_follow_what_is_decided(searching: Searching) -> None:
    searching.ask("Ben")
    searching.until_found(3)
    with decided(searching.bot, searching.desk):
        merge = lambda library: naming.merge(library, "Anna", "Ben")  # noqa: E731
        searching.desk.session.decide(searching.page, merge, weigh=False)  # they are in one photo
    searching.until_found(7)


def test_whom_a_picture_is_like(searching: Searching, folder: Path) -> None:
    probe = folder / "probe.jpg"
    probe.write_text("A C|probe")
    searching.desk.places.go(Place("search", os.fsencode(probe)))
    searching.until_looked()
    faces = searching.page.faces
    assert faces.model.index(0).data(Role.TITLE) == "Anna"
    assert "certainly" in faces.model.index(0).data(Role.NOTE)
    searching.bot.mouseClick(faces.faces.button(1), Qt.MouseButton.LeftButton)
    assert faces.model.index(0).data(Role.TITLE) == "Not named yet"
    searching.bot.mouseClick(faces.kinds.button(1), Qt.MouseButton.LeftButton)
    searching.bot.waitUntil(lambda: faces.photos_model.value(0) is not None, timeout=SECONDS)
    assert faces.photos_model.value(0).path.endswith(b"/c.jpg")
    faces.photos.opened.emit(faces.photos_model.index(0))
    assert searching.desk.places.here.page == "photo"


def test_opening_somebody_goes_to_them(searching: Searching, folder: Path) -> None:
    probe = folder / "probe.jpg"
    probe.write_text("A|probe")
    searching.page.look(os.fsencode(probe))
    searching.until_looked()
    view = searching.page.faces.view
    view.setCurrentIndex(view.model().index(0, 0))
    searching.bot.keyClick(view, Qt.Key.Key_Return)
    assert searching.desk.places.here.page == "person"


@pytest.mark.parametrize(("content", "words"), [("broken|x", "not a picture"), ("|nobody", "no face")])
def test_a_picture_that_helps_nobody_says_why(searching: Searching, folder: Path, content: str, words: str) -> None:
    (folder / "probe.jpg").write_text(content)
    searching.page.look(os.fsencode(folder / "probe.jpg"))
    searching.until_said(words)


def test_a_file_is_pasted(searching: Searching, folder: Path) -> None:
    (folder / "probe.jpg").write_text("B|probe")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "probe.jpg"))])
    QGuiApplication.clipboard().setMimeData(data)
    searching.page.paste()
    searching.until_looked()
    assert searching.page.faces.model.index(0).data(Role.TITLE) == "Ben"


def test_a_pasted_picture_leaves_nothing_behind(searching: Searching) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    pictures = searching.page._pictures
    looked: list[bytes] = []
    searching.page.look = looked.append
    searching.page.paste()
    searching.bot.waitUntil(lambda: bool(looked), timeout=SECONDS)
    assert os.path.exists(looked[0])
    pictures.forget()
    assert not os.path.exists(os.path.dirname(looked[0]))
