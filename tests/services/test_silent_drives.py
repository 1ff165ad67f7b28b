"""Drives and shares that do not answer: nothing is missed for it, nobody waits, and they are looked at again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.errors import NoAnswer
from photoface.domain.events import Finished, PhotoIndexed, Scanned
from photoface.services.deciding import naming
from photoface.services.photos import reading, rescan
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.reach import Changed
from photoface.services.places import folders
from photoface.services.places.folders import Standing
from photoface.services.showing import photo_view
from photoface.services.watching import following
from photoface.services.watching.following import Quiet, Ways, follow
from photoface.services.watching.live import Way
from photoface.services.watching.shares import none_waits
from photoface.worker import asking
from tests.services.test_watching import FakeWatch
from tests.world import FakeAnalyzer, World


def silent(root: bytes, *_: object, **__: object):
    raise NoAnswer(root)


def test_nothing_is_missed_in_a_folder_that_does_not_answer(family: World, monkeypatch) -> None:
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    before = family.who()

    def half(root: bytes, question, stop) -> Iterator[object]:
        yield next(question())
        raise NoAnswer(root)

    (family.photos / "a0.jpg").unlink()
    monkeypatch.setattr(rescan, "each", half)
    (told,) = (each for each in family.index() if isinstance(each, Scanned))
    assert (told.silent, told.offline, told.missing, told.new) == (True, True, 0, 0)
    assert family.who() == before
    monkeypatch.setattr(folders, "ask", silent)
    (view,) = folders.overview(family.library)
    assert view.standing is Standing.SILENT
    monkeypatch.setattr(folders, "ask", lambda root, question, seconds: question())
    (view,) = folders.overview(family.library)
    assert view.standing is Standing.THERE


def test_a_photo_whose_drive_is_silent_is_shown_without_what_the_drive_would_say(family: World, monkeypatch) -> None:
    monkeypatch.setattr(photo_view, "ask", silent)
    (photo, *_) = family.library.photos.list()
    view = photo_view.view_photo(family.library, photo.photo_id)
    assert view.file is None


class Hanging(FakeAnalyzer):
    """Reads what is in ``silent`` never."""

    def results(self, paths, patience):
        held = list[bytes]()
        for path in paths:
            if b"/silent/" in path:
                held.append(path)
            else:
                yield self.one(path)
        while held:
            yield None


@pytest.fixture
def two(w: World, monkeypatch) -> World:
    """Two folders; one falls silent as soon as its files are read."""
    for name in ("loud/a.jpg", "loud/b.jpg", "silent/c.jpg", "silent/d.jpg"):
        w.add(name, "A")
    asked = list[bytes]()

    def ask(root: bytes, question, seconds=None, stop=None):
        if root.endswith(b"/silent") and question.func is reading._last_byte:
            asked.append(root)
            raise NoAnswer(root)
        return question()

    monkeypatch.setattr(reading, "ask", ask)
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.0)
    return w


def test_what_falls_silent_while_it_is_read_is_no_failure_and_waits(two: World, monkeypatch) -> None:
    roots = [bytes(two.photos / name) for name in ("silent", "loud")]
    events = list(IndexingService(two.library, Hanging).run(roots, Event()))
    read = {os.path.basename(each.path) for each in events if isinstance(each, PhotoIndexed)}
    assert read == {b"a.jpg", b"b.jpg"}
    assert [each.folder for each in events if isinstance(each, Scanned) and each.silent] == roots[:1]
    assert not two.library.photos.failures()
    assert {os.path.basename(each.path) for each in two.library.photos.waiting()} == {b"c.jpg", b"d.jpg"}
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 3600.0)
    again = list(IndexingService(two.library, FakeAnalyzer).run([], Event()))
    assert again[-1].photos == 2


def test_who_stops_waits_for_no_silent_drive(two: World, monkeypatch) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 3600.0)
    monkeypatch.setattr(reading, "STOP_SECONDS", 0.0)
    cancel, events = Event(), list[object]()
    for event in IndexingService(two.library, Hanging).run([bytes(two.photos)], cancel):
        events.append(event)
        if isinstance(event, PhotoIndexed):
            cancel.set()
    (finished,) = (each for each in events if isinstance(each, Finished))
    assert finished.stopped


def test_a_followed_folder_is_looked_through_as_soon_as_it_answers(monkeypatch, tmp_path: Path) -> None:
    root, answers = bytes(tmp_path), iter([(1, 2), None, None, (1, 2), (1, 2)])
    monkeypatch.setattr(following, "CHECK_SECONDS", 0.0)

    def ask(folder: bytes, question, seconds=None, stop=None):
        found = next(answers, (1, 2))
        if found is None:
            raise NoAnswer(folder)
        return found

    monkeypatch.setattr(following, "ask", ask)
    following_ = follow([root], Event(), FakeWatch, tick=0.0)
    news = (each for each in following_ if not isinstance(each, Quiet))
    assert next(news) == Ways({root: Way.LIVE})
    assert next(news) == Ways({root: Way.SILENT})
    assert next(news) == Ways({root: Way.LIVE})
    assert next(news) == Changed(through=(root,))
    following_.close()


@pytest.mark.parametrize(
    ("line", "none"),
    [
        (b"/dev/sda1 / ext4 rw 0 0", True),
        (b"systemd-1 /proc/sys/fs/binfmt_misc autofs rw 0 0", True),
        (b"tmpfs /run/user/1000 tmpfs rw 0 0", True),
        (b"/dev/sdb1 /media/anna/STICK vfat rw 0 0", False),
        (b"nas:/photos /srv/photos nfs4 rw 0 0", False),
        (b"auto.nas /nas autofs rw 0 0", False),
        (b"gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0", False),
    ],
)
def test_which_drives_may_keep_one_waiting(line: bytes, none: bool) -> None:
    assert none_waits(b"/dev/sda2 /home ext4 rw 0 0\n" + line) is none
