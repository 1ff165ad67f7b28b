"""The film of a live photo is known by what it tells, whatever it is called."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from photoface.metadata.live_photos import film_identifier, photo_identifier
from photoface.vision.headers import open_photo
from photoface.worker.live_films import live_film_bytes
from photoface.worker.neighbours import names_in
from tests.builders import encoded, noise

ID = "2A5D1A5B-4C1E-4B0E-9E5D-6F1B1B6E7C11"
OTHER = "00000000-0000-0000-0000-000000000000"


def live_photo(identifier: str = ID, format: str = "JPEG") -> bytes:
    """As an iPhone writes it, with the note of its maker."""
    text = identifier.encode() + b"\0"
    note = b"Apple iOS\0\0\1MM" + struct.pack(">HHHIII", 1, 0x0011, 2, len(text), 32, 0) + text
    exif = Image.Exif()
    exif[271] = "Apple"
    exif.get_ifd(0x8769)[0x927C] = note
    return encoded(noise(), format, exif=exif.tobytes())


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def live_film(identifier: str = ID, *, mp4: bool = False) -> bytes:
    """A QuickTime film of which only the index is one; in an MP4 the box 'meta' begins with a version."""
    names = (b"com.apple.quicktime.make", b"com.apple.quicktime.content.identifier")
    keys = box(b"keys", struct.pack(">II", 0, len(names)) + b"".join(box(b"mdta", name) for name in names))
    data = [box(b"data", struct.pack(">II", 1, 0) + text) for text in (b"Apple", identifier.encode())]
    items = box(b"ilst", b"".join(box(struct.pack(">I", at), each) for at, each in enumerate(data, 1)))
    handler = box(b"hdlr", bytes(8) + b"mdta" + bytes(13))
    meta = box(b"meta", (bytes(4) if mp4 else b"") + handler + keys + items)
    head = box(b"ftyp", b"isom" if mp4 else b"qt  " + bytes(4))
    return head + box(b"wide", b"") + box(b"mdat", bytes(3000)) + box(b"moov", box(b"mvhd", bytes(100)) + meta)


@pytest.mark.parametrize("format", ["JPEG", "HEIF"])
def test_both_tell_it(format: str) -> None:
    assert photo_identifier(open_photo(b"a", live_photo(format=format)).exif) == ID.encode()
    for mp4 in (False, True):
        assert film_identifier(BytesIO(live_film(mp4=mp4))) == ID.encode()
    assert photo_identifier(open_photo(b"a", encoded(noise())).exif) is None
    assert film_identifier(BytesIO(b"")) is film_identifier(BytesIO(box(b"moov", b""))) is None


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize(("name", "data"), [("a.jpg", live_photo()), ("a.mov", live_film())])
def test_exiftool_reads_it_too(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    asked = [
        "exiftool",
        "-j",
        "-ContentIdentifier",
        "-MediaGroupUUID",
        tmp_path / name,
    ]  # its name in photos since 12.19
    [told] = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    assert ID in told.values()


def test_a_film_of_another_name_goes_with_its_photo(tmp_path: Path) -> None:
    names_in.cache_clear()
    film = live_film()
    (tmp_path / "2019-08-03 12.13.14.mov").write_bytes(film)
    (tmp_path / "other.MOV").write_bytes(live_film(OTHER))
    (tmp_path / "broken.mov").write_bytes(film[:-90])
    (tmp_path / "folder.mov").mkdir()
    path = os.fsencode(tmp_path / "IMG_0001.JPG")
    assert live_film_bytes(open_photo(path, live_photo())) == len(film)
    assert live_film_bytes(open_photo(path, live_photo("11111111-0000-0000-0000-000000000000"))) == 0
    assert live_film_bytes(open_photo(path, encoded(noise()))) == 0
    (tmp_path / "img_0001.mov").write_bytes(b"the scan knows that it goes with the photo")
    names_in.cache_clear()
    assert live_film_bytes(open_photo(path, live_photo())) == 0


@given(st.integers(0, 3500), st.binary(min_size=1, max_size=6))
def test_damage_never_fails(at: int, damage: bytes) -> None:
    film = live_film()
    film_identifier(BytesIO(film[:at] + damage + film[at + len(damage) :]))
    film_identifier(BytesIO(film[:at]))
