"""Picasa's and Google's files."""

from __future__ import annotations

import json

import pytest

from photoface.metadata.picasa import PicasaFolder, read_contacts
from photoface.metadata.safe_xml import BadXml
from photoface.metadata.takeout import find_json, people_of
from photoface.metadata.takeout_dates import beginning

INI = """[Picasa]
name=Summer
[IMG_1.jpg]
faces=rect64(3f845bcb59418507),8e62b2035b74b477;rect64(100020003000),1;rect64(0000000080008000),ffffffffffffffff
[IMG_2.JPG]
rotate=rotate(1)
faces=rect64(nonsense),8e62b2035b74b477
[Contacts2]
8e62b2035b74b477=Zoë 100%;;
0000000000000001=Ben: the elder;ben@example.com;
"""


def test_picasa() -> None:
    [zoe, ben] = PicasaFolder(INI, {}).tags("img_1.JPG")
    assert (zoe.name, ben.name) == ("Zoë 100%", "Ben: the elder")
    assert zoe.box is not None
    box = zoe.box
    assert (box.x, box.y, box.x + box.width, box.y + box.height) == pytest.approx(
        (0.248, 0.359, 0.349, 0.520), abs=1e-3
    )
    assert ben.box is not None
    assert ben.box.x == 0.0, "zeros at the front are left out"
    assert list(PicasaFolder(INI, {}).tags("IMG_2.JPG")) == []


def test_picasa_with_names_elsewhere() -> None:
    contacts = read_contacts(b'<contacts><contact id="8e62b2035b74b477" name="Anna"/><contact id="x"/></contacts>')
    ini = INI.partition("[Contacts2]")[0]
    assert [tag.name for tag in PicasaFolder(ini, contacts).tags("IMG_1.jpg")] == ["Anna"]
    with pytest.raises(BadXml, match="DOCTYPE"):
        read_contacts(b'<!DOCTYPE contacts [<!ENTITY e "x">]><contacts/>')


@pytest.mark.parametrize(
    ("photo", "there"),
    [
        ("IMG_1.jpg", "IMG_1.jpg.supplemental-metadata.json"),
        ("IMG_1.jpg", "IMG_1.jpg.json"),
        ("IMG_1-edited.jpg", "IMG_1.jpg.supplemental-metadata.json"),
        ("IMG_1(2).jpg", "IMG_1.jpg.supplemental-metadata(2).json"),
        ("IMG_20190803_121314_LONG_NAME.jpg", "IMG_20190803_121314_LONG_NAME.jpg.supplement.json"),
        (
            "a_very_long_name_that_goes_on_and_on_and_on_and_on.jpg",
            "a_very_long_name_that_goes_on_and_on_and_on_an.json",
        ),
        ("IMG_1.jpg", None),
        ("IMG_1(2).jpg", "IMG_1.jpg(2).json"),
        ("IMG_1(2).jpg", "IMG_1(2).jpg.json"),
        ("IMG_1-edited(2).jpg", "IMG_1.jpg.supplemental-metadata(2).json"),
        ("IMG_1-bearbeitet.jpg", "IMG_1.jpg.json"),
        ("IMG_1-modifie\u0301.jpg", "IMG_1.jpg.json"),
        ("IMG_1.jpg", "IMG_1.jpg.s.json"),
        ("IMG_1.jpg", "IMG_1.jpg..json"),
        ("IMG_1(2).jpg", "IMG_1.jpg.suppl(2).json"),
        ("IMG_1.jpg", "IMG_1.json"),
        ("Screenshot_20190803-121314_Photos-edited.jpg", "Screenshot_20190803-121314_Photos.jpg.supplem.json"),
        (
            "a_very_long_name_that_goes_on_and_on_and_on_and-edi.jpg",
            "a_very_long_name_that_goes_on_and_on_and_on_an.json",
        ),
        ("IMG_1(2).jpg", None),
    ],
)
def test_takeout_finds_the_json(photo: str, there: str | None) -> None:
    others = ["IMG_10.jpg.supplemental-metadata.json", "IMG_2.jpg.json", "metadata.json", "IMG_1.png.json"]
    others += ["IMG_1.jpg.supplemental-metadata(3).json", "IMG_1.jpg(3).json"]
    assert find_json(photo, [*others, *([there] if there else [])]) == there
    assert there is None or beginning(there.encode()) == beginning(photo.encode()), "else it is never looked at"


def test_takeout_people() -> None:
    assert [
        tag.name for tag in people_of(json.dumps({"people": [{"name": "Ann"}, {"name": " Ann "}, {}]}).encode())
    ] == ["Ann"]
    for odd in (b"", b"[]", b'{"people": 7}', b'{"people": [7, {"name": 7}]}', b"[" * 100_000):
        assert people_of(odd) == []
