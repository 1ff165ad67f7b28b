"""Who is believed first, with real files: camera, sidecar, packet, name, Google, last change; and hostile notes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from photoface.domain.dates import DateSource, Taken
from photoface.vision.headers import open_photo
from photoface.worker.dating import taken_of
from photoface.worker.neighbours import names_in
from tests.builders import encoded, exif_block, quarters
from tests.metadata.test_other_dates import packet, with_iptc

NAME = "IMG_20180102_030405.jpg"
SIDECAR, PACKET = (packet(attributes=f"photoshop:DateCreated='{year}'") for year in (1981, 1982))
BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&c;&f;</a>"""


def taken(folder: Path, name: str, data: bytes) -> Taken | None:
    path = folder / name
    path.write_bytes(data)
    names_in.cache_clear()
    return taken_of(open_photo(os.fsencode(path), data), data)


def test_the_order(tmp_path: Path) -> None:
    changed = exif_block(changed="2021:01:01 00:00:00")
    shot = exif_block(taken="2019:08:03 12:13:14", changed="2021:01:01 00:00:00")
    with_packet = encoded(quarters(), xmp=PACKET, exif=changed)
    plain = encoded(quarters(), exif=changed)
    (tmp_path / f"{NAME}.supplemental-metadata.json").write_text(json.dumps({"photoTakenTime": {"timestamp": "1"}}))
    (tmp_path / "b.jpg.json").write_text(json.dumps({"photoTakenTime": {"timestamp": "1500000000"}}))
    (tmp_path / "a.xmp").write_bytes(SIDECAR)
    sources = [
        taken(tmp_path, "a.jpg", encoded(quarters(), exif=shot, xmp=PACKET)),
        taken(tmp_path, "a.jpg", with_packet),
        taken(tmp_path, NAME, with_packet),
        taken(tmp_path, NAME, with_iptc({55: b"19830715"})),
        taken(tmp_path, NAME, plain),
        taken(tmp_path, "b.jpg", plain),
        taken(tmp_path, "c.jpg", plain),
        taken(tmp_path, "c.jpg", encoded(quarters())),
    ]
    assert [each and (each.when[:4], each.source) for each in sources] == [
        ("2019", DateSource.EXIF),
        ("1981", DateSource.SIDECAR),
        ("1982", DateSource.XMP),
        ("1983", DateSource.XMP),
        ("2018", DateSource.NAME),
        ("2017", DateSource.TAKEOUT),
        ("2021", DateSource.CHANGED),
        None,
    ]


@pytest.mark.parametrize("hostile", [BOMB, b"<a>" * 100_000, b"\0" * 1000, os.urandom(1000), b"{" * 100_000])
def test_hostile_notes_are_silence(hostile: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xmp").write_bytes(hostile)
    (tmp_path / "a.jpg.json").write_bytes(hostile)
    assert taken(tmp_path, "a.jpg", encoded(quarters(), xmp=hostile[:60_000])) is None
