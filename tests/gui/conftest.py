"""The real window over real services and a real library file; only inference is faked (tests/world.py)."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from photoface.gui.application import build_window, close_desk, dress, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.engine import Engine
from photoface.gui.core.language import forget_translations, speak
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.palette import Theme
from photoface.services.library import Library
from photoface.services.photos.indexing import IndexingService
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from tests.builders import encoded, quarters
from tests.gui.fakes import ToldWatch, fake_look, fake_photos
from tests.gui.lateness import make_late, seed_of_lateness
from tests.gui.patience import PATIENCE, PatientBot, rest
from tests.gui.viewed import PHOTOS, Viewed
from tests.gui.waiting import watch_window
from tests.world import PACK, FakeAnalyzer, World, world

# Said by the offscreen platform of every window, and of the lists below fields; means nothing.
_HARMLESS = ("propagateSizeHints", "does not support raise()", "does not support grabbing the keyboard")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's, whose waits only end a real hang."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _late_where_wanted(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """tests/gui/lateness.py"""
    seed = seed_of_lateness()
    if seed is not None:
        make_late(monkeypatch, f"{seed} {request.node.nodeid}")


@pytest.fixture(autouse=True)
def _group_in_this_process(monkeypatch):
    """The compute child has tests of its own; here its start would only take time."""
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Qt's offscreen platform crashes at exit over data that is left in it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_twins(monkeypatch):
    """All "photos" of tests/world.py have one picture, and would be shown as one."""
    monkeypatch.setattr("photoface.services.photos.indexing.find_twins", lambda _library, _touched: False)


@pytest.fixture(autouse=True)
def _pictures_that_can_be_shown(monkeypatch):
    monkeypatch.setattr("tests.world.JPEG", encoded(quarters()))


@pytest.fixture(autouse=True)
def _no_warning_of_qt() -> Iterator[None]:
    """Anything that Qt complains about fails the test."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(harmless in text for harmless in _HARMLESS):
            said.append(text)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not said


@pytest.fixture(autouse=True)
def waits(monkeypatch) -> Iterator[list[str]]:
    """No SQL, decoding or inference in the thread of the window: where its code asks for any, the test fails."""
    found = watch_window(monkeypatch)
    yield found
    assert not found


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:  # one that was told to end may need a turn for it
        thread.join(PATIENCE / 1000)
    assert [thread.name for thread in left if thread.is_alive()] == []


@pytest.fixture(autouse=True)
def _no_language_left() -> Iterator[None]:
    """A program that was started spoke one."""
    yield
    forget_translations()


@pytest.fixture(scope="session")
def timers(qapp: QApplication) -> set[QTimer]:
    """Timers that run for the whole session, and those that an earlier test was told of."""
    return set(_running_timers())


@pytest.fixture(autouse=True)
def _no_timer_left(timers: set[QTimer]) -> Iterator[None]:
    """Windows are closed and deleted by now: a timer that still runs belongs to nobody, and so does a window."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [timer for timer in _running_timers() if timer not in timers]
    timers.update(left)
    assert [repr(timer.parent()) for timer in left] == []
    assert [repr(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


def _running_timers() -> list[QTimer]:
    # isinstance would ask a weakref.proxy for its object, which may be gone
    found = [each for each in gc.get_objects() if issubclass(type(each), QTimer)]
    return [timer for timer in found if shiboken6.isValid(timer) and timer.isActive()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the library and the photos of a test lie: library/ and photos/."""
    return tmp_path


@pytest.fixture
def made(folder: Path) -> Callable[..., None]:
    """Makes and indexes a library before the window opens it: ``made({"a.jpg": "A B"})``, or with work on its World."""

    def make(photos: dict[str, str], then: Callable[[World], object] | None = None) -> None:
        with world(folder) as w:
            for name, people in photos.items():
                w.add(name, people)
            w.index()
            if then is not None:
                then(w)

    return make


def fake_engine(folder: Path) -> Engine:
    """Everything real but the analyzer, and models that are always there."""

    @contextmanager
    def open_library(*, write: bool) -> Iterator[Library]:
        with LibraryDatabase.create_or_open(folder / "library", write=write) as db:
            library = Library(db, load_catalog())
            if write and library.setting("pack") is None:
                db.set_setting("pack", PACK)
            yield library

    def indexing(library: Library) -> IndexingService:
        def open_analyzer(known: frozenset[bytes]) -> AbstractContextManager[FakeAnalyzer]:
            return FakeAnalyzer(known)

        return IndexingService(library, open_analyzer)

    return Engine(
        open_library, indexing, lambda _library: None, look=fake_look, open_photos=fake_photos, watch=ToldWatch()
    )


@pytest.fixture
def desk(folder: Path, qapp: QApplication) -> Iterator[Desk]:
    """The shared things of the library of this test; the library is opened when the window is."""
    dress(qapp, Theme.LIGHT)
    opened = open_desk(fake_engine(folder))
    yield opened
    close_desk(opened)


@pytest.fixture
def window(desk: Desk, qtbot, folder: Path) -> MainWindow:
    """The real window, shown, the library opened, its first page there and its folders looked through once."""
    shown, looked = build_window(desk, WindowSettings(folder / "window.ini")), list[object]()
    qtbot.addWidget(shown)
    desk.indexer.finished.connect(looked.append)
    with qtbot.waitSignal(desk.places.moved, timeout=10_000):
        desk.session.open()
        shown.show()
    shown.activateWindow()  # where there is no window manager nobody else does, and keys go nowhere
    qtbot.waitUntil(shown.isActiveWindow, timeout=10_000)
    if desk.places.here != Place("welcome"):  # "no run is on" is true before it begins, too
        qtbot.waitUntil(lambda: bool(looked), timeout=10_000)
    rest(qtbot, desk)
    return shown


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    """All that is built from now on is in Korean."""
    before = QLocale()
    speak("ko")
    yield
    forget_translations()
    QLocale.setDefault(before)


@pytest.fixture
def viewed(made, qtbot, request) -> Viewed:
    made(PHOTOS)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    window.activateWindow()
    return Viewed(window, desk, qtbot)
