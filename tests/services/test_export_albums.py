"""Albums out: nothing overwritten, nothing outside, names harmless everywhere."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from threading import Event

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.people import Photo
from photoface.services.deciding import correcting
from photoface.services.exporting.albums import (
    AlbumFile,
    AlbumRefused,
    How,
    album_of_person,
    album_of_query,
    export_album,
)
from photoface.services.exporting.file_names import folded, free_name, safe_name
from photoface.services.exporting.pages import as_csv, as_html
from photoface.services.exporting.placing import Place
from tests.world import World

HOSTILE = "<b>&\"'../..\\CON\u202egnp.exe\x1b[31m"


def _out(w: World, folder: Path, how: How) -> list[str]:
    album = album_of_person(w.library, "Anna")
    events = list(export_album(w.library, album, str(folder), how, Event()))
    return [os.path.basename(each.target) for each in events if isinstance(each, AlbumFile)]


@pytest.fixture
def anna(family: World) -> World:
    correcting.assign(family.library, (*family.faces_of("a0.jpg"), *family.faces_of("c.jpg")), "Anna")
    return family


def test_copies_never_overwrite(anna: World, tmp_path: Path) -> None:
    there = tmp_path / "out"
    there.mkdir()
    (there / "A0.JPG").write_text("mine")
    names = _out(anna, there, How.COPY)
    assert "c.jpg" in names
    assert "a0 (2).jpg" in names, "also where only the case differs"
    assert (there / "A0.JPG").read_text() == "mine"
    assert (there / "c.jpg").read_bytes() == (anna.photos / "c.jpg").read_bytes()
    assert (there / "c.jpg").stat().st_mtime_ns == (anna.photos / "c.jpg").stat().st_mtime_ns
    assert all("(" in name for name in _out(anna, there, How.COPY))
    assert not [name for name in os.listdir(there) if name.startswith(".")]


def test_links(anna: World, tmp_path: Path) -> None:
    _out(anna, tmp_path / "hard", How.HARDLINK)
    assert (tmp_path / "hard" / "c.jpg").samefile(anna.photos / "c.jpg")
    _out(anna, tmp_path / "soft", How.SYMLINK)
    assert (tmp_path / "soft" / "c.jpg").is_symlink()


def test_a_photo_that_is_gone_is_refused_and_the_rest_goes_on(anna: World, tmp_path: Path) -> None:
    (anna.photos / "c.jpg").unlink()
    album = album_of_person(anna.library, "Anna")
    events = list(export_album(anna.library, album, str(tmp_path / "out"), How.COPY, Event()))
    assert [each.path for each in events if isinstance(each, AlbumRefused)] == [bytes(anna.photos / "c.jpg")]
    assert any(isinstance(each, AlbumFile) for each in events)


def test_pages_of_a_search(anna: World, tmp_path: Path) -> None:
    album = album_of_query(anna.library, "Anna AND count = 1")
    for how, ending in ((How.CSV, ".csv"), (How.HTML, ".html")):
        [made] = export_album(anna.library, album, str(tmp_path / "out"), how, Event())
        assert isinstance(made, AlbumFile)
        assert made.target.endswith(f"Anna AND count = 1{ending}")
    with pytest.raises(NotFound, match="nothing was written"):
        list(export_album(anna.library, album_of_query(anna.library, "Anna NOT Anna"), "x", How.CSV, Event()))
    with pytest.raises(BadRequest, match="is a file"):
        list(export_album(anna.library, album, str(anna.photos / "c.jpg"), How.CSV, Event()))


def _photo(path: bytes, *people: str) -> Photo:
    return Photo(1, path, 1, 10, 10, None, 1, people, False)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", HOSTILE])
def test_a_table_computes_nothing(name: str) -> None:
    text = as_csv([_photo(b"/p/\xff.jpg", name)]).decode("utf-8-sig")
    [_, row] = list(csv.reader(io.StringIO(text)))
    assert row[2] == (f"'{name}" if name[0] in "=+-@\t" else name)


def test_a_page_runs_and_fetches_nothing() -> None:
    page = as_html(
        HOSTILE, [_photo(b"/p/<img src=x>.jpg", HOSTILE, "<script>alert(1)</script>")], {1: b"jpeg"}
    ).decode()
    assert "<script" not in page
    assert "<b>" not in page
    assert "<img src=x>" not in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


ODD = ("", ".", "..", "CON", "con.jpg", "LPT1.txt", "a/b", "..\\x", "-rf", "x" * 300, "é" * 300, " . ", "nul", "a\0b")


@pytest.mark.parametrize("name", [*ODD, "x\u202egnp.exe", ".hidden", "a" * 300 + ".jpg"])
def test_names_of_files(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 210
    assert not set(safe) & set('/\\:*?"<>|\0\u202e')
    assert safe.partition(".")[0].upper() not in ("CON", "NUL", "LPT1")
    assert safe[0] not in ".-"
    assert safe[-1] not in ". "


@given(st.text(max_size=300), st.sets(st.text(max_size=10), max_size=5))
@example("- 0", set())  # was " 0", and "0" the second time
def test_a_free_name_is_safe_and_free(text: str, taken: set[str]) -> None:
    known = {folded(each) for each in taken}
    name = free_name(safe_name(text), known)
    assert folded(name) not in known
    assert os.path.basename(name) == name
    assert name not in ("", ".", "..")
    assert safe_name(safe_name(text)) == safe_name(text)


def test_names_that_lead_elsewhere_stay_inside(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "out"))
    for name in ("../escape.txt", "/etc/passwd", "..", "a/../../b", "\0"):
        assert Path(place.write(name, b"x")).parent == tmp_path / "out"
    assert sorted(os.listdir(tmp_path)) == ["out"]
