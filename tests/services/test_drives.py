"""Two drives, one after the other in the same place: neither takes the other one's photos for deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from photoface.domain.events import Scanned
from photoface.services.deciding import naming
from photoface.services.photos import rescan
from photoface.services.places.volumes import number_of
from photoface.services.watching.shares import mount_of
from tests.services.test_reach import follow
from tests.world import World

Plug = Callable[[str, str | None], Scanned]


@pytest.fixture
def plug(w: World, monkeypatch) -> Plug:
    """Puts a drive, a folder beside the library, into the place of the photos, and looks; what number it has."""

    def put(drive: str, number: str | None) -> Scanned:
        if w.photos.is_symlink():
            w.photos.unlink()
        elif w.photos.exists():
            w.photos.rmdir()
        w.photos.symlink_to(w.photos.parent / drive)
        monkeypatch.setattr(rescan, "drives_there", lambda root, below: {bytes(w.photos): number})
        told = [each for each in w.index() if isinstance(each, Scanned) and each.done]
        return told[-1]

    for drive, people in (("first", "A B"), ("second", "C D")):
        (w.photos.parent / drive).mkdir()
        for at, who in enumerate(people.split()):
            (w.photos.parent / drive / f"{drive} {at}.jpg").write_text(f"{who}|{drive}")
    return put


def there(w: World) -> set[str]:
    return {Path(photo.path.decode()).name for photo in w.library.photos.list()}


FIRST, SECOND = {"first 0.jpg", "first 1.jpg"}, {"second 0.jpg", "second 1.jpg"}


def test_drives_of_different_numbers_keep_their_photos_in_turns(w: World, plug: Plug) -> None:
    plug("first", "1111")
    naming.name_group(w.library, w.group_of("first 0.jpg"), "Anna")
    told = plug("second", "2222")
    assert (told.new, told.missing, told.elsewhere, told.offline) == (2, 0, 2, False)
    (w.photos.parent / "first" / "first 1.jpg").unlink()
    told = plug("first", "1111")
    assert (told.missing, told.elsewhere) == (1, 2)
    assert there(w) == {"first 0.jpg"} | SECOND
    assert w.who()["first 0.jpg"] == ["Anna"]


def test_a_drive_nobody_knows_is_another_one_if_nothing_of_the_first_is_there(w: World, plug: Plug) -> None:
    plug("first", None)
    assert plug("second", None).elsewhere == 2
    assert there(w) == FIRST | SECOND


def test_a_drive_that_was_put_in_order_is_the_same(w: World, plug: Plug) -> None:
    plug("first", None)
    drive = w.photos.parent / "first"
    (drive / "moved").mkdir()
    (drive / "first 0.jpg").rename(drive / "moved" / "renamed.jpg")
    (drive / "first 1.jpg").unlink()
    told = plug("first", None)
    assert (told.missing, told.elsewhere) == (2, 0)
    assert there(w) == {"renamed.jpg"}


def test_a_drive_of_the_same_number_that_was_emptied_and_filled_anew_lost_its_photos(w: World, plug: Plug) -> None:
    plug("first", "1111")
    assert plug("second", "1111").missing == 2


def test_a_copy_on_a_new_drive_takes_the_place_of_the_first(w: World, plug: Plug) -> None:
    plug("first", "1111")
    (w.photos.parent / "first" / "first 1.jpg").unlink()
    told = plug("first", "3333")
    assert (told.missing, told.elsewhere) == (1, 0)


def test_a_folder_that_was_emptied_is_on_no_other_drive_where_drives_have_no_numbers(w: World, plug: Plug) -> None:
    (w.photos.parent / "first" / "in").mkdir()
    (w.photos.parent / "first" / "in" / "a.jpg").write_text("A|in")
    plug("first", None)
    (w.photos / "in" / "a.jpg").unlink()
    (told,) = [each for each in follow(w, w.photos / "in") if isinstance(each, Scanned) and each.done]
    assert (told.missing, told.elsewhere) == (1, 0)
    assert there(w) == FIRST


def test_nor_is_one_in_which_only_folders_are_left(w: World, plug: Plug) -> None:
    (w.photos.parent / "first" / "in").mkdir()
    (w.photos.parent / "first" / "in" / "a.jpg").write_text("A|in")
    plug("first", None)
    for name in FIRST:
        (w.photos / name).unlink()
    (told,) = [each for each in follow(w, w.photos) if isinstance(each, Scanned) and each.done]
    assert (told.missing, told.elsewhere) == (2, 0)
    assert there(w) == {"a.jpg"}


def test_a_folder_of_another_drive_is_not_emptied_by_that(w: World, plug: Plug) -> None:
    for drive in ("first", "second"):
        (w.photos.parent / drive / "in").mkdir()
    (w.photos.parent / "first" / "in" / "a.jpg").write_text("A|in")
    plug("first", None)
    w.photos.unlink()
    w.photos.symlink_to(w.photos.parent / "second")
    (told,) = [each for each in follow(w, w.photos / "in") if isinstance(each, Scanned) and each.done]
    assert (told.missing, told.elsewhere) == (0, 1)


def test_a_folder_of_the_system_drive_that_was_filled_anew_lost_its_photos(w: World, plug: Plug, monkeypatch) -> None:
    w.add("a.jpg", "A")
    w.index()
    (w.photos / "a.jpg").rename(w.photos / "b.jpg")
    (w.photos / "b.jpg").write_text("C|other")
    told = next(each for each in w.index() if isinstance(each, Scanned) and each.done)
    assert (told.missing, told.elsewhere) == (1, 0)


def test_what_a_drive_is_called_is_told_by_its_device(tmp_path: Path) -> None:
    (tmp_path / "sdb1").touch()
    (tmp_path / "mapped").symlink_to(tmp_path / "sdb1")
    (tmp_path / "by-uuid").mkdir()
    (tmp_path / "by-uuid" / "5E0D-1F2A").symlink_to("../sdb1")
    assert number_of(bytes(tmp_path / "mapped"), tmp_path / "by-uuid") == "5E0D-1F2A"
    assert number_of(b"tmpfs", tmp_path / "by-uuid") is None
    assert number_of(b"/dev/sdb1", tmp_path / "nothing") is None
    table = rb"/dev/sda1 / ext4 rw 0 0" + b"\n" + rb"nas:/our\040photos /mnt/nas nfs4 rw 0 0"
    assert mount_of(b"/mnt/nas/2019", table).source == b"nas:/our photos"
