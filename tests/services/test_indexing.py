"""Indexing: what is read, what is not read again, and what files that move, vanish or change do to it."""

from threading import Event

import pytest

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.events import Finished, PhotoIndexed, PhotoRefused, Scanned
from photoface.domain.faces import PhotoFailed
from photoface.services.deciding import naming
from photoface.services.photos.indexing import IndexingService
from tests.world import FakeAnalyzer


def last(events, kind):
    return [event for event in events if isinstance(event, kind)][-1]


def test_photos_become_faces_and_groups(family):
    assert family.library.photos.counts().photos == 11
    assert family.group_of("a0.jpg") == family.group_of("a4.jpg") == family.group_of("ab1.jpg", 0)
    assert family.group_of("b0.jpg") == family.group_of("ab2.jpg", 1)
    assert len({family.group_of(name) for name in ("a0.jpg", "b0.jpg", "c.jpg")}) == 3


def test_a_second_run_reads_nothing(family):
    events = family.index()
    assert last(events, Scanned).known == 11
    assert len(family.analyzers) == 1
    assert last(events, Finished).photos == 0


def test_every_event_is_of_a_stored_photo(w):
    w.add("a.jpg", "A")
    service = IndexingService(w.library, FakeAnalyzer)
    for event in service.run([bytes(w.photos)], Event()):
        if isinstance(event, PhotoIndexed):
            assert w.library.photos.counts().photos == 1


def test_a_stop_keeps_what_was_read_and_the_next_run_goes_on(w):
    for number in range(100):
        w.add(f"{number}.jpg", "A")
    cancel = Event()
    service = IndexingService(w.library, FakeAnalyzer)
    for event in service.run([bytes(w.photos)], cancel):
        if isinstance(event, PhotoIndexed):
            cancel.set()
    kept = w.library.photos.counts().photos
    assert event.stopped
    assert 0 < kept < 100
    events = w.index()
    assert last(events, Finished).photos == 100 - kept
    assert w.library.photos.counts().photos == 100


def test_a_moved_and_renamed_photo_keeps_its_faces_and_names(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    before = family.faces_of("a0.jpg")
    (family.photos / "deep").mkdir()
    (family.photos / "a0.jpg").rename(family.photos / "deep" / "renamed.jpg")
    events = family.index()
    assert last(events, Scanned).missing == 1
    assert last(events, PhotoIndexed).known
    assert family.faces_of("renamed.jpg") == before
    assert family.who()["renamed.jpg"] == ["Anna"]


def test_a_copy_is_one_photo_with_two_files(family):
    (family.photos / "copy.jpg").write_bytes((family.photos / "c.jpg").read_bytes())
    family.index()
    assert family.library.photos.counts().photos == 11
    assert max(photo.files for photo in family.library.photos.list()) == 2


def test_a_deleted_photo_leaves_the_views_and_comes_back_with_its_name(family):
    naming.name_group(family.library, family.group_of("c.jpg"), "Chris")
    content = (family.photos / "c.jpg").read_bytes()
    (family.photos / "c.jpg").unlink()
    family.index()
    assert "c.jpg" not in family.who()
    (family.photos / "c.jpg").write_bytes(content)
    family.index()
    assert family.who()["c.jpg"] == ["Chris"]


def test_a_missing_drive_is_not_a_deletion(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    family.photos.rename(family.photos.with_name("away"))
    family.photos.mkdir()  # the empty place where the drive was mounted
    events = family.index()
    assert last(events, Scanned).offline
    assert last(events, Scanned).missing == 0
    family.photos.rmdir()
    service = IndexingService(family.library, FakeAnalyzer)
    events = list(service.run([], Event()))
    assert last(events, Scanned).offline
    assert family.who()["a0.jpg"] == ["Anna"]


def test_a_changed_file_is_another_photo(family):
    family.add("c.jpg", "B").write_text("B|edited")
    family.index()
    assert family.group_of("c.jpg") == family.group_of("b0.jpg")


def test_an_unreadable_file_is_a_row_and_is_not_tried_again(w):
    w.add("good.jpg", "A")
    w.add("bad.jpg", "broken")
    events = w.index()
    assert last(events, PhotoRefused).reason == "this is not a picture that photoface can read"
    (failure,) = w.library.photos.failures()
    assert failure.path.endswith(b"bad.jpg")
    w.index()
    assert len(w.analyzers) == 1
    w.index(retry=True)
    assert w.analyzers[-1].read == [failure.path]


def test_a_repaired_file_is_no_longer_a_failure(w):
    w.add("x.jpg", "broken")
    w.index()
    w.add("x.jpg", "A")
    w.index()
    assert w.library.photos.failures() == []


def test_kinds_that_are_not_read_are_listed_and_other_files_counted(w):
    w.add("film.mov", "A")
    w.add("drawing.psd", "A")
    w.add("a.jpg", "A")
    events = w.index()
    assert last(events, Scanned).other == 1
    (failure,) = w.library.photos.failures()
    assert "not read" in failure.reason


def test_names_that_are_no_utf8_work(w):
    path = bytes(w.photos) + b"/bad\xff.jpg"
    with open(path, "wb") as file:
        file.write(b"A")
    w.index()
    (photo,) = w.library.photos.list()
    assert photo.path == path


def test_folders_inside_each_other_are_walked_once(family):
    inner = family.photos / "inner"
    family.add("inner/d.jpg", "A")
    service = IndexingService(family.library, FakeAnalyzer)
    events = list(service.run([bytes(inner), bytes(family.photos)], Event()))
    assert [event.folder for event in events if isinstance(event, Scanned) and event.done] == [bytes(family.photos)]
    assert family.library.photos.counts().photos == 12


def test_a_folder_that_is_not_there_or_is_a_file(w):
    service = IndexingService(w.library, FakeAnalyzer)
    with pytest.raises(NotFound):
        list(service.run([bytes(w.photos / "nowhere")], Event()))
    with pytest.raises(BadRequest):
        list(service.run([bytes(w.add("a.jpg", "A"))], Event()))
    with pytest.raises(BadRequest):
        list(service.run([], Event()))


def test_a_bug_is_logged_with_its_trace_and_the_run_goes_on(w, caplog, monkeypatch):
    w.add("bad.jpg", "A")
    w.add("good.jpg", "A")
    real = FakeAnalyzer.one

    def one(self, path):
        if path.endswith(b"bad.jpg"):
            return PhotoFailed(path, "unreadable", "photoface failed on it", "Traceback: here it was")
        return real(self, path)

    monkeypatch.setattr(FakeAnalyzer, "one", one)
    assert last(w.index(), Finished).photos == 1
    assert "here it was" in caplog.text
