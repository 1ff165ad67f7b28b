"""Small pictures: kept beside the library, thrown away without harm."""

from __future__ import annotations

from pathlib import Path

from photoface.store.analyses import SavedPhoto
from photoface.store.thumbs import THUMBS_NAME, Thumbs
from tests.store.building import JPEG, analysis, face


def test_pictures_of_an_analysis(tmp_path: Path) -> None:
    thumbs = Thumbs(tmp_path)
    thumbs.save(SavedPhoto(7, (3, 4), (3,)), analysis(b"/a.jpg", face(), face(400)))
    other = Thumbs(tmp_path)
    assert other.photo(7) == JPEG
    assert other.faces([3, 4, 5]) == {3: JPEG, 4: JPEG}
    assert (other.face(5), other.photo(8)) == (None, None)
    assert (tmp_path / THUMBS_NAME).stat().st_mode & 0o777 == 0o600


def test_a_newer_picture_replaces_the_older(tmp_path: Path) -> None:
    thumbs = Thumbs(tmp_path)
    for jpeg in (b"old", b"new"):
        thumbs.put(photos=[(1, jpeg)])
    assert thumbs.photo(1) == b"new"


def test_reading_makes_no_file(tmp_path: Path) -> None:
    assert Thumbs(tmp_path).photo(1) is None
    assert not (tmp_path / THUMBS_NAME).exists()


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / THUMBS_NAME).write_bytes(b"noise" * 5000)
    assert Thumbs(tmp_path).photo(1) is None
    thumbs = Thumbs(tmp_path)
    thumbs.put(photos=[(1, b"jpeg")])
    assert thumbs.photo(1) == b"jpeg"


def test_deleted_between_two_uses(tmp_path: Path) -> None:
    thumbs = Thumbs(tmp_path)
    thumbs.put(photos=[(1, b"jpeg")])
    thumbs.forget()
    thumbs.put(photos=[(2, b"jpeg")])
    assert (thumbs.photo(1), thumbs.photo(2)) == (None, b"jpeg")
