"""A photo is its pixels: metadata around them changes nothing, one other pixel everything."""

from __future__ import annotations

import shutil
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from photoface.metadata.pixel_stream import IDENTITY_BYTES, former_identities, identity, whole_identity
from tests.builders import cut_short, encoded, exif_block, noise, oriented, quarters
from tests.raw_files import fuji_file, panasonic_file, raw_file

PHOTOS = Path(__file__).parents[3] / "shared" / "photos" / "formats"
SHARED = [
    "immich-test-assets/formats/heic/IMG_2682.heic",
    "immich-test-assets/formats/avif/8bit-sRGB.avif",
    "immich-test-assets/formats/motionphoto/samsung-one-ui-6.heic",
    "photoview/test_media/real_media/tiff.tiff",
    "photoview/test_media/real_media/standalone_raw.tiff",
    "pillow_heif/tests/images/heif_other/nokia/alpha.heic",
]

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF", "JXL", "GIF"]


def options(format: str) -> dict[str, object]:
    """Of encoders: what makes them write each pixel as it is."""
    return {"WEBP": {"lossless": True}, "AVIF": {"quality": 100}, "HEIF": {"quality": -1}}.get(format, {})


def with_metadata(format: str, text: str) -> bytes:  # noqa: PLR0911 - one for each format
    """The same pixels, written by the same encoder, with EXIF, XMP and what else the format holds."""
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{text}</x:xmpmeta>".encode()
    more = {"exif": exif_block(6, taken="2020:01:02 03:04:05"), **options(format)}
    if format == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return encoded(noise(), format, pnginfo=info, dpi=(300, 300), **more)
    if format == "TIFF":
        return encoded(noise(), format, tiffinfo={700: xmp, 315: text, 274: 6}, icc_profile=b"profile" * 20)
    if format == "GIF":
        return encoded(noise(), format, comment=text)
    if format == "JXL":
        return encoded(noise(), format, xmp=xmp, exif=more["exif"])
    if format == "AVIF":  # the coded picture itself tells its colours: with another profile it is another one
        return encoded(noise(), format, xmp=xmp, **more)
    if format == "JPEG":
        return encoded(noise(), format, xmp=xmp, comment=text, dpi=(300, 300), icc_profile=b"profile" * 20, **more)
    return encoded(noise(), format, xmp=xmp, icc_profile=b"profile" * 20, **more)


@pytest.mark.parametrize("format", FORMATS)
def test_metadata_is_not_identity(format: str) -> None:
    plain = encoded(noise(), format, **options(format))
    assert identity(with_metadata(format, "A")) == identity(with_metadata(format, "B" * 3000)) == identity(plain)


@pytest.mark.parametrize("format", [*FORMATS, "BMP", "PPM"])
def test_one_pixel_is_another_photo(format: str) -> None:
    image = noise()
    changed = image.copy()
    changed.putpixel((5, 5), (255, 255, 255) if image.getpixel((5, 5)) != (255, 255, 255) else (0, 0, 0))
    one, other = (identity(encoded(which, format, **options(format))) for which in (image, changed))
    assert one != other
    assert len(one) == IDENTITY_BYTES


@pytest.mark.parametrize("make", [{"progressive": True}, {"subsampling": 0}, {"restart_marker_blocks": 1}])
def test_every_kind_of_jpeg(make: dict[str, object]) -> None:
    plain = encoded(noise(200, 150), **make)
    assert identity(encoded(noise(200, 150), exif=exif_block(3), comment=b"hello", **make)) == identity(plain)
    assert identity(plain) != identity(encoded(noise(200, 150)))


def test_what_follows_the_jpeg_is_not_the_photo() -> None:
    photo = encoded(noise())
    assert identity(photo + b"a film that some phones append" * 100) == identity(photo)


def test_inverted_print_colours_are_another_photo() -> None:
    photo = encoded(noise().convert("CMYK"))
    at = photo.index(b"\xff\xee")
    without_adobe = photo[:at] + photo[at + 2 + struct.unpack_from(">H", photo, at + 2)[0] :]
    assert identity(without_adobe) != identity(photo)


def test_how_a_png_is_cut_into_chunks_is_not_identity() -> None:
    photo = encoded(noise(300, 300), "PNG")
    at = photo.index(b"IDAT") - 4
    (length,) = struct.unpack_from(">I", photo, at)
    data = photo[at + 8 : at + 8 + length]
    pieces = b"".join(_chunk(b"IDAT", piece) for piece in (data[:100], data[100:]))
    assert identity(photo[:at] + pieces + photo[at + 12 + length :]) == identity(photo)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_palette_is_part_of_a_png() -> None:
    indexed = Image.new("P", (8, 8), 1)
    one, other = indexed.copy(), indexed.copy()
    one.putpalette([0, 0, 0, 255, 0, 0])
    other.putpalette([0, 0, 0, 0, 255, 0])
    assert identity(encoded(one, "PNG")) != identity(encoded(other, "PNG"))


