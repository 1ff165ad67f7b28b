"""One sitting in the real window over real services: found, named, reviewed, merged, split, all taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView

from photoface.domain.people import FaceState
from photoface.gui.application import build_window, close_desk, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.main_window import MainWindow
from photoface.gui.models.roles import Role
from photoface.gui.sentences.reading import worded
from tests.gui.conftest import fake_engine
from tests.gui.held import written
from tests.world import FakeAnalyzer

SWEEP = 200
SLOW = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier
FAMILY = (
    {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(4)} | {"c.jpg": "C", "bad.jpg": "broken"}
)


def put(folder: Path, photos: dict[str, str]) -> Path:
    """Photos of people in photos/, as tests/world.py writes them."""
    (folder / "photos").mkdir(exist_ok=True)
    for name, people in photos.items():
        (folder / "photos" / name).write_text(f"{people}|{name}")
    return folder / "photos"


class Sitting:
    """A user at the keyboard. Every model of the window is watched by Qt's tester, whose complaints fail the test."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot) -> None:
        self.window, self.desk, self.qtbot = window, desk, qtbot
        self.people, self.person = window.pages["people"], window.pages["person"]
        self.review = window.pages["review"]
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        models = {id(view.model()): view.model() for view in window.findChildren(QAbstractItemView) if view.model()}
        self.testers = [QAbstractItemModelTester(model, mode) for model in models.values()]

    def until(self, true) -> None:
        self.qtbot.waitUntil(true, timeout=SLOW)

    def titles(self) -> list[str]:
        model = self.people.model
        return [model.index(row).data(Role.TITLE) for row in range(model.rowCount())]

    def go(self, page: str, subject: object = None) -> None:
        self.desk.places.go(Place(page, subject))

    def key(self, widget, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(widget, key, modifiers)

    def name(self, row: int, name: str) -> None:
        """By keyboard: to the tile, F2, the name, Enter."""
        view = self.people.view
        view.setFocus()
        self.key(view, Qt.Key.Key_Home)
        for _ in range(row):
            self.key(view, Qt.Key.Key_Right)
        self.key(view, Qt.Key.Key_F2)
        self.qtbot.keyClicks(self.people.popup.field, name)
        self.key(self.people.popup.field, Qt.Key.Key_Return)
        self.until(lambda: name in self.titles())

    def index(self) -> None:
        with self.qtbot.waitSignal(self.desk.indexer.finished, timeout=SLOW):
            self.key(self.window, Qt.Key.Key_F5)

    def states(self, name: str) -> list[FaceState]:
        """Of the faces of somebody, as the library has them."""
        library = self.desk.session.library
        number = next(one.person_id for one in library.people.list() if one.name == name)
        return [face.state for face in library.faces.list(person_id=number)]

    def undo_all(self) -> int:
        """Ctrl+Z until there is nothing left; how often. Each time the window tells before what it would take back."""
        undo, journal, count = self.desk.actions.get("undo"), self.desk.session.library.journal, 0
        while (last := journal.latest_done()) is not None:
            self.until(lambda last=last: undo.text().endswith(worded(last.summary)))
            self.key(self.window, Qt.Key.Key_Z, CTRL)
            self.until(lambda last=last: journal.latest_done() != last)
            count += 1
        self.until(lambda: not undo.isEnabled())
        return count


@pytest.fixture
def sitting(window: MainWindow, desk: Desk, folder: Path, qtbot) -> Sitting:
    """The first minute is over: a folder was chosen, its people are found."""
    one = Sitting(window, desk, qtbot)
    with qtbot.waitSignal(desk.indexer.finished, timeout=SLOW):
        window.pages["welcome"].folders_chosen.emit([bytes(put(folder, FAMILY))])
    one.until(lambda: one.people.model.rowCount() == 3)
    return one


def test_a_sweep_of_two_hundred_guesses_by_keyboard_alone(sitting: Sitting, folder: Path) -> None:
    sitting.name(0, "Anna")
    put(folder, {f"late{n}.jpg": "A" for n in range(SWEEP)})
    sitting.index()
    sitting.until(lambda: sitting.window.sidebar.badge("review") == SWEEP)
    sitting.key(sitting.window, Qt.Key.Key_2, CTRL)
    review = sitting.review
    sitting.until(lambda: review.question is not None)
    sitting.key(review, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    yes = 0
    for at in range(SWEEP):
        sitting.until(lambda: review.question is not None)
        sitting.key(review, Qt.Key.Key_N if at % 10 == 9 else Qt.Key.Key_Y)
        yes += at % 10 != 9
    sitting.until(lambda: sitting.states("Anna").count(FaceState.CONFIRMED) >= yes)
    assert sitting.states("Anna").count(FaceState.CONFIRMED) - yes <= len(FAMILY)
    sitting.until(lambda: sitting.states("Anna").count(FaceState.SUGGESTED) == 0)  # the last answer was a no


def test_the_same_sweep_in_a_grid_by_keyboard_alone(sitting: Sitting, folder: Path) -> None:
    sitting.name(0, "Anna")
    put(folder, {f"late{n}.jpg": "A" for n in range(SWEEP)})
    sitting.index()
    sitting.until(lambda: sitting.window.sidebar.badge("review") == SWEEP)
    sitting.key(sitting.window, Qt.Key.Key_2, CTRL)
    sitting.until(lambda: sitting.review.question is not None)
    sitting.key(sitting.review, Qt.Key.Key_B, CTRL)
    page = sitting.window.pages["sweep"]
    sitting.until(lambda: page.model.rowCount() == SWEEP)
    sitting.key(page.view, Qt.Key.Key_Home)
    for _ in range(SWEEP // 10):
        sitting.key(page.view, Qt.Key.Key_Space)
        for _ in range(10):
            sitting.key(page.view, Qt.Key.Key_Right)
    wrong = SWEEP // 10
    assert f"{SWEEP - wrong} face" in page.go.text()
    before = sitting.states("Anna").count(FaceState.CONFIRMED)
    sitting.key(page.view, Qt.Key.Key_Return, CTRL)
    sitting.until(page.empty.isVisible)
    assert sitting.states("Anna").count(FaceState.CONFIRMED) - before == SWEEP - wrong
    anna = sitting.desk.session.library.people.find("Anna")
    assert len(list(sitting.desk.session.library.ledger.rejected_from(anna.person_id))) == wrong
    sitting.key(sitting.window, Qt.Key.Key_Z, CTRL)
    sitting.until(lambda: sitting.states("Anna").count(FaceState.SUGGESTED) == SWEEP)


def test_merge_split_search_and_everything_taken_back(sitting: Sitting, folder: Path) -> None:
    sitting.name(0, "Anna")
    sitting.name(1, "Ben")
    view, people = sitting.people.view, sitting.people
    sitting.until(lambda: sitting.titles()[:2] == ["Anna", "Ben"])
    for row in (0, 1):
        view.selectionModel().select(people.model.index(row), QItemSelectionModel.SelectionFlag.Select)
    sitting.key(view, Qt.Key.Key_M, CTRL)
    dialog = people.findChild(MergeDialog)
    sitting.until(dialog.go.isEnabled)
    sitting.key(dialog.go, Qt.Key.Key_Return)
    sitting.until(lambda: "Ben" not in sitting.titles())
    assert len(sitting.states("Anna")) == 10

    sitting.window.activateWindow()  # where there is a window manager it does that when a dialog is closed
    view.setFocus()
    sitting.key(view, Qt.Key.Key_Home)
    sitting.key(view, Qt.Key.Key_Return)
    faces = sitting.person.view
    sitting.until(lambda: sitting.person.model.rowCount() == 10)
    faces.setFocus()
    sitting.key(faces, Qt.Key.Key_Home)
    sitting.key(faces, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(faces.selectedIndexes()) == 2
    sitting.key(faces, Qt.Key.Key_S)
    sitting.until(lambda: len(sitting.states("Anna")) == 8)

    search = sitting.window.pages["search"]
    sitting.go("search", bytes(folder / "photos" / "a5.jpg"))
    sitting.until(lambda: search.faces.isVisible() and search.faces.model.rowCount() > 0)
    assert search.faces.model.index(0).data(Role.TITLE) == "Anna"
    for page in ("photos", "albums", "folders", "history", "review", "people"):
        sitting.go(page)
        sitting.qtbot.mouseMove(sitting.window, QPoint(400, 300))
    sitting.until(lambda: sitting.desk.actions.get("undo").isEnabled())
    assert sitting.undo_all() == 4
    sitting.until(lambda: sitting.people.model.rowCount() == 3 and "Anna" not in sitting.titles())
    library = sitting.desk.session.library
    assert {face.state for face in library.faces.list()} == {FaceState.UNASSIGNED}


class Gate:
    """The analyzer stops before the photo of this number until it is released; counts what was read."""

    def __init__(self, at: int, monkeypatch) -> None:
        self.read: list[bytes] = []
        self.reached, self.released = threading.Event(), threading.Event()
        one = FakeAnalyzer.one

        def gated(analyzer: FakeAnalyzer, path: bytes):
            if len(self.read) == at:
                self.reached.set()
                self.released.wait(30)
            self.read.append(path)
            return one(analyzer, path)

        monkeypatch.setattr(FakeAnalyzer, "one", gated)


@pytest.fixture
def second(folder: Path, qapp, qtbot) -> Iterator[tuple[MainWindow, Desk]]:
    """The window as it is opened the next time."""
    desk = open_desk(fake_engine(folder))
    window = build_window(desk, WindowSettings(folder / "window.ini"))
    qtbot.addWidget(window)
    yield window, desk
    close_desk(desk)


@pytest.fixture
def gate(monkeypatch) -> Gate:
    return Gate(20, monkeypatch)


def test_closed_while_indexing_and_gone_on_with_next_time(window, gate, second, folder, qtbot) -> None:
    desk = window.desk
    stop = desk.indexer.pause

    def close() -> None:
        stop()
        gate.released.set()

    window.closed.connect(close)
    window.pages["welcome"].folders_chosen.emit([bytes(put(folder, {f"a{n}.jpg": "A" for n in range(50)}))])
    qtbot.waitUntil(gate.reached.is_set, timeout=SLOW)
    window.close()
    close_desk(desk)
    assert 20 <= len(gate.read) < 50
    again, new = second
    with qtbot.waitSignal(new.indexer.finished, timeout=SLOW):
        new.session.open()
        again.show()
    assert len(new.session.library.faces.list()) == 50
    assert len(gate.read) <= 50 + 1
    qtbot.waitUntil(lambda: again.pages["people"].model.rowCount() == 1, timeout=SLOW)


def test_a_folder_that_is_added_while_another_is_read_is_read_next(window, gate, folder, qtbot) -> None:
    other = folder / "other"
    other.mkdir()
    (other / "b.jpg").write_text("B|b")
    window.pages["welcome"].folders_chosen.emit([bytes(put(folder, {f"a{n}.jpg": "A" for n in range(30)}))])
    qtbot.waitUntil(gate.reached.is_set)
    window.index_wanted.emit([bytes(other)])
    written(qtbot, window.desk)
    gate.released.set()
    qtbot.waitUntil(lambda: any(path.endswith(b"/b.jpg") for path in gate.read))
