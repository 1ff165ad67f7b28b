"""Taking one step back: what it would change, or which later steps stand on it."""

from __future__ import annotations

import pytest

from photoface.domain.errors import NotFound
from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, drawing, naming
from photoface.services.ledger.history import Who, preview_undo, step
from tests.world import World


@pytest.fixture
def merged(family: World) -> tuple[World, int]:
    """Ann (eight faces) and Bea (five), merged into Ann by the given operation."""
    for name, photo in (("Ann", "a0.jpg"), ("Bea", "b0.jpg")):
        naming.name_group(family.library, family.group_of(photo), name)
    number = naming.merge(family.library, "Bea", "Ann").operation_id
    assert number is not None
    return family, number


def test_a_preview_says_who_becomes_who_and_changes_nothing(merged) -> None:
    w, number = merged
    found = preview_undo(w.library, number)
    (turn,) = found.turns
    assert (turn.before, turn.after) == (Who("Ann", FaceState.NAMED), Who("Bea", FaceState.NAMED))
    assert set(turn.faces) == {face for name in ("ab0", "ab1", "ab2") for face in w.faces_of(f"{name}.jpg")[1:]} | {
        face for name in ("b0", "b1") for face in w.faces_of(f"{name}.jpg")
    }
    assert (found.people_back, found.people_gone, found.allowed) == (("Bea",), (), True)
    assert w.library.journal.get(number).state == "done"
    assert [each.name for each in w.library.people.list()] == ["Ann"]


def test_the_merge_of_last_week_is_taken_back_without_what_came_after(merged) -> None:
    w, number = merged
    naming.name_group(w.library, w.group_of("c.jpg"), "Cleo")
    w.add("late.jpg", "A")
    w.index()
    correcting.confirm(w.library, tuple(w.faces_of("late.jpg")))
    naming.rename(w.library, "Ann", "Anna")
    assert preview_undo(w.library, number).allowed
    w.library.journal.undo(number)
    assert w.who()["late.jpg"] == ["Anna"]
    assert w.who()["c.jpg"] == ["Cleo"]
    assert w.who()["b0.jpg"] == ["Bea"]


def test_what_stands_on_it_is_named_in_the_order_to_undo_it(merged) -> None:
    w, number = merged
    face = tuple(w.faces_of("b0.jpg"))
    first = correcting.reject(w.library, face, "Ann").operation_id
    second = correcting.assign(w.library, face, "Dora").operation_id
    found = preview_undo(w.library, number)
    assert not found.allowed
    assert [each.operation_id for each in found.blockers] == [second, first]
    for each in found.blockers:
        w.library.journal.undo(each.operation_id)
    assert preview_undo(w.library, number).allowed


def test_the_latest_without_a_number_and_nothing_to_undo(merged) -> None:
    w, number = merged
    assert preview_undo(w.library).operation.operation_id == number
    w.library.journal.undo()
    with pytest.raises(NotFound, match="undone already"):
        preview_undo(w.library, number)


def test_a_drawn_face_that_is_gone(family) -> None:
    photo = family.library.photos.list()[0].photo_id
    drawn = drawing.draw(family.library, photo, Box(300, 300, 80, 80))
    assert [turn.after for turn in preview_undo(family.library).turns] == [None]
    later = correcting.assign(family.library, (drawn.face_id,), "Ann").operation_id
    family.library.journal.undo()
    family.library.journal.undo()
    assert step(family.library, later).faces == ()
    assert step(family.library, later).count == 1


def test_a_reason_is_kept(family) -> None:
    with family.library.journal.because("  she says\nso "):
        naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    naming.rename(family.library, "Ann", "Anna")
    assert [each.reason for each in family.library.journal.history()] == ["", "she says so"]
