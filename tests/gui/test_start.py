"""Starting: what can be wrong with a library, one window for each, several libraries, and an orderly end."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment, Qt
from PySide6.QtWidgets import QApplication

from photoface.domain.errors import ModelsMissing
from photoface.gui.announcing import Announcer
from photoface.gui.application import build_and_open, build_window, close_desk, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import catch_mistakes, sentence_of
from photoface.gui.core.indexing import Progress, Stage
from photoface.gui.core.instance import Instance, hand_over, name_of
from photoface.gui.core.interrupts import Interrupts
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.dialogs.models_dialog import ModelsDialog
from photoface.gui.main_window import MainWindow
from photoface.services.keeping.libraries import existing_library, place_for_new
from photoface.store.database import LibraryDatabase
from photoface.vision.install_events import Asking
from tests.gui.conftest import fake_engine
from tests.gui.patience import decided

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C"}
Opened = Callable[..., tuple[MainWindow, Desk]]


@pytest.fixture
def opened(folder: Path, qtbot, qapp: QApplication) -> Iterator[Opened]:
    """Opens the window the way the program does, over an engine that a test may change."""
    desks: list[Desk] = []

    def make(restore: str = "", **changes: object) -> tuple[MainWindow, Desk]:
        engine = replace(fake_engine(folder), folder=folder / "library", **changes)  # type: ignore[arg-type]
        desk = open_desk(engine)
        desks.append(desk)
        window = build_and_open(desk, WindowSettings(folder / "window.ini"), (), restore)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: desk.places.here is not None, timeout=10_000)
        return window, desk

    yield make
    for desk in desks:
        close_desk(desk)


def test_a_busy_library_can_be_tried_again(made, folder: Path, opened: Opened, qtbot) -> None:
    made(FAMILY)
    with LibraryDatabase.create_or_open(folder / "library", write=True, program="the other one"):
        window, desk = opened()
        trouble = window.pages["trouble"]
        assert desk.places.here == Place("trouble")
        assert "the other one" in trouble.state.sentence
        assert not window.sidebar.isVisible()
        assert not trouble.put_back.isVisible()
    qtbot.mouseClick(trouble.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.places.here == Place("people"), timeout=10_000)
    assert window.sidebar.isVisible()
    desk.places.back()
    assert desk.places.here == Place("people")


def test_a_newer_library_is_told(made, folder: Path, opened: Opened) -> None:
    made({"a.jpg": "A"})
    connection = sqlite3.connect(folder / "library" / "library.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    window, _desk = opened()
    assert "newer" in window.pages["trouble"].state._title.text()


def test_a_damaged_library_is_put_back_to_a_snapshot(made, folder: Path, opened: Opened, qtbot) -> None:
    made(FAMILY, lambda w: w.library.snapshot("before a test"))
    (folder / "library" / "library.db").write_bytes(b"no database" * 1000)
    window, desk = opened()
    trouble = window.pages["trouble"]
    assert "damaged" in trouble.state.sentence
    assert trouble.put_back.isVisible()
    assert "before a test" in trouble.snapshots.currentText()
    qtbot.mouseClick(trouble.put_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.places.here == Place("people"), timeout=10_000)
    qtbot.waitUntil(lambda: window.pages["people"].model.rowCount() == 3, timeout=10_000)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_told(folder: Path, opened: Opened) -> None:
    folder.chmod(0o500)
    try:
        window, _desk = opened()
        assert "cannot be" in window.pages["trouble"].state.sentence
    finally:
        folder.chmod(0o700)


def test_a_bug_while_opening_names_the_log(opened: Opened) -> None:
    def broken(*, write: bool) -> object:
        raise ZeroDivisionError("a mistake")

    window, _desk = opened(open_library=broken)
    assert "photoface.log" in window.pages["trouble"].state.sentence
    assert "ZeroDivision" not in sentence_of(ZeroDivisionError("what was wrong"))
    assert "what was wrong" not in sentence_of(ZeroDivisionError("what was wrong"))


def test_missing_models_are_a_bar_at_the_next_start(made, opened: Opened, qtbot, monkeypatch) -> None:
    made(FAMILY)
    missing = [True]

    def models_ready(_library: object) -> None:
        if missing:
            raise ModelsMissing("none")

    asked: list[object] = []
    monkeypatch.setattr("photoface.gui.shell.Shell.ask_for_models", lambda _self, folders=(): asked.append(folders))
    window, desk = opened(models_ready=models_ready)
    qtbot.waitUntil(window.banner.isVisible, timeout=10_000)
    assert desk.places.here == Place("people")
    assert asked == []
    assert "models" in window.banner.sentence
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    missing.clear()
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.actions.get("rescan").trigger()
    assert not window.banner.isVisible()


def test_a_folder_chosen_before_the_models_are_there_is_not_forgotten(folder: Path, opened: Opened, qtbot) -> None:
    def models_ready(_library: object) -> None:
        raise ModelsMissing("none")

    (folder / "photos").mkdir()
    window, desk = opened(models_ready=models_ready)
    qtbot.waitUntil(lambda: desk.places.here == Place("welcome"), timeout=10_000)
    window.pages["welcome"].folders_chosen.emit([bytes(folder / "photos")])
    qtbot.waitUntil(lambda: bool(window.findChildren(ModelsDialog)), timeout=10_000)
    window.findChild(ModelsDialog).later.click()
    assert window.banner.isVisible()
    desk.places.go(Place("folders"))
    qtbot.waitUntil(lambda: window.pages["folders"].model.rowCount() == 1, timeout=10_000)


def test_the_first_large_group_is_offered_with_the_cursor_in_the_field(window, desk, folder: Path, qtbot) -> None:
    (folder / "photos").mkdir()
    for name, people in FAMILY.items():
        (folder / "photos" / name).write_text(f"{people}|{name}")
    window.pages["welcome"].folders_chosen.emit([bytes(folder / "photos")])
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: "6" in window.banner.sentence, timeout=10_000)
    assert window.banner.who.hasFocus()
    with decided(qtbot, desk):
        qtbot.keyClicks(window.banner.who, "Anna")
        qtbot.keyClick(window.banner.who, Qt.Key.Key_Return)
    assert not window.banner.isVisible()
    people = window.pages["people"]
    qtbot.waitUntil(lambda: people.model.index(0).data() == "Anna", timeout=10_000)
    assert "6 faces" in window.toast.sentence


def test_who_wonders_about_the_first_group_looks_at_it(window, desk, folder: Path, qtbot) -> None:
    (folder / "photos").mkdir()
    for name, people in FAMILY.items():
        (folder / "photos" / name).write_text(f"{people}|{name}")
    window.pages["welcome"].folders_chosen.emit([bytes(folder / "photos")])
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    person = window.pages["person"]
    qtbot.waitUntil(lambda: person.shown is not None, timeout=10_000)
    assert person.subject[0] == "group"
    assert not window.banner.isVisible()


def test_a_second_start_brings_the_first_window_to_the_front(folder: Path, qtbot) -> None:
    library = folder / "library"
    assert not hand_over(library)
    instance = Instance(library)
    heard: list[list[bytes]] = []
    instance.asked.connect(heard.append)
    other = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", os.pathsep.join([str(Path(__file__).parents[2])]))
    other.setProcessEnvironment(environment)
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
        "app = QCoreApplication([]); from photoface.gui.core.instance import hand_over; "
        "sys.exit(0 if hand_over(Path(sys.argv[1]), [b'/photos/\\xff new']) else 9)"
    )
    with qtbot.waitSignal(other.finished, timeout=60_000) as ended:
        other.start(sys.executable, ["-c", code, str(library)])
    assert ended.args[0] == 0
    assert heard == [[b"/photos/\xff new"]]
    instance.close()
    assert not hand_over(library)


def test_what_a_killed_window_left_behind_is_taken_over(folder: Path, qapp) -> None:
    first = Instance(folder)
    second = Instance(folder)  # as after a crash: the name is there, and its owner does not care
    assert second._server.isListening()
    first.close()
    second.close()


def test_links_to_a_library_lead_to_the_same_window(folder: Path) -> None:
    (folder / "library").mkdir()
    (folder / "link").symlink_to(folder / "library")
    assert name_of(folder / "link") == name_of(folder / "library") != name_of(folder)


def test_signals_reach_the_event_loop(qtbot) -> None:
    interrupts = Interrupts()
    try:
        with qtbot.waitSignal(interrupts.asked, timeout=5000):
            signal.raise_signal(signal.SIGTERM)
        with qtbot.waitSignal(interrupts.asked, timeout=5000):
            signal.raise_signal(signal.SIGINT)
    finally:
        interrupts.close()


def test_places_for_libraries(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path / "x" / "library", write=True):
        pass
    assert (
        existing_library(tmp_path / "x") == existing_library(tmp_path / "x" / "library") == tmp_path / "x" / "library"
    )
    assert place_for_new(tmp_path / "new") == tmp_path / "new"
    (tmp_path / "new").mkdir()
    assert place_for_new(tmp_path / "new") == tmp_path / "new"


def test_a_long_run_is_announced_only_where_nobody_looks(window, desk, monkeypatch) -> None:
    announcer = window.findChild(Announcer)
    done = Progress(Stage.IDLE, done=10, total=10, faces=12)
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    assert announcer.worth_telling(done, 61)
    assert not announcer.worth_telling(done, 59)
    assert not announcer.worth_telling(replace(done, stage=Stage.PAUSED), 61)
    assert not announcer.worth_telling(replace(done, done=0), 61)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    assert not announcer.worth_telling(done, 61)


def test_the_page_of_last_time_comes_again(made, folder: Path, desk, qtbot) -> None:
    made(FAMILY)
    settings = WindowSettings(folder / "window.ini")
    settings.remember("page", "photos")
    window = build_window(desk, settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.places.moved, timeout=10_000):
        desk.session.open()
    assert desk.places.here == Place("photos")
    desk.places.go(Place("history"))
    window.close()
    assert settings.text("page") == "history"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")
def test_the_real_program_ends_in_order_when_it_is_asked_to(folder: Path) -> None:
    """A process of its own, from the command line to the exit code; a second start of it ends with 0 by itself."""
    library = folder / "library"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder / "data"),
        "PHOTOFACE_MODELS": str(folder / "models"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-m", "photoface", "gui", "--library", str(library)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as first:
        try:
            _until(lambda: hand_over(library) or first.poll() is not None)
            assert subprocess.run(command, env=environment, timeout=240, check=False).returncode == 0
            first.send_signal(signal.SIGTERM)
            assert first.wait(timeout=240) == 0
        finally:
            first.kill()
    assert (library / "library.db").exists()
    assert not (library / "library.lock.json").exists()
    assert not list(library.glob("library.db-*"))


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 240
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_closing_the_window_stops_what_its_dialogs_do(window, desk, qtbot, monkeypatch) -> None:
    told = threading.Event()

    def endless(*_: object) -> Iterator[object]:
        while True:
            told.set()
            time.sleep(0.02)
            yield Asking(1)

    monkeypatch.setattr("photoface.gui.dialogs.models_dialog.install", endless)
    desk.actions.get("models").trigger()
    dialog = window.findChild(ModelsDialog)
    dialog.install.click()
    qtbot.waitUntil(told.is_set, timeout=5000)
    window.close()
    _until(lambda: not any(thread.name == "background" for thread in threading.enumerate()))


def test_a_mistake_in_a_slot_is_told_and_logged(monkeypatch, caplog) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    told: list[str] = []
    catch_mistakes(told.append)
    try:
        raise ZeroDivisionError("what was wrong")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "photoface.log" in told[0]
    assert "what was wrong" in caplog.text
