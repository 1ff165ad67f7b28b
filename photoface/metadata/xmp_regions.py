"""Named boxes of an XMP packet, as four families of programs write them.

Sources: MWG Guidelines 2.0, 5; Microsoft People Tags; ACDSee's regions and their likeness to MWG's as exiftool's
acdsee.config tells; IPTC Photo Metadata 1.5 (Image Region).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from photoface.domain.geometry import Box
from photoface.domain.tags import same_name, tag_name
from photoface.metadata.xmp_graph import XmpGraph, as_text
from photoface.metadata.xmp_terms import ACDSEE, ACDSEE_AREA, AREA, IPTC_EXT, MP, MPREG, MPRI, MWG

if TYPE_CHECKING:
    from rdflib.term import Node

MOST_REGIONS = 1_000
"""In one photo; more were made to be slow."""

_PEOPLE_TYPES = ("human", "person", "face")  # the end of what IPTC calls the type of a region


@dataclass(frozen=True, slots=True)
class Region:
    """A named box as it is written: parts of the picture as it is stored, left, top, width, height.

    pixels: it is written in pixels instead.
    """

    name: str
    box: Box
    origin: str
    pixels: bool = False


def mwg(graph: XmpGraph) -> Iterator[Region]:
    """Faces of mwg-rs:Regions."""
    for region in _listed(graph, (MWG, "Regions"), (MWG, "RegionList")):
        yield from _centred(graph, region, MWG, (MWG, "Area", AREA), "MWG region")


def acdsee(graph: XmpGraph) -> Iterator[Region]:
    """Faces of acdsee-rs:Regions: where somebody drew them, else where the program saw them."""
    for region in _listed(graph, (ACDSEE, "Regions"), (ACDSEE, "RegionList")):
        drawn = list(_centred(graph, region, ACDSEE, (ACDSEE, "DLYArea", ACDSEE_AREA), "ACDSee region"))
        yield from drawn or _centred(graph, region, ACDSEE, (ACDSEE, "ALGArea", ACDSEE_AREA), "ACDSee region")


def microsoft(graph: XmpGraph) -> Iterator[Region]:
    """People of MP:RegionInfo."""
    for region in _listed(graph, (MP, "RegionInfo"), (MPRI, "Regions")):
        name = tag_name(graph.text(region, MPREG, "PersonDisplayName"))
        numbers = as_numbers(graph.text(region, MPREG, "Rectangle").split(","))
        if name and numbers is not None:
            yield Region(name, Box(*numbers), "Microsoft region")


def nameless_microsoft(graph: XmpGraph) -> Iterator[str]:
    """Names of its regions that have no box: it still says who is there."""
    for region in _listed(graph, (MP, "RegionInfo"), (MPRI, "Regions")):
        if not graph.text(region, MPREG, "Rectangle"):
            yield graph.text(region, MPREG, "PersonDisplayName")


def iptc(graph: XmpGraph) -> Iterator[Region]:
    """Rectangles of Iptc4xmpExt:ImageRegion in which somebody is."""
    people = {same_name(name) for name in graph.texts(IPTC_EXT, "PersonInImage")}
    for region in list(graph.values(IPTC_EXT, "ImageRegion"))[:MOST_REGIONS]:
        name, edge = _who(graph, region, people), graph.part(region, IPTC_EXT, "RegionBoundary")
        if edge is None or not name or graph.text(edge, IPTC_EXT, "rbShape").casefold() != "rectangle":
            continue
        numbers = as_numbers([graph.text(edge, IPTC_EXT, f"rb{each}") for each in "XYWH"])
        if numbers is not None:
            pixels = graph.text(edge, IPTC_EXT, "rbUnit").casefold() == "pixel"
            yield Region(name, Box(*numbers), "IPTC region", pixels)


def _who(graph: XmpGraph, region: Node, people: set[str]) -> str:
    """The person of a region; its name alone may be that of a thing."""
    told = graph.part(region, IPTC_EXT, "PersonInImage")
    inside = [] if told is None else list(filter(None, map(as_text, graph.items(told))))
    if inside:
        return tag_name(inside[0])
    name = tag_name(graph.text(region, IPTC_EXT, "Name"))
    return name if same_name(name) in people or _is_human(graph, region) else ""


def _is_human(graph: XmpGraph, region: Node) -> bool:
    kinds = graph.part(region, IPTC_EXT, "rCtype")
    for kind in [] if kinds is None else graph.items(kinds):
        told = [graph.text(kind, IPTC_EXT, "Name"), *graph.identifiers(kind)]
        if any(each.casefold().endswith(_PEOPLE_TYPES) for each in told):
            return True
    return False


def _listed(graph: XmpGraph, outer: tuple[str, str], inner: tuple[str, str]) -> Iterator[Node]:
    for regions in graph.values(*outer):
        listed = graph.part(regions, *inner)
        yield from [] if listed is None else list(graph.items(listed))[:MOST_REGIONS]


def _centred(graph: XmpGraph, region: Node, uri: str, where: tuple[str, str, str], origin: str) -> Iterator[Region]:
    """A face whose box is told by its middle. where: the field of the box, and in which words its numbers are."""
    area, kind = graph.part(region, where[0], where[1]), graph.text(region, uri, "Type")
    name = tag_name(graph.text(region, uri, "Name"))
    if area is None or not name or kind.casefold() not in ("face", ""):
        return
    numbers = as_numbers([graph.text(area, where[2], each) for each in "xywh"])
    if numbers is not None and graph.text(area, where[2], "unit").casefold() != "pixel":
        x, y, width, height = numbers
        yield Region(name, Box(x - width / 2, y - height / 2, width, height), origin)


def as_numbers(texts: list[str], how_many: int = 4) -> tuple[float, ...] | None:
    """All of them, or None where one is no number that a box can have, or there are not so many."""
    try:
        found = tuple(float(text.strip().replace(",", ".")) for text in texts)
    except ValueError:
        return None
    return found if all(-10 < each < 1e6 for each in found) and len(found) == how_many else None
