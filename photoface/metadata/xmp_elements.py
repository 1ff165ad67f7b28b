"""Editing the RDF of an XMP packet where it stands, so that all the rest of it stays as it was."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from photoface.metadata.safe_xml import Element
from photoface.metadata.xmp_terms import PREFIXES, RDF

LI, DESCRIPTION = f"{{{RDF}}}li", f"{{{RDF}}}Description"
LISTS = tuple(f"{{{RDF}}}{kind}" for kind in ("Bag", "Seq", "Alt"))


def name_of(uri: str, name: str) -> str:
    """A tag as lxml writes it."""
    return f"{{{uri}}}{name}"


def properties(rdf: Element, tag: str) -> list[Element]:
    """The elements of a property of the photo itself."""
    return [found for description in rdf.iterchildren(DESCRIPTION) for found in description.iterchildren(tag)]


def items(prop: Element) -> list[Element]:
    """The rdf:li of a property, or of a field in it."""
    return [li for each in prop.iter(*LISTS) if _nearest(each, prop) for li in each.iterchildren(LI)]


def fields(structure: Element) -> dict[str, Element | str]:
    """Field -> element or text of a structure, whichever of the three ways it is spelled."""
    found: dict[str, Element | str] = {str(key): str(value) for key, value in structure.attrib.items()}
    for child in structure.iterchildren(tag=etree.Element):
        if child.tag == DESCRIPTION:
            found |= fields(child)
        else:
            found[str(child.tag)] = child
    return found


def text_of(structure: Element, tag: str) -> str:
    """A field's text; '' where there is none. A field in several languages gives the first."""
    found = fields(structure).get(tag, "")
    if isinstance(found, str):
        return found
    inner = items(found)
    return (inner[0].text if inner else found.text) or ""


def add(parent: Element, uri: str, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new last child."""
    prefix = next(prefix for prefix, known in PREFIXES.items() if known == uri)
    made = etree.SubElement(parent, name_of(uri, name), nsmap={prefix: uri})
    made.text = text
    for key, value in attributes.items():
        made.set(name_of(RDF, key), value)
    return made


def remove(element: Element) -> None:
    """Out of its parent; the blanks behind it stay, or else the rest of the line would go too."""
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def describe(rdf: Element) -> Element:
    """The description that new properties go into: the last of the photo's own, or a new one."""
    found = list(rdf.iterchildren(DESCRIPTION))
    if found:
        return found[-1]
    return add(rdf, RDF, "Description", about="")


def _nearest(each: Element, prop: Element) -> bool:
    """The list belongs to the property itself, not to an item of its list."""
    ancestors: Iterator[Element] = each.iterancestors()
    for above in ancestors:
        if above is prop:
            return True
        if above.tag == LI:
            return False
    return False
