"""First pictures of new files: there before the analysis, gone with it, and never in its way."""

from __future__ import annotations

import os
import time
from threading import Event

import pytest

from photoface.domain.events import Finished, PhotoIndexed, PhotosGlanced
from photoface.domain.faces import PhotoAnalysis
from photoface.domain.geometry import Size
from photoface.domain.glances import Glance
from photoface.services.photos import glancing
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.waiting import previews, waiting_photos
from photoface.services.places import folders
from photoface.store.waiting import WaitingFile
from photoface.worker.glance_process import GlanceProcess
from photoface.worker.supervisor import AnalyzerBroken
from tests.builders import camera_file, quarters
from tests.world import JPEG, FakeAnalyzer


class FakeGlancer:
    """Sees a preview in every file, and ``pause`` times nothing before each."""

    def __init__(self, pause: int = 0, breaks: bool = False) -> None:
        self.pause = pause
        self.breaks = breaks
        self.seen: list[bytes] = []

    def __enter__(self) -> FakeGlancer:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __call__(self) -> FakeGlancer:
        return self

    def glance(self, paths):
        for path in paths:
            yield from [None] * self.pause
            if self.breaks:
                raise AnalyzerBroken("it dies")
            self.seen.append(path)
            yield Glance(path, Size(4, 3), "2020-01-02T03:04:05", b"preview")


class SlowStarter(FakeAnalyzer):
    """Has nothing to tell until ``ready``; then reads one photo at a time."""

    def __init__(self, known=frozenset(), ready=lambda: True) -> None:
        super().__init__(known)
        self.ready = ready

    def results(self, paths, patience):
        while not self.ready():
            yield None
        yield from self.analyze(paths)


@pytest.fixture(autouse=True)
def _every_file_at_once(monkeypatch):
    monkeypatch.setattr(glancing, "WORTHWHILE", 1)
    monkeypatch.setattr(glancing, "BATCH_SECONDS", 0.0)


def add(w, *names):
    for age, name in enumerate(names):
        path = w.add(name, "A")
        os.utime(path, ns=(0, 10**18 - age))


def index(w, glancer, ready=lambda: True, until=lambda event: False):
    """The events of a run that is stopped by the first one for which ``until`` is true."""
    cancel, events = Event(), []
    service = IndexingService(w.library, lambda known: SlowStarter(known, ready), glancer)
    for event in service.run([bytes(w.photos)], cancel):
        events.append(event)
        if until(event):
            cancel.set()
    return events


def waits(w):
    return [os.path.basename(photo.file.path) for photo in waiting_photos(w.library)]


def test_the_pictures_are_there_before_the_first_analysis_and_gone_after_the_last(w):
    add(w, "a.jpg", "b.jpg", "c.jpg")
    shown: dict[bytes, bytes] = {}

    def ready() -> bool:
        shown.update(previews(w.library, w.library.photos.waiting()))
        return len(shown) == 3

    events = index(w, FakeGlancer(), ready)
    glanced = [event for event in events if isinstance(event, PhotosGlanced)]
    assert sum(event.files for event in glanced) == sum(event.previews for event in glanced) == 3
    assert set(shown.values()) == {b"preview"}
    assert waits(w) == []
    assert w.library.glances.keep([WaitingFile(path, b"", 0, 0) for path in shown]) == set()
    assert w.library.thumbs.rows("SELECT path FROM glance") == []
    assert w.library.photos.counts().photos == 3


def test_a_stopped_run_leaves_what_waits_and_the_next_looks_at_nothing_twice(w):
    add(w, *(f"{number:03}.jpg" for number in range(100)))
    first = FakeGlancer()
    index(w, first, lambda: len(first.seen) >= 100, until=lambda event: isinstance(event, PhotoIndexed))
    waiting = waiting_photos(w.library)
    assert 0 < len(waiting) < 100
    assert {(photo.size, photo.taken, photo.has_preview) for photo in waiting} == {
        (Size(4, 3), "2020-01-02T03:04:05", True)
    }
    assert w.library.photos.counts().waiting == len(waiting)
    again = FakeGlancer()
    index(w, again)
    assert again.seen == []
    assert waits(w) == []


