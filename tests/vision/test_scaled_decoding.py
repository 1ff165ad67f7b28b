"""Decoding no larger than needed, and parts of a photo cut again from the whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from photoface.domain.geometry import Box, Size
from photoface.vision import decoding
from photoface.vision.decoding import detection_scale, load_photo, load_source, open_photo
from tests.builders import (
    encoded,
    oriented,
    quarters,
)
from tests.vision.decoded import load


def test_a_jpeg_is_decoded_no_larger_than_needed() -> None:
    photo = open_photo(b"photo", encoded(quarters(4000, 3000)))
    decoded = load_photo(photo, 1024)
    assert decoded.source.shrink == 2
    assert decoded.source.image.size == (2000, 1500)
    assert load_photo(photo, 500).source.shrink == 8
    assert load_source(photo, 1.0).shrink == 1


@pytest.mark.parametrize(
    ("size", "seen", "scale"),
    [
        ((4000, 3000), (750, 1000), 1 / 4),
        ((4033, 3025), (757, 1009), 1 / 4),  # halves of odd sides are rounded up, twice
        ((3000, 2000), (683, 1024), 1024 / 3000),
        ((2000, 1500), (750, 1000), 1 / 2),
        ((1920, 1440), (768, 1024), 1024 / 1920),  # half of it would be less than .97 of what is wanted
        ((1040, 780), (780, 1040), 1.0),
        ((1060, 780), (754, 1024), 1024 / 1060),
    ],
)
def test_whole_pixels_are_averaged_where_that_comes_near(
    size: tuple[int, int], seen: tuple[int, int], scale: float
) -> None:
    decoded = load_photo(open_photo(b"photo", encoded(quarters(*size))), 1024)
    assert decoded.pixels.shape[:2] == seen
    assert decoded.scale == pytest.approx(scale)


def test_a_small_picture_is_not_enlarged() -> None:
    decoded = load(encoded(quarters(200, 100)))
    assert (decoded.scale, decoded.pixels.shape) == (1.0, (100, 200, 3))


def test_one_pixel() -> None:
    for format in ("JPEG", "PNG", "GIF", "WEBP"):
        assert load(encoded(Image.new("RGB", (1, 1)), format)).pixels.shape == (1, 1, 3)


@given(st.integers(1, 60000), st.integers(1, 60000), st.sampled_from([320, 1024, 1600]))
def test_the_detector_gets_enough_and_never_too_much(width: int, height: int, long_side: int) -> None:
    scale = detection_scale(Size(width, height), long_side)
    assert 0 < scale <= 1
    assert max(width, height) * scale >= min(long_side, max(width, height)) * 0.999
    assert width * height * scale**2 <= decoding.MOST_DETECTED * long_side**2 * 1.001
    if 0.5 <= width / height <= 2:
        assert max(width, height) * scale <= long_side * 1.001


def test_a_panorama_keeps_its_height() -> None:
    assert detection_scale(Size(10000, 2000), 1024) * 2000 == pytest.approx(512)
    assert detection_scale(Size(4000, 3000), 1024) * 4000 == pytest.approx(1024)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
@settings(deadline=None, max_examples=25)
@given(box=st.tuples(st.integers(-20, 470), st.integers(-20, 310), st.integers(1, 300), st.integers(1, 300)))
def test_a_region_is_that_part_of_the_upright_photo(
    format: str, orientation: int, box: tuple[int, int, int, int]
) -> None:
    photo = open_photo(b"photo", _oriented_once(_gradient(), orientation, format))
    region = load_source(photo, 0.5).region(Box(*box))
    step = int(1 / region.scale)
    assert step == (2 if format == "JPEG" else 1)
    part = np.asarray(region.image, float)
    height, width = part.shape[:2]
    assert 0 <= region.left <= min(max(box[0], 0), 479) + 1e-9
    assert 0 <= region.top <= min(max(box[1], 0), 319) + 1e-9
    assert region.left + width * step >= min(box[0] + box[2], 480) - 1e-9
    assert region.top + height * step >= min(box[1] + box[3], 320) - 1e-9
    across = region.left + (np.arange(width) + 0.5) * step
    down = region.top + (np.arange(height) + 0.5) * step
    assert np.abs(part[:, :, 0].mean(0) - across / 2).max() < 4
    assert np.abs(part[:, :, 1].mean(1) - down / 2).max() < 4


def _gradient() -> Image.Image:
    """480 x 320; red is x / 2, green y / 2: a colour tells where it is from."""
    down, across = np.indices((320, 480))
    return Image.fromarray(np.stack([across // 2, down // 2, 0 * down], 2).astype(np.uint8))


_made: dict[tuple[int, str], bytes] = {}


def _oriented_once(image: Image.Image, orientation: int, format: str) -> bytes:
    key = (orientation, format)
    if key not in _made:
        _made[key] = oriented(image, orientation, format)
    return _made[key]
