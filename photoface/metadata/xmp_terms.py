"""The words of XMP that names of people are written in.

Sources: MWG Guidelines 2.0 (regions), Microsoft People Tags, IPTC Photo Metadata (Extension), digiKam, Lightroom.
"""

from __future__ import annotations

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
META = "adobe:ns:meta/"
MWG = "http://www.metadataworkinggroup.com/schemas/regions/"
AREA = "http://ns.adobe.com/xmp/sType/Area#"
DIM = "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
MP = "http://ns.microsoft.com/photo/1.2/"
MPRI = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
MPREG = "http://ns.microsoft.com/photo/1.2/t/Region#"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
DC = "http://purl.org/dc/elements/1.1/"
LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/"
DIGIKAM = "http://www.digikam.org/ns/1.0/"
ACDSEE = "http://ns.acdsee.com/regions/"
ACDSEE_AREA = "http://ns.acdsee.com/sType/Area#"
ACDSEE_DIM = "http://ns.acdsee.com/sType/Dimensions#"
XMP = "http://ns.adobe.com/xap/1.0/"
NOTE = "http://ns.adobe.com/xmp/note/"
OWN = "urn:photoface:decisions:"
"""Ours: one property, Record, a JSON text (docs/decisions-format.md)."""

PREFIXES = {
    "x": META,
    "rdf": RDF,
    "mwg-rs": MWG,
    "stArea": AREA,
    "stDim": DIM,
    "MP": MP,
    "MPRI": MPRI,
    "MPReg": MPREG,
    "Iptc4xmpExt": IPTC_EXT,
    "dc": DC,
    "lr": LIGHTROOM,
    "digiKam": DIGIKAM,
    "photoface": OWN,
}

IGNORED_FACE = "ffffffffffffffff"
"""The name that Picasa, and who imported from it, gave to faces that are nobody's."""

_PEOPLE = "people person persons personen personnes personas persone pessoas ludzie люди 人物 사람 인물"
PEOPLE = frozenset(_PEOPLE.split())
"""What the keyword above people's names is called."""
