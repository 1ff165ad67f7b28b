"""The XMP packet of a file, whatever holds it; exiftool, where it is installed, writes some of them."""

from __future__ import annotations

import shutil
import struct
import subprocess
import zlib
from functools import cache
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import PngImagePlugin

from photoface.metadata.packets import MOST_BYTES, extended_packet, xmp_packet
from tests.builders import cut_short, encoded, noise, quarters

PACKET = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>Zoë 李小龍</x:xmpmeta>".encode()
FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"]
JXL = b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0\0\0\x14ftypjxl \0\0\0\0jxl "


@cache
def holding(format: str, packet: bytes = PACKET) -> bytes:
    if format == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        return encoded(quarters(), format, pnginfo=info)
    if format == "TIFF":
        return encoded(quarters(), format, tiffinfo={700: packet})
    return encoded(quarters(), format, xmp=packet)


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


@pytest.mark.parametrize("format", FORMATS)
def test_the_packet_as_it_was_written(format: str) -> None:
    assert xmp_packet(holding(format)) == PACKET


@pytest.mark.parametrize("format", [*FORMATS, "GIF", "BMP", "PPM"])
def test_a_file_without_a_packet_has_none(format: str) -> None:
    assert xmp_packet(encoded(quarters(), format)) is None


def test_a_packed_packet_of_a_png() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PACKET.decode(), zip=True)
    assert xmp_packet(encoded(quarters(), "PNG", pnginfo=info)) == PACKET


def test_a_packet_behind_the_pixels_of_a_png() -> None:
    photo = encoded(quarters(), "PNG")
    body = b"iTXtXML:com.adobe.xmp\0\0\0\0\0" + PACKET
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert xmp_packet(photo[:-12] + chunk + photo[-12:]) == PACKET


def test_jpeg_xl_plain_and_squeezed() -> None:
    assert xmp_packet(JXL + box(b"xml ", PACKET)) == PACKET
    assert xmp_packet(JXL + box(b"brob", b"xml " + brotli.compress(PACKET))) == PACKET


def test_a_bomb_in_a_small_box_is_no_packet() -> None:
    bomb = brotli.compress(bytes(4 * MOST_BYTES))
    assert xmp_packet(JXL + box(b"brob", b"xml " + bomb)) is None
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", " " * (2 * MOST_BYTES), zip=True)
    assert xmp_packet(encoded(quarters(), "PNG", pnginfo=info)) is None


def test_what_does_not_fit_into_one_segment() -> None:
    piece = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">I", 10)
    second, first = (piece + struct.pack(">I", at) + text for at, text in ((5, b"world"), (0, b"hello")))
    photo = encoded(quarters())
    extended = b"".join(b"\xff\xe1" + struct.pack(">H", len(each) + 2) + each for each in (second, first))
    assert extended_packet(photo[:2] + extended + photo[2:]) == b"helloworld"
    assert extended_packet(photo) is None


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize("format", [*FORMATS, "GIF"])
def test_what_exiftool_wrote(format: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{'heic' if format == 'HEIF' else format.lower()}"
    file.write_bytes(encoded(quarters(), format))
    subprocess.run(["exiftool", "-q", "-XMP-dc:Title=Zoë", str(file)], check=True)
    found = xmp_packet(file.read_bytes())
    assert found is not None
    assert found.strip().endswith((b"<?xpacket end='w'?>", b"<?xpacket end='r'?>"))
    assert "Zoë".encode() in found


@given(st.sampled_from(FORMATS), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_damage_never_fails(format: str, random: object) -> None:
    data = bytearray(holding(format))
    for _ in range(10):
        data[random.randrange(len(data))] = random.randrange(256)  # type: ignore[attr-defined]
    found = xmp_packet(bytes(data))
    assert found is None or len(found) <= MOST_BYTES
    xmp_packet(cut_short(bytes(data), random.random()))  # type: ignore[attr-defined]


def test_noise_is_no_container() -> None:
    for magic in (
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF",
        b"II*\0",
        b"MM\0*",
        b"\0\0\0\x18ftypheic",
        JXL,
        b"GIF89a",
    ):
        assert xmp_packet(magic + noise().tobytes()) is None
        assert xmp_packet(magic) is None
