"""Boxes in the photo viewer: drawn, moved, removed, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from photoface.domain.geometry import Box
from tests.gui.patience import decided
from tests.gui.viewed import SECONDS, Viewed


def test_a_box_is_drawn_named_and_undone(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    assert viewed.canvas.drawing
    viewed.drag(viewed.point(600, 100), viewed.point(700, 220))
    viewed.until_faces(2)
    viewed.bot.waitUntil(lambda: viewed.page.popup.face is not None, timeout=SECONDS)
    assert not viewed.canvas.drawing
    assert viewed.face(1).box.iou(Box(600, 100, 100, 120)) > 0.9
    assert "by hand" in viewed.page.popup.note.text()
    viewed.bot.keyClicks(viewed.page.popup.field, "Dora")
    with decided(viewed.bot, viewed.desk):
        viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Return)
    viewed.bot.waitUntil(lambda: viewed.face(1).person == "Dora", timeout=SECONDS)
    viewed.undo()
    viewed.undo()
    viewed.until_faces(1)


def test_what_is_in_a_drawn_box_is_looked_at(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    viewed.drag(viewed.point(600, 100), viewed.point(700, 220))
    viewed.until_faces(2)
    drawn = viewed.face(1).face_id
    viewed.bot.waitUntil(lambda: drawn in viewed.page.shown.drawn.compared, timeout=SECONDS)


def test_handles_move_an_edge_and_the_middle_moves_the_box(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    before = viewed.face(0).box
    viewed.press(Qt.Key.Key_N)
    corner = viewed.point(before.x + before.width, before.y + before.height)
    viewed.drag(corner, viewed.point(before.x + before.width + 50, before.y + before.height + 40))
    viewed.bot.waitUntil(lambda: viewed.face(0).box.width > before.width + 40, timeout=SECONDS)
    assert (viewed.face(0).box.x, viewed.face(0).box.y) == (before.x, before.y)
    larger = viewed.face(0).box
    viewed.drag(viewed.middle(0), viewed.point(500, 250))
    viewed.bot.waitUntil(lambda: viewed.face(0).box.x > 300, timeout=SECONDS)
    assert viewed.face(0).box.width == pytest.approx(larger.width)
    viewed.undo()
    viewed.undo()
    viewed.bot.waitUntil(lambda: viewed.face(0).box == before, timeout=SECONDS)


def test_del_takes_boxes_away(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_N)
    viewed.press(Qt.Key.Key_Delete)
    viewed.until_faces(1)
    viewed.undo()
    viewed.until_faces(2)


def test_boxes_by_keyboard_alone(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    viewed.press(Qt.Key.Key_Return)
    viewed.until_faces(2)
    viewed.bot.waitUntil(lambda: viewed.page.popup.face is not None, timeout=SECONDS)
    viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Escape)
    box = viewed.face(1).box
    viewed.press(Qt.Key.Key_B)
    viewed.press(Qt.Key.Key_Right)
    viewed.bot.waitUntil(lambda: viewed.face(1).box.x > box.x, timeout=SECONDS)
    assert viewed.name() == "b.jpg"
    viewed.press(Qt.Key.Key_Escape)
    assert not viewed.canvas.drawing
    assert viewed.desk.places.here.page == "photo"


def test_a_slip_of_the_mouse_is_refused_in_words(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    with viewed.bot.waitSignal(viewed.desk.session.failed, timeout=SECONDS) as said:
        viewed.drag(viewed.point(600, 100), viewed.point(606, 220))
    assert "too small" in str(said.args[0])
