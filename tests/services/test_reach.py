"""A look into what changed only: it finds what the whole look would, and misses nothing that it did not look at."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.events import Finished, Scanned
from photoface.services.deciding import naming
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.reach import Changed
from photoface.services.photos.scanning import Kind
from photoface.services.places import disks, folders
from photoface.services.places.exclusions import set_exclusions
from photoface.services.places.folders import Standing
from photoface.store.drives import drives_under, note_drives
from tests.world import FakeAnalyzer, World


def follow(w: World, *folders: Path, unsettled: frozenset[bytes] = frozenset()) -> list[object]:
    service = IndexingService(w.library, FakeAnalyzer)
    return list(service.follow(Changed(tuple(map(bytes, folders)), unsettled=unsettled), Event()))


def there(w: World) -> list[str]:
    root = bytes(w.photos)
    return sorted(os.fsdecode(os.path.relpath(photo.path, root)) for photo in w.library.photos.list())


@pytest.fixture
def deep(w: World) -> World:
    """Photos in the folder, in x, in x/y and in z."""
    for name in ("top.jpg", "x/one.jpg", "x/two.jpg", "x/y/three.jpg", "z/four.jpg"):
        w.add(name, "A")
    w.index()
    return w


def test_only_the_changed_folder_is_looked_at(deep: World) -> None:
    deep.add("x/new.jpg", "B")
    deep.add("z/unseen.jpg", "B")
    (deep.photos / "x" / "one.jpg").unlink()
    (deep.photos / "z" / "four.jpg").unlink()
    events = follow(deep, deep.photos / "x")
    assert [(each.folder, each.new, each.missing) for each in events if isinstance(each, Scanned)] == [
        (bytes(deep.photos / "x"), 1, 1)
    ]
    assert there(deep) == ["top.jpg", "x/new.jpg", "x/two.jpg", "x/y/three.jpg", "z/four.jpg"]


def test_folders_that_came_are_gone_through_and_those_that_went_are_missed(deep: World) -> None:
    deep.add("new/below/five.jpg", "B")
    (deep.photos / "x").rename(deep.photos / "moved")
    follow(deep, deep.photos)
    assert there(deep) == sorted(
        ["top.jpg", "moved/one.jpg", "moved/two.jpg", "moved/y/three.jpg", "new/below/five.jpg", "z/four.jpg"]
    )


def test_a_changed_folder_that_is_gone_is_missed_from_above(deep: World) -> None:
    (deep.photos / "x" / "y" / "three.jpg").unlink()
    (deep.photos / "x" / "y").rmdir()
    follow(deep, deep.photos / "x" / "y")
    assert "x/y/three.jpg" not in there(deep)


def test_what_changes_in_junk_or_what_is_left_out_or_elsewhere_is_not_looked_at(deep: World, tmp_path: Path) -> None:
    set_exclusions(deep.library, ["private"])
    for name in ("@eaDir/a.jpg", ".hidden/a.jpg", "private/a.jpg", "closed/deep/a.jpg"):
        deep.add(name, "B")
    (deep.photos / "closed" / ".nomedia").touch()
    places = [deep.photos / name for name in ("@eaDir", ".hidden", "private", "closed/deep")]
    events = follow(deep, *places, tmp_path / "elsewhere")
    assert [type(each) for each in events] == [Finished]


def test_files_that_are_still_being_written_wait_and_are_not_missed(deep: World) -> None:
    half = deep.add("x/half.jpg", "B")
    (deep.photos / "x" / "one.jpg").write_text("A|is being written over")
    unsettled = frozenset(map(bytes, (half, deep.photos / "x" / "one.jpg")))
    follow(deep, deep.photos / "x", unsettled=unsettled)
    assert there(deep) == ["top.jpg", "x/one.jpg", "x/two.jpg", "x/y/three.jpg", "z/four.jpg"]
    follow(deep, deep.photos / "x")
    assert "x/half.jpg" in there(deep)


def test_a_folder_that_is_still_being_copied_is_not_gone_into(deep: World) -> None:
    deep.add("coming/a.jpg", "B")
    follow(deep, deep.photos, unsettled=frozenset({bytes(deep.photos / "coming")}))
    assert "coming/a.jpg" not in there(deep)


def test_a_file_that_changes_while_the_run_is_on_is_left_for_the_next(w: World) -> None:
    first, second = w.add("a.jpg", "A"), w.add("b.jpg", "A")

    class Slow(FakeAnalyzer):
        def one(self, path: bytes):
            if path == bytes(first):
                second.write_text("A B|longer than it was")
            return super().one(path)

    events = list(IndexingService(w.library, Slow).run([bytes(w.photos)], Event()))
    assert events[-1].unsettled == 1
    assert there(w) == ["a.jpg"]
    assert w.index()[-2].photos == 1
    assert there(w) == ["a.jpg", "b.jpg"]


def test_the_same_folder_by_another_name_is_not_indexed_twice(deep: World, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(deep.photos)
    list(IndexingService(deep.library, FakeAnalyzer).run([bytes(tmp_path / "link")], Event()))
    assert [folder.path for folder in deep.library.photos.folders()] == [bytes(deep.photos)]


def test_a_folder_below_by_another_name_is_looked_through_as_what_it_is(deep: World, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(deep.photos)
    before = there(deep)
    list(IndexingService(deep.library, FakeAnalyzer).run([bytes(tmp_path / "link" / "z")], Event()))
    assert [folder.path for folder in deep.library.photos.folders()] == [bytes(deep.photos), bytes(deep.photos / "z")]
    assert there(deep) == before
    assert max(photo.files for photo in deep.library.photos.list()) == 1


def test_capital_letters_are_those_of_the_drive(tmp_path: Path, monkeypatch) -> None:
    """Of a drive that does not tell them apart, which a link stands for here."""
    (tmp_path / "Summer").mkdir()
    (tmp_path / "SUMMER").symlink_to("Summer")
    monkeypatch.setattr(os, "listdir", lambda _: [b"other", b"Summer"])
    root = bytes(tmp_path)
    place = disks.place_of(root)
    assert place is not None
    assert disks.known_as(root + b"/SUMMER", {place: root}) == root + b"/Summer"
    assert disks.known_as(root + b"/SUMMER", {}) == root + b"/SUMMER"


def test_a_companion_is_not_gone_because_a_folder_below_is_closed(deep: World, monkeypatch) -> None:
    (deep.photos / "top.xmp").write_text("<x/>")
    deep.index()
    from photoface.services.photos import rescan
    from photoface.services.photos.scanning import FoundFile, walk

    def closed(root, *how):
        yield from walk(root, *how)
        yield FoundFile(root + b"/locked", Kind.CLOSED, reason="closed")

    monkeypatch.setattr(rescan, "walk", closed)
    assert [each.new for each in deep.index() if isinstance(each, Scanned) and each.done] == [0]


def test_what_the_drive_does_not_tell_is_not_gone(deep: World, monkeypatch) -> None:
    from photoface.services.photos import rescan
    from photoface.services.photos.scanning import FoundFile, walk

    def faulty(root, *how):
        for found in walk(root, *how):
            yield FoundFile(found.path, Kind.UNSURE) if b"/x/" in found.path else found

    monkeypatch.setattr(rescan, "walk", faulty)
    (deep.photos / "z" / "four.jpg").unlink()
    assert [each.missing for each in deep.index() if isinstance(each, Scanned) and each.done] == [1]
    assert there(deep) == ["top.jpg", "x/one.jpg", "x/two.jpg", "x/y/three.jpg"]


class TestDrives:
    """A drive is a folder that another device begins at: here it is only said to be one."""

    @pytest.fixture
    def stick(self, deep: World, monkeypatch) -> World:
        """z is a drive of its own; Anna is in its photo."""
        from photoface.services.photos import rescan
        from photoface.services.photos.scanning import FoundFile, walk

        def mounted(root, *how):
            drive = bytes(deep.photos / "z")
            if os.path.exists(drive + b"/plugged in"):
                yield FoundFile(drive, Kind.DRIVE)
            yield from walk(root, *how)

        monkeypatch.setattr(rescan, "walk", mounted)
        (deep.photos / "z" / "plugged in").touch()
        deep.index()
        naming.name_group(deep.library, deep.group_of("four.jpg"), "Anna")
        return deep

    def test_its_photos_stay_when_its_place_is_empty_or_gone(self, stick: World) -> None:
        place = stick.photos / "z"
        place.rename(stick.photos.parent / "stick")
        for make in (lambda: None, place.mkdir):
            make()
            assert [each.missing for each in stick.index() if isinstance(each, Scanned) and each.done] == [0]
            assert "z/four.jpg" in there(stick)
            (view,) = folders.overview(stick.library)
            assert (view.standing, view.away) == (Standing.THERE, (bytes(place),))
        place.rmdir()
        (stick.photos.parent / "stick").rename(place)
        stick.index()
        assert drives_under(stick.library.db, bytes(stick.photos)) == {bytes(place): None}
        assert folders.overview(stick.library)[0].away == ()

    def test_what_is_deleted_on_it_is_missed_as_anywhere(self, stick: World) -> None:
        stick.add("z/five.jpg", "A")
        stick.index()
        (stick.photos / "z" / "four.jpg").unlink()
        stick.index()
        assert "z/four.jpg" not in there(stick)


def test_an_indexed_folder_that_is_away_gone_or_empty_is_said_so(deep: World) -> None:
    (view,) = folders.overview(deep.library)
    assert (view.standing, view.gone) == (Standing.THERE, 0)
    deep.photos.rename(deep.photos.with_name("elsewhere"))
    assert folders.overview(deep.library)[0].standing is Standing.NOT_FOUND
    note_drives(deep.library.db, [bytes(deep.photos)])
    assert folders.overview(deep.library)[0].standing is Standing.AWAY
    deep.photos.mkdir()
    deep.index()
    assert folders.overview(deep.library)[0].standing is Standing.AWAY
    assert len(there(deep)) == 5


def test_photos_that_are_gone_are_counted_with_who_is_in_them(deep: World) -> None:
    naming.name_group(deep.library, deep.group_of("one.jpg"), "Anna")
    (deep.photos / "x" / "one.jpg").unlink()
    deep.index()
    (view,) = folders.overview(deep.library)
    assert (view.photos, view.gone, view.gone_people) == (4, 1, ("Anna",))


def test_two_names_of_one_file_are_one_photo_and_either_may_go(deep: World) -> None:
    os.link(deep.photos / "top.jpg", deep.photos / "z" / "hard.jpg")
    deep.index()
    assert len(there(deep)) == 5
    (deep.photos / "top.jpg").unlink()
    follow(deep, deep.photos)
    assert "z/hard.jpg" in there(deep)
    assert len(there(deep)) == 5
