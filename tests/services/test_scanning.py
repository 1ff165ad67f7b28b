"""Walking a folder: what is a photo, what is skipped, and that loops and closed folders end well."""

import errno
import os

import pytest

from photoface.services.photos.scanning import Kind, walk


def names(root):
    return {os.path.relpath(found.path, os.fsencode(root)): found.kind for found in walk(os.fsencode(root))}


def write(path, content=b"x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_pictures_by_their_ending_in_any_case(tmp_path):
    for name in ("a.jpg", "b.JPEG", "c.heic", "d.txt", "e.psd", "f", "g.CR2", "h.jxl"):
        write(tmp_path / name)
    kinds = names(tmp_path)
    assert {kinds[name] for name in (b"a.jpg", b"b.JPEG", b"c.heic", b"g.CR2", b"h.jxl")} == {Kind.PICTURE}
    assert kinds[b"d.txt"] is kinds[b"f"] is Kind.OTHER
    assert kinds[b"e.psd"] is Kind.UNREAD


def test_size_and_time_come_with_each_file(tmp_path):
    write(tmp_path / "a.jpg", b"12345")
    os.utime(tmp_path / "a.jpg", ns=(1, 1_000_000_007))
    (found,) = walk(os.fsencode(tmp_path))
    assert (found.size, found.mtime_ns) == (5, 1_000_000_007)


def test_junk_and_hidden_folders_are_skipped(tmp_path):
    for folder in ("@eaDir", ".thumbnails", "$RECYCLE.BIN", "x.lrdata", "X.photoslibrary"):
        write(tmp_path / folder / "a.jpg")
    write(tmp_path / "private" / "b.jpg")
    write(tmp_path / "private" / ".nomedia")
    assert names(tmp_path) == {}


def test_a_loop_of_links_ends(tmp_path):
    write(tmp_path / "deep" / "a.jpg")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "twice").symlink_to(tmp_path / "deep")
    assert [os.path.basename(found.path) for found in walk(os.fsencode(tmp_path))] == [b"a.jpg"]


def test_dangling_links_and_pipes_do_no_harm(tmp_path):
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert names(tmp_path) == {b"pipe.jpg": Kind.OTHER}


@pytest.mark.parametrize(
    ("why", "found"), [(errno.EIO, {Kind.UNSURE}), (errno.EACCES, {Kind.UNSURE}), (errno.ENOENT, set())]
)
def test_what_the_drive_does_not_tell_is_no_file_and_not_gone(tmp_path, monkeypatch, why, found):
    write(tmp_path / "a.jpg")

    class Entry:
        name, path = b"a.jpg", bytes(tmp_path / "a.jpg")

        def stat(self):
            raise OSError(why, "as the system says")

    monkeypatch.setattr(os, "scandir", lambda _: [Entry()])
    assert {each.kind for each in walk(os.fsencode(tmp_path))} == found


@pytest.mark.parametrize("junk", ["@eaDir", "#recycle", "lost+found", "System Volume Information", "B.LRDATA", "x.app"])
def test_a_folder_of_junk_is_looked_into_only_where_it_is_indexed_itself(tmp_path, junk):
    write(tmp_path / junk / "a.jpg")
    assert names(tmp_path) == {}
    assert names(tmp_path / junk) == {b"a.jpg": Kind.PICTURE}


def test_names_that_are_no_utf8(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"bad\xff\xfe.jpg")
    with open(path, "wb") as file:
        file.write(b"x")
    assert [found.path for found in walk(os.fsencode(tmp_path))] == [path]


def test_a_folder_that_vanishes_is_reported_closed(tmp_path):
    (found,) = walk(os.fsencode(tmp_path / "nowhere"))
    assert found.kind is Kind.CLOSED
    assert "went away" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any folder")
def test_a_folder_without_permission_is_reported_closed(tmp_path):
    write(tmp_path / "locked" / "a.jpg")
    (tmp_path / "locked").chmod(0)
    kinds = names(tmp_path)
    (tmp_path / "locked").chmod(0o700)
    assert kinds == {b"locked": Kind.CLOSED}
