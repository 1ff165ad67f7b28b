"""Following folders: when a change is due, how folders are followed, what makes a look. No test waits for the clock."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.services.photos.reach import Changed
from photoface.services.watching import following, live
from photoface.services.watching.following import Ways, follow
from photoface.services.watching.live import LiveWatch, Way, worth_a_look
from photoface.services.watching.settling import Settling, listing
from photoface.services.watching.shares import kind_of

F, OTHER = b"/p/f", b"/p/other"


class Disk:
    """Sizes of files as they are now: path -> size."""

    def __init__(self) -> None:
        self.files: dict[bytes, int] = {}

    def look(self, folder: bytes) -> dict[bytes, tuple[int, int]]:
        inside = folder + b"/"
        return {path: (size, 0) for path, size in self.files.items() if path.startswith(inside)}


@pytest.fixture
def disk() -> Disk:
    return Disk()


class TestSettling:
    """Quiet for 1 s, at most 30 s."""

    def test_a_folder_is_due_when_two_looks_are_the_same(self, disk: Disk) -> None:
        settling = Settling(1, 30, disk.look)
        disk.files[F + b"/a.jpg"] = 5
        settling.touch(F, 10)
        assert settling.due(10.5) is None
        assert settling.due(11) is None
        assert settling.due(11.5) is None
        assert settling.due(12) == Changed((F,))
        assert settling.due(99) is None

    def test_a_file_that_grows_without_being_told_of_is_waited_for(self, disk: Disk) -> None:
        settling = Settling(1, 30, disk.look)
        settling.touch(F, 0)
        for second in range(1, 10):
            disk.files[F + b"/a.jpg"] = second
            assert settling.due(second) is None
        assert settling.due(10) == Changed((F,))

    def test_changes_that_are_told_of_put_it_off(self, disk: Disk) -> None:
        settling = Settling(1, 30, disk.look)
        for half in range(20):
            settling.touch(F, half / 2)
            assert settling.due(half / 2) is None

    def test_a_long_copy_is_taken_up_in_parts(self, disk: Disk) -> None:
        settling = Settling(1, 30, disk.look)
        found = None
        for second in range(40):
            settling.touch(F, second)
            disk.files[F + b"/%d.jpg" % second] = 1
            found = found or settling.due(second)
        assert found is not None
        assert found.folders == (F,)
        assert found.unsettled == {F, F + b"/31.jpg"}

    def test_folders_that_are_not_quiet_yet_are_not_to_be_gone_into(self, disk: Disk) -> None:
        settling = Settling(1, 30, disk.look)
        settling.touch(F, 0)
        assert settling.due(1) is None
        settling.touch(OTHER, 1.9)
        assert settling.due(2) == Changed((F,), unsettled=frozenset({OTHER}))

    @given(st.lists(st.tuples(st.sampled_from("tdg"), st.floats(0, 3)), max_size=40))
    def test_whatever_happens_it_is_due_in_the_end_and_only_once_whole(self, steps) -> None:
        disk, now = Disk(), 0.0
        settling, size = Settling(1, 30, disk.look), 0
        for what, wait in steps:
            now += wait
            if what == "t":
                settling.touch(F, now)
            elif what == "g":
                size += 1
                disk.files[F + b"/a.jpg"] = size
                settling.touch(F, now)
            else:
                found = settling.due(now)
                assert found is None or found.folders == (F,)
        settling.touch(F, now)
        last = [found for second in range(1, 5) if (found := settling.due(now + second)) is not None]
        assert last
        assert last[-1] == Changed((F,))


def test_what_is_worth_a_look() -> None:
    assert all(map(worth_a_look, (b"/f/a.JPG", b"/f/a.xmp", b"/f/a.jpg.json", b"/f/a.mov", b"/f/.nomedia", b"a.cr2")))
    assert not any(map(worth_a_look, (b"/f/Thumbs.db", b"/f/.a.jpg.Xy12", b"/f/a.jpg.part", b"/f/library.db-wal")))


def test_a_listing_is_of_files_that_can_be_asked(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"12")
    (tmp_path / "below").mkdir()
    (tmp_path / "gone").symlink_to("nowhere")
    assert [(os.path.basename(path), row[0]) for path, row in listing(bytes(tmp_path)).items()] == [(b"a.jpg", 2)]
    assert listing(b"/nowhere/at all") == {}


def test_what_lies_on_another_computer_is_told_by_the_table_of_mounts() -> None:
    table = b"/dev/a / ext4 rw 0 0\nnas:/x /mnt/my\\040nas nfs4 rw 0 0\n//nas/y /mnt/my\\040nas/in cifs rw 0 0\n"
    kinds = (b"/home/me", b"/mnt/my nas/photos", b"/mnt/my nas/in", b"/mnt/my nasty")
    assert [kind_of(folder, table) for folder in kinds] == [b"ext4", b"nfs4", b"cifs", b"ext4"]
    assert kind_of(b"/anywhere", b"") == b""


class FakeWatch:
    """Says of each folder how it is followed; tells what the test tells."""

    ways: dict[bytes, Way]

    def __init__(self, tell: Callable[[bytes], None]) -> None:
        self.tell = tell
        self.started: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return None

    def start(self, root: bytes) -> Way:
        self.started.append(root)
        return Way.LIVE if os.path.isdir(root) else Way.AWAY

    def stop(self, root: bytes) -> None:
        return None


class Clock:
    """A time that the test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


