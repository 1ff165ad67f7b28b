"""Names that Picasa kept: a .picasa.ini in each folder, and contacts.xml with the names of all ids.

Sources: descriptions of the format by those who read it (picasa2xmp, digiKam); Picasa itself never documented it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from photoface.domain.geometry import Box
from photoface.domain.tags import NameTag, tag_name
from photoface.metadata.region_places import inside
from photoface.metadata.safe_xml import parse_xml
from photoface.metadata.xmp_terms import IGNORED_FACE

_FACE = re.compile(r"rect64\(([0-9a-fA-F]{1,16})\),([0-9a-fA-F]+)")
_TOP = 65535.0
LARGEST = 8 << 20
"""Bytes of an ini file; Picasa's have a hundred for each photo."""


class PicasaFolder:
    """What one .picasa.ini tells. contacts: id -> name, of contacts.xml."""

    def __init__(self, text: str, contacts: Mapping[str, str]) -> None:
        self._sections = _sections(text)
        self._names = {**contacts, **_own_contacts(self._sections)}

    def tags(self, file_name: str) -> Iterator[NameTag]:
        """The people of one photo of the folder; boxes are of the upright photo, as Picasa shows it."""
        section = self._sections.get(file_name.casefold(), {})
        for rectangle, contact in _FACE.findall(section.get("faces", "")):
            name = self._names.get(contact.casefold().zfill(16), "")
            box = inside(_box(rectangle))
            if name and box is not None and contact.casefold() != IGNORED_FACE:
                yield NameTag(name, box, "Picasa", "Picasa")


def read_contacts(xml: bytes) -> dict[str, str]:
    """contacts.xml: id -> name. Raises BadXml."""
    found = {}
    for contact in parse_xml(xml).iter("contact"):
        name = tag_name(contact.get("name") or contact.get("display") or "")
        if name:
            found[str(contact.get("id", "")).casefold()] = name
    return _padded(found)


def _box(rectangle: str) -> Box:
    """Four 16-bit numbers: left, top, right, bottom; Picasa leaves out zeros at the front."""
    number = rectangle.zfill(16)
    left, top, right, bottom = (int(number[at : at + 4], 16) / _TOP for at in (0, 4, 8, 12))
    return Box(left, top, right - left, bottom - top)


def _sections(text: str) -> dict[str, dict[str, str]]:
    """By name, all in small letters. No configparser: Picasa writes keys twice, and % and : in names."""
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            section = found.setdefault(stripped[1:-1].casefold(), {})
        elif "=" in stripped:
            key, _, value = stripped.partition("=")
            section[key.strip().casefold()] = value.strip()
    return found


def _own_contacts(sections: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    told = {**sections.get("contacts", {}), **sections.get("contacts2", {})}
    names = {contact: tag_name(value.split(";")[0]) for contact, value in told.items()}
    return _padded({contact: name for contact, name in names.items() if name})


def _padded(names: Mapping[str, str]) -> dict[str, str]:
    """By whole ids: some leave out the zeros at the front."""
    return {contact.zfill(16): name for contact, name in names.items()}
