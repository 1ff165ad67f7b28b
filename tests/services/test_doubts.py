"""Decided faces that look wrong, and "this is right", which is never asked again."""

from __future__ import annotations

import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding.correcting import assign
from photoface.services.deciding.dating import set_date
from photoface.services.deciding.naming import merge, name_group
from photoface.services.deciding.repeats import set_repeat
from photoface.services.review import doubts as doubting
from photoface.services.review.doubts import Reason, doubts, this_is_right
from tests.world import World


@pytest.fixture
def named(family: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A and B have names; nothing is wrong."""
    monkeypatch.setattr(doubting, "in_child", lambda function, *args: function(*args))
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    name_group(family.library, family.group_of("b0.jpg"), "Ben")
    return family


def doubted(w: World) -> list[int]:
    return [each.face.face_id for each in doubts(w.library)]


def test_right_names_are_not_doubted(named: World) -> None:
    assert doubts(named.library) == []


def test_a_face_under_the_wrong_name_is_found_with_whom_it_is_like(named: World) -> None:
    wrong = named.faces_of("b0.jpg")[0]
    assign(named.library, (wrong,), "Anna")
    (found,) = doubts(named.library)
    assert (found.face.face_id, found.person.name, found.rival.name) == (wrong, "Anna", "Ben")
    assert Reason.NEARER in found.reasons
    assert found.rival_angle < found.angle
    assert found.rival_rate < found.rate


def test_a_stranger_among_a_persons_faces_is_like_nobody(named: World) -> None:
    wrong = named.faces_of("c.jpg")[0]
    assign(named.library, (wrong,), "Anna")
    assert Reason.FAR in {reason for each in doubts(named.library) for reason in each.reasons}
    assert doubted(named) == [wrong]


def test_twice_in_a_photo_unless_it_is_a_mirror(named: World) -> None:
    first, second = named.faces_of("ab0.jpg")
    assign(named.library, (first, second), "Anna")
    found = {each.face.face_id: each.reasons for each in doubts(named.library)}
    assert found.keys() == {first, second}
    assert all(Reason.TWICE in reasons for reasons in found.values())
    assert doubted(named)[0] == second  # who is Ben looks more wrong
    set_repeat(named.library, named.library.faces.get(first).photo_id, repeat=True)
    assert doubted(named) == [second]


def test_who_is_like_nobody_of_those_years_is_found_by_the_dates(named: World) -> None:
    for number in range(6):
        named.add(f"child{number}.jpg", "D")
    named.add("daughter.jpg", "D")
    named.index()
    children = [named.faces_of(f"child{number}.jpg")[0] for number in range(6)]
    daughter = named.faces_of("daughter.jpg")[0]
    assign(named.library, (*children, daughter), "Anna")  # who looked like that as a child
    assert daughter not in doubted(named)
    photos = {face.face_id: face.photo_id for face in named.library.faces.list()}
    adult = {photo for face, photo in photos.items() if face not in children}
    set_date(named.library, adult, "2015")
    set_date(named.library, {photos[face] for face in children}, "1980")
    reasons = {each.face.face_id: each.reasons for each in doubts(named.library)}
    assert reasons == {daughter: (Reason.YEARS,)}


def test_faces_named_with_their_group_come_first(named: World) -> None:
    merge(named.library, str(named.group_of("c.jpg")), "Anna")  # named, nobody looked at it
    looked_at = named.faces_of("b0.jpg")[0]
    assign(named.library, (looked_at,), "Anna")
    states = [each.face.state for each in doubts(named.library)]
    assert states == [FaceState.NAMED, FaceState.CONFIRMED]


def test_this_is_right_is_asked_once_and_can_be_undone(named: World) -> None:
    wrong = named.faces_of("b0.jpg")[0]
    assign(named.library, (wrong,), "Anna")
    assert this_is_right(named.library, [wrong]).operation_id is not None
    assert doubts(named.library) == []
    named.add("later.jpg", "A")
    named.index()
    assert doubts(named.library) == []
    assert this_is_right(named.library, [wrong]).operation_id is None
    named.library.journal.undo()
    assert doubted(named) == [wrong]
    named.library.journal.redo()
    assert doubts(named.library) == []


def test_right_as_one_person_is_not_right_as_another(named: World) -> None:
    wrong = named.faces_of("a0.jpg")[0]
    this_is_right(named.library, [wrong])
    assign(named.library, (wrong,), "Ben")
    assert doubted(named) == [wrong]


def test_the_answer_goes_with_a_person_who_is_merged(named: World) -> None:
    wrong = named.faces_of("c.jpg")[0]
    assign(named.library, (wrong,), "Anna")
    this_is_right(named.library, [wrong])
    assign(named.library, (named.faces_of("b0.jpg")[0],), "Anne")
    merge(named.library, "Anna", "Anne")
    assert wrong not in doubted(named)


def test_of_one_person_only(named: World) -> None:
    wrong = named.faces_of("b0.jpg")[0]
    assign(named.library, (wrong,), "Anna")
    people = {person.name: person.person_id for person in named.library.people.list()}
    assert doubts(named.library, people["Ben"]) == []
    assert len(doubts(named.library, people["Anna"])) == 1
