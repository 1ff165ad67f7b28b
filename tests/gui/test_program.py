"""One window at a time: another library, the same one put back, an end in the middle of indexing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from photoface.gui.application import build_and_open, close_desk, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.settings import WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.program import Program
from photoface.services.deciding.naming import name_group
from photoface.store.database import LibraryDatabase
from tests.gui.conftest import fake_engine
from tests.world import World

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C"}


@pytest.fixture
def program(folder: Path, qapp: QApplication, qtbot) -> Iterator[Program]:
    """The program without its event loop, over engines of the test."""
    settings = WindowSettings(folder / "window.ini")

    def desk_of(library: Path) -> Desk:
        return open_desk(replace(fake_engine(library.parent), folder=library))

    made = Program(qapp, settings, desk_of, close_desk, build_and_open)
    yield made
    made.close()
    qapp.setStyleSheet("")


def _settled(program: Program, page: str, qtbot) -> MainWindow:
    def there() -> bool:
        window = program.window
        here = window.desk.places.here if window is not None else None
        return here is not None and here.page == page

    qtbot.waitUntil(there, timeout=10_000)
    assert program.window is not None
    return program.window


def test_switching_between_libraries(made, folder: Path, program: Program, qtbot, monkeypatch) -> None:
    made(FAMILY)
    program.open(folder / "library")
    window = _settled(program, "people", qtbot)
    assert window.windowTitle() == "library – photoface"
    other = folder / "other" / "library"
    other.mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    window.desk.actions.get("new library").trigger()
    second = _settled(program, "welcome", qtbot)
    assert second is not window
    assert (other / "library.db").exists()
    with LibraryDatabase.create_or_open(folder / "library", write=True):
        pass  # the first one is closed: anybody may write it
    assert second.settings.recent_libraries() == [other, folder / "library"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    second.desk.actions.get("open library").trigger()
    third = _settled(program, "people", qtbot)
    assert third.settings.recent_libraries()[0] == folder / "library"


def test_a_folder_without_a_library_is_told_and_nothing_closed(
    made, folder: Path, program: Program, qtbot, monkeypatch
) -> None:
    made(FAMILY)
    program.open(folder / "library")
    window = _settled(program, "people", qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder / "photos"))
    window.desk.actions.get("open library").trigger()
    assert "no library" in window.toast.sentence
    window.desk.actions.get("new library").trigger()
    assert "other files" in window.toast.sentence
    assert program.window is window


def test_the_same_library_put_back_to_a_snapshot(made, folder: Path, program: Program, qtbot) -> None:
    def prepare(w: World) -> None:
        w.library.snapshot("before the name")
        name_group(w.library, w.group_of("a0.jpg"), "Anna")

    made(FAMILY, prepare)
    program.open(folder / "library")
    window = _settled(program, "people", qtbot)
    assert names_in(folder / "library") == ["Anna"]
    window.reopen_wanted.emit("latest")
    qtbot.waitUntil(lambda: program.window is not window, timeout=10_000)
    _settled(program, "people", qtbot)
    assert names_in(folder / "library") == []


def names_in(folder: Path) -> list[str]:
    """The people of a library, whoever has it open."""
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        return [str(name) for (name,) in db.rows("SELECT name FROM person")]


def test_closing_while_indexing_asks_nothing_and_goes_on_next_time(folder: Path, program: Program, qtbot) -> None:
    (folder / "photos").mkdir()
    for number in range(200):
        (folder / "photos" / f"{number}.jpg").write_text(f"A|{number}")
    program.open(folder / "library", [bytes(folder / "photos")])
    window = _settled(program, "people", qtbot)
    assert window.close()
    program.close()
    program.open(folder / "library")
    again = _settled(program, "people", qtbot)
    qtbot.waitUntil(lambda: again.index_status.text.startswith("200 photo"), timeout=10_000)
