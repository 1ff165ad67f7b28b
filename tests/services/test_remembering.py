"""Answered questions are known again by their faces and people, whatever the groups are called by then."""

from __future__ import annotations

import pytest

from photoface.services.deciding import naming
from photoface.services.review.remembering import Asked, answered, remember
from tests.world import World


@pytest.fixture
def groups(family: World) -> tuple[World, int, int]:
    """A's group of eight faces and B's of five."""
    return family, family.group_of("a0.jpg"), family.group_of("b0.jpg")


def same(one: int, other: int, kind: str = "group") -> Asked:
    return Asked("same", ("group", one), (kind, other))


def unsure(w: World, asked: Asked) -> None:
    remember(w.library, asked, "unsure", "unsure", "not sure")


def known(w: World, asked: Asked) -> bool:
    return bool(answered(w.library, [asked]))


def regroup(w: World, *parts: list[int]) -> list[int]:
    """These faces in new groups, as a grouping would do it: no decision."""
    with w.library.db.transaction():
        made = w.library.groups.new(len(parts))
        w.library.groups.place({face: made[at] for at, part in enumerate(parts) for face in part})
    return made


def test_either_way_round(groups) -> None:
    w, one, other = groups
    assert not known(w, same(one, other))
    unsure(w, same(one, other))
    assert known(w, same(one, other))
    assert known(w, same(other, one))
    assert not known(w, Asked("right", ("group", one), ("group", other)))


def test_other_numbers_parts_and_the_whole_again(groups) -> None:
    w, one, other = groups
    unsure(w, same(one, other))
    faces = w.library.groups.members(one)
    some, rest = regroup(w, faces[:3], faces[3:])
    assert known(w, same(some, other))
    assert known(w, same(rest, other))
    (whole,) = regroup(w, faces)
    assert known(w, same(whole, other))


def test_parts_that_were_asked_about_one_by_one_are_known_together(groups) -> None:
    w, one, other = groups
    faces = w.library.groups.members(one)
    parts = regroup(w, faces[:3], faces[3:])
    for part in parts:
        unsure(w, same(part, other))
    (whole,) = regroup(w, faces)
    assert known(w, same(whole, other))


def test_half_as_many_faces_again_are_new_to_see(groups) -> None:
    w, one, other = groups
    faces = w.library.groups.members(one)
    some, _ = regroup(w, faces[:6], faces[6:])
    unsure(w, same(some, other))
    assert known(w, same(*regroup(w, faces), other))
    small, _ = regroup(w, faces[:4], faces[4:])
    w.library.journal.undo()
    unsure(w, same(small, other))
    assert not known(w, same(*regroup(w, faces[:6]), other))


def test_a_group_that_got_a_name_is_known_by_its_faces(groups) -> None:
    w, one, other = groups
    unsure(w, same(one, other))
    person = naming.name_group(w.library, other, "Bea").person_id
    assert known(w, same(one, person, "person"))


def test_twice_as_many_faces_of_a_person_are_new_to_see(groups) -> None:
    w, one, other = groups
    faces = w.library.groups.members(one)
    few, more, rest = regroup(w, faces[:2], faces[2:7], faces[7:])
    person = naming.name_group(w.library, few, "Ann").person_id
    unsure(w, same(other, person, "person"))
    naming.name_group(w.library, more, "Ann")  # seven: two were too few to count from
    assert known(w, same(other, person, "person"))
    naming.name_group(w.library, rest, "Ann")
    assert not known(w, same(other, person, "person"))


def test_two_people_who_are_two_stay_so_when_one_gets_another_persons_faces(groups) -> None:
    w, one, other = groups
    a, b = (naming.name_group(w.library, group, name).person_id for group, name in ((one, "Ann"), (other, "Bea")))
    c = naming.name_group(w.library, w.group_of("c.jpg"), "Cleo").person_id
    remember(w.library, Asked("same", ("person", a), ("person", b)), "no", "different", "Ann and Bea are two")
    naming.merge(w.library, "Bea", "Cleo")
    assert known(w, Asked("same", ("person", c), ("person", a)))
    w.library.journal.undo()
    assert not known(w, Asked("same", ("person", c), ("person", a)))
    assert known(w, Asked("same", ("person", b), ("person", a)))


def test_an_undone_answer_is_asked_again_and_one_about_an_undone_name_waits_for_it(groups) -> None:
    w, one, other = groups
    named = naming.name_group(w.library, other, "Bea")
    asked = same(one, named.person_id, "person")
    unsure(w, asked)
    w.library.journal.undo(named.operation_id)  # an answer does not stand in its way
    assert not known(w, same(one, other))
    w.library.journal.redo()
    assert known(w, asked)
    w.library.journal.undo(w.library.journal.history()[0].operation_id)
    assert not known(w, asked)
