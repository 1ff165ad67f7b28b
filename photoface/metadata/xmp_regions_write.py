"""Regions in a packet, edited in place: MWG and Microsoft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from photoface.domain.geometry import Box
from photoface.domain.tags import same_name
from photoface.metadata.region_places import Shape, aspect_fits
from photoface.metadata.safe_xml import BadXml, Element
from photoface.metadata.xmp_elements import LISTS, add, describe, fields, items, name_of, properties, remove, text_of
from photoface.metadata.xmp_terms import AREA, DIM, MP, MPREG, MPRI, MWG, RDF

SAME_PLACE = 0.5
"""Intersection over union from which two boxes are one face, as in store.face_matching."""

_DIGITS = 6
"""Of a number in 0..1: a hundredth of a pixel in the largest photo."""


@dataclass(frozen=True, slots=True)
class StoredBox:
    """A named box of the picture as it is stored, parts of 1."""

    name: str
    box: Box

    def rounded(self) -> list[float]:
        """Left, top, width, height as they are written."""
        return [round(each, _DIGITS) for each in (self.box.x, self.box.y, self.box.width, self.box.height)]

    def replaces(self, name: str, box: Box | None) -> bool:
        """Whether a region that is there tells the same face, or the same person somewhere else."""
        return same_name(name) == same_name(self.name) or (box is not None and box.iou(self.box) >= SAME_PLACE)

    def continues(self, old: StoredBox) -> bool:
        """Whether it is what we wrote earlier."""
        return same_name(old.name) == same_name(self.name) and old.box.iou(self.box) >= SAME_PLACE

    def is_told_by(self, name: str, box: Box | None) -> bool:
        """Whether it says what we would say."""
        return box is not None and name.strip() == self.name and box.iou(self.box) >= SAME_PLACE


def edit_mwg(rdf: Element, people: Sequence[StoredBox], earlier: Sequence[StoredBox], shape: Shape) -> list[StoredBox]:
    """mwg-rs:Regions with these faces, drawn on the stored picture; which of them are new there.

    Raises BadXml where regions of others that stay were drawn on a picture of another shape.
    """
    there = properties(rdf, name_of(MWG, "Regions"))
    regions = [li for each in there for listed in _below(each, name_of(MWG, "RegionList")) for li in items(listed)]
    missing = _sift([(li, *_mwg(li)) for li in regions if _is_face(li)], people, earlier)
    left = [li for li in regions if li.getparent() is not None]
    if not missing and not left:
        for each in there if regions else []:
            remove(each)
        return []
    if there and left:
        _refuse_other_picture(there[0], shape)
    if missing:
        bag = _bag(rdf, there, (MWG, "Regions"), (MWG, "RegionList"))
        for person in missing:
            _write_mwg(bag, person)
    if missing or len(left) < len(regions):
        _set_dimensions(properties(rdf, name_of(MWG, "Regions"))[0], shape)
    return missing


def edit_microsoft(rdf: Element, people: Sequence[StoredBox], earlier: Sequence[StoredBox]) -> list[StoredBox]:
    """MP:RegionInfo with these faces; which of them are new there."""
    there = properties(rdf, name_of(MP, "RegionInfo"))
    regions = [li for each in there for listed in _below(each, name_of(MPRI, "Regions")) for li in items(listed)]
    missing = _sift([(li, *_microsoft(li)) for li in regions], people, earlier)
    if missing:
        bag = _bag(rdf, there, (MP, "RegionInfo"), (MPRI, "Regions"))
        for person in missing:
            li = add(bag, RDF, "li", parseType="Resource")
            add(li, MPREG, "Rectangle", ", ".join(f"{each:.{_DIGITS}f}" for each in person.rounded()))
            add(li, MPREG, "PersonDisplayName", person.name)
    elif regions and all(li.getparent() is None for li in regions):
        for each in there:
            remove(each)
    return missing


_Found = tuple[Element, str, Box | None]
"""A region's element, name and stored box."""


