"""A box that a human drew, as a picture for the detector: most faces that it missed were too small or too large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from photoface.domain.faces import Detection, Pixels
from photoface.domain.geometry import Box
from photoface.vision.regions import Region

CLOSE_UP = (160.0, 64.0)
"""Pixels along the longer side of the box in the pictures that are tried, one after the other."""

SURROUNDINGS = 2.5
"""Of the box's longer side: a detector wants to see hair and shoulders."""

SAME_PLACE = 0.3
"""Intersection over union from which a detection is what the human meant; people draw generously."""


@dataclass(frozen=True, slots=True, eq=False)
class CloseUp:
    """pixels: RGB [h, w, 3]; left, top: where they begin in the photo; scale: pixels here per pixel of the photo."""

    pixels: Pixels
    left: float
    top: float
    scale: float


def surroundings(box: Box) -> Box:
    """The square around a box that the detector is shown; it may reach beyond the photo."""
    side = SURROUNDINGS * max(box.width, box.height)
    x, y = box.center
    return Box(x - side / 2, y - side / 2, side, side)


def close_up(region: Region, box: Box, along: float) -> CloseUp:
    """The region at the size where the longer side of the box has so many pixels."""
    factor = along / max(max(box.width, box.height) * region.scale, 1.0)
    size = max(round(region.image.width * factor), 1), max(round(region.image.height * factor), 1)
    image = region.image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return CloseUp(np.asarray(image), region.left, region.top, region.scale * factor)


def nearest(found: Sequence[Detection], seen: CloseUp, box: Box) -> Detection | None:
    """The detection that is at the box, in pixels of the photo."""
    faces = [_in_photo(face, seen) for face in found]
    best = max(faces, key=lambda face: face.box.iou(box), default=None)
    return best if best is not None and best.box.iou(box) >= SAME_PLACE else None


def _in_photo(face: Detection, seen: CloseUp) -> Detection:
    scaled = face.scaled(1 / seen.scale)
    box = Box(scaled.box.x + seen.left, scaled.box.y + seen.top, scaled.box.width, scaled.box.height)
    return Detection(box, scaled.landmarks + np.array([seen.left, seen.top], np.float32), face.score)
