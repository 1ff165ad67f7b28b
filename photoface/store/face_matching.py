"""Which known face a detection is, when a photo is read again: by overlap of the boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from photoface.domain.faces import FaceAnalysis
from photoface.domain.geometry import Box, Size, reorient_box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Landmarks: TypeAlias = "NDArray[np.float32]"
"""Shape [5, 2], as in domain.faces.Detection."""

SAME_FACE = 0.5
"""Intersection over union from which two boxes are one face: the usual rule since PASCAL VOC (2010)."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownFace:
    """A stored face. landmarks: float32 [5, 2] or None."""

    face_id: int
    box: Box
    landmarks: Landmarks | None
    drawn: bool
    retired: bool


def match(known: Sequence[KnownFace], found: Sequence[FaceAnalysis]) -> Mapping[int, int]:
    """Index of a found face -> id of the known face that it is; one to one, best overlap first.

    Of equal overlaps the face that is not retired goes first, then the older one.
    """
    overlaps = [(face.box.iou(new.detection.box), face, index) for face in known for index, new in enumerate(found)]
    ranked = sorted(overlaps, key=lambda each: (-each[0], each[1].retired, each[1].face_id, each[2]))
    matched: dict[int, int] = {}
    for overlap, face, index in ranked:
        if overlap >= SAME_FACE and index not in matched and face.face_id not in matched.values():
            matched[index] = face.face_id
    return matched


def reorient(face: KnownFace, shown: Size, old: int, new: int) -> KnownFace:
    """The face in the photo shown by EXIF orientation ``new``; ``shown``: the photo's size when shown by ``old``."""
    box = reorient_box(face.box, shown, old, new)
    return replace(face, box=box, landmarks=_reorient_landmarks(face.landmarks, shown, old, new))


def resize(face: KnownFace, old: Size, new: Size) -> KnownFace:
    """The face in the same upright picture of another size."""
    across, down = new.width / old.width, new.height / old.height
    box = Box(face.box.x * across, face.box.y * down, face.box.width * across, face.box.height * down)
    landmarks = None if face.landmarks is None else (face.landmarks * (across, down)).astype("float32")
    return replace(face, box=box, landmarks=landmarks)


def _reorient_landmarks(landmarks: Landmarks | None, shown: Size, old: int, new: int) -> Landmarks | None:
    if landmarks is None:
        return None
    import numpy as np

    corners = [reorient_box(Box(float(x), float(y), 0, 0), shown, old, new) for x, y in landmarks]
    eyes, nose, mouth = corners[:2], corners[2], corners[3:]
    # Eyes and mouth corners are named by their side of the picture, which a turn or a mirror changes.
    ordered = [*sorted(eyes, key=_left), nose, *sorted(mouth, key=_left)]
    return np.array([(point.x, point.y) for point in ordered], np.float32)


def _left(point: Box) -> float:
    return point.x
