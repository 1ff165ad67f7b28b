"""Names into files from the window: seen before, written when told so, taken back; and albums into folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from photoface.gui.application import build_window, close_desk, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.dialogs.album_out_dialog import AlbumOutDialog
from photoface.gui.dialogs.names_out_dialog import NamesOutDialog
from photoface.gui.main_window import MainWindow
from photoface.services.deciding import correcting
from photoface.services.exporting.albums import How
from photoface.services.exporting.names import NameExport
from photoface.services.finding import saved_searches
from photoface.services.library import Library
from photoface.services.photos.indexing import IndexingService
from photoface.store.database import LibraryDatabase
from photoface.worker.name_writing import name_writer
from tests.builders import encoded, quarters
from tests.gui.conftest import fake_engine
from tests.pictures_world import PictureAnalyzer, SameProcess, picture_world

SECONDS = 10_000


@pytest.fixture
def started(folder: Path, qtbot, qapp: QApplication, monkeypatch) -> Iterator[tuple[MainWindow, Desk]]:
    """The window over two real pictures of Anna and one of somebody; sidecars are written in this process."""
    monkeypatch.setattr("tests.pictures_world.JPEG", encoded(quarters()))
    with picture_world(folder) as w:
        for name in ("A", "A", "C"):
            w.add(name)
        w.index()
        faces = [face.face_id for face in w.library.faces.list() if face.path.endswith(b" A.jpg")]
        correcting.assign(w.library, tuple(faces), "Anna")
        saved_searches.save(w.library, "Only Anna", "only Anna")

    def exporting(library: Library) -> NameExport:
        return NameExport(library, lambda _into: SameProcess(name_writer(None)))

    def indexing(library: Library) -> IndexingService:
        return IndexingService(library, PictureAnalyzer)

    engine = replace(fake_engine(folder), indexing=indexing, exporting=exporting, writes_into_photos=lambda: False)
    desk = open_desk(engine)
    window = build_window(desk, WindowSettings(folder / "window.ini"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.indexer.finished, timeout=SECONDS):
        desk.session.open()
        window.show()
    yield window, desk
    close_desk(desk)


def looked(started: tuple[MainWindow, Desk], qtbot) -> NamesOutDialog:
    window, desk = started
    dialog = NamesOutDialog(desk, window)
    dialog.open()
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.finished_with is not None and not dialog.working, timeout=SECONDS)
    return dialog


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "photos").iterdir())


def test_what_would_be_written_is_seen_first(started, qtbot, folder: Path) -> None:
    dialog = looked(started, qtbot)
    assert files(folder) == ["01 A.jpg", "02 A.jpg", "03 C.jpg"]
    assert dialog.go.text() == "Write into 3 file(s)"
    lines = [f"{path.decode()} {text}" for path, text in dialog.list.lines.rows]
    assert any("01 A.jpg.xmp" in line and "+ Anna" in line for line in lines)
    dialog.reject()
    assert files(folder) == ["01 A.jpg", "02 A.jpg", "03 C.jpg"]


def test_writing_and_taking_back(started, qtbot, folder: Path) -> None:
    dialog = looked(started, qtbot)
    finish(dialog, dialog.go.click, qtbot)
    assert files(folder) == [
        "01 A.jpg",
        "01 A.jpg.xmp",
        "02 A.jpg",
        "02 A.jpg.xmp",
        "03 C.jpg",
        "photoface-decisions.json",
    ]
    assert "3 file(s) written." in dialog.lead.text()
    finish(dialog, dialog.take_back.click, qtbot)
    assert files(folder) == ["01 A.jpg", "02 A.jpg", "03 C.jpg"]
    assert not dialog.take_back.isVisible()
    dialog.reject()


def test_an_earlier_run_can_be_taken_back(started, qtbot, folder: Path) -> None:
    first = looked(started, qtbot)
    finish(first, first.go.click, qtbot)
    first.reject()
    window, desk = started
    dialog = NamesOutDialog(desk, window)
    dialog.open()
    qtbot.waitUntil(dialog.runs.isVisible, timeout=SECONDS)
    finish(dialog, dialog.runs.undo.click, qtbot)
    assert files(folder) == ["01 A.jpg", "02 A.jpg", "03 C.jpg"]
    dialog.reject()


def test_into_photos_only_where_exiftool_is(started, qtbot) -> None:
    window, desk = started
    dialog = NamesOutDialog(desk, window)
    dialog.open()
    qtbot.waitUntil(lambda: "exiftool" in dialog.target.itemText(1), timeout=SECONDS)
    assert not dialog.target.model().item(1).isEnabled()
    assert dialog.chosen.target == "sidecar"
    dialog.reject()


def test_closing_while_it_writes_stops_it_and_tells(started, qtbot, folder: Path) -> None:
    dialog = looked(started, qtbot)
    dialog.go.click()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.finished_with is not None and not dialog.working, timeout=SECONDS)
    assert dialog.isVisible()  # it says how far it came
    dialog.reject()
    assert not dialog.isVisible()


def test_closing_the_window_while_it_writes_ends_it_before_the_library_closes(started, qtbot, folder: Path) -> None:
    dialog = looked(started, qtbot)
    window, desk = started
    dialog.go.click()
    window.close()
    close_desk(desk)
    assert not [name for name in files(folder) if ".xmp" in name and not (folder / "photos" / name).stat().st_size]
    with LibraryDatabase.create_or_open(folder / "library", write=True) as db:  # nobody holds it any more
        assert db.writable


def finish(dialog: NamesOutDialog, press: Callable[[], None], qtbot) -> None:
    press()
    qtbot.waitUntil(lambda: dialog.finished_with is not None and not dialog.working, timeout=SECONDS)


def exported(window: MainWindow, folder: Path, how: How, qtbot) -> list[str]:
    dialog = window.findChild(AlbumOutDialog)
    assert dialog is not None
    dialog.folder.setText(str(folder / "out"))
    dialog.how.setCurrentIndex(dialog.how.findData(how.value))
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.working, timeout=SECONDS)
    dialog.reject()
    return sorted(os.listdir(folder / "out"))


def test_the_photos_of_a_person(started, qtbot, folder: Path) -> None:
    window, desk = started
    page = window.pages["person"]
    person = desk.session.library.people.find("Anna")
    desk.places.go(Place("person", ("person", person.person_id)))
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.person is not None, timeout=SECONDS)
    desk.actions.get("person.out").trigger()
    assert exported(window, folder, How.COPY, qtbot) == ["01 A.jpg", "02 A.jpg"]


def test_an_album_and_a_search(started, qtbot, folder: Path) -> None:
    window, desk = started
    page = window.pages["albums"]
    [search] = saved_searches.saved_searches(desk.session.library)
    desk.places.go(Place("albums", ("search", search.search_id)))
    qtbot.waitUntil(lambda: page.photos_model.rowCount() == 2, timeout=SECONDS)
    desk.actions.get("albums.out").trigger()
    assert exported(window, folder, How.CSV, qtbot) == ["Only Anna.csv"]
    assert not desk.actions.get("search.out").isEnabled()
    desk.places.go(Place("search", "Anna"))
    qtbot.waitUntil(desk.actions.get("search.out").isEnabled, timeout=SECONDS)
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(QDialog) if each.isVisible()], timeout=SECONDS)
    qtbot.waitUntil(lambda: window.findChild(AlbumOutDialog) is None, timeout=SECONDS)
    desk.actions.get("search.out").trigger()
    assert exported(window, folder, How.HTML, qtbot) == ["Anna.html", "Only Anna.csv"]


def test_an_album_of_nobody_says_so(started, qtbot, folder: Path) -> None:
    window, desk = started
    dialog = AlbumOutDialog(desk, "x", lambda library, certain: nobody(library), window)
    dialog.open()
    dialog.folder.setText(str(folder / "out"))
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.working, timeout=SECONDS)
    assert "There are no photos of nobody here" in dialog.lead.text()
    assert dialog.go.isVisible()
    dialog.reject()


def nobody(_library):
    from photoface.services.exporting.albums import Album

    return Album("nobody", ())
