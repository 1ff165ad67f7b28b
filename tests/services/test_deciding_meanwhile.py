"""Decisions that come while faces are being grouped: they hold, and the grouping goes on around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding.correcting import set_aside
from photoface.services.deciding.naming import merge, name_group
from photoface.services.deciding.references import faces_by_id
from photoface.services.groups import grouping
from photoface.services.groups.grouping import group_new_faces
from tests.world import World


@pytest.fixture
def meanwhile(w: World, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """``meanwhile(decide)``: it happens when the next grouping is computed and not stored yet."""
    compute = grouping.in_child

    def then(decide: Callable[[], object]) -> None:
        def computed(*arguments: object) -> object:
            found = compute(*arguments)  # type: ignore[arg-type]
            monkeypatch.setattr(grouping, "in_child", compute)
            decide()
            return found

        monkeypatch.setattr(grouping, "in_child", computed)

    return then


def ungrouped(w: World) -> list[int]:
    """Three photos of A in a group, and of two more, found just now, the faces that wait for one."""
    for number in range(3):
        w.add(f"a{number}.jpg", "A")
    w.index()
    known = set(w.library.groups.memberships())
    for number in range(3, 5):
        w.add(f"a{number}.jpg", "A")
    grouping_of, grouping.in_child = grouping.in_child, _nothing_yet
    try:
        with pytest.raises(InterruptedError):
            w.index()
    finally:
        grouping.in_child = grouping_of
    return [face.face_id for face in w.library.faces.list() if face.face_id not in known]


def _nothing_yet(*_: object) -> None:
    raise InterruptedError


def test_a_face_set_aside_meanwhile_joins_no_group(w: World, meanwhile: Callable[..., None]) -> None:
    first, second = ungrouped(w)
    meanwhile(lambda: set_aside(w.library, faces_by_id((first,), w.library.faces), FaceState.NOT_A_FACE))
    group_new_faces(w.library)
    assert first not in w.library.groups.memberships()
    assert w.library.groups.memberships()[second] == w.group_of("a0.jpg")
    assert w.library.db.problems() == []


def test_a_group_that_went_into_a_person_meanwhile_is_not_brought_back(
    w: World, meanwhile: Callable[..., None]
) -> None:
    w.add("b0.jpg", "B")
    w.add("b1.jpg", "B")
    ungrouped(w)
    name_group(w.library, w.group_of("b0.jpg"), "Berta")
    gone = w.group_of("a0.jpg")
    meanwhile(lambda: merge(w.library, str(gone), "Berta"))
    group_new_faces(w.library)
    assert w.who()["a0.jpg"] == ["Berta"]
    assert w.library.db.problems() == []
