"""Detections against known faces: one to one, best overlap first, whatever way the photo is shown."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.geometry import Box, Size
from photoface.store.face_matching import SAME_FACE, KnownFace, match, reorient
from tests.store.building import face

BOXES = st.builds(Box, st.integers(0, 300), st.integers(0, 300), st.integers(20, 200), st.integers(20, 200))
KNOWN = st.lists(st.tuples(BOXES, st.booleans()), max_size=6)
SHOWN = Size(640, 480)


def _known(drawn: list[tuple[Box, bool]]) -> list[KnownFace]:
    return [KnownFace(number, box, None, False, retired) for number, (box, retired) in enumerate(drawn, 1)]


def _found(boxes: list[Box]):
    from dataclasses import replace

    return [replace(face(), detection=replace(face().detection, box=box)) for box in boxes]


@given(KNOWN, st.lists(BOXES, max_size=6))
def test_matches_are_one_to_one_and_none_better_is_left(drawn: list[tuple[Box, bool]], boxes: list[Box]) -> None:
    known = _known(drawn)
    by_id = {each.face_id: each for each in known}
    matched = match(known, _found(boxes))
    assert len(set(matched.values())) == len(matched)
    for index, box in enumerate(boxes):
        for each in known:
            overlap = each.box.iou(box)
            taken = [by_id[matched[index]].box.iou(box)] if index in matched else []
            taken += [each.box.iou(boxes[other]) for other, face_id in matched.items() if face_id == each.face_id]
            assert overlap < SAME_FACE or any(best >= overlap for best in taken)
    assert all(by_id[face_id].box.iou(boxes[index]) >= SAME_FACE for index, face_id in matched.items())


@given(st.lists(BOXES, max_size=5, unique=True))
def test_the_same_boxes_are_the_same_faces(boxes: list[Box]) -> None:
    known = _known([(box, False) for box in boxes])
    assert match(known, _found(boxes)) == {index: index + 1 for index in range(len(boxes))}


@given(KNOWN, st.lists(BOXES, max_size=5), st.integers(1, 8), st.integers(1, 8))
def test_turning_changes_no_match(drawn: list[tuple[Box, bool]], boxes: list[Box], old: int, new: int) -> None:
    known = _known(drawn)
    turned = [reorient(each, SHOWN, old, new) for each in known]
    shown = [reorient(KnownFace(0, box, None, False, False), SHOWN, old, new).box for box in boxes]
    assert _overlaps(turned, shown) == _overlaps(known, boxes)
    there_and_back = [reorient(each, SHOWN.turned(old).turned(new), new, old) for each in turned]
    assert all(np.allclose(_corners(a.box), _corners(b.box)) for a, b in zip(there_and_back, known, strict=True))


def test_of_equal_overlaps_the_face_that_is_not_retired_is_meant() -> None:
    box = Box(0, 0, 100, 100)
    assert match(_known([(box, True), (box, False)]), _found([box])) == {0: 2}


def _overlaps(known: list[KnownFace], boxes: list[Box]) -> list[list[float]]:
    return [[round(each.box.iou(box), 6) for box in boxes] for each in known]


def _corners(box: Box) -> list[float]:
    return [box.x, box.y, box.width, box.height]
