"""Reading a file's bytes: whatever else lies in a folder is named and never opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from photoface.domain.errors import PhotoUnreadable
from photoface.worker import files, neighbours
from photoface.worker.files import read_file


def refused(path: Path) -> PhotoUnreadable:
    with pytest.raises(PhotoUnreadable) as raised:
        read_file(os.fsencode(path))
    return raised.value


def test_content_is_read_whole(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/bad\xff\xfe name.jpg"
    with open(odd, "wb") as file:
        file.write(b"content")
    assert read_file(odd) == b"content"


def test_a_vanished_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.jpg").kind == "vanished"
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "below.jpg").kind == "vanished"


def test_a_folder_called_like_a_photo(tmp_path: Path) -> None:
    (tmp_path / "album.jpg").mkdir()
    error = refused(tmp_path / "album.jpg")
    assert (error.kind, error.reason) == ("not_a_photo", "it is a folder, not a file")


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "a pipe" in refused(tmp_path / "pipe.jpg").reason


def test_a_pipe_that_took_the_place_of_a_file_does_not_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file.jpg").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe.jpg")
    regular = os.stat(tmp_path / "file.jpg")
    monkeypatch.setattr(files.os, "stat", lambda path: regular)
    assert "a pipe" in refused(tmp_path / "pipe.jpg").reason


def test_a_socket_and_a_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.jpg")
        assert "a socket" in refused(tmp_path / "socket.jpg").reason
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    assert "a device" in refused(tmp_path / "zero.jpg").reason


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (tmp_path / "secret.jpg").chmod(0)
    if os.geteuid() == 0:  # root may read everything
        monkeypatch.setattr(files.os, "open", _forbidden)
    assert "permission" in refused(tmp_path / "secret.jpg").reason


def _forbidden(*_: object) -> int:
    raise PermissionError(13, "Permission denied")


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to(tmp_path / "b.jpg")
    (tmp_path / "b.jpg").symlink_to(tmp_path / "a.jpg")
    assert refused(tmp_path / "a.jpg").kind == "unreadable"


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "film.jpg").open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    assert refused(tmp_path / "film.jpg").kind == "too_large"


def test_a_folder_is_sorted_out_once_for_all_its_photos_and_anew_when_listed_anew(tmp_path, monkeypatch) -> None:
    folder, looked = os.fsencode(tmp_path), []
    real = neighbours._sorted_out
    monkeypatch.setattr(neighbours, "_sorted_out", lambda *args: looked.append(1) or real(*args))
    for name in ("a.jpg.XMP", "A.xmp", "b.xmp", "a.jpg.json", "other.json"):
        (tmp_path / name).touch()
    neighbours.names_in.cache_clear()
    for _ in range(100):
        assert [os.path.basename(each) for each in neighbours.sidecars_of(folder + b"/a.jpg")] == [
            b"a.jpg.XMP",
            b"A.xmp",
        ]
    assert neighbours.notes_of(folder + b"/a.jpg") == [b"a.jpg.json"]
    assert len(looked) == 2
    (tmp_path / "a.xmp").touch()
    neighbours.names_in.cache_clear()
    assert len(neighbours.sidecars_of(folder + b"/a.jpg")) == 3
