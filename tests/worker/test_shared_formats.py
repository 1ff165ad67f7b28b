"""Every shared file of another project's tests: read, or listed with a reason that people understand."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis
from photoface.services.photos.scanning import Kind, walk
from photoface.vision.headers import open_photo
from photoface.vision.pipeline import Analyzer
from photoface.worker.reading import FileReader
from tests.fakes import FakeDetector, FakeEmbedder

FORMATS = Path(__file__).parents[3] / "shared" / "photos" / "formats"
LARGE = "200MP.heic"  # ten seconds and 1.4 GB: its header will do
REFUSED = {
    "unrecoverable_unknown_format.jpg": ("not_a_photo", "not a picture that photoface can read"),
    "corrupted.heic": ("unreadable", "not even the size of the picture can be read"),
    "corrupted.hif": ("unreadable", "nothing of the picture can be shown"),
    "empty.heic": ("unreadable", "the file is empty"),
}
DAMAGED = {"truncated.heic"}
DATES = {
    "datetimeoriginal-gps.jpg": ("2025-12-01T11:30:00", "exif"),
    "date-priority-test.jpg": ("2023-02-02T02:00:00", "exif"),
    "gps-datetime.jpg": ("2023-11-15T12:30:00", "xmp"),
    "exif_subsec_timezone.heic": ("2025-10-28T14:20:22", "exif"),
    "no_timezone.jpg": ("2012-05-06T15:39:44", "exif"),
}

pytestmark = pytest.mark.skipif(not FORMATS.is_dir(), reason="the shared photos are not here")


@pytest.fixture(scope="module")
def outcomes() -> dict[str, PhotoAnalysis | PhotoUnreadable]:
    """File name -> what became of it, of all that indexing would look at."""
    reader = FileReader(Analyzer(FakeDetector(), [FakeEmbedder()]), frozenset())
    found: dict[str, PhotoAnalysis | PhotoUnreadable] = {}
    for file in walk(os.fsencode(FORMATS)):
        name = os.fsdecode(os.path.relpath(file.path, os.fsencode(FORMATS)))
        if file.kind is Kind.PICTURE and not name.endswith(LARGE):
            try:
                found[name] = reader.read(file.path, probe=True)
            except PhotoUnreadable as error:
                found[name] = error
    return found


def test_nothing_is_left_out_but_notes_beside_photos() -> None:
    kinds = Counter(file.kind for file in walk(os.fsencode(FORMATS)))
    others = [file.path for file in walk(os.fsencode(FORMATS)) if file.kind is Kind.OTHER]
    assert all(path.endswith(b".xmp") for path in others)
    assert kinds[Kind.UNREAD] == kinds[Kind.CLOSED] == 0


def test_what_cannot_be_read_says_why(outcomes: dict[str, PhotoAnalysis | PhotoUnreadable]) -> None:
    refused = {name: each for name, each in outcomes.items() if isinstance(each, PhotoUnreadable)}
    assert {os.path.basename(name) for name in refused} == set(REFUSED)
    for name, error in refused.items():
        kind, words = REFUSED[os.path.basename(name)]
        assert error.kind == kind
        assert words in error.reason


def test_everything_else_is_a_photo(outcomes: dict[str, PhotoAnalysis | PhotoUnreadable]) -> None:
    photos = {name: each for name, each in outcomes.items() if isinstance(each, PhotoAnalysis)}
    assert {os.path.basename(name) for name, each in photos.items() if each.damaged} == DAMAGED
    assert {each.format for each in photos.values()} == {"JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF", "JXL"}
    assert all(each.thumbnail and each.likeness for each in photos.values())
    for name, each in photos.items():
        if "exif-orientation-examples" in name:
            expected = (1200, 1800) if "Portrait" in name else (1800, 1200)
            assert (each.size.width, each.size.height) == expected, name


def test_the_largest_photo_of_phones_is_let_in() -> None:
    (path,) = FORMATS.rglob(LARGE)
    assert open_photo(bytes(path), path.read_bytes()).pixels > 190_000_000


def test_when_they_were_taken(outcomes: dict[str, PhotoAnalysis | PhotoUnreadable]) -> None:
    told = {os.path.basename(name): each.taken for name, each in outcomes.items() if isinstance(each, PhotoAnalysis)}
    assert {name: told[name] and (told[name].when, told[name].source) for name in DATES} == DATES
    assert told["exif_subsec_timezone.heic"].offset == "+01:00"


def test_the_film_of_a_motion_photo(outcomes: dict[str, PhotoAnalysis | PhotoUnreadable]) -> None:
    with_film = {os.path.basename(name) for name, each in outcomes.items() if getattr(each, "film", 0)}
    assert with_film == {"samsung-one-ui-6.heic"}
