"""One photo as the viewer shows it."""

from __future__ import annotations

import pytest

from photoface.domain.errors import NotFound
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting
from photoface.services.deciding.references import faces_by_id
from photoface.services.showing.photo_view import view_photo


def photo_of(w, name: str) -> int:
    return w.library.faces.get(w.faces_of(name)[0]).photo_id


def test_faces_come_from_left_to_right_without_those_that_are_none(family) -> None:
    left, right = family.faces_of("ab0.jpg")
    photo_id = photo_of(family, "ab0.jpg")
    assert [face.face_id for face in view_photo(family.library, photo_id).faces] == [left, right]
    correcting.set_aside(family.library, faces_by_id((left,), family.library.faces), FaceState.NOT_A_FACE)
    assert [face.face_id for face in view_photo(family.library, photo_id).faces] == [right]


def test_a_photo_that_is_gone_is_said_in_a_sentence(family) -> None:
    photo_id = photo_of(family, "c.jpg")
    family.library.photos.mark_missing([bytes(family.photos / "c.jpg")])
    with pytest.raises(NotFound, match="not in the library any more"):
        view_photo(family.library, photo_id)
