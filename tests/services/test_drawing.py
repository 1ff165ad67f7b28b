"""Boxes that a human draws: decisions like any other, and never lost or moved by indexing."""

from __future__ import annotations

import numpy as np
import pytest

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.faces import FOUNDING_QUALITY, BoxAnalysis, Detection, FaceAnalysis
from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, drawing
from photoface.services.deciding.repeats import set_repeat
from photoface.services.showing.photo_view import view_photo
from tests.world import JPEG, person_vector

BOX = Box(600.0, 100.0, 100.0, 120.0)


def seen_in(box: Box, name: str = "A", quality: float = 0.9) -> BoxAnalysis:
    """A clear face that fills the box."""
    x, y = box.center
    landmarks = np.array([(x, y)] * 5, np.float32)
    vector = person_vector(name, "drawn")
    face = FaceAnalysis(Detection(box, landmarks, 0.9), quality, {"retail-0095": vector}, JPEG)
    return BoxAnalysis(b"", ("retail-0095",), face, JPEG)


def nothing_in(_: Box) -> BoxAnalysis:
    return BoxAnalysis(b"", ("retail-0095",), None, JPEG)


@pytest.fixture
def photo_id(family) -> int:
    return family.library.faces.get(family.faces_of("c.jpg")[0]).photo_id


@pytest.fixture
def drawn_id(family, photo_id) -> int:
    face_id = drawing.draw(family.library, photo_id, BOX).face_id
    assert face_id is not None
    return face_id


def boxes(w, photo_id: int) -> list[Box]:
    return [face.box for face in view_photo(w.library, photo_id).faces]


def compared(w, face_id: int) -> bool:
    return face_id in w.library.present_vectors()[0]


def test_a_drawn_face_is_there_until_it_is_undone(family, photo_id, drawn_id) -> None:
    assert boxes(family, photo_id)[-1] == BOX
    assert drawn_id in view_photo(family.library, photo_id).drawn.ids
    assert not compared(family, drawn_id)
    family.library.journal.undo()
    assert BOX not in boxes(family, photo_id)
    family.library.journal.redo()
    assert family.library.faces.get(drawn_id).box == BOX


def test_undoing_a_drawing_that_was_named_is_refused_with_the_reason(family, drawn_id) -> None:
    drawing_id = family.library.journal.latest_done().operation_id
    correcting.assign(family.library, (drawn_id,), "Dora")
    with pytest.raises(Conflict, match="Dora"):
        family.library.journal.undo(drawing_id)
    assert family.library.faces.get(drawn_id).person == "Dora"
    family.library.journal.undo()
    family.library.journal.undo()
    assert not family.library.people.list()


def test_what_is_seen_in_a_box_is_compared_but_founds_no_group(family, photo_id, drawn_id) -> None:
    assert view_photo(family.library, photo_id).drawn.unread == (drawn_id,)
    assert drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    assert compared(family, drawn_id)
    assert family.library.faces.get(drawn_id).quality < FOUNDING_QUALITY
    assert family.library.faces.get(drawn_id).box == BOX
    drawn = view_photo(family.library, photo_id).drawn
    assert (drawn.unread, drawn.compared) == ((), {drawn_id})


def test_a_box_without_a_face_in_it_has_a_picture_and_a_name_only(family, photo_id, drawn_id) -> None:
    drawing.keep_seen(family.library, drawn_id, BOX, nothing_in(BOX))
    assert not compared(family, drawn_id)
    assert family.library.thumbs.face(drawn_id) == JPEG
    drawn = view_photo(family.library, photo_id).drawn
    assert (drawn.compared, drawn.unread) == (frozenset(), ())


def test_what_only_a_corner_of_the_box_shows_is_not_in_it(family, photo_id, drawn_id) -> None:
    beside = Box(BOX.x + 200, BOX.y, BOX.width, BOX.height)
    assert drawing.keep_seen(family.library, drawn_id, BOX, seen_in(beside))
    assert not compared(family, drawn_id)
    assert view_photo(family.library, photo_id).drawn.unread == ()


def test_a_found_box_in_which_nothing_is_seen_keeps_what_it_has(family) -> None:
    face = family.library.faces.get(family.faces_of("c.jpg")[0])
    assert not drawing.keep_seen(family.library, face.face_id, face.box, nothing_in(face.box))
    assert compared(family, face.face_id)