class TestRounds:
    """follow() turn by turn."""

    @pytest.fixture
    def turns(self, monkeypatch):
        """Folders -> a call that moves the time on and gives what was told since."""
        clock = Clock()
        monkeypatch.setattr(following, "time", clock)

        def start(*roots: Path, drives: tuple[Path, ...] = ()):
            watch = FakeWatch(lambda _: None)
            round_ = following._Round([bytes(root) for root in roots], watch, Event(), [bytes(each) for each in drives])
            first = list(round_.check(clock.now))

            def turn(seconds: float) -> list[object]:
                clock.now += seconds
                return list(round_.turn(following.queue.SimpleQueue(), clock.now))

            return first, turn

        return start

    def test_a_drive_that_goes_and_comes_is_looked_through(self, turns, tmp_path: Path) -> None:
        root, away = tmp_path / "stick", tmp_path / "away"
        root.mkdir()
        first, turn = turns(root)
        assert first == [Ways({bytes(root): Way.LIVE})]
        assert turn(6) == []
        root.rename(away)
        assert turn(6) == [Ways({bytes(root): Way.AWAY}), Changed(through=(bytes(root),))]
        assert turn(6) == []
        away.rename(root)
        assert turn(6) == [Ways({bytes(root): Way.LIVE}), Changed(through=(bytes(root),))]

    def test_a_drive_below_is_looked_for_too(self, turns, tmp_path: Path) -> None:
        _, turn = turns(tmp_path, drives=(tmp_path / "stick",))
        (tmp_path / "stick").mkdir()
        assert turn(6) == [Changed(through=(bytes(tmp_path),))]

    def test_what_is_not_told_is_looked_for_now_and_then(self, turns, tmp_path: Path) -> None:
        _, turn = turns(tmp_path, tmp_path / "away")
        assert turn(60) == []
        assert turn(following.UNTOLD_SECONDS) == [Changed(through=(bytes(tmp_path / "away"),))]
        assert turn(following.TOLD_SECONDS) == [Changed(through=(bytes(tmp_path), bytes(tmp_path / "away")))]


def test_what_really_happens_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(following, "Settling", lambda: Settling(0, 0))
    cancel, root = Event(), bytes(tmp_path)
    events = follow([root], cancel, tick=0.01)
    try:
        assert next(events) == Ways({root: Way.LIVE})
        name = root + b"/new/deep/bad\xff.jpg"
        os.makedirs(os.path.dirname(name))
        with open(name, "wb") as file:
            file.write(b"x")
        seen = set[bytes]()
        while os.path.dirname(name) not in seen:
            seen |= set(next(events).folders)
        os.rename(root + b"/new", root + b"/renamed")
        while root not in seen or root + b"/renamed/deep" not in seen:
            seen |= set(next(events).folders)
        cancel.set()
        assert list(islice(events, 3)) == []
    finally:
        events.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what it watches")
def test_where_the_system_watches_no_more_folders_it_is_said(tmp_path: Path, monkeypatch) -> None:
    from watchdog.observers.inotify_c import InotifyFD

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(InotifyFD, "add_callback", full)
    with LiveWatch(lambda _: None) as watch:
        assert watch.start(bytes(tmp_path)) is Way.MANY


def test_shares_and_folders_that_are_away_are_not_watched(tmp_path: Path, monkeypatch) -> None:
    with LiveWatch(lambda _: None) as watch:
        assert watch.start(bytes(tmp_path / "away")) is Way.AWAY
        monkeypatch.setattr(live, "is_share", lambda _: True)
        assert watch.start(bytes(tmp_path)) is Way.SHARE
