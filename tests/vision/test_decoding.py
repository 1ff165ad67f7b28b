"""Every file that can be shown is upright RGB; every other one says why in plain words."""

from __future__ import annotations

import os
import threading
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.geometry import Box, Size
from photoface.vision import decoding, formats, jpeg_xl
from photoface.vision.decoding import Decoded, detection_scale, load_photo, load_source, open_photo
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

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 220, 30), (30, 30, 220), (230, 230, 230)


def load(data: bytes, long_side: int = 1024) -> Decoded:
    return load_photo(open_photo(b"photo", data), long_side)


def refused(data: bytes) -> PhotoUnreadable:
    with pytest.raises(PhotoUnreadable) as raised:
        load(data)
    return raised.value


def attempt(data: bytes) -> Decoded | PhotoUnreadable:
    try:
        return load(data)
    except PhotoUnreadable as error:
        return error


def corners(pixels: np.ndarray) -> list[tuple[int, ...]]:
    """The colours of the four quarters."""
    height, width = pixels.shape[:2]
    spots = [(y, x) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return [tuple(int(value) for value in pixels[spot]) for spot in spots]


def is_quarters(pixels: np.ndarray, tolerance: int = 12) -> bool:
    return bool(np.allclose(corners(pixels), [RED, GREEN, BLUE, WHITE], atol=tolerance))


# formats and modes


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


# scaled decoding


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


# damage and limits


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


def _small(format: str) -> bytes:
    return _made.setdefault((0, format), encoded(noise(32, 24), format))


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
