"""Why a face is whom it is said to be."""

from __future__ import annotations

from photoface.services.deciding.correcting import reject
from photoface.services.deciding.naming import name_group
from photoface.services.review.explaining import Band, explain
from tests.world import World


def apart(w: World, photo: str) -> int:
    face = w.faces_of(photo)[0]
    with w.library.db.transaction():
        (group,) = w.library.groups.new(1)
        w.library.groups.place({face: group})
    return face


def test_nobody_is_known_yet(family) -> None:
    found = explain(family.library, family.faces_of("a0.jpg")[0])
    assert (found.band, found.candidates) == (Band.LEAVE, ())


def test_bands_and_the_nearest_confirmed_faces(family) -> None:
    face = apart(family, "a0.jpg")
    name_group(family.library, family.group_of("a1.jpg"), "Anna")
    name_group(family.library, family.group_of("b0.jpg"), "Ben")
    found = explain(family.library, face)
    assert found.band is Band.JOIN
    assert found.wrong is not None
    assert found.wrong < 0.01
    assert [one.person.name for one in found.candidates] == ["Anna", "Ben"]
    near = found.candidates[0].near
    assert [one.angle for one in near] == sorted(one.angle for one in near)
    assert all(one.rate is not None for one in near)
    assert explain(family.library, family.faces_of("a1.jpg")[0]).band is Band.DECIDED


def test_what_forbids_is_told(family) -> None:
    face = apart(family, "a0.jpg")
    name_group(family.library, family.group_of("a1.jpg"), "Anna")
    reject(family.library, (face,), "Anna")
    found = explain(family.library, face)
    assert found.band is Band.LEAVE
    assert found.candidates[0].vetoes == ("rejected",)


def test_a_face_among_decided_ones(family) -> None:
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    family.add("new.jpg", "A")
    family.index()
    assert explain(family.library, family.faces_of("new.jpg")[0]).band is Band.TOGETHER