def test_formats_are_not_mixed_up() -> None:
    assert len({identity(encoded(quarters(), format)) for format in (*FORMATS, "BMP")}) == len(FORMATS) + 1


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize("format", FORMATS)
def test_what_exiftool_writes_into_a_file_makes_no_other_photo(format: str, tmp_path: Path) -> None:
    ending = {"HEIF": "heic", "JPEG": "jpg"}.get(format, format.lower())
    file = tmp_path / f"a.{ending}"
    file.write_bytes(encoded(noise(300, 200), format, **options(format)))
    before, content = identity(file.read_bytes()), file.read_bytes()
    tags = ["-XMP-dc:Title=Zoë " + "!" * 3000, "-XMP-iptcExt:PersonInImage=Zoë"]
    done = subprocess.run(["exiftool", "-q", "-m", *tags, str(file)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(done.stderr.strip())
    assert file.read_bytes() != content
    assert identity(file.read_bytes()) == before


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize("name", SHARED)
def test_nor_into_a_real_one(name: str, tmp_path: Path) -> None:
    if not (PHOTOS / name).exists():
        pytest.skip("the shared photos are not here")
    file = tmp_path / Path(name).name
    shutil.copyfile(PHOTOS / name, file)
    before = identity(file.read_bytes())
    subprocess.run(["exiftool", "-q", "-m", "-XMP-dc:Title=Zoë", "-EXIF:Artist=Zoë", str(file)], check=True)
    assert identity(file.read_bytes()) == before != whole_identity(file.read_bytes())


def test_a_raw_file_is_its_sensor_s_values() -> None:
    data = raw_file(quarters(1200, 800), sensor=(64, 48))
    assert identity(data) == identity(raw_file(noise(1200, 800), 6, shot="2020:01:01 00:00:00", sensor=(64, 48)))
    assert identity(data) != identity(raw_file(quarters(1200, 800), sensor=(66, 48)))


@pytest.mark.parametrize("make", [fuji_file, panasonic_file])
def test_so_are_those_of_makers_with_a_layout_of_their_own(make: Callable[..., bytes], tmp_path: Path) -> None:
    data = make(quarters(200, 150))
    assert identity(data) == identity(make(noise(300, 200, seed=3))) != identity(make(quarters(200, 150), sensor=2001))
    assert former_identities(data) == (whole_identity(data),)
    file = tmp_path / ("a.raf" if make is fuji_file else "a.rw2")
    file.write_bytes(data)
    if shutil.which("exiftool"):
        subprocess.run(["exiftool", "-q", "-m", "-EXIF:Artist=Zoë", "-XMP-dc:Title=Zoë", file], check=True)
        assert file.read_bytes() != data
        assert identity(file.read_bytes()) == identity(data)
    assert len(identity(data[:120])) == len(identity(data[:95])) == IDENTITY_BYTES, "damage never fails"


def test_what_an_older_version_took_for_the_identity() -> None:
    for format in FORMATS:
        data = encoded(quarters(), format)
        assert former_identities(data) == ((whole_identity(data),) if format in {"TIFF", "AVIF", "HEIF", "GIF"} else ())
    for format in ("AVIF", "HEIF"):
        data = oriented(quarters(), 6, format)
        [turned, whole] = former_identities(data)
        assert whole == whole_identity(data)
        assert turned not in {identity(data), whole}


@pytest.mark.parametrize("format", FORMATS)
def test_a_structure_that_is_broken_is_hashed_whole_and_never_fails(format: str) -> None:
    data = encoded(noise(), format)
    for at in range(4, min(len(data), 400), 3):
        assert len(identity(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])) == IDENTITY_BYTES
        assert len(identity(data[:at])) == IDENTITY_BYTES


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_cut_short_is_another_photo_and_never_an_error(format: str) -> None:
    photo = encoded(noise(), format)
    hashes = {identity(photo[:length]) for length in range(len(photo))}
    assert len(hashes) >= len(photo) - 4  # without its last few bytes a PNG or WebP is complete
    assert identity(cut_short(photo)) not in (identity(photo), identity(cut_short(photo, 0.5)))


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\x30\0\0\0WEBP"]))
def test_any_bytes_have_an_identity(data: bytes, magic: bytes) -> None:
    assert len(identity(magic + data)) == IDENTITY_BYTES
    assert identity(magic + data) == identity(magic + data)


@settings(deadline=None)
@given(st.sampled_from(FORMATS), st.data())
def test_damage_anywhere_is_survived(format: str, data: st.DataObject) -> None:
    photo = bytearray(encoded(noise(24, 16), format))
    for at in data.draw(st.lists(st.integers(0, len(photo) - 1), max_size=5)):
        photo[at] = data.draw(st.integers(0, 255))
    assert len(identity(bytes(photo))) == IDENTITY_BYTES
