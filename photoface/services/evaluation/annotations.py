"""True boxes of faces: dlib's imglab XML, or JSON:

    {"images": [{"file": "a.jpg", "boxes": [[x, y, width, height], ...], "ignore": [[x, y, width, height], ...]}]}

Boxes of JSON are of the picture as it is shown upright, as `photoface faces --json` gives them; those of XML are of the
stored picture. Files are looked for below the folder of the annotations, or another one.
"""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass
from pathlib import Path

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.geometry import Box
from photoface.metadata.imglab import NotImglab, parse_imglab


@dataclass(frozen=True, slots=True)
class Annotated:
    """One picture with its true boxes. upright: they are of the picture as shown, else as stored."""

    path: bytes
    boxes: tuple[Box, ...]
    ignored: tuple[Box, ...]
    upright: bool


def read_annotations(path: Path, photos: Path | None = None) -> tuple[Annotated, ...]:
    """The annotated pictures, whether their files exist or not. Raises NotFound, BadRequest."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except OSError as error:
        raise BadRequest(f"{path} cannot be read ({error.strerror}).") from error
    root = os.fsencode(photos or path.parent)
    found = _json(data, path, root) if data.lstrip()[:1] == b"{" else _xml(data, path, root)
    if not found:
        raise BadRequest(f"{path} names no pictures.")
    return found


def _xml(data: bytes, path: Path, root: bytes) -> tuple[Annotated, ...]:
    try:
        images = parse_imglab(data)
    except NotImglab as error:
        raise BadRequest(f"{path} is neither imglab's XML nor JSON: {error}.") from error
    return tuple(Annotated(_below(root, each.file), each.boxes, each.ignored, upright=False) for each in images)


def _json(data: bytes, path: Path, root: bytes) -> tuple[Annotated, ...]:
    try:
        return tuple(
            Annotated(_below(root, each["file"]), _boxes(each["boxes"]), _boxes(each.get("ignore", ())), upright=True)
            for each in json.loads(data)["images"]
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        form = '{"images": [{"file": "a.jpg", "boxes": [[x, y, width, height]]}]}'
        raise BadRequest(f"{path} is not as expected, {form}: {error!r}.") from error


def _boxes(rows: list[list[float]]) -> tuple[Box, ...]:
    boxes = tuple(Box(*map(float, row)) for row in rows)
    if not all(math.isfinite(value) for box in boxes for value in (box.x, box.y, box.width, box.height)):
        raise ValueError("a box is endless")
    return boxes


def _below(root: bytes, file: str) -> bytes:
    return os.path.join(root, os.fsencode(file.replace("\\", "/")))
