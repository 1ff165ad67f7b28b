"""Boxes under the hand: whatever is dragged, a box stays a box in the photo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt

from photoface.domain.geometry import Box, Size
from photoface.gui.pages.photo.boxes import HANDLES, SMALLEST, Grip, between, dragged, grip_at, handle_at, shape_of

PHOTO = Size(1000, 600)
moves = st.builds(QPointF, st.floats(-3000, 3000), st.floats(-3000, 3000))
grips = st.sampled_from([*HANDLES, Grip.WHOLE])


@st.composite
def boxes(draw) -> Box:
    x, y = draw(st.floats(0, PHOTO.width - 20)), draw(st.floats(0, PHOTO.height - 20))
    return Box(x, y, draw(st.floats(10, PHOTO.width - x)), draw(st.floats(10, PHOTO.height - y)))


@given(boxes(), grips, moves)
def test_a_dragged_box_stays_in_the_photo_and_is_never_turned_over(box: Box, grip: Grip, by: QPointF) -> None:
    after = dragged(box, grip, by, PHOTO)
    assert after.x >= 0
    assert after.y >= 0
    assert after.x + after.width <= PHOTO.width + 1e-6
    assert after.y + after.height <= PHOTO.height + 1e-6
    assert min(after.width, after.height) >= SMALLEST - 1e-6


@given(boxes(), grips, moves)
def test_edges_that_are_not_held_stay(box: Box, grip: Grip, by: QPointF) -> None:
    after = dragged(box, grip, by, PHOTO)
    if grip is Grip.WHOLE:
        assert (after.width, after.height) == (box.width, box.height)
        return
    if Grip.LEADING not in grip:
        assert after.x == box.x
    if Grip.TOP not in grip:
        assert after.y == box.y
    if Grip.TRAILING not in grip:
        assert after.x + after.width == pytest.approx(box.x + box.width)
    if Grip.BOTTOM not in grip:
        assert after.y + after.height == pytest.approx(box.y + box.height)


@given(moves, moves)
def test_a_box_between_any_two_points_is_in_the_photo(one: QPointF, other: QPointF) -> None:
    box = between(one, other, PHOTO)
    assert box.width >= 0
    assert box.height >= 0
    assert 0 <= box.x <= PHOTO.width
    assert box.y + box.height <= PHOTO.height + 1e-6


def test_each_handle_is_held_where_it_is_drawn() -> None:
    place = QRectF(100, 100, 80, 60)
    for grip in HANDLES:
        assert grip_at(place, handle_at(place, grip)) == grip
    assert grip_at(place, place.center()) == Grip.WHOLE
    assert grip_at(place, QPointF(300, 300)) is None


def test_the_cursor_says_what_dragging_would_do() -> None:
    assert shape_of(None) == Qt.CursorShape.ArrowCursor
    assert shape_of(Grip.WHOLE) == Qt.CursorShape.SizeAllCursor
    assert shape_of(Grip.LEADING) == Qt.CursorShape.SizeHorCursor
    assert shape_of(Grip.LEADING | Grip.TOP) == Qt.CursorShape.SizeFDiagCursor
    assert shape_of(Grip.TRAILING | Grip.TOP) == Qt.CursorShape.SizeBDiagCursor