def _sift(regions: Iterable[_Found], people: Sequence[StoredBox], earlier: Sequence[StoredBox]) -> list[StoredBox]:
    """Takes out what ours stand for or we do not mean any more; who is not told yet."""
    told = set[int]()
    for li, name, box in regions:
        mine = next((at for at, each in enumerate(people) if at not in told and each.is_told_by(name, box)), None)
        if mine is not None:
            told.add(mine)
        elif any(each.replaces(name, box) for each in people) or any(each.is_told_by(name, box) for each in earlier):
            remove(li)
    return [each for at, each in enumerate(people) if at not in told]


def _below(prop: Element, tag: str) -> list[Element]:
    found = fields(prop).get(tag)
    return [] if found is None or isinstance(found, str) else [found]


def _is_face(li: Element) -> bool:
    return text_of(li, name_of(MWG, "Type")).strip().casefold() in ("face", "")


def _mwg(li: Element) -> tuple[str, Box | None]:
    area = fields(li).get(name_of(MWG, "Area"))
    name = text_of(li, name_of(MWG, "Name"))
    if area is None or isinstance(area, str):
        return name, None
    try:
        x, y, width, height = (float(text_of(area, name_of(AREA, each))) for each in "xywh")
    except ValueError:
        return name, None
    return name, Box(x - width / 2, y - height / 2, width, height)


def _microsoft(li: Element) -> tuple[str, Box | None]:
    name = text_of(li, name_of(MPREG, "PersonDisplayName"))
    try:
        x, y, width, height = map(float, text_of(li, name_of(MPREG, "Rectangle")).split(","))
    except ValueError:
        return name, None
    return name, Box(x, y, width, height)


def _bag(rdf: Element, there: Sequence[Element], outer: tuple[str, str], inner: tuple[str, str]) -> Element:
    """The list of a structure's field, made where it is missing."""
    prop = there[0] if there else add(describe(rdf), *outer, parseType="Resource")
    listed = _below(prop, name_of(*inner))
    held = listed[0] if listed else add(_inside(prop), *inner)
    bags = list(held.iterchildren(*LISTS))
    return bags[0] if bags else add(held, RDF, "Bag")


def _inside(prop: Element) -> Element:
    """Where a structure's fields are: in the element itself, or in the description inside it."""
    found = prop.find(name_of(RDF, "Description"))
    return prop if found is None else found


def _write_mwg(bag: Element, person: StoredBox) -> None:
    x, y, width, height = person.rounded()
    li = add(bag, RDF, "li", parseType="Resource")
    area = add(li, MWG, "Area", parseType="Resource")
    for name, value in (("x", x + width / 2), ("y", y + height / 2), ("w", width), ("h", height)):
        add(area, AREA, name, f"{value:.{_DIGITS + 1}f}")
    add(area, AREA, "unit", "normalized")
    add(li, MWG, "Name", person.name)
    add(li, MWG, "Type", "Face")


def _set_dimensions(prop: Element, shape: Shape) -> None:
    wanted = (str(shape.stored.width), str(shape.stored.height), "pixel")
    tag = name_of(MWG, "AppliedToDimensions")
    for there in _below(prop, tag):
        if tuple(text_of(there, name_of(DIM, each)) for each in ("w", "h", "unit")) == wanted:
            return
        remove(there)
    made = add(_inside(prop), MWG, "AppliedToDimensions", parseType="Resource")
    for name, value in zip(("w", "h", "unit"), wanted, strict=True):
        add(made, DIM, name, value)


def _refuse_other_picture(prop: Element, shape: Shape) -> None:
    """Regions of others that stay, on dimensions of ours, would lie in another place than they meant."""
    for told in _below(prop, name_of(MWG, "AppliedToDimensions")):
        try:
            size = tuple(float(text_of(told, name_of(DIM, each))) for each in "wh")
        except ValueError:
            continue
        if min(size) > 0 and not aspect_fits((size[0], size[1]), shape.stored):
            raise BadXml("other programs' regions in it were drawn on a picture of another shape")
