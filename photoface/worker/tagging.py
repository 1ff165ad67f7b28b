"""What files say of the people in one photo: its own packet, its sidecars, Picasa's and Google's files beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.tags import NameTag, PhotoTags, same_name
from photoface.metadata.item_turns import item_turn
from photoface.metadata.packets import extended_packet, xmp_packet
from photoface.metadata.picasa import PicasaFolder, read_contacts
from photoface.metadata.region_places import Shape, parts_of, shown_place
from photoface.metadata.safe_xml import BadXml
from photoface.metadata.takeout import find_json, people_of
from photoface.metadata.xmp_people import XmpPeople, people_in
from photoface.vision.headers import open_photo
from photoface.vision.stored_shape import stored_shape
from photoface.worker.files import read_file
from photoface.worker.neighbours import names_in, notes_of, sidecars_of, small_file
from photoface.worker.protocol import Allow

SECONDS = 20.0
"""What the work on one photo may take once its bytes are there: a hundred times what it does take."""

SAME_PLACE = 0.5
"""Intersection over union from which two boxes are one face, as in store.face_matching."""

_PICASA = (b".picasa.ini", b"picasa.ini")


@dataclass(frozen=True, slots=True)
class TagReader:
    """contacts: id -> name, of Picasa's contacts.xml."""

    contacts: Mapping[str, str]

    def read(self, path: bytes, *, probe: bool = False, allow: Allow = lambda _: None) -> PhotoTags:
        """See protocol.PhotoReader. Raises PhotoUnreadable for what is no photo."""
        data = read_file(path)
        allow(SECONDS)
        photo = open_photo(path, data)
        shape = Shape(*stored_shape(photo, item_turn(data)))
        beside = [people_in(packet) for side in sidecars_of(path) if (packet := small_file(side)) is not None]
        packets = [packet for packet in (xmp_packet(data), extended_packet(data)) if packet]
        told = [*beside, *map(people_in, packets)]
        doubts: list[str] = [people.doubt for people in told if people.doubt]
        tags = [*_placed(told, shape, doubts), *self._picasa(path), *_nameless(told), *_takeout(path)]
        records = tuple(dict.fromkeys(record for people in told for record in people.records))
        return PhotoTags(path, tuple(_first_said(tags)), records[:1], tuple(doubts))

    def _picasa(self, path: bytes) -> Iterator[NameTag]:
        folder, name = os.path.split(path)
        for ini in _PICASA:
            if ini in names_in(folder):
                yield from _picasa_folder(os.path.join(folder, ini), _items(self.contacts)).tags(os.fsdecode(name))


def tag_reader(contacts_file: bytes = b"") -> TagReader:
    """The factory of the reader; it loads no models. Raises PhotoUnreadable for contacts that cannot be read."""
    if not contacts_file:
        return TagReader({})
    try:
        return TagReader(read_contacts(read_file(contacts_file)))
    except BadXml as error:
        raise PhotoUnreadable(contacts_file, f"this is no contacts.xml of Picasa: {error}") from error


@lru_cache(maxsize=16)
def _picasa_folder(ini: bytes, contacts: tuple[tuple[str, str], ...]) -> PicasaFolder:
    return PicasaFolder((small_file(ini) or b"").decode("utf-8", "replace"), dict(contacts))


def _items(contacts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(contacts.items())


def _placed(told: Iterable[XmpPeople], shape: Shape, doubts: list[str]) -> Iterator[NameTag]:
    """Regions in the upright photo; one whose place cannot be believed still says who is there."""
    for people in told:
        lost = 0
        for region in people.regions:
            parts = parts_of(region.box, shape) if region.pixels else region.box
            box = shown_place(parts, shape, None if region.pixels else people.applied_to)
            lost += box is None
            yield NameTag(region.name, box, region.origin, people.tool)
        if lost:
            doubts.append(f"{lost} boxes were drawn on another form of the picture; their names count without a place")


def _nameless(told: Iterable[XmpPeople]) -> Iterator[NameTag]:
    for people in told:
        yield from (NameTag(name, None, origin, people.tool) for name, origin in people.names)


def _takeout(path: bytes) -> list[NameTag]:
    folder, name = os.path.split(path)
    found = find_json(os.fsdecode(name), map(os.fsdecode, notes_of(path)))
    data = small_file(os.path.join(folder, os.fsencode(found))) if found else None
    return people_of(data) if data else []


def _first_said(tags: Iterable[NameTag]) -> list[NameTag]:
    """What comes first is believed: a sidecar before the photo, a box before a mere name. Two names in one place of
    different files stay two, for somebody must say which is right."""
    kept: list[NameTag] = []
    for tag in sorted(tags, key=lambda tag: tag.box is None):
        same = [each for each in kept if same_name(each.name) == same_name(tag.name)]
        if not same or (tag.box is not None and not any(_one_place(tag, each) for each in same) and _twins(tag, same)):
            kept.append(tag)
    return kept


def _twins(tag: NameTag, same: Iterable[NameTag]) -> bool:
    """One source that names somebody twice means it (a mirror); another source tells the same person less truly."""
    return all(each.origin == tag.origin and each.tool == tag.tool for each in same)


def _one_place(one: NameTag, other: NameTag) -> bool:
    return one.box is not None and other.box is not None and one.box.iou(other.box) >= SAME_PLACE
