from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from photoface.domain.ledger import Constraints, Contradiction, Mark
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.contradictions import contradictions, must_groups
from tests.matching.strategies import Library, forbidden, libraries

PHOTO: frozenset[Mark] = frozenset({("photo", 3)})
ANNA: frozenset[Mark] = frozenset({("person", 1)})


def test_two_faces_of_one_photo_held_together() -> None:
    found = contradictions(Constraints(((1, 2, 5),), {}, {1: PHOTO, 5: PHOTO}, {1: PHOTO, 5: PHOTO}))
    assert found == (Contradiction((1, 5), "photo", 3),)


def test_two_people_held_together_by_overlapping_groups() -> None:
    found = contradictions(Constraints(((1, 2), (2, 3)), {1: 4, 3: 2}))
    assert found == (Contradiction((1, 3), "person", 2),)


def test_a_face_held_with_the_person_it_was_taken_from() -> None:
    found = contradictions(Constraints(((1, 2),), {1: 1}, {}, {2: ANNA}))
    assert found == (Contradiction((1, 2), "rejected", 1),)


def test_faces_called_different_held_together() -> None:
    one, other = (frozenset[Mark]({("separation", number)}) for number in (8, 9))
    found = contradictions(Constraints(((1, 2),), {}, {1: one, 2: other}, {1: other, 2: one}))
    assert found == (Contradiction((1, 2), "different", 4),)


def test_a_photo_does_not_contradict_itself() -> None:
    assert contradictions(Constraints(((1, 2),), {}, {1: PHOTO, 7: PHOTO}, {1: PHOTO, 7: PHOTO})) == ()


@settings(max_examples=100, deadline=None)
@given(libraries())
def test_a_group_is_contradictory_where_two_of_its_faces_are_apart(library: Library) -> None:
    constraints = library.constraints
    found = contradictions(constraints)
    for group in must_groups(constraints):
        broken = any(forbidden(constraints, a, b) for a in group for b in group if a < b)
        assert broken == any(set(each.faces) <= set(group) for each in found)


@settings(max_examples=100, deadline=None)
@given(libraries())
def test_groups_of_nodes_are_apart_when_two_of_their_faces_are(library: Library) -> None:
    labels = np.arange(len(library.ids)) % 3
    state = ConstraintState.of_faces(library.ids, library.constraints).grouped(labels)
    for a, b in ((0, 1), (1, 2)):
        pairs = [(int(x), int(y)) for x in library.ids[labels == a] for y in library.ids[labels == b]]
        assert state.blocked(a, b) == any(forbidden(library.constraints, x, y) for x, y in pairs)
