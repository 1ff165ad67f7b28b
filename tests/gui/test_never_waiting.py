"""The window stays quick: where it works, when it indexes, when dead objects are searched for."""

import gc
import subprocess
import sys
import weakref
from contextlib import nullcontext
from dataclasses import replace
from threading import Event, Thread, current_thread

from photoface.gui.core.housekeeping import Housekeeping
from photoface.gui.core.indexing import Stage
from photoface.gui.core.lanes import Lanes
from photoface.gui.pages.people.page import PeoplePage
from photoface.services.deciding import naming
from photoface.services.showing.people_view import crowd, named_first

PHOTOS = {f"{name}{n}.jpg": name for name in "ABC" for n in range(4)}


def _name_two(w):
    naming.name_group(w.library, w.group_of("A0.jpg"), "Anna")
    naming.name_group(w.library, w.group_of("B0.jpg"), "Ben")


def test_the_watch_notices_sql_in_the_thread_of_the_window(window, desk, waits, monkeypatch):
    monkeypatch.setattr("tests.gui.waiting._WINDOW", __file__)
    desk.session.library.people.list()
    assert waits
    assert __file__ in waits[0]
    waits.clear()


def test_what_reads_photos_and_what_only_some_need_is_not_imported_before_the_window_is_seen():
    script = (
        "import sys, photoface.gui.application; print({'PIL', 'onnxruntime', 'scipy', 'sklearn'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"


def test_indexing_begins_when_the_first_page_is_there(made, request, desk, monkeypatch):
    made(PHOTOS, _name_two)
    told, have = [], PeoplePage._have

    def show(page, found):
        told.append("everybody")
        have(page, found)

    monkeypatch.setattr(PeoplePage, "_have", show)
    desk.indexer.progressed.connect(lambda progress: told.append(progress.stage))
    request.getfixturevalue("window")
    assert told[:2] == ["everybody", Stage.LOOKING]


def test_named_people_come_first_and_what_is_guessed_follows(made, request, desk, qtbot):
    made(PHOTOS, _name_two)
    page = request.getfixturevalue("window").pages["people"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=10_000)
    asked = []
    desk.session.read(page, lambda library: (named_first(library), crowd(library)), asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    first, everybody = asked[0]
    assert first.everybody.people == [replace(one, suggested=0) for one in everybody.everybody.people]
    assert first.everybody.groups == []
    assert first.recent == everybody.recent


def test_the_search_for_cycles_is_in_the_thread_of_the_window_when_nothing_is_read(window, desk, qtbot):
    keeping = Housekeeping(desk.session)
    try:
        assert not gc.isenabled()
        gone = weakref.ref(_cycle())
        kept = [[each] for each in range(2000)]
        desk.session.read(window, lambda library: library.people.list(), lambda _: None)
        keeping.sweep_young()
        assert gone() is not None
        qtbot.waitUntil(lambda: desk.session.resting, timeout=10_000)
        keeping.sweep_young()
        assert gone() is None
        gone = weakref.ref(_cycle())
        kept += [[each] for each in range(20_000)]
        keeping.sweep_young()  # too many to be looked through now
        assert gone() is not None
        assert gc.get_count()[0] < 20_000
        keeping.sweep_all()
        assert gone() is None
        assert len(kept) == 22_000
    finally:
        keeping.close()
    assert gc.isenabled()


class _Ring:
    """Holds itself."""


def _cycle():
    ring = _Ring()
    ring.itself = ring
    return ring


def test_closing_waits_for_the_job_at_hand_and_for_no_other(qtbot):
    begun, released, done = Event(), Event(), []
    lanes = Lanes("reader", lambda: nullcontext(None))

    def first(_nothing):
        begun.set()
        released.wait(60)
        done.append("first")

    for job in (first, *[lambda _nothing: done.append("late")] * 3):
        lanes.post(job, done.append)
    qtbot.waitUntil(begun.is_set)
    closing = Thread(target=lanes.close)
    closing.start()
    qtbot.waitUntil(lambda: lanes._jobs.qsize() == 1)  # that there is no more to come
    released.set()
    closing.join()
    assert done == ["first"]


def test_what_a_job_holds_ends_in_the_thread_that_asked_for_it(qtbot):
    ended, done = [], Event()

    class Asked:
        def __call__(self, _nothing):
            pass

        def __del__(self):
            ended.append(current_thread())

    lanes = Lanes("reader", lambda: nullcontext(None))
    lanes.post(Asked(), print)
    lanes.post(lambda _nothing: done.set(), print)
    qtbot.waitUntil(done.is_set)
    assert ended == []
    lanes.close()
    assert ended == [current_thread()]


_ENDING_CONNECTIONS = """
import faulthandler, threading
faulthandler.dump_traceback_later(240, exit=True)
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from photoface.gui.core.images import _decoded
from photoface.gui.core.lanes import take_short_turns
from tests.builders import encoded, quarters

app, jpeg, ended = QGuiApplication([]), encoded(quarters()), threading.Event()
take_short_turns()

def read():
    while not ended.is_set():
        assert _decoded(jpeg) is not None

class Receiver:
    def hear(self):
        pass

threads = [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
for _ in range(1500):
    receiver, timers = Receiver(), [QTimer() for _ in range(50)]
    for timer in timers:
        timer.timeout.connect(receiver.hear)
    del receiver
ended.set()
for thread in threads:
    thread.join()
"""


def test_pictures_are_read_while_connections_end_and_nobody_waits_for_ever():
    """Two threads each held what the other waited for: about once in a thousand rounds of this."""
    done = subprocess.run([sys.executable, "-c", _ENDING_CONNECTIONS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
