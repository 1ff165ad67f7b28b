"""The first picture of a photo shows the photo, upright and without bars, or there is none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from photoface.domain.geometry import Size
from photoface.vision.first_previews import first_preview
from photoface.vision.headers import open_photo
from photoface.vision.letterbox import THINNEST, without_bars
from tests.builders import (
    camera_file,
    encoded,
    exif_with_preview,
    jpeg_of_size,
    noise,
    oriented,
    png_header,
    quarters,
)

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 220, 30), (30, 30, 220), (230, 230, 230)
PLAIN = Image.new("RGB", (960, 640), (90, 90, 90))
"""The photo itself, so that quarters can only come from its preview."""

HEIC = Path(__file__).parents[3] / "shared/photos/formats/pillow_heif/tests/images/heif_other/arrow.heic"


def preview_of(data: bytes, *, whole: bool = False) -> Image.Image | None:
    found = first_preview(open_photo(b"photo", data), whole=whole)
    return None if found is None else Image.open(BytesIO(found))


def shows_quarters(image: Image.Image | None) -> bool:
    """The four colours in the middle of the quarters, and right up to the edges."""
    assert image is not None
    pixels = np.asarray(image.convert("RGB"), np.int16)
    height, width = pixels.shape[:2]
    rows = (1, height // 4), (3 * height // 4, height - 2)
    columns = (1, width // 4), (3 * width // 4, width - 2)
    wanted = [RED, GREEN, BLUE, WHITE]
    spots = [
        (y, x, wanted[2 * i + j]) for i, ys in enumerate(rows) for j, xs in enumerate(columns) for y in ys for x in xs
    ]
    return all(np.allclose(pixels[y, x], colour, atol=40) for y, x, colour in spots)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_preview_is_shown_upright(orientation: int) -> None:
    shown = preview_of(camera_file(PLAIN, quarters(160, 107), orientation))
    assert shows_quarters(shown)
    assert shown is not None
    assert shown.size == (160, 107)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize(("size", "cut"), [((960, 640), (160, 107)), ((640, 960), (80, 120)), ((960, 540), (160, 90))])
def test_black_bars_are_cut_off(size: tuple[int, int], cut: tuple[int, int], orientation: int) -> None:
    padded = ImageOps.pad(quarters(*cut), (160, 120), color=(0, 0, 0))
    shown = preview_of(camera_file(PLAIN.resize(size), padded, orientation))
    assert shows_quarters(shown)
    assert shown is not None
    assert abs(shown.width - cut[0]) <= 4
    assert abs(shown.height - cut[1]) <= 4


@pytest.mark.parametrize(
    "preview",
    [
        quarters(160, 120),  # the photo was cropped since
        quarters(107, 160),  # the photo was turned since, and its preview was not
        ImageOps.pad(quarters(160, 107), (160, 120), color=(255, 255, 255)),
        noise(160, 120),
        quarters(48, 32),  # too small to be worth showing
    ],
)
def test_a_preview_of_another_shape_is_refused(preview: Image.Image) -> None:
    assert preview_of(camera_file(PLAIN, preview)) is None


@pytest.mark.parametrize("preview", [b"", b"\xff\xd8", b"no picture", encoded(quarters(160, 107), "PNG")])
def test_a_preview_that_is_none(preview: bytes) -> None:
    assert preview_of(encoded(PLAIN, exif=exif_with_preview(preview))) is None


def test_a_preview_that_claims_to_be_huge_is_not_decoded() -> None:
    assert preview_of(encoded(PLAIN, exif=exif_with_preview(jpeg_of_size(30000, 20000)))) is None


def test_a_large_preview_becomes_small() -> None:
    shown = preview_of(camera_file(PLAIN, quarters(480, 320)))
    assert shows_quarters(shown)
    assert shown is not None
    assert shown.size == (256, 171)


def test_the_head_of_the_file_is_enough() -> None:
    data = camera_file(noise(1200, 800), quarters(160, 107))
    assert len(data) > 500_000
    assert shows_quarters(preview_of(data[:65536]))


def test_a_file_without_a_preview_has_none_unless_it_is_small() -> None:
    data = encoded(quarters(640, 480))
    assert preview_of(data) is None
    assert shows_quarters(preview_of(data, whole=True))


@pytest.mark.parametrize("orientation", [3, 6])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_small_file_is_its_own_preview(format: str, orientation: int) -> None:
    assert shows_quarters(preview_of(oriented(quarters(480, 320), orientation, format), whole=True))


def test_a_small_heic_is_its_own_preview() -> None:
    assert shows_quarters(preview_of(encoded(quarters(480, 320), "HEIF"), whole=True))


@pytest.mark.parametrize(
    "data", [encoded(quarters(1000, 800), "PNG"), png_header(5000, 5000), jpeg_of_size(9000, 9000)]
)
def test_what_is_dear_to_decode_waits_for_the_analysis(data: bytes) -> None:
    assert preview_of(data, whole=True) is None


def test_the_thumbnail_of_a_heic_is_found_in_its_head() -> None:
    if not HEIC.exists():
        pytest.skip(f"no HEIC with a thumbnail: {HEIC} is not there")
    shown = preview_of(HEIC.read_bytes()[:65536])
    assert shown is not None
    assert shown.size == (192, 256)


@given(st.integers(50, 9000), st.integers(50, 9000), st.booleans())
@example(9000, 50, True)
def test_what_is_left_between_bars_has_the_shape_of_the_photo(width: int, height: int, black: bool) -> None:
    scale = min(160 / width, 120 / height)
    inner = Image.new("RGB", (max(round(width * scale), 1), max(round(height * scale), 1)), (200, 180, 160))
    preview = ImageOps.pad(inner, (160, 120), color=(0, 0, 0) if black else (255, 255, 255))
    left = without_bars(preview, Size(width, height))
    if left is None:
        assert not black or min(inner.size) <= THINNEST
    else:
        assert abs(left.width - inner.width) <= 5
        assert abs(left.height - inner.height) <= 5
