"""Formats and modes: every file that can be shown is upright RGB."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from photoface.domain.geometry import Size
from photoface.vision import jpeg_xl
from photoface.vision.decoding import open_photo
from tests.builders import (
    encoded,
    exif_block,
    noise,
    oriented,
    quarters,
)
from tests.vision.decoded import BLUE, is_quarters, load, refused


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF", "PPM", "HEIF", "JXL"])
def test_formats(format: str) -> None:
    decoded = load(encoded(quarters(), format))
    assert decoded.source.photo.format == format
    assert decoded.pixels.shape == (64, 96, 3)
    assert decoded.pixels.dtype == np.uint8
    assert is_quarters(decoded.pixels, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_orientations(format: str, orientation: int) -> None:
    decoded = load(oriented(quarters(), orientation, format))
    assert decoded.source.photo.orientation == orientation
    assert decoded.source.photo.size == Size(96, 64)
    assert is_quarters(decoded.pixels, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heif_turned_by_its_writer_is_shown_upright(orientation: int) -> None:
    stored = Image.open(BytesIO(oriented(quarters(), orientation, "PNG")))
    data = encoded(stored, "HEIF", exif=exif_block(orientation))
    decoded = load(data)
    assert is_quarters(decoded.pixels, 40)
    assert decoded.source.photo.orientation == 1


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "PA", "CMYK", "YCbCr"])
def test_modes(mode: str) -> None:
    image = quarters().convert(mode)
    format = {"CMYK": "TIFF", "YCbCr": "TIFF", "PA": "TIFF"}.get(mode, "PNG")
    pixels = load(encoded(image, format)).pixels
    assert pixels.shape == (64, 96, 3)
    assert np.allclose(pixels, np.asarray(image.convert("RGB")), atol=3)


@pytest.mark.parametrize("mode", ["L", "RGBA"])
def test_modes_of_jpeg_xl(mode: str) -> None:
    image = quarters().convert(mode)
    assert np.allclose(load(encoded(image, "JXL")).pixels, np.asarray(image.convert("RGB")), atol=1)


def test_jpeg_xl_is_turned_by_its_decoder_and_not_by_its_exif() -> None:
    decoded = load(encoded(quarters(), "JXL", exif=exif_block(6)))
    assert is_quarters(decoded.pixels)
    assert decoded.source.photo.orientation == 1


def test_without_libjxl_a_jpeg_xl_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jpeg_xl, "can_read", lambda: False)
    error = refused(encoded(quarters(), "JXL"))
    assert error.kind == "not_a_photo"
    assert "JPEG XL" in error.reason


def test_transparent_parts_are_white() -> None:
    image = quarters().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    pixels = load(encoded(image, "PNG")).pixels
    assert pixels[0].min() > 250
    assert np.allclose(pixels[-1, :10], BLUE, atol=5)
    indexed = Image.new("P", (40, 40), 0)
    indexed.putpalette([0, 0, 0, 9, 9, 9])
    assert load(encoded(indexed, "GIF", transparency=0)).pixels.min() == 255


@pytest.mark.parametrize(("format", "peak"), [("PNG", 65535), ("TIFF", 65535), ("PPM", 65535)])
def test_sixteen_bits_are_scaled_and_not_clipped(format: str, peak: int) -> None:
    ramp = np.linspace(0, peak, 256).astype(np.uint16).reshape(1, 256).repeat(8, 0)
    pixels = load(encoded(Image.fromarray(ramp), format)).pixels
    assert np.allclose(pixels[0, :, 0], np.arange(256), atol=1)


def test_a_scan_of_sixteen_bits_in_which_zero_is_white() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(1, 256).repeat(8, 0)
    data = bytearray(encoded(Image.fromarray(ramp), "TIFF"))
    at = data.index(b"\x06\x01\x03\x00\x01\x00\x00\x00\x01\x00")  # PhotometricInterpretation: one short, 1
    data[at + 8] = 0
    assert np.allclose(load(bytes(data)).pixels[0, :, 0], np.arange(256)[::-1], atol=1)


@pytest.mark.parametrize("peak", [1.0, 255.0, 4000.0])
def test_floating_point_grey(peak: float) -> None:
    ramp = np.linspace(0, peak, 256, dtype=np.float32).reshape(1, 256).repeat(8, 0)
    pixels = load(encoded(Image.fromarray(ramp), "TIFF")).pixels
    expected = np.arange(256) * (4000 / 65535 if peak == 4000 else 1)
    assert np.allclose(pixels[0, :, 0], expected, atol=1)


def test_print_colours() -> None:
    assert is_quarters(load(encoded(quarters().convert("CMYK"))).pixels, 20)
    assert is_quarters(load(encoded(quarters().convert("CMYK"), icc_profile=b"no profile")).pixels, 20)


def test_lab_colours() -> None:
    lab = ImageCms.profileToProfile(
        quarters(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    assert is_quarters(load(encoded(lab, "TIFF")).pixels, 10)


def test_the_first_frame_of_an_animation() -> None:
    frames = [quarters(), noise(96, 64)]
    for format in ("GIF", "WEBP", "PNG"):
        assert is_quarters(load(encoded(frames[0], format, save_all=True, append_images=frames[1:])).pixels, 40)


def test_a_camera_s_picture_with_a_second_one_behind_it_is_a_jpeg() -> None:
    data = encoded(quarters(3000, 2000), "MPO", save_all=True, append_images=[noise(96, 64)])
    decoded = load(data)
    assert decoded.source.photo.format == "JPEG"
    assert decoded.source.shrink == 2
    assert is_quarters(decoded.pixels)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_print_colours_are_scaled_while_decoding_too(mode: str) -> None:
    decoded = load(encoded(quarters(3000, 2000).convert(mode)))
    assert decoded.source.shrink == 2
    assert decoded.pixels.shape == (683, 1024, 3)


def test_megabytes_of_text_in_a_png_do_no_harm() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("workflow", "{}" * 1_500_000, zip=True)
    decoded = load(encoded(quarters(), "PNG", pnginfo=info))
    assert is_quarters(decoded.pixels)
    assert not decoded.source.damaged


def test_damage_in_a_part_that_is_not_needed_is_passed_over() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("comment", "some words")
    data = encoded(quarters(), "PNG", pnginfo=info).replace(b"some words", b"other word")
    assert is_quarters(load(data).pixels)


def test_content_decides_and_not_the_name() -> None:
    photo = open_photo(b"/folder/a.jpg", encoded(quarters(), "PNG"))
    assert photo.format == "PNG"


def test_odd_names(tmp_path: Path) -> None:
    for name in (b"bad\xff\xfe.jpg", "ñ 李 \U0001f469.jpg".encode(), b"-rf *.jpg", b"line\nbreak.jpg"):
        path = os.fsencode(tmp_path) + b"/" + name
        assert open_photo(path, encoded(quarters())).path == path
