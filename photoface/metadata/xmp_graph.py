"""An XMP packet as a graph: whatever way its RDF is spelled, the same questions give the same answers.

RDF/XML writes one thing as attributes, as nested rdf:Description or with rdf:parseType="Resource"; rdflib knows all.
It takes a quarter of a second to import, so it is only imported where a packet is read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from photoface.metadata.safe_xml import BadXml, Element, parse_xml
from photoface.metadata.xmp_terms import ACDSEE, DIGIKAM, IPTC_EXT, LIGHTROOM, META, MP, MWG, OWN, RDF, XMP

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_ITEM = re.compile(re.escape(RDF) + r"_(\d+)")
_BASE = "photo:"
_OF_PEOPLE = tuple(f"{{{uri}}}" for uri in (MWG, MP, ACDSEE, IPTC_EXT, LIGHTROOM, DIGIKAM, XMP, OWN, RDF))


class XmpGraph:
    """The properties of a photo. Raises BadXml for a packet that cannot be read."""

    def __init__(self, packet: bytes) -> None:
        root = parse_xml(trimmed(packet))
        self.toolkit = root.get(f"{{{META}}}xmptk", "")
        self._graph = _graph(_relevant(rdf_of(root)))

    def values(self, uri: str, name: str) -> Iterator[Node]:
        """What is said under a property, of whichever subject the packet talks about, each item of a list."""
        from rdflib import URIRef

        for subject, value in self._graph.subject_objects(URIRef(uri + name)):
            if not self._inner(subject):
                yield from self.items(value)

    def items(self, value: Node) -> Iterator[Node]:
        """The items of a Bag, Seq or Alt in order; anything else is its own only item."""
        from rdflib import Literal

        found = [] if isinstance(value, Literal) else self._numbered(value)
        yield from (item for _, item in found) if found else (value,)

    def part(self, node: Node, uri: str, name: str) -> Node | None:
        """A field of a structure."""
        from rdflib import URIRef

        return next(self._graph.objects(node, URIRef(uri + name)), None)

    def text(self, node: Node, uri: str, name: str) -> str:
        """A field as text, '' where there is none; of alternatives in several languages the first."""
        found = self.part(node, uri, name)
        return "" if found is None else as_text(next(self.items(found)))

    def texts(self, uri: str, name: str) -> list[str]:
        """The property as texts, in order."""
        return [text for text in map(as_text, self.values(uri, name)) if text]

    def identifiers(self, node: Node) -> list[str]:
        """The field Identifier of a thing that IPTC describes: addresses of words in its vocabularies."""
        from rdflib import URIRef

        found = self._graph.objects(node, URIRef(XMP + "Identifier"))
        return [str(each) for value in found for each in self.items(value)]

    def has(self, uri: str) -> bool:
        """Whether anything is said in these words."""
        return any(str(predicate).startswith(uri) for predicate in self._graph.predicates())

    def _numbered(self, value: Node) -> list[tuple[int, Node]]:
        found = ((_ITEM.fullmatch(str(predicate)), item) for predicate, item in self._graph.predicate_objects(value))
        return sorted(((int(match[1]), item) for match, item in found if match), key=lambda each: each[0])

    def _inner(self, subject: Node) -> bool:
        """A structure inside another one, e.g. a region: what it says is not said of the photo."""
        return next(self._graph.subjects(None, subject), None) is not None


def as_text(node: object) -> str:
    """A literal's text; '' for a structure or a reference."""
    from rdflib import Literal

    return str(node) if isinstance(node, Literal) else ""


def trimmed(packet: bytes) -> bytes:
    """Without the zeros and blanks that some programs leave around a packet; in UTF-16 they are parts of letters."""
    if packet.startswith((b"\xff\xfe", b"\xfe\xff")):
        return packet
    return packet.strip(b"\0 \t\r\n")


def rdf_of(root: Element) -> Element:
    """The rdf:RDF element. Raises BadXml where there is none."""
    found = root if root.tag == f"{{{RDF}}}RDF" else root.find(f".//{{{RDF}}}RDF")
    if found is None:
        raise BadXml("there is no rdf:RDF in it")
    return found


def _relevant(rdf: Element) -> Element:
    """Without properties that say nothing of people: a raw converter writes hundreds."""
    for description in rdf:
        for prop in list(description):
            if isinstance(prop.tag, str) and not prop.tag.startswith(_OF_PEOPLE):
                description.remove(prop)
    return rdf


def _graph(rdf: Element) -> Graph:
    from rdflib import Graph

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # it complains of every odd date in the packet
    graph = Graph()
    try:
        graph.parse(data=etree.tostring(rdf, encoding="utf-8"), format="xml", publicID=_BASE)
    except Exception as error:  # rdflib raises ParserError, SAXException, and AssertionError on odd input
        raise BadXml(f"its RDF cannot be understood ({error})") from error
    return graph
