"""Damage and limits: pixels as far as they go, or a reason in plain words."""

from __future__ import annotations

import threading
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from photoface.domain.errors import PhotoUnreadable
from photoface.vision import decoding, formats
from photoface.vision.decoding import load_photo, load_source, open_photo
from tests.builders import (
    astronaut,
    cut_short,
    encoded,
    exif_block,
    jpeg_of_size,
    noise,
    oriented,
    png_header,
    quarters,
)
from tests.vision.decoded import attempt, load, refused


def test_an_empty_file() -> None:
    error = refused(b"")
    assert (error.kind, error.reason) == ("unreadable", "the file is empty")


@pytest.mark.parametrize("data", [b"hello, this is text", b"\0" * 1000, b"<html></html>", b"MZ" + bytes(500)])
def test_no_picture_at_all(data: bytes) -> None:
    error = refused(data)
    assert error.kind == "not_a_photo"
    assert "not a picture" in error.reason


@pytest.mark.parametrize(
    ("magic", "words"),
    [(b"\0\0\0\x0cjP  ", "JPEG 2000"), (b"%PDF-1.7", "PDF"), (b"\0\0\0\x18ftypmp42", "film"), (b"8BPS", "Photoshop")],
)
def test_what_is_known_and_not_read_is_named(magic: bytes, words: str) -> None:
    error = refused(magic + bytes(100))
    assert error.kind == "not_a_photo"
    assert words in error.reason


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_a_tiff_of_a_kind_that_is_not_read_is_not_called_damaged() -> None:
    data = encoded(quarters(), "TIFF", tiffinfo={339: (3, 3, 3)})  # that its values are floating-point numbers
    error = refused(data)
    assert error.kind == "not_a_photo"
    assert "a TIFF picture of a rare kind" in error.reason
    assert "damaged" in refused(data[:40]).reason


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF"])
def test_a_file_cut_short_is_used_as_far_as_it_goes(format: str) -> None:
    decoded = load(cut_short(encoded(astronaut(), format), 0.6))
    assert decoded.source.damaged
    whole = np.asarray(astronaut(), int)
    assert np.abs(decoded.pixels[:200].astype(int) - whole[:200]).mean() < 6


@pytest.mark.parametrize("share", [0.5, 0.6, 0.75, 0.9, 0.99])
@pytest.mark.parametrize(
    ("format", "options"),
    [
        ("HEIF", {}),
        ("AVIF", {}),
        ("JXL", {}),
        ("WEBP", {}),
        ("WEBP", {"exif": exif_block(1), "icc_profile": b"x" * 99}),
    ],
)
def test_new_formats_cut_short_are_used_too(format: str, options: dict[str, bytes], share: float) -> None:
    """Their decoders give up at once: most are made longer, JPEG XL is taken as far as it was drawn."""
    picture = astronaut().resize((1024, 1024))
    decoded = load(cut_short(encoded(picture, format, **options), share))
    assert decoded.source.damaged
    assert np.abs(decoded.pixels[:256].astype(int) - np.asarray(picture, int)[:256]).mean() < 8


def test_an_avif_whose_last_box_does_not_tell_where_it_ends() -> None:
    """As libavif's own program writes them, the EXIF block last."""
    data = encoded(astronaut(), "AVIF", exif=exif_block())
    at = data.index(b"mdat") - 4
    assert load(cut_short(data[:at] + bytes(4) + data[at + 4 :], 0.8)).source.damaged


def test_nothing_but_one_colour_is_no_picture() -> None:
    data = encoded(astronaut(), "PNG")
    with pytest.raises(PhotoUnreadable, match="nothing of the picture can be shown"):
        load(data[: data.index(b"IDAT") + 4])


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("format", ["WEBP", "AVIF", "HEIF", "GIF", "BMP", "PPM", "JPEG", "PNG", "TIFF", "JXL"])
@pytest.mark.parametrize("share", [0.001, 0.05, 0.5, 0.95])
def test_wherever_a_file_ends_the_answer_is_pixels_or_a_reason(format: str, share: float) -> None:
    data = encoded(noise(200, 150), format)
    outcome = attempt(cut_short(data, share))
    if isinstance(outcome, PhotoUnreadable):
        assert outcome.reason
        assert outcome.kind in ("unreadable", "not_a_photo")
    else:
        assert outcome.pixels.shape == (150, 200, 3)


def test_a_whole_file_is_not_damaged() -> None:
    assert not load(encoded(quarters())).source.damaged


def test_tolerance_is_one_threads_own() -> None:
    seen: list[bool] = []
    with formats.tolerant():
        other = threading.Thread(target=lambda: seen.append(bool(ImageFile.LOAD_TRUNCATED_IMAGES)))
        other.start()
        other.join()
        assert ImageFile.LOAD_TRUNCATED_IMAGES
    assert seen == [False]
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF", "AVIF"]))
def test_damage_anywhere_gives_pixels_or_a_reason(data: st.DataObject, format: str) -> None:
    photo = bytearray(_small(format))
    for at in data.draw(st.lists(st.integers(0, len(photo) - 1), min_size=1, max_size=8)):
        photo[at] = data.draw(st.integers(0, 255))
    outcome = attempt(bytes(photo))
    assert outcome.reason if isinstance(outcome, PhotoUnreadable) else outcome.pixels.ndim == 3


@cache
def _small(format: str) -> bytes:
    return encoded(noise(32, 24), format)


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (png_header(60000, 60000), "100 million"),
        (png_header(12000, 9000), "100 million"),
        (jpeg_of_size(65000, 65000), "300 million"),
        (jpeg_of_size(20000, 16000), "300 million"),
        (jpeg_of_size(16000, 8000, progressive=True), "100 million"),
    ],
)
def test_bombs_are_refused_by_their_header(data: bytes, limit: str) -> None:
    error = refused(data)
    assert error.kind == "too_large"
    assert limit in error.reason


def test_a_large_jpeg_is_read_at_a_fraction_of_its_size() -> None:
    photo = open_photo(b"photo", jpeg_of_size(16000, 8000))
    decoded = load_photo(photo, 1024)
    assert decoded.source.shrink == 8
    assert decoded.source.image.size == (2000, 1000)
    assert load_source(photo, 1.0).shrink == 2  # 128 million pixels are never decoded whole


def test_no_memory_is_said_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = open_photo(b"photo", encoded(quarters()))

    def without_memory(*_: object, **__: object) -> Image.Image:
        raise MemoryError

    monkeypatch.setattr(decoding, "open_image", without_memory)
    with pytest.raises(PhotoUnreadable) as raised:
        load_photo(photo, 1024)
    assert raised.value.kind == "too_large"


def test_damaged_exif_shows_the_photo_as_it_is_stored() -> None:
    good = oriented(quarters(), 6)
    at = good.index(b"Exif\0\0") + 6
    decoded = load(good[:at] + b"\xff" * 8 + good[at + 8 :])
    assert decoded.source.photo.orientation == 1
    assert decoded.pixels.shape == (96, 64, 3)


@pytest.mark.parametrize("value", [0, 9, 77])
def test_an_orientation_that_does_not_exist_is_none(value: int) -> None:
    assert load(encoded(quarters(), exif=exif_block(value))).source.photo.orientation == 1
