"""True boxes as dlib's imglab writes them: <dataset><images><image file><box top left width height ignore>.

Source: dlib, tools/imglab and dlib/data_io/image_dataset_metadata.h. Boxes are of the stored picture: imglab looks at
no EXIF orientation.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from photoface.domain.geometry import Box


class NotImglab(ValueError):
    """The text is no imglab file; why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class ImglabImage:
    """One picture. file: as the XML names it; boxes: faces; ignored: neither right nor wrong to find."""

    file: str
    boxes: tuple[Box, ...]
    ignored: tuple[Box, ...]


class _NoDoctype(TreeBuilder):
    """Without a DOCTYPE there are no entities, so no file can grow or reach out while it is read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise NotImglab("it has a DOCTYPE")


def parse_imglab(xml: bytes) -> tuple[ImglabImage, ...]:
    """The pictures in the order of the file. Raises NotImglab."""
    parser = XMLParser(target=_NoDoctype())
    try:
        parser.feed(xml)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise NotImglab(str(error)) from error
    if root.tag != "dataset":
        raise NotImglab(f"its root is <{root.tag}>, not <dataset>")
    return tuple(_image(image) for image in root.iterfind("images/image"))


def _image(image: Element) -> ImglabImage:
    file = image.get("file")
    if not file:
        raise NotImglab("an image has no file")
    faces, ignored = list[Box](), list[Box]()
    for box in image.iterfind("box"):
        (ignored if box.get("ignore") == "1" else faces).append(_box(box, file))
    return ImglabImage(file, tuple(faces), tuple(ignored))


def _box(box: Element, file: str) -> Box:
    try:
        values = [float(box.get(name, "")) for name in ("left", "top", "width", "height")]
    except ValueError as error:
        raise NotImglab(f"a box of {file} has no left, top, width and height") from error
    if not all(map(math.isfinite, values)):
        raise NotImglab(f"a box of {file} is endless")
    return Box(*values)
