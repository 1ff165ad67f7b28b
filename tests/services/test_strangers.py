"""Small groups looked through at once: who is ignored, who is kept, what is asked next, and taking it back."""

from __future__ import annotations

import pytest

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.people import FaceState
from photoface.services.deciding.hiding import bring_back, hide_groups
from photoface.services.deciding.naming import name_group
from photoface.services.review import answers
from photoface.services.review.question import Kind, Question
from photoface.services.review.questions import questions, review
from tests.world import World

NOBODIES = ("P", "Q", "R", "S", "T")


@pytest.fixture
def crowd(w: World) -> World:
    """A in eight photos; five people in three each."""
    for shot in range(8):
        w.add(f"a{shot}.jpg", "A")
    for name in NOBODIES:
        for shot in range(3):
            w.add(f"{name.lower()}{shot}.jpg", name)
    w.index()
    name_group(w.library, w.group_of("a0.jpg"), "Anna")
    return w


def asked_at_once(w: World) -> Question | None:
    return next((one for one in review(w.library) if one.kind is Kind.STRANGERS), None)


def ignore_one(w: World) -> None:
    question = next(one for one in review(w.library) if one.kind is Kind.NAME)
    answers.set_aside(w.library, question, FaceState.IGNORED)


def grid(w: World) -> Question:
    """The first was ignored, so the others may be strangers too."""
    ignore_one(w)
    found = asked_at_once(w)
    assert found is not None
    return found


def states(w: World) -> dict[str, FaceState]:
    return {name: w.library.faces.get(w.faces_of(f"{name.lower()}0.jpg")[0]).state for name in NOBODIES}


def test_nobody_is_taken_for_a_stranger_before_one_was_ignored(crowd) -> None:
    assert asked_at_once(crowd) is None


def test_after_one_was_ignored_the_others_are_asked_about_at_once_and_first(crowd) -> None:
    found = grid(crowd)
    assert review(crowd.library)[0] == found
    assert (len(found.faces), found.settles) == (12, 12)
    answers.yes(crowd.library, found)
    assert set(states(crowd).values()) == {FaceState.IGNORED}
    assert not review(crowd.library)
    crowd.library.journal.undo()
    assert asked_at_once(crowd) == found


def test_who_was_taken_out_is_kept_whole_and_asked_about_by_name(crowd) -> None:
    found = grid(crowd)
    out = found.faces[4]
    mates = set(crowd.library.groups.members(crowd.library.faces.get(out).cluster_id))
    assert len(mates) == 3
    answers.swept(crowd.library, found, [out])
    assert sorted(states(crowd).values()).count(FaceState.IGNORED) == 4
    (left,) = review(crowd.library)
    assert left.kind is Kind.NAME
    assert set(left.faces) == mates
    assert left.worth == pytest.approx(3)


def test_who_is_no_stranger_is_not_asked_about_as_one_again(crowd) -> None:
    found = grid(crowd)
    answers.no(crowd.library, found)
    assert FaceState.IGNORED in states(crowd).values()  # of before
    assert asked_at_once(crowd) is None
    assert {one.kind for one in review(crowd.library)} == {Kind.NAME}
    crowd.library.journal.undo()
    assert asked_at_once(crowd) is not None


def test_who_was_not_sure_is_asked_one_by_one(crowd) -> None:
    answers.unsure(crowd.library, grid(crowd))
    assert asked_at_once(crowd) is None
    assert len([one for one in review(crowd.library) if one.kind is Kind.NAME]) == 4


def test_of_whom_nobody_was_sure_who_it_is_is_no_stranger(crowd) -> None:
    first = next(one for one in review(crowd.library) if one.kind is Kind.NAME)
    answers.unsure(crowd.library, first)
    assert set(first.faces).isdisjoint(grid(crowd).faces)


def test_groups_hidden_in_bulk_tell_as_much_until_they_are_brought_back(crowd) -> None:
    hide_groups(crowd.library, [crowd.group_of("p0.jpg")])
    assert asked_at_once(crowd) is not None
    bring_back(crowd.library, [crowd.faces_of(f"p{shot}.jpg")[0] for shot in range(3)])
    assert asked_at_once(crowd) is None


def test_a_name_is_no_answer(crowd) -> None:
    found = grid(crowd)
    with pytest.raises(BadRequest, match="asked for next"):
        answers.somebody_else(crowd.library, found, "Paul")
    with pytest.raises(BadRequest, match="asked for next"):
        answers.swept(crowd.library, found, found.faces[:1], "Paul")


def test_what_was_decided_meanwhile_stays(crowd) -> None:
    found = grid(crowd)
    name_group(crowd.library, crowd.library.faces.get(found.faces[0]).cluster_id, "Paul")
    with pytest.raises(Conflict, match="decided meanwhile"):
        answers.yes(crowd.library, found)
    assert crowd.library.people.find("Paul").named == 3


def test_one_at_a_time_asks_about_no_strangers(crowd) -> None:
    grid(crowd)
    assert Kind.STRANGERS not in {one.kind for one in questions(crowd.library)}
