"""XML that anybody may have written, read without harm: no entities, no other file, no network, bounded size."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

LARGEST = 32 << 20
"""Bytes; a sidecar with thousands of brush strokes of a raw converter has ten million."""

DEEPEST = 256
"""Elements inside one another; libxml2 allows as many itself."""

Element: TypeAlias = Any
"""An element of lxml, which tells no types."""


class BadXml(ValueError):
    """It cannot be read; why, as the end of a sentence."""


def parse_xml(data: bytes) -> Element:
    """The root of a document. Raises BadXml for what is broken, too large, or has a DOCTYPE."""
    if len(data) > LARGEST:
        raise BadXml(f"it has more than {LARGEST >> 20} million bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise BadXml(f"it is no sound XML ({error})") from error
    if root.getroottree().docinfo.doctype:  # without one there are no entities, so nothing can grow or reach out
        raise BadXml("it has a DOCTYPE, which no such file needs")
    return root
