"""Dates that are not in the EXIF block: XMP in every spelling, names of files, Google's JSON."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.dates import DateSource, Taken
from photoface.metadata import iptc_dates
from photoface.metadata.bits import big
from photoface.metadata.films import film_bytes
from photoface.metadata.iptc_dates import told_in_iptc
from photoface.metadata.name_dates import told_by
from photoface.metadata.pixel_stream import identity
from photoface.metadata.takeout_dates import told_in_json
from photoface.metadata.xmp_dates import read_date, told_in
from tests import motion_photos
from tests.builders import encoded, noise, quarters

PHOTOS = Path(__file__).parents[3] / "shared" / "photos" / "formats"
XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{}</rdf:RDF></x:xmpmeta>"
NAMES = "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/'"


def packet(inside: str = "", attributes: str = "") -> bytes:
    return XMP.format(f"<rdf:Description rdf:about='' {NAMES} {attributes}>{inside}</rdf:Description>").encode()


@pytest.mark.parametrize(
    "written",
    [
        packet(attributes="exif:DateTimeOriginal='1983-07-15T12:13:14'"),
        packet("<exif:DateTimeOriginal>1983-07-15T12:13:14</exif:DateTimeOriginal>"),
        packet(
            "<exif:DateTimeOriginal><rdf:Seq><rdf:li>1983-07-15T12:13:14</rdf:li></rdf:Seq></exif:DateTimeOriginal>"
        ),
        b"\0\0\n" + packet(attributes="exif:DateTimeOriginal='1983-07-15T12:13:14'") + b"   \0",
        packet(attributes="exif:DateTimeOriginal='1983-07-15T12:13:14'").decode().encode("utf-16"),
    ],
)
def test_every_spelling(written: bytes) -> None:
    assert told_in(written) == ("1983-07-15T12:13:14", None)


def test_when_it_was_made_comes_before_when_it_was_scanned() -> None:
    both = packet(attributes="xmp:CreateDate='2011-01-02T03:04:05+01:00' photoshop:DateCreated='1983'")
    assert told_in(both) == ("1983", None)
    assert told_in(packet(attributes="xmp:CreateDate='2011-01-02T03:04:05+01:00'")) == ("2011-01-02T03:04:05", "+01:00")


@pytest.mark.parametrize("hostile", [b"", b"<a", packet(), b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + packet("&a;"), b"<a/>"])
def test_what_tells_nothing_is_silence(hostile: bytes) -> None:
    assert told_in(hostile) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1983", ("1983", None)),
        ("1983-07", ("1983-07", None)),
        ("1983-07-15T12:13Z", ("1983-07-15T12:13:00", "+00:00")),
        ("2020:01:02 03:04:05-0730", ("2020-01-02T03:04:05", "-07:30")),
        ("2020-01-02T03:04:05.123+02:00", ("2020-01-02T03:04:05", "+02:00")),
        ("2020-02-30", None),
        ("0000-00-00T00:00:00", None),
        ("summer", None),
    ],
)
def test_dates_as_they_are_written(text: str, expected: object) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("name", "when", "offset"),
    [
        ("IMG_20190803_121314.jpg", "2019-08-03T12:13:14", None),
        ("20190803_121314.heic", "2019-08-03T12:13:14", None),
        ("PXL_20190803_121314123.MP.jpg", "2019-08-03T12:13:14", "+00:00"),
        ("IMG-20190803-WA0001.jpg", "2019-08-03", None),
        ("2019-08-03 12.13.14-1.jpg", "2019-08-03T12:13:14", None),
        ("Screenshot_2019-08-03-12-13-14-123_app.png", "2019-08-03T12:13:14", None),
        ("signal-2019-08-03-121314.jpg", "2019-08-03T12:13:14", None),
        ("Photo 2019-08-03 at 12.13.14.jpg", "2019-08-03T12:13:14", None),
        ("WhatsApp Image 2019-08-03 at 12.13.14.jpeg", "2019-08-03T12:13:14", None),
        ("scan 1983-07-15.tif", "1983-07-15", None),
        ("FB_IMG_1564834394123.jpg", "2019-08-03T12:13:14", "+00:00"),
        ("1564834394123.jpg", "2019-08-03T12:13:14", "+00:00"),
    ],
)
def test_names(name: str, when: str, offset: str | None) -> None:
    assert told_by(b"/20010101/" + name.encode()) == Taken(when, DateSource.NAME, offset)


@pytest.mark.parametrize(
    "name",
    ["IMG_1234.jpg", "20191303_1.jpg", "2019.jpg", "DSC20190231.jpg", "120190803.jpg", "20990101.jpg", "\udcff.jpg"],
)
def test_names_that_tell_nothing(name: str) -> None:
    assert told_by(name.encode("utf-8", "surrogateescape")) is None


@given(st.binary(max_size=60))
def test_any_name_is_read(name: bytes) -> None:
    found = told_by(name)
    assert found is None or read_date(found.when) is not None


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_iptc_as_exiftool_writes_it(format: str, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(encoded(quarters(), format))
    told = ["-IPTC:Headline=" + "x" * 99, "-IPTC:DateCreated=1983:07:15", "-IPTC:TimeCreated=14:30:00+02:00"]
    subprocess.run(["exiftool", "-q", *told, file], check=True)
    assert told_in_iptc(file.read_bytes()) == ("1983-07-15T14:30:00", "+02:00")


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ({55: b"19830700"}, ("1983-07", None)),
        ({55: b"19830000", 60: b"143000+0000"}, ("1983", None)),
        ({55: b"19830715", 60: b"143000"}, ("1983-07-15T14:30:00", None)),
        ({55: b"19830715", 60: b"nonsense"}, ("1983-07-15", None)),
        ({55: b"nonsense", 62: b"20010203"}, ("2001-02-03", None)),
        ({60: b"143000+0000"}, None),
        ({55: b"00000000"}, None),
        ({55: b"19831315"}, None),
    ],
)
def test_iptc_dates(sets: dict[int, bytes], expected: object) -> None:
    assert told_in_iptc(with_iptc(sets)) == expected


def with_iptc(sets: dict[int, bytes]) -> bytes:
    record = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text for number, text in sets.items())
    resource = b"8BIM" + struct.pack(">HBB", 0x0404, 0, 0) + struct.pack(">I", len(record)) + record
    segment = b"Photoshop 3.0\0" + resource
    photo = encoded(quarters())
    return photo[:2] + b"\xff\xed" + struct.pack(">H", 2 + len(segment)) + segment + photo[2:]


@given(st.integers(0, 100), st.binary(min_size=1, max_size=8))
def test_damaged_iptc_never_fails(at: int, damage: bytes) -> None:
    data = with_iptc({55: b"19830715", 60: b"143000"})
    told_in_iptc(data[:at] + damage + data[at + len(damage) :])
    told_in_iptc(data[:at])


def test_google_s_json() -> None:
    told = json.dumps({"title": "a.jpg", "photoTakenTime": {"timestamp": "1564834394"}}).encode()
    assert told_in_json(told) == Taken("2019-08-03T12:13:14", DateSource.TAKEOUT, "+00:00")
    for nothing in (
        b"",
        b"[]",
        b"{}",
        b'{"photoTakenTime": {"timestamp": "x"}}',
        b'{"photoTakenTime": {"timestamp": 0}}',
    ):
        assert told_in_json(nothing) is None


def test_the_film_of_a_motion_photo() -> None:
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(5000)
    photo = encoded(noise())
    assert film_bytes(photo + film) == len(film)
    for phone in motion_photos.PHONES:
        made = phone(noise())
        assert film_bytes(made) >= len(motion_photos.film())
        assert identity(made) == identity(photo)
    assert film_bytes(photo) == film_bytes(encoded(quarters(), "PNG") + film) == film_bytes(b"\0\0\0\x18ftyp") == 0
    samsung = PHOTOS / "immich-test-assets/formats/motionphoto/samsung-one-ui-6.heic"
    if samsung.exists():
        assert film_bytes(samsung.read_bytes()) > 100_000


def test_an_iptc_record_that_many_directories_tell_of_is_read_once(monkeypatch) -> None:
    blob, many = b"\x1c\x01\x00\x00\x00" * 1000, 500
    place = 8 + 18 * many
    entries = (
        struct.pack("<HHHIII", 1, 33723, 7, len(blob) - 5 * (at % 2), place, 8 + 18 * (at + 1) if at + 1 < many else 0)
        for at in range(many)
    )
    data = b"II*\0" + struct.pack("<I", 8) + b"".join(entries) + blob
    seen = list[int]()
    monkeypatch.setattr(iptc_dates, "big", lambda *place: seen.append(1) or big(*place))
    told_in_iptc(data)
    assert len(seen) < 2 * 1000 + 10