def test_the_newest_come_first_in_pages_that_stay(w):
    add(w, "a.jpg", "b.jpg", "c.jpg")
    cancelled = index(w, None, until=lambda event: True)
    assert isinstance(cancelled[-1], Finished)
    assert waits(w) == [b"a.jpg", b"b.jpg", b"c.jpg"]
    page = waiting_photos(w.library, limit=1, offset=1)
    assert [os.path.basename(photo.file.path) for photo in page] == [b"b.jpg"]
    assert not page[0].has_preview
    seen = FakeGlancer(pause=1)
    index(w, seen, lambda: len(seen.seen) == 3)
    assert [os.path.basename(path) for path in seen.seen] == [b"a.jpg", b"b.jpg", b"c.jpg"]


def test_what_is_analysed_meanwhile_is_not_looked_at(w):
    add(w, *(f"{number:03}.jpg" for number in range(200)))
    slow = FakeGlancer(pause=5)
    index(w, slow)
    assert len(slow.seen) < 200
    assert w.library.thumbs.rows("SELECT path FROM glance") == []


def test_a_file_that_changes_while_it_waits_loses_its_picture(w):
    add(w, "a.jpg", "b.jpg")
    index(w, None, until=lambda event: True)
    files = w.library.photos.waiting()
    w.library.glances.save((file, Glance(file.path, preview=b"preview")) for file in files)
    w.add("b.jpg", "A B C")
    index(w, None, until=lambda event: True)
    assert {os.path.basename(photo.file.path): photo.has_preview for photo in waiting_photos(w.library)} == {
        b"a.jpg": True,
        b"b.jpg": False,
    }
    assert len(previews(w.library, w.library.photos.waiting())) == 1
    seen = FakeGlancer()
    index(w, seen, lambda: bool(seen.seen))
    assert [os.path.basename(path) for path in seen.seen] == [b"b.jpg"]


def test_a_picture_that_was_left_behind_is_dropped_by_the_next_run(w):
    add(w, "a.jpg")
    w.index()
    left = WaitingFile(bytes(w.photos / "a.jpg"), bytes(w.photos), 1, 1)
    w.library.glances.save([(left, Glance(left.path, preview=b"preview"))])
    w.index()
    assert w.library.thumbs.rows("SELECT path FROM glance") == []


def test_a_quick_reader_that_breaks_costs_pictures_only(w, caplog):
    add(w, "a.jpg", "b.jpg")
    events = index(w, FakeGlancer(breaks=True))
    assert isinstance(events[-1], Finished)
    assert events[-1].photos == 2
    assert "it dies" in caplog.text


def test_for_a_few_files_no_second_process_starts(w, monkeypatch):
    monkeypatch.setattr(glancing, "WORTHWHILE", 3)
    add(w, "a.jpg", "b.jpg")

    def never():
        raise AssertionError

    assert index(w, never)[-1].photos == 2


def test_photos_that_are_known_do_not_wait(family):
    add(family, "new.jpg")
    family.library.db.set_setting("pack", "basic")  # all are to be read again
    index(family, FakeGlancer(), until=lambda event: True)
    assert waits(family) == [b"new.jpg"]
    assert len(family.library.photos.list()) == 11


def test_files_that_vanish_or_leave_with_their_folder_wait_no_more(w):
    add(w, "a.jpg", "b.jpg", "c.jpg")
    index(w, None, until=lambda event: True)
    (w.photos / "a.jpg").unlink()
    index(w, None, until=lambda event: True)
    assert waits(w) == [b"b.jpg", b"c.jpg"]
    assert w.library.photos.counts().missing == 0
    folders.remove(w.library, bytes(w.photos))
    assert waits(w) == []


def test_real_files_by_a_real_process(w):
    class Reader(SlowStarter):
        def one(self, path):
            return PhotoAnalysis(
                path, path.rjust(32)[-32:], Size(4, 3), 1, "JPEG", None, False, False, "centerface", ("retail-0095",),
                (), JPEG,
            )  # fmt: skip

    for number in range(40):
        (w.photos / f"{number}.jpg").write_bytes(camera_file(quarters(960, 640), quarters(160, 107)))
    given_up = time.monotonic() + 240

    def ready() -> bool:
        return time.monotonic() > given_up or all(photo.has_preview for photo in waiting_photos(w.library))

    service = IndexingService(w.library, lambda known: Reader(known, ready), GlanceProcess)
    events = list(service.run([bytes(w.photos)], Event()))
    assert sum(event.previews for event in events if isinstance(event, PhotosGlanced)) == 40
    assert events[-1].photos == 40
