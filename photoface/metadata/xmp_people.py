"""The people that an XMP packet tells of: regions with names, and names without a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from photoface.domain.tags import same_name, tag_name
from photoface.metadata import xmp_regions
from photoface.metadata.safe_xml import BadXml
from photoface.metadata.xmp_graph import XmpGraph
from photoface.metadata.xmp_regions import Region, as_numbers
from photoface.metadata.xmp_terms import (
    ACDSEE,
    ACDSEE_DIM,
    DIGIKAM,
    DIM,
    IGNORED_FACE,
    IPTC_EXT,
    LIGHTROOM,
    MWG,
    OWN,
    PEOPLE,
    XMP,
)

SAME_PLACE = 0.5
"""Intersection over union from which two boxes are one face, as in store.face_matching."""

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
    regions = _regions(graph)
    return XmpPeople(
        tuple(regions),
        _applied_to(graph),
        tuple(_elsewhere(_names(graph), regions)),
        tuple(graph.texts(OWN, "Record")),
        _tool(graph),
    )


def _regions(graph: XmpGraph) -> list[Region]:
    """Programs write the same people in several ways, and keep only one of them true: MWG is believed, then Microsoft.

    Of the others also a box in the place of one that is believed counts no more: names change, too.
    """
    found = list(xmp_regions.mwg(graph))
    known = {same_name(region.name) for region in found}
    found += [region for region in xmp_regions.microsoft(graph) if same_name(region.name) not in known]
    for reader in (xmp_regions.acdsee, xmp_regions.iptc):
        known = {same_name(region.name) for region in found}
        believed = [region.box for region in found]
        found += [
            region
            for region in reader(graph)
            if same_name(region.name) not in known and all(region.box.iou(box) < SAME_PLACE for box in believed)
        ]
    return [region for region in found if region.name.casefold() != IGNORED_FACE]


def _names(graph: XmpGraph) -> Iterator[tuple[str, str]]:
    yield from ((name, "PersonInImage") for name in graph.texts(IPTC_EXT, "PersonInImage"))
    for uri, name, between in ((DIGIKAM, "TagsList", "/"), (LIGHTROOM, "hierarchicalSubject", "|")):
        for keyword in graph.texts(uri, name):
            head, _, tail = keyword.partition(between)
            if tail and head.strip().casefold() in PEOPLE:
                yield tail.rpartition(between)[2], "keyword"
    yield from ((name, "Microsoft region") for name in xmp_regions.nameless_microsoft(graph))


def _elsewhere(names: Iterator[tuple[str, str]], regions: list[Region]) -> Iterator[tuple[str, str]]:
    """Each name once, and none that has a box."""
    known = {same_name(region.name) for region in regions}
    for text, origin in names:
        name = tag_name(text)
        if name and name.casefold() != IGNORED_FACE and same_name(name) not in known:
            known.add(same_name(name))
            yield name, origin


def _applied_to(graph: XmpGraph) -> tuple[float, float] | None:
    for uri, dimensions in ((MWG, DIM), (ACDSEE, ACDSEE_DIM)):
        for regions in graph.values(uri, "Regions"):
            told = graph.part(regions, uri, "AppliedToDimensions")
            numbers = None if told is None else as_numbers([graph.text(told, dimensions, each) for each in "wh"], 2)
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
