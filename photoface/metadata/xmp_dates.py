"""When a photo was taken, as an XMP packet or sidecar tells. Dates are simple values, so no graph has to be built.

Sources: XMP Specification Part 1, 8.2.1.2 (dates: ISO 8601, or a beginning of it), Exif in XMP (CIPA DC-010), MWG
Guidelines 2.0, 3.4 (photoshop:DateCreated is when the picture was made; xmp:CreateDate when it became digital).
"""

from __future__ import annotations

import re
from datetime import datetime

from photoface.metadata.safe_xml import BadXml, Element, parse_xml
from photoface.metadata.xmp_elements import DESCRIPTION, items, name_of
from photoface.metadata.xmp_graph import rdf_of, trimmed
from photoface.metadata.xmp_terms import XMP

_EXIF, _PHOTOSHOP = "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/photoshop/1.0/"
_TELLING = (
    name_of(_EXIF, "DateTimeOriginal"),
    name_of(_PHOTOSHOP, "DateCreated"),
    name_of(_EXIF, "DateTimeDigitized"),
    name_of(XMP, "CreateDate"),
    name_of(_EXIF, "GPSTimeStamp"),  # what exiftool calls GPSDateTime
)
_DATE = re.compile(
    r"(?P<day>(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)"
    r"(?:[T ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)? ?(?P<offset>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
    re.ASCII,
)


def told_in(packet: bytes) -> tuple[str, str | None] | None:
    """When (ISO 8601, or a beginning of it) and the offset from UTC. None: nothing is said, or it cannot be read."""
    try:
        rdf = rdf_of(parse_xml(trimmed(packet)))
    except BadXml:
        return None
    said = {tag: text for description in rdf.iterchildren(DESCRIPTION) for tag, text in _simple(description)}
    return next(filter(None, (read_date(said.get(tag, "")) for tag in _TELLING)), None)


def read_date(text: str) -> tuple[str, str | None] | None:
    """A date of XMP, or of EXIF's way of writing it."""
    written = text.strip()
    if written[4:5] == ":" and written[7:8] == ":":
        written = f"{written[:4]}-{written[5:7]}-{written[8:]}"
    found = _DATE.fullmatch(written)
    if found is None or not _exists(found["day"]):
        return None
    if not found["time"]:
        return found["day"], None
    time, offset = found["time"], found["offset"]
    clock = "+00:00" if offset == "Z" else f"{offset[:3]}:{offset[-2:]}" if offset else None
    return f"{found['day']}T{time if len(time) > 5 else time + ':00'}", clock


def _exists(day: str) -> bool:
    try:
        datetime.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _simple(description: Element) -> list[tuple[str, str]]:
    """The properties that are texts, as attributes or as elements; of a list the first item."""
    found = [(str(tag), str(value)) for tag, value in description.attrib.items()]
    for child in description.iterchildren():
        if child.tag in _TELLING:
            listed = items(child)
            found.append((child.tag, (listed[0].text if listed else child.text) or ""))
    return found
