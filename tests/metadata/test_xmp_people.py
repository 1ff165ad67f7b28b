"""People in XMP: every spelling of RDF, all orientations, hostile packets; and nothing of others lost by writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.geometry import Box, Size
from photoface.domain.tags import tag_name
from photoface.domain.writing import NamedBox, Wanted
from photoface.metadata.region_places import Shape, parts_of, shown_place, stored_place
from photoface.metadata.xmp_people import people_in
from photoface.metadata.xmp_terms import IGNORED_FACE
from photoface.metadata.xmp_write import with_people

NS = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
    'xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" '
    'xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" '
    'xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/" '
    'xmlns:digiKam="http://www.digikam.org/ns/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:acdsee-rs="http://ns.acdsee.com/regions/" xmlns:acdsee-stArea="http://ns.acdsee.com/sType/Area#" '
    'xmlns:acdsee-stDim="http://ns.acdsee.com/sType/Dimensions#"'
)
SPELLINGS = {
    "attributes": (
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions stDim:w="400" stDim:h="300" '
        'stDim:unit="pixel"/><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="Anna" '
        'mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.3" stArea:y="0.5" stArea:w="0.2" stArea:h="0.4" '
        'stArea:unit="normalized"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>'
    ),
    "resources": (
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions rdf:parseType="Resource">'
        "<stDim:w>400</stDim:w><stDim:h>300</stDim:h><stDim:unit>pixel</stDim:unit></mwg-rs:AppliedToDimensions>"
        '<mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Area rdf:parseType="Resource">'
        "<stArea:x>0.3</stArea:x><stArea:y>0.5</stArea:y><stArea:w>0.2</stArea:w><stArea:h>0.4</stArea:h>"
        "<stArea:unit>normalized</stArea:unit></mwg-rs:Area><mwg-rs:Name>Anna</mwg-rs:Name>"
        "<mwg-rs:Type>Face</mwg-rs:Type></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    ),
    "descriptions": (
        "<mwg-rs:Regions><rdf:Description><mwg-rs:AppliedToDimensions><rdf:Description stDim:w='400' stDim:h='300'/>"
        "</mwg-rs:AppliedToDimensions><mwg-rs:RegionList><rdf:Seq><rdf:li><rdf:Description><mwg-rs:Area>"
        "<rdf:Description><stArea:x>0.3</stArea:x><stArea:y>0.5</stArea:y><stArea:w>0.2</stArea:w>"
        "<stArea:h>0.4</stArea:h></rdf:Description></mwg-rs:Area><mwg-rs:Name>Anna</mwg-rs:Name>"
        "</rdf:Description></rdf:li></rdf:Seq></mwg-rs:RegionList></rdf:Description></mwg-rs:Regions>"
    ),
    "Microsoft": (
        "<MP:RegionInfo><rdf:Description><MPRI:Regions><rdf:Bag><rdf:li><rdf:Description "
        'MPReg:Rectangle="0.2, 0.3, 0.2, 0.4" MPReg:PersonDisplayName="Anna"/></rdf:li></rdf:Bag></MPRI:Regions>'
        "</rdf:Description></MP:RegionInfo>"
    ),
    "ACDSee": (
        '<acdsee-rs:Regions rdf:parseType="Resource"><acdsee-rs:AppliedToDimensions acdsee-stDim:w="400" '
        'acdsee-stDim:h="300" acdsee-stDim:unit="pixel"/><acdsee-rs:RegionList><rdf:Bag>'
        '<rdf:li rdf:parseType="Resource"><acdsee-rs:DLYArea acdsee-stArea:x="0.3" acdsee-stArea:y="0.5" '
        'acdsee-stArea:w="0.2" acdsee-stArea:h="0.4"/><acdsee-rs:ALGArea acdsee-stArea:x="0.3" acdsee-stArea:y="0.3" '
        'acdsee-stArea:w="0.1" acdsee-stArea:h="0.1"/><acdsee-rs:Name>Anna</acdsee-rs:Name>'
        "<acdsee-rs:Type>Face</acdsee-rs:Type><acdsee-rs:NameAssignType>manual</acdsee-rs:NameAssignType></rdf:li>"
        "</rdf:Bag></acdsee-rs:RegionList></acdsee-rs:Regions>"
    ),
    "IPTC": (
        "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:RegionBoundary "
        "Iptc4xmpExt:rbShape='rectangle' Iptc4xmpExt:rbUnit='relative' Iptc4xmpExt:rbX='0.2' Iptc4xmpExt:rbY='0.3' "
        "Iptc4xmpExt:rbW='0.2' Iptc4xmpExt:rbH='0.4'/><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Anna</rdf:li>"
        "</rdf:Bag></Iptc4xmpExt:PersonInImage></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"
    ),
}
PLACE = Box(0.2, 0.3, 0.2, 0.4)
_LEVELS = "".join(
    f'<!ENTITY {name} "{below * 10}">'
    for name, below in zip("bcdefgh", ("&a;", "&b;", "&c;", "&d;", "&e;", "&f;", "&g;"), strict=True)
)
BOMB = f'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">{_LEVELS}]>'


def _packet(body: str, attributes: str = "", head: str = "") -> bytes:
    inside = f'<rdf:RDF {NS}><rdf:Description rdf:about="" {attributes}>{body}</rdf:Description></rdf:RDF>'
    return f'{head}<x:xmpmeta xmlns:x="adobe:ns:meta/">{inside}</x:xmpmeta>'.encode()


def _bag(name: str, *items: str, kind: str = "Bag") -> str:
    return f"<{name}><rdf:{kind}>{''.join(f'<rdf:li>{each}</rdf:li>' for each in items)}</rdf:{kind}></{name}>"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_region_in_every_spelling(spelling: str) -> None:
    [region] = people_in(_packet(SPELLINGS[spelling])).regions
    assert region.name == "Anna"
    assert region.box.iou(PLACE) > 0.999


def _iptc(inside: str, shape: str = "rectangle", unit: str = "relative") -> str:
    edge = "".join(f"<Iptc4xmpExt:rb{each}>0.2</Iptc4xmpExt:rb{each}>" for each in "XYWH")
    return (
        "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:RegionBoundary "
        f"rdf:parseType='Resource'><Iptc4xmpExt:rbShape>{shape}</Iptc4xmpExt:rbShape>"
        f"<Iptc4xmpExt:rbUnit>{unit}</Iptc4xmpExt:rbUnit>{edge}</Iptc4xmpExt:RegionBoundary>{inside}</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:ImageRegion>"
    )


_NAMED = "<Iptc4xmpExt:Name><rdf:Alt><rdf:li xml:lang='x-default'>Anna</rdf:li></rdf:Alt></Iptc4xmpExt:Name>"
_HUMAN = (
    "<Iptc4xmpExt:rCtype><rdf:Bag><rdf:li rdf:parseType='Resource'><xmp:Identifier><rdf:Bag>"
    "<rdf:li>http://cv.iptc.org/newscodes/imageregiontype/human</rdf:li></rdf:Bag></xmp:Identifier></rdf:li></rdf:Bag>"
    "</Iptc4xmpExt:rCtype>"
)


def test_the_name_of_a_region_of_iptc_may_be_that_of_a_thing() -> None:
    assert people_in(_packet(_iptc(_NAMED))).regions == ()
    assert [each.name for each in people_in(_packet(_iptc(_NAMED + _HUMAN))).regions] == ["Anna"]
    somebody = people_in(_packet(_iptc(_NAMED) + _bag("Iptc4xmpExt:PersonInImage", "Anna", "Ben")))
    assert ([each.name for each in somebody.regions], somebody.names) == (["Anna"], (("Ben", "PersonInImage"),))
    [region] = people_in(_packet(_iptc(_NAMED + _HUMAN, unit="pixel"))).regions
    assert region.pixels
    assert parts_of(Box(40, 30, 20, 30), Shape(Size(400, 300), 6)) == Box(0.1, 0.1, 0.05, 0.1)
    assert people_in(_packet(_iptc(_NAMED + _HUMAN, shape="polygon"))).regions == ()


def test_a_name_that_changed_is_read_where_it_is_believed() -> None:
    """The programs that changed it knew only one of the ways to write it."""
    for other in ("ACDSee", "IPTC"):
        renamed = SPELLINGS["attributes"].replace("Anna", "Anna Maria")
        assert [each.name for each in people_in(_packet(renamed + SPELLINGS[other])).regions] == ["Anna Maria"]


def test_mwg_is_believed_where_both_tell_of_somebody() -> None:
    turned = SPELLINGS["Microsoft"].replace("0.2, 0.3", "0.6, 0.1")
    [region] = people_in(_packet(SPELLINGS["attributes"] + turned)).regions
    assert region.box.iou(PLACE) > 0.999


def test_names_without_a_place() -> None:
    body = (
        _bag("Iptc4xmpExt:PersonInImage", "Anna", "Ben &amp; Co")
        + _bag("digiKam:TagsList", "People/Family/Carla", "Places/Rome", kind="Seq")
        + _bag("lr:hierarchicalSubject", "People|Dora", "Personen|Emil", "Tiere|Rex")
    )
    found = people_in(_packet(body, 'xmp:CreatorTool="digiKam-8.1.0"'))
    assert [name for name, _ in found.names] == ["Anna", "Ben & Co", "Carla", "Dora", "Emil"]
    assert found.tool == "digiKam"


def test_other_regions_and_ignored_faces_are_no_people() -> None:
    pet = SPELLINGS["attributes"].replace('"Face"', '"Pet"')
    nobody = SPELLINGS["Microsoft"].replace("Anna", "ffffffffffffffff")
    assert people_in(_packet(pet + nobody)).regions == ()


@pytest.mark.parametrize(
    "packet",
    [
        _packet("", head=BOMB).replace(b'about=""', b'about="&h;"'),
        _packet("&e;", head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        _packet("<a>" * 5_000 + "</a>" * 5_000),
        b"",
        b"\0" * 100,
        b"<x/>",
        _packet("<rdf:li/><rdf:Bag rdf:ID='1'/>"),
        _packet(SPELLINGS["attributes"])[:-40],
        b"<?xml version='1.0' encoding='no-such'?><x/>",
    ],
)
def test_hostile_packets_tell_nothing_and_say_why(packet: bytes) -> None:
    found = people_in(packet)
    assert found.regions == ()
    assert found.doubt


@pytest.mark.parametrize("value", ["nan", "inf", "1e300", "-1e9", "", "x"])
def test_numbers_that_no_box_has(value: str) -> None:
    assert people_in(_packet(SPELLINGS["attributes"].replace('"0.3"', f'"{value}"'))).regions == ()


boxes = st.builds(
    lambda x, y, w, h: Box(x * (1 - w), y * (1 - h), w, h),
    st.floats(0, 1), st.floats(0, 1), st.floats(0.05, 0.5), st.floats(0.05, 0.5),
)  # fmt: skip
orientations = st.integers(1, 8)


@given(boxes, orientations, st.sampled_from([Size(400, 300), Size(300, 400), Size(7, 5)]))
def test_a_place_survives_the_way_through_the_file(box: Box, orientation: int, stored: Size) -> None:
    shape = Shape(stored, orientation)
    back = shown_place(stored_place(box, shape), shape, (float(stored.width), float(stored.height)))
    assert back is not None
    assert back.iou(box) > 0.999


@pytest.mark.parametrize(
    ("orientation", "stored"),
    [(6, Box(0.3, 0.6, 0.4, 0.2)), (8, Box(0.3, 0.2, 0.4, 0.2)), (1, Box(0.2, 0.3, 0.2, 0.4))],
)
def test_stored_places_by_hand(orientation: int, stored: Box) -> None:
    shown = Box(0.2, 0.3, 0.2, 0.4)
    assert stored_place(shown, Shape(Size(400, 300), orientation)).iou(stored) > 0.999


def test_dimensions_tell_when_a_box_was_drawn_on_another_form_of_the_picture() -> None:
    turned, upright = Shape(Size(400, 300), 6), Shape(Size(400, 300), 1)
    drawn_upright = shown_place(PLACE, turned, (300.0, 400.0))
    assert drawn_upright is not None
    assert drawn_upright.iou(PLACE) > 0.999
    assert shown_place(PLACE, upright, (300.0, 400.0)) is None, "turned since, who knows which way"
    assert shown_place(PLACE, upright, (400.0, 400.0)) is None, "cut since"
    assert shown_place(PLACE, upright, (200.0, 150.0)) is not None, "a small copy"
    assert shown_place(Box(1.2, 0.1, 0.2, 0.2), upright, None) is None


# Hypothesis also tries texts that it finds in the program: Picasa's mark of a face that nobody knows is no name.
names = st.text(min_size=1, max_size=30).map(tag_name).filter(lambda name: name and name.casefold() != IGNORED_FACE)


@given(
    st.lists(st.tuples(names, boxes), max_size=4, unique_by=lambda each: each[0].casefold()),
    orientations,
    st.booleans(),
)
def test_what_is_written_is_read_and_written_once(
    people: list[tuple[str, Box]], orientation: int, keywords: bool
) -> None:
    shape = Shape(Size(400, 300), orientation)
    far = [each for at, each in enumerate(people) if all(each[1].iou(other) < 0.3 for _, other in people[:at])]
    wanted = Wanted(tuple(NamedBox(*each) for each in far), keywords, "{}")
    packet = with_people(None, wanted, shape)
    assert packet is not None
    assert with_people(packet, wanted, shape) == packet
    read = people_in(packet)
    assert [region.name for region in read.regions] == [name for name, _ in far]
    for region, (_, box) in zip(read.regions, far, strict=True):
        shown = shown_place(region.box, shape, read.applied_to)
        assert shown is not None
        assert shown.iou(box) > 0.99
    assert with_people(packet, Wanted((), record=None), shape) is None, "nothing is left"


@pytest.mark.parametrize("spelling", ["attributes", "resources", "descriptions"])
def test_what_others_wrote_stays_in_every_spelling(spelling: str) -> None:
    shape = Shape(Size(400, 300), 1)
    wanted = Wanted((NamedBox("Ben", Box(0.6, 0.6, 0.2, 0.2)),), record="{}")
    packet = with_people(_packet(SPELLINGS[spelling]), wanted, shape)
    assert packet is not None
    assert {region.name for region in people_in(packet).regions} == {"Anna", "Ben"}
    gone = with_people(packet, Wanted((), record=None), shape)
    assert gone is not None
    assert [region.name for region in people_in(gone).regions] == ["Anna"]


def test_ours_takes_the_place_of_another_name_there() -> None:
    wanted = Wanted((NamedBox("Ben", Box(0.21, 0.31, 0.2, 0.4)),))
    packet = with_people(_packet(SPELLINGS["attributes"] + SPELLINGS["Microsoft"]), wanted, Shape(Size(400, 300), 1))
    assert packet is not None
    assert [region.name for region in people_in(packet).regions] == ["Ben"]


@pytest.mark.parametrize("written", ["0.2, 0.3", "0.2", "0.2, 0.3, 0.2", "0.2, 0.3, 0.2, 0.4, 0.5"])
def test_a_box_of_other_than_four_numbers_is_none(written: str) -> None:
    told = people_in(_packet(SPELLINGS["Microsoft"].replace("0.2, 0.3, 0.2, 0.4", written)))
    assert told.regions == ()
