"""Dates: who is believed, and a human's word that holds and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from photoface.domain.dates import DateSource, Taken
from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding import dating
from photoface.services.deciding.written_dates import read_written
from photoface.services.finding import albums
from photoface.services.showing.photo_view import view_photo
from photoface.store.journal import Journal
from photoface.store.photos import Photos
from tests.store.building import analysis


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1983", "1983"),
        ("Summer 1983", "1983-06"),
        ("the 1980s", "1980"),
        ("July 1983", "1983-07"),
        ("jul. 1983", "1983-07"),
        ("15. July 1983", "1983-07-15"),
        ("July 4, 1983", "1983-07-04"),
        ("1983-07", "1983-07"),
        ("1983-07-15", "1983-07-15"),
        (" 1983-07-15  14:30 ", "1983-07-15T14:30:00"),
        ("1983년", "1983"),
        ("1980년대", "1980"),
        ("1983년 여름", "1983-06"),
        ("1983년 7월", "1983-07"),
        ("1983년 7월 5일", "1983-07-05"),
        ("1983. 7. 15.", "1983-07-15"),
        ("1983/7/5", "1983-07-05"),
        ("1983.07", "1983-07"),
    ],
)
def test_dates_as_people_write_them(text: str, iso: str) -> None:
    assert read_written(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "1983-13",
        "1983-02-30",
        "ju 1983",
        "blue 1983",
        "12345",
        "1983-07-15 25:00",
        "1983년 13월",
        "1983. 2. 30.",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        read_written(text)


def told(w, name: str, *said: Taken | None, content: bytes = b"x") -> int:
    """A photo in so many files, each of which says when it was taken."""
    photos = Photos(w.library.db)
    folder = photos.add_folder(b"/f").folder_id
    for number, taken in enumerate(said):
        path = b"/f/%d-%s" % (number, name.encode())
        photo = replace(analysis(path, content=content + name.encode()), taken=taken)
        saved = photos.save_analysis(folder, photo, 1, 2)
    return saved.photo_id


def date_of(w, photo_id: int) -> str | None:
    (photo,) = w.library.photos.list(photo_ids=[photo_id])
    return photo.taken


def test_the_surest_source_of_all_files_counts(w) -> None:
    by_name, by_camera = Taken("2020-01-01", DateSource.NAME), Taken("2019-08-03T12:13:14", DateSource.EXIF, "+02:00")
    photo_id = told(w, "a.jpg", by_name, by_camera, None)
    assert date_of(w, photo_id) == "2019-08-03T12:13:14"
    assert dating.date_of(w.library, photo_id).taken == by_camera


def test_a_file_that_says_something_else_now_is_believed(w) -> None:
    told(w, "a.jpg", Taken("2019-08-03T12:13:14", DateSource.EXIF))
    assert date_of(w, told(w, "a.jpg", Taken("2011-01-01T00:00:00", DateSource.SIDECAR))) == "2011-01-01T00:00:00"


def test_a_human_dates_a_whole_album_and_takes_it_back(w) -> None:
    scans = [told(w, f"{number}.jpg", Taken("2021-03-04T05:06:07", DateSource.EXIF)) for number in range(3)]
    other = told(w, "other.jpg", None)
    outcome = dating.set_date(w.library, [*scans, other], "summer  1983")
    assert outcome.summary == "4 photos taken summer 1983"
    assert [date_of(w, each) for each in (*scans, other)] == ["1983-06"] * 4
    said = view_photo(w.library, scans[0]).dated
    assert (said.words, said.taken) == ("summer 1983", Taken("1983-06", DateSource.HUMAN))
    assert len(albums.find_photos(w.library, "year 1983")) == 4
    assert albums.find_photos(w.library, "since 1984") == []
    told(w, "0.jpg", Taken("2022-01-01T00:00:00", DateSource.EXIF))  # read again: the human's word holds
    assert date_of(w, scans[0]) == "1983-06"
    journal = Journal(w.library.db)
    journal.undo()
    assert [date_of(w, each) for each in (*scans, other)] == [
        "2022-01-01T00:00:00",
        "2021-03-04T05:06:07",
        "2021-03-04T05:06:07",
        None,
    ]
    journal.redo()
    assert date_of(w, other) == "1983-06"
    dating.take_back_date(w.library, scans)
    assert date_of(w, scans[1]) == "2021-03-04T05:06:07"
    assert dating.take_back_date(w.library, scans).operation_id is None


def test_photos_that_are_not_there_are_refused(w) -> None:
    with pytest.raises(NotFound):
        dating.set_date(w.library, [99], "1983")
    with pytest.raises(BadRequest):
        dating.set_date(w.library, [], "1983")
