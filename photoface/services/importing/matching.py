"""Which face of a photo a told box means. Programs draw faces larger or smaller than others do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from photoface.domain.geometry import Box
from photoface.store.face_matching import SAME_FACE, KnownFace

LANDMARKS = 5
Means = Callable[[Box, KnownFace], bool]


def match_boxes(boxes: Sequence[Box], faces: Sequence[KnownFace], *, loosely: bool = True) -> dict[int, int]:
    """Index of a box -> index of the face that it means; one to one, the best overlap first.

    Boxes that overlap as faces do (IoU >= .5); loosely: then those that mean one face only: each has its middle in the
    other, or all five landmarks lie in the box.
    """
    found: dict[int, int] = {}
    overlaps = sorted(
        ((box.iou(face.box), at, index) for at, box in enumerate(boxes) for index, face in enumerate(faces)),
        key=lambda each: (-each[0], faces[each[2]].retired, each[2], each[1]),
    )
    for overlap, at, index in overlaps:
        if overlap >= SAME_FACE and at not in found and index not in found.values():
            found[at] = index
    for means in (_shares_middle, _holds) if loosely else ():
        _match_the_only_ones(boxes, faces, found, means)
    return found


def _match_the_only_ones(boxes: Sequence[Box], faces: Sequence[KnownFace], found: dict[int, int], means: Means) -> None:
    for at, box in enumerate(boxes):
        free = [index for index in _free(faces, found.values()) if means(box, faces[index])]
        rivals = [other for other, each in enumerate(boxes) if other not in found and other != at]
        if at not in found and len(free) == 1 and not any(means(boxes[other], faces[free[0]]) for other in rivals):
            found[at] = free[0]


def _free(faces: Sequence[KnownFace], taken: Collection[int]) -> Iterable[int]:
    return (index for index, face in enumerate(faces) if index not in taken and not face.retired)


def _shares_middle(box: Box, face: KnownFace) -> bool:
    return _inside(box.center, face.box) and _inside(face.box.center, box)


def _holds(box: Box, face: KnownFace) -> bool:
    """Somebody drew the box around the whole head, or the whole person."""
    if face.landmarks is None:
        return False
    return sum(_inside((float(x), float(y)), box) for x, y in face.landmarks) == LANDMARKS


def _inside(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