def test_after_a_change_of_models_drawn_faces_are_looked_at_again(family, drawn_id) -> None:
    assert [face.face_id for face in drawing.unread(family.library)] == [drawn_id]
    drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    assert drawing.unread(family.library) == []
    family.library.db.execute("DELETE FROM embedding WHERE face_id = ?", [drawn_id])
    assert [face.face_id for face in drawing.unread(family.library)] == [drawn_id]
    drawing.erase(family.library, drawn_id)
    assert drawing.unread(family.library) == []


def test_what_was_seen_elsewhere_is_not_kept(family, drawn_id) -> None:
    drawing.move(family.library, drawn_id, Box(20.0, 300.0, 50.0, 60.0))
    assert not drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    assert not compared(family, drawn_id)
    family.library.journal.undo()
    family.library.journal.undo()
    assert not drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))


def test_a_box_that_moved_away_is_looked_at_again_and_after_undo_once_more(family, photo_id, drawn_id) -> None:
    away = Box(20.0, 300.0, 50.0, 60.0)
    drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    drawing.move(family.library, drawn_id, away)
    assert view_photo(family.library, photo_id).drawn.unread == (drawn_id,)
    drawing.keep_seen(family.library, drawn_id, away, nothing_in(away))
    assert not compared(family, drawn_id)
    family.library.journal.undo()
    assert family.library.faces.get(drawn_id).box == BOX
    assert view_photo(family.library, photo_id).drawn.unread == (drawn_id,)


def test_a_box_that_hardly_moved_is_still_of_the_same_face(family, photo_id, drawn_id) -> None:
    drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    drawing.move(family.library, drawn_id, Box(595.0, 95.0, 110.0, 130.0))
    assert view_photo(family.library, photo_id).drawn.unread == ()


def test_moving_a_found_box_makes_it_the_humans(family, photo_id) -> None:
    (face_id,) = family.faces_of("c.jpg")
    before = family.library.faces.get(face_id)
    drawing.move(family.library, face_id, BOX)
    assert view_photo(family.library, photo_id).drawn.ids == {face_id}
    family.library.journal.undo()
    after = family.library.faces.get(face_id)
    assert (after.box, after.cluster_id) == (before.box, before.cluster_id)
    assert not view_photo(family.library, photo_id).drawn.ids


def test_indexing_again_neither_loses_nor_moves_boxes(family, photo_id, drawn_id) -> None:
    (found_id,) = family.faces_of("c.jpg")[:1]
    drawing.move(family.library, found_id, Box(10.0, 20.0, 80.0, 100.0))
    correcting.assign(family.library, (drawn_id,), "Dora")
    before = boxes(family, photo_id)
    family.library.db.execute("DELETE FROM analysis")
    family.index(retry=True)
    assert boxes(family, photo_id) == before
    assert family.library.faces.get(drawn_id).person == "Dora"


def test_a_removed_box_comes_back_with_its_name(family, photo_id, drawn_id) -> None:
    drawing.keep_seen(family.library, drawn_id, BOX, seen_in(BOX))
    correcting.assign(family.library, (drawn_id,), "Dora")
    assert "removed" in drawing.erase(family.library, drawn_id).summary
    assert BOX not in boxes(family, photo_id)
    family.library.journal.undo()
    assert BOX in boxes(family, photo_id)
    assert family.library.faces.get(drawn_id).person == "Dora"
    assert compared(family, drawn_id)


def test_removing_a_found_box_says_that_it_is_no_face(family) -> None:
    (face_id,) = family.faces_of("c.jpg")
    assert "not a face" in drawing.erase(family.library, face_id).summary
    assert family.library.faces.get(face_id).state is FaceState.NOT_A_FACE


@pytest.mark.parametrize("box", [Box(10, 10, 3, 90), Box(2000, 10, 90, 90), Box(-50, 10, 55, 90)])
def test_a_slip_of_the_hand_is_no_box(family, photo_id, box) -> None:
    with pytest.raises(BadRequest, match="too small"):
        drawing.draw(family.library, photo_id, box)
    assert family.library.journal.latest_done() is None


def test_a_box_ends_where_the_photo_does(family, photo_id) -> None:
    drawing.draw(family.library, photo_id, Box(-20, 400, 100, 300))
    assert Box(0, 400, 80, 100) in boxes(family, photo_id)


def test_a_mirror_is_said_and_unsaid(family, photo_id) -> None:
    set_repeat(family.library, photo_id, repeat=True)
    assert view_photo(family.library, photo_id).repeat
    set_repeat(family.library, photo_id, repeat=False)
    assert not view_photo(family.library, photo_id).repeat
    family.library.journal.undo()
    assert view_photo(family.library, photo_id).repeat
