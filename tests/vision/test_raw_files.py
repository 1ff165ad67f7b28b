"""Cameras' raw files are shown by the preview in them, upright; a new camera's too, and one cut short."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.geometry import Size
from photoface.metadata.dates import taken
from photoface.vision.decoding import load_photo, open_photo
from tests.builders import cut_short, encoded, exif_block, oriented, quarters, stored
from tests.raw_files import Camera, raw_file
from tests.vision.decoded import is_quarters

PREVIEW = (1200, 800)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_the_preview_is_shown_upright(orientation: int) -> None:
    preview = stored(quarters(*PREVIEW), orientation)
    data = raw_file(preview, orientation, sensor=(preview.width // 20, preview.height // 20))
    photo = open_photo(b"a.dng", data)
    decoded = load_photo(photo, 600)
    assert (photo.format, photo.size, photo.orientation) == ("RAW", Size(*PREVIEW), orientation)
    assert decoded.source.shrink == 2
    assert not decoded.source.damaged
    assert is_quarters(decoded.pixels)


def test_a_preview_that_the_camera_turned_already_is_left_as_it_is() -> None:
    photo = open_photo(b"a.dng", raw_file(quarters(800, 1200), 6))
    assert (photo.size, photo.orientation) == (Size(800, 1200), 1)
    assert is_quarters(load_photo(photo, 600).pixels)


def test_the_date_of_the_shot() -> None:
    assert taken(open_photo(b"a.dng", raw_file(quarters(*PREVIEW))).exif) == "2019-08-03T12:13:14"


@pytest.mark.parametrize("preview", [None, (160, 120)])
def test_without_a_preview_worth_looking_at_the_sensor_s_values_are_developed(preview: tuple[int, int] | None) -> None:
    small = quarters(*preview) if preview else None
    photo = open_photo(b"a.dng", raw_file(small, sensor=(2400, 1600)))
    assert photo.size == Size(1200, 800)
    assert np.ptp(load_photo(photo, 600).pixels[5:-5, 5:-5]) < 40  # the same value everywhere


@pytest.mark.parametrize("make", ["NIKON CORPORATION", "Canon", "SONY"])
def test_a_camera_that_libraw_does_not_know_has_a_preview_all_the_same(make: str) -> None:
    camera = Camera(make, "Model of next year", dng=False)
    photo = open_photo(b"a.nef", raw_file(stored(quarters(*PREVIEW), 8), 8, camera=camera, sensor=(48, 64)))
    assert (photo.format, photo.size) == ("RAW", Size(*PREVIEW))
    assert is_quarters(load_photo(photo, 600).pixels)


@pytest.mark.parametrize("share", [0.6, 0.9, 0.999])
def test_one_that_is_cut_short_is_used_and_marked(share: float) -> None:
    data = raw_file(quarters(*PREVIEW), 1, sensor=(400, 300))
    decoded = load_photo(open_photo(b"a.dng", cut_short(data, share)), 600)
    assert decoded.source.damaged
    assert is_quarters(decoded.pixels)


def test_one_without_anything_to_show_says_so() -> None:
    for data in (raw_file(None, sensor=(400, 300))[:2000], b"FUJIFILMCCD-RAW " + bytes(500), b"\0\0\0\x18ftypcrx "):
        with pytest.raises(PhotoUnreadable) as raised:
            open_photo(b"a.dng", data)
        assert "raw file" in raised.value.reason


def test_a_tiff_of_a_scanner_is_no_raw_file() -> None:
    for data in (encoded(quarters(), "TIFF", tiffinfo={271: "EPSON"}), oriented(quarters(), 6, "TIFF")):
        assert open_photo(b"a.tif", data).format == "TIFF"
    assert open_photo(b"a.jpg", encoded(quarters(), exif=exif_block())).format == "JPEG"


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20000), st.integers(0, 255)), max_size=30))
def test_damage_ends_in_pixels_or_a_reason(spots: list[tuple[int, int]]) -> None:
    data = bytearray(raw_file(quarters(1200, 800)))
    for at, value in spots:
        data[at % len(data)] = value
    with suppress(PhotoUnreadable):
        assert load_photo(open_photo(b"a.dng", bytes(data)), 300).pixels.size
