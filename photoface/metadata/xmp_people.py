"""The people that an XMP packet tells of: regions with names, and names without a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from photoface.domain.geometry import Box
from photoface.domain.tags import same_name, tag_name
from photoface.metadata.safe_xml import BadXml
from photoface.metadata.xmp_graph import XmpGraph
from photoface.metadata.xmp_terms import (
    AREA,
    DIGIKAM,
    DIM,
    IGNORED_FACE,
    IPTC_EXT,
    LIGHTROOM,
    MP,
    MPREG,
    MPRI,
    MWG,
    OWN,
    PEOPLE,
    XMP,
)

MOST_REGIONS = 1_000
"""In one photo; more were made to be slow."""

_TOOLS = (
    "digiKam",
    "Picasa",
    "Lightroom",
    "Photoshop",
    "osxphotos",
    "Tag That Photo",
    "ACDSee",
    "Mylio",
)


@dataclass(frozen=True, slots=True)
class Region:
    """A named box as it is written: parts of the picture as it is stored, left, top, width, height."""

    name: str
    box: Box
    origin: str


@dataclass(frozen=True, slots=True)
class XmpPeople:
    """applied_to: width and height that the regions were drawn on, pixels; names: those without a box."""

    regions: tuple[Region, ...] = ()
    applied_to: tuple[float, float] | None = None
    names: tuple[tuple[str, str], ...] = ()
    records: tuple[str, ...] = ()
    tool: str = ""
    doubt: str = ""


def people_in(packet: bytes) -> XmpPeople:
    """What a packet tells; a packet that cannot be read tells nothing, and why."""
    try:
        graph = XmpGraph(packet)
    except BadXml as error:
        return XmpPeople(doubt=str(error))
    regions = _joined(list(_mwg(graph)), list(_microsoft(graph)))
    return XmpPeople(
        tuple(regions),
        _applied_to(graph),
        tuple(_elsewhere(_names(graph), regions)),
        tuple(graph.texts(OWN, "Record")),
        _tool(graph),
    )


def _mwg(graph: XmpGraph) -> Iterator[Region]:
    for regions in graph.values(MWG, "Regions"):
        listed = graph.part(regions, MWG, "RegionList")
        for region in [] if listed is None else list(graph.items(listed))[:MOST_REGIONS]:
            area, kind = graph.part(region, MWG, "Area"), graph.text(region, MWG, "Type")
            name = tag_name(graph.text(region, MWG, "Name"))
            if area is None or not name or kind.casefold() not in ("face", ""):
                continue
            numbers = _numbers([graph.text(area, AREA, each) for each in "xywh"])
            if numbers is not None and graph.text(area, AREA, "unit").casefold() != "pixel":
                x, y, width, height = numbers
                yield Region(name, Box(x - width / 2, y - height / 2, width, height), "MWG region")


def _microsoft(graph: XmpGraph) -> Iterator[Region]:
    for info in graph.values(MP, "RegionInfo"):
        listed = graph.part(info, MPRI, "Regions")
        for region in [] if listed is None else list(graph.items(listed))[:MOST_REGIONS]:
            name = tag_name(graph.text(region, MPREG, "PersonDisplayName"))
            numbers = _numbers(graph.text(region, MPREG, "Rectangle").split(","))
            if name and numbers is not None:
                yield Region(name, Box(*numbers), "Microsoft region")


def _joined(mwg: list[Region], microsoft: list[Region]) -> list[Region]:
    """Programs write the same people both ways, and turn only one of them along with the photo: MWG is believed."""
    known = {same_name(region.name) for region in mwg}
    found = mwg + [region for region in microsoft if same_name(region.name) not in known]
    return [region for region in found if region.name.casefold() != IGNORED_FACE]


def _names(graph: XmpGraph) -> Iterator[tuple[str, str]]:
    yield from ((name, "PersonInImage") for name in graph.texts(IPTC_EXT, "PersonInImage"))
    for uri, name, between in ((DIGIKAM, "TagsList", "/"), (LIGHTROOM, "hierarchicalSubject", "|")):
        for keyword in graph.texts(uri, name):
            head, _, tail = keyword.partition(between)
            if tail and head.strip().casefold() in PEOPLE:
                yield tail.rpartition(between)[2], "keyword"
    # A region without a box of its own (MWG allows it) still says who is there.
    for regions in graph.values(MP, "RegionInfo"):
        listed = graph.part(regions, MPRI, "Regions")
        for region in [] if listed is None else list(graph.items(listed))[:MOST_REGIONS]:
            if not graph.text(region, MPREG, "Rectangle"):
                yield graph.text(region, MPREG, "PersonDisplayName"), "Microsoft region"


def _elsewhere(names: Iterator[tuple[str, str]], regions: list[Region]) -> Iterator[tuple[str, str]]:
    """Each name once, and none that has a box."""
    known = {same_name(region.name) for region in regions}
    for text, origin in names:
        name = tag_name(text)
        if name and name.casefold() != IGNORED_FACE and same_name(name) not in known:
            known.add(same_name(name))
            yield name, origin


def _applied_to(graph: XmpGraph) -> tuple[float, float] | None:
    for regions in graph.values(MWG, "Regions"):
        told = graph.part(regions, MWG, "AppliedToDimensions")
        numbers = None if told is None else _numbers([graph.text(told, DIM, each) for each in "wh"])
        if numbers is not None and min(numbers) > 0:
            return numbers[0], numbers[1]
    return None


def _tool(graph: XmpGraph) -> str:
    told = " ".join([graph.toolkit, *graph.texts(XMP, "CreatorTool")]).casefold()
    if graph.has(OWN):
        return "photoface"
    if graph.has(DIGIKAM):
        return "digiKam"
    return next((tool for tool in _TOOLS if tool.casefold() in told), "")


def _numbers(texts: list[str]) -> tuple[float, ...] | None:
    """All of them, or None where one is no number that a box can have."""
    try:
        found = tuple(float(text.strip().replace(",", ".")) for text in texts)
    except ValueError:
        return None
    return found if all(-10 < each < 1e6 for each in found) and len(found) in (2, 4) else None
