"""The first minutes with real photos, models and analyzer: nothing is faked but the user.

Skipped, saying so, where no models are installed or the public test photos are absent.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from photoface import app
from photoface.gui.application import build_window, close_desk, engine_of, open_desk
from photoface.gui.core.settings import WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.vision.model_store import ModelStore
from tests.gui.patience import decided
from tests.vision.real_models import shared_photos

PEOPLE = ("Lleyton_Hewitt", "Andre_Agassi")
EACH = 7
SLOW = 120_000


@pytest.fixture
def store() -> ModelStore:
    found = app.model_store()
    if not any(found.pack_installed(pack.name) for pack in found.catalog.packs):
        pytest.skip("no models are installed: photoface models install")
    return found


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    lfw = shared_photos("faces/lfw")
    made = tmp_path / "photos"
    made.mkdir()
    for person in PEOPLE:
        for photo in sorted((lfw / person).iterdir())[:EACH]:
            shutil.copy(photo, made)
    return made


@pytest.fixture
def real_window(store: ModelStore, tmp_path: Path, qtbot) -> Iterator[MainWindow]:
    desk = open_desk(engine_of(tmp_path / "library"))
    window = build_window(desk, WindowSettings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.places.moved, timeout=SLOW):
        desk.session.open()
        window.show()
    window.activateWindow()
    yield window
    close_desk(desk)


def test_from_a_folder_to_a_name_and_a_search(real_window: MainWindow, photos: Path, qtbot) -> None:
    window, desk = real_window, real_window.desk
    people, search = window.pages["people"], window.pages["search"]
    with qtbot.waitSignal(desk.indexer.finished, timeout=SLOW):
        window.pages["welcome"].folders_chosen.emit([os.fsencode(photos)])
    assert desk.indexer.progress.done == len(PEOPLE) * EACH
    qtbot.waitUntil(window.banner.isVisible, timeout=SLOW)
    with decided(qtbot, desk):
        qtbot.keyClicks(window.banner.who, "The first one")
        qtbot.keyClick(window.banner.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.model.index(0).data() == "The first one", timeout=SLOW)
    named = people.model.rows[0]
    assert named.named >= EACH - 2

    known = {photo.name for photo in photos.iterdir()}
    cover = _person_of(window, named.person_id, known)
    probe = sorted(shared_photos("faces/lfw").joinpath(cover).iterdir())[EACH + 1]
    search.look(os.fsencode(probe))
    qtbot.waitUntil(lambda: search.faces.model.rowCount() > 0, timeout=SLOW)
    assert search.faces.model.index(0).data() == "The first one"

    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: people.model.rowCount() and people.model.index(0).data() != "The first one", timeout=SLOW)


def _person_of(window: MainWindow, person_id: int, known: set[str]) -> str:
    """Who was named, by the name of the photo's file."""
    library = window.desk.session.library
    path = Path(os.fsdecode(library.faces.list(person_id=person_id)[0].path))
    assert path.name in known
    return path.stem.rsplit("_", 1)[0]
