"""What is asked next, and that an answered question is not asked again."""

from __future__ import annotations

import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding.naming import name_group
from photoface.services.review import answers
from photoface.services.review.questions import Kind, Question, questions
from tests.world import World


@pytest.fixture
def anna(family: World) -> World:
    """A is named Anna, then two more photos of A come: guesses."""
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    family.add("new0.jpg", "A")
    family.add("new1.jpg", "A")
    family.index()
    return family


def faces_asked(found: list[Question]) -> set[int]:
    return {one.face.face_id for one in found if one.face is not None}


def new_faces(w: World) -> set[int]:
    return {w.faces_of("new0.jpg")[0], w.faces_of("new1.jpg")[0]}


def test_guesses_are_asked(anna) -> None:
    found = questions(anna.library)
    assert faces_asked(found) == new_faces(anna)
    assert {one.person.name for one in found if one.person} == {"Anna"}


@pytest.mark.parametrize("answer", ["yes", "no", "else", "ignore", "no face"])
def test_an_answered_question_is_gone_for_good(anna, answer) -> None:
    first = questions(anna.library)[0]
    face = first.face.face_id
    match answer:
        case "yes":
            answers.yes(anna.library, first)
        case "no":
            answers.no(anna.library, first)
        case "else":
            answers.somebody_else(anna.library, first, "Clara")
        case "ignore":
            answers.set_aside(anna.library, first, FaceState.IGNORED)
        case _:
            answers.set_aside(anna.library, first, FaceState.NOT_A_FACE)
    anna.add("later.jpg", "A")
    anna.index()
    assert face not in faces_asked(questions(anna.library))
    anna.library.journal.undo()
    assert face in faces_asked(questions(anna.library))


def test_who_is_not_sure_is_not_asked_again(anna) -> None:
    first, second = questions(anna.library)
    answers.unsure(anna.library, first)
    assert [one.key for one in questions(anna.library)] == [second.key]
    anna.library.journal.undo()
    assert [one.key for one in questions(anna.library)] == [first.key, second.key]
    anna.library.journal.redo()
    assert [one.key for one in questions(anna.library)] == [second.key]


def split_in_two(w: World) -> tuple[int, int]:
    """Two groups of A that nobody decided about: as when the grouping was too strict."""
    faces = [w.faces_of(f"a{n}.jpg")[0] for n in range(5)]
    with w.library.db.transaction():
        (apart,) = w.library.groups.new(1)
        w.library.groups.place(dict.fromkeys(faces[:2], apart))
    return apart, w.group_of("a4.jpg")


def test_groups_that_look_alike_are_asked_about_once(family) -> None:
    small, large = split_in_two(family)
    (found,) = [one for one in questions(family.library) if one.kind is Kind.SAME]
    assert (found.group.cluster_id, found.other.cluster_id, found.settles) == (small, large, 2)


def test_the_same_person_becomes_one_group(family) -> None:
    _, large = split_in_two(family)
    (found,) = [one for one in questions(family.library) if one.kind is Kind.SAME]
    assert answers.yes(family.library, found).cluster_id == large
    assert family.group_of("a0.jpg") == large
    assert not [one for one in questions(family.library) if one.kind is Kind.SAME]


def test_different_people_stay_apart_and_are_not_asked_again(family) -> None:
    small, large = split_in_two(family)
    (found,) = [one for one in questions(family.library) if one.kind is Kind.SAME]
    answers.no(family.library, found)
    family.add("later.jpg", "A")
    family.index()
    assert not [one for one in questions(family.library) if one.kind is Kind.SAME]
    assert family.group_of("a0.jpg") == small != large


def test_not_sure_about_groups_comes_back_with_half_as_many_faces_again(family) -> None:
    small, _ = split_in_two(family)
    (found,) = [one for one in questions(family.library) if one.kind is Kind.SAME]
    answers.unsure(family.library, found)
    assert not [one for one in questions(family.library) if one.kind is Kind.SAME]
    grow(family, small)
    (again,) = [one for one in questions(family.library) if one.kind is Kind.SAME]
    assert again.key == found.key


def grow(w: World, cluster_id: int) -> None:
    """One more face of A, in this group."""
    w.add("one more.jpg", "A")
    w.index()
    with w.library.db.transaction():
        w.library.groups.place(dict.fromkeys(w.faces_of("one more.jpg"), cluster_id))
