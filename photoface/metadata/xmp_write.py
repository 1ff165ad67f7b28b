"""Names into an XMP packet. What others wrote stays: other properties, other kinds of regions, unknown names.

A region of somebody else goes only where one of ours is in its place, or has its name. What we wrote ourselves is in
our record, so that a name which was taken back leaves the file too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from photoface.domain.geometry import Box
from photoface.domain.tags import same_name
from photoface.domain.writing import Wanted
from photoface.metadata.region_places import Shape, stored_place
from photoface.metadata.safe_xml import BadXml, Element, parse_xml
from photoface.metadata.xmp_bags import edit_bag
from photoface.metadata.xmp_elements import add, describe, name_of, properties, remove
from photoface.metadata.xmp_graph import rdf_of, trimmed
from photoface.metadata.xmp_regions_write import StoredBox, edit_microsoft, edit_mwg
from photoface.metadata.xmp_terms import DC, DIGIKAM, IPTC_EXT, LIGHTROOM, OWN, RDF

_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = b'\n<?xpacket end="w"?>\n'
_EMPTY = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about=""/></rdf:RDF></x:xmpmeta>'
)


@dataclass(frozen=True, slots=True)
class _Own:
    """What in a packet is ours: regions in the words of MWG and of Microsoft, PersonInImage, keywords."""

    people: tuple[StoredBox, ...] = ()
    microsoft: tuple[StoredBox, ...] = ()
    names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        mwg, microsoft = ([[each.name, each.rounded()] for each in part] for part in (self.people, self.microsoft))
        return {"people": mwg, "microsoft": microsoft, "names": list(self.names), "keywords": list(self.keywords)}


def with_people(packet: bytes | None, wanted: Wanted, shape: Shape) -> bytes | None:
    """The packet with these people; None where nothing is left to tell. Raises BadXml.

    The same bytes come back where there is nothing to change, so that writing twice is writing once.
    """
    root = parse_xml(trimmed(packet) if packet else _EMPTY)
    rdf, before = rdf_of(root), _canonical(root)
    earlier = _earlier(rdf)
    people = [StoredBox(each.name, stored_place(each.box, shape)) for each in wanted.people]
    mwg = _ours(people, edit_mwg(rdf, people, earlier.people, shape), earlier.people)
    microsoft = _ours(people, edit_microsoft(rdf, people, earlier.microsoft), earlier.microsoft)
    names = list({same_name(each.name): each.name for each in people}.values())
    own = _Own(mwg, microsoft, *_names(rdf, names, earlier, keywords=wanted.keywords))
    _write_record(rdf, wanted, own)
    if _canonical(root) == before:
        return packet
    if _says_nothing(rdf):
        return None
    return _document(root) if packet else _new_document(root)


def _ours(people: Sequence[StoredBox], new: Sequence[StoredBox], earlier: Sequence[StoredBox]) -> tuple[StoredBox, ...]:
    return tuple(each for each in people if each in new or any(each.continues(old) for old in earlier))


def _names(
    rdf: Element, names: Sequence[str], earlier: _Own, *, keywords: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which names are ours now, in PersonInImage and as keywords."""
    said = names if keywords else []
    people = edit_bag(rdf, (IPTC_EXT, "PersonInImage", "Bag"), names, earlier.names)
    words = edit_bag(rdf, (DC, "subject", "Bag"), said, earlier.keywords)
    edit_bag(rdf, (LIGHTROOM, "hierarchicalSubject", "Bag"), _below("|", said), _below("|", earlier.keywords))
    edit_bag(rdf, (DIGIKAM, "TagsList", "Seq"), _below("/", said), _below("/", earlier.keywords))
    return people, words


def _below(between: str, names: Iterable[str]) -> list[str]:
    """Under People, as these programs sort keywords; a name must not make a level of its own."""
    return [f"People{between}{name.replace(between, ' ')}" for name in names]


def _earlier(rdf: Element) -> _Own:
    for found in properties(rdf, name_of(OWN, "Record")):
        try:
            wrote = json.loads(found.text or "")["wrote"]
            mwg, microsoft = (
                tuple(StoredBox(str(name), Box(*map(float, box))) for name, box in wrote[part])
                for part in ("people", "microsoft")
            )
            return _Own(mwg, microsoft, tuple(map(str, wrote["names"])), tuple(map(str, wrote["keywords"])))
        except (
            ValueError,
            TypeError,
            LookupError,
            RecursionError,
        ):  # spoilt: then we wrote nothing
            continue
    return _Own()


def _write_record(rdf: Element, wanted: Wanted, own: _Own) -> None:
    text = None if wanted.record is None else _record(wanted.record, own)
    there = properties(rdf, name_of(OWN, "Record"))
    if text is not None and [each.text for each in there] == [text]:
        return
    for each in there:
        remove(each)
    if text is not None:
        add(describe(rdf), OWN, "Record", text)


def _record(record: str, own: _Own) -> str:
    told = json.loads(record) | {"wrote": own.told()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _says_nothing(rdf: Element) -> bool:
    return all(set(each.attrib) <= {name_of(RDF, "about")} and not len(each) for each in rdf)


def _canonical(root: Element) -> bytes:
    text: bytes = etree.tostring(root, method="c14n")
    return text


def _document(root: Element) -> bytes:
    """As it was found: with its processing instructions, and with a declaration if it had one."""
    tree = root.getroottree()
    text: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=False)
    return text if text.endswith(b"\n") else text + b"\n"


def _new_document(root: Element) -> bytes:
    etree.indent(root, " ")
    text: bytes = etree.tostring(root, encoding="utf-8")
    return _HEAD + text + _TAIL


__all__ = ["BadXml", "with_people"]
