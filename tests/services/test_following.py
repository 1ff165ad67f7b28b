"""Guesses follow decisions at once, before anything is grouped anew; and new faces heed who somebody is elsewhere."""

from __future__ import annotations

import pytest

from photoface.domain.ledger import Constraints, lifted
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.services.deciding.repeats import set_repeat
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.review.questions import review
from tests.world import World


@pytest.fixture
def both(family: World) -> tuple[World, int, int]:
    """B is Ann; then a photo of A and B comes: its faces, A's in no group of hers, B's suggested to be Ann."""
    naming.name_group(family.library, family.group_of("b0.jpg"), "Ann")
    family.add("new.jpg", "A B")
    family.index()
    a, b = family.faces_of("new.jpg")
    assert family.library.faces.get(b).state is FaceState.SUGGESTED
    return family, a, b


def test_who_is_beside_somebody_in_a_photo_is_not_suggested_to_be_that_person(both) -> None:
    w, a, b = both
    group = w.library.faces.get(b).cluster_id
    correcting.assign(w.library, (a,), "Ann")
    assert w.library.faces.get(b).state is FaceState.UNASSIGNED
    assert w.library.faces.get(b).cluster_id is None
    w.library.journal.undo()
    assert (w.library.faces.get(b).person, w.library.faces.get(b).cluster_id) == ("Ann", group)


def test_in_a_mirror_it_is(both) -> None:
    w, a, b = both
    set_repeat(w.library, w.library.faces.get(a).photo_id, repeat=True)
    correcting.assign(w.library, (a,), "Ann")
    assert w.library.faces.get(b).person == "Ann"
    set_repeat(w.library, w.library.faces.get(a).photo_id, repeat=False)
    assert w.library.faces.get(b).person is None


def test_what_is_undone_is_followed_too(both) -> None:
    w, a, b = both
    mirror = set_repeat(w.library, w.library.faces.get(a).photo_id, repeat=True).operation_id
    correcting.assign(w.library, (a,), "Ann")
    w.library.journal.undo(mirror)
    assert w.library.faces.get(b).person is None


def test_who_was_told_apart_from_somebody_is_not_suggested_to_be_that_person(family) -> None:
    first = family.faces_of("a0.jpg")
    rest = [family.faces_of(f"a{number}.jpg")[0] for number in range(2, 5)]
    correcting.split(family.library, (*first, *family.faces_of("a1.jpg")))
    correcting.assign(family.library, (rest[0],), "Ann")
    assert {family.library.faces.get(face).person for face in rest} == {"Ann"}
    correcting.assign(family.library, tuple(first), "Ann")
    assert {family.library.faces.get(face).person for face in rest[1:]} == {None}


def test_a_new_face_does_not_join_another_group_of_somebody_beside_it(family) -> None:
    groups = [family.group_of("a0.jpg"), family.group_of("b0.jpg")]
    naming.name_groups(family.library, groups, "Ann")
    family.add("new.jpg", "A B")
    family.index()
    a, b = family.faces_of("new.jpg")
    family.library.groups.place({b: None})
    correcting.assign(family.library, (a,), "Ann")
    group_new_faces(family.library)
    assert family.library.faces.get(b).cluster_id not in groups


def test_bans_of_faces_become_bans_of_people() -> None:
    photo = frozenset({("photo", 9)})
    known = Constraints((), {1: 7, 3: 8}, {1: photo, 2: photo, 3: photo}, {1: photo, 2: photo, 3: photo})
    bans = lifted(known, [2], []).bans
    assert bans[2] == photo | {("person", 7), ("person", 8)}
    assert bans[1] == photo | {("person", 8)}
    assert lifted(known, [], []).bans == known.bans
    assert lifted(known, [], [1]).bans[2] == photo | {("person", 7), ("person", 8)}


@pytest.mark.parametrize("times", [1, 2])
def test_who_left_a_group_by_an_undo_is_there_again_when_it_is_redone(both, times) -> None:
    w, a, b = both
    journal, group = w.library.journal, w.library.faces.get(b).cluster_id
    mirror = set_repeat(w.library, w.library.faces.get(a).photo_id, repeat=True).operation_id
    correcting.assign(w.library, (a,), "Ann")
    for _ in range(times):
        journal.undo(mirror)
        assert w.library.faces.get(b).cluster_id is None
        journal.redo()
        assert (w.library.faces.get(b).person, w.library.faces.get(b).cluster_id) == ("Ann", group)


def test_who_left_a_group_by_doing_it_again_is_there_again_when_it_is_undone(both) -> None:
    """Meanwhile a new grouping put it there."""
    w, a, b = both
    group = w.library.faces.get(b).cluster_id
    w.library.groups.place({b: None})
    correcting.assign(w.library, (a,), "Ann")
    w.library.journal.undo()
    w.library.groups.place({b: group})
    w.library.journal.redo()
    assert w.library.faces.get(b).cluster_id is None
    w.library.journal.undo()
    assert w.library.faces.get(b).cluster_id == group


def suggested(w: World, name: str, person: str) -> list[int]:
    faces = w.library.faces.by_ids(w.faces_of(name))
    return [face.face_id for face in faces if face.state is FaceState.SUGGESTED and face.person == person]


def asked(w: World, name: str) -> list[int]:
    """Faces of a photo of which it is asked whether they are somebody."""
    faces = {face for question in review(w.library) if question.person is not None for face in question.faces}
    return sorted(faces.intersection(w.faces_of(name)))


@pytest.mark.parametrize("mirror", [False, True])
def test_of_two_faces_of_one_photo_one_is_guessed_to_be_a_person_unless_it_is_a_mirror(family, mirror) -> None:
    naming.name_group(family.library, family.group_of("b0.jpg"), "Bea")
    family.add("twice.jpg", "B B")
    family.index()
    if mirror:
        set_repeat(family.library, family.library.faces.get(family.faces_of("twice.jpg")[0]).photo_id, repeat=True)
        apply_plan(family.library, plan_regrouping(family.library))
    assert len(suggested(family, "twice.jpg", "Bea")) == (2 if mirror else 1)
    assert set(asked(family, "twice.jpg")) <= set(suggested(family, "twice.jpg", "Bea"))


@pytest.fixture
def one_after_all(family: World) -> World:
    """A and B, often together, turn out to be one person: one face of A's group says so, two of B's."""
    correcting.assign(family.library, tuple(family.faces_of("a0.jpg")), "Ann")
    correcting.assign(family.library, (*family.faces_of("b0.jpg"), *family.faces_of("b1.jpg")), "Bea")
    return family


def test_of_two_in_two_groups_of_a_person_the_one_stays_that_more_speaks_for(one_after_all) -> None:
    w = one_after_all
    before = w.library.groups.memberships()
    a, b = w.faces_of("ab0.jpg")
    naming.merge(w.library, "Ann", "Bea")
    assert suggested(w, "ab0.jpg", "Bea") == [b]
    assert w.library.faces.get(a).cluster_id is None
    w.library.journal.undo()
    assert w.library.groups.memberships() == before
    w.library.journal.redo()
    assert suggested(w, "ab0.jpg", "Bea") == [b]


def test_new_faces_of_one_photo_do_not_both_join_groups_of_one_person(one_after_all) -> None:
    w = one_after_all
    naming.merge(w.library, "Ann", "Bea")
    w.add("new.jpg", "A B")
    w.index()
    assert len(suggested(w, "new.jpg", "Bea")) == 1
