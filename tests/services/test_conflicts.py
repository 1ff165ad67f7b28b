"""Contradictory decisions: shown with both sides, told before they are made, settled in steps that can be undone."""

from __future__ import annotations

import pytest

from photoface.domain.errors import NotFound
from photoface.services.deciding import correcting, naming
from photoface.services.ledger.claims import Said
from photoface.services.ledger.conflicts import Act, Clash, conflicts, settle
from photoface.services.ledger.foretelling import Action, Foretold, after, foretell, weighed
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from tests.world import World


def face(w: World, name: str, at: int = 0) -> int:
    return w.faces_of(name)[at]


def only(library: Library) -> Clash:
    (found,) = conflicts(library)
    return found


@pytest.fixture
def twice(family: World) -> World:
    """Both faces of one photo are said to be Ann."""
    naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    correcting.assign(family.library, (face(family, "ab0.jpg", 1),), "Ann")
    return family


@pytest.fixture
def parted(family: World) -> World:
    """Two groups were said to be different people, then both got one name."""
    one, other = family.group_of("b0.jpg"), family.group_of("c.jpg")
    correcting.part(family.library, str(one), str(other))
    naming.name_groups(family.library, [one, other], "Bea")
    return family


@pytest.fixture
def bound(family: World) -> World:
    """Two groups were merged, then their faces got two names."""
    one, other = family.group_of("b0.jpg"), family.group_of("c.jpg")
    b, c = face(family, "b0.jpg"), face(family, "c.jpg")
    naming.merge(family.library, str(other), str(one))
    correcting.assign(family.library, (b,), "Bea")
    correcting.assign(family.library, (c,), "Cleo")
    return family


@pytest.fixture
def refused(family: World) -> World:
    """A face that is not Bea was merged with one that is."""
    one, other = family.group_of("b0.jpg"), family.group_of("c.jpg")
    b, c = face(family, "b0.jpg"), face(family, "c.jpg")
    naming.merge(family.library, str(other), str(one))
    correcting.assign(family.library, (b,), "Bea")
    correcting.reject(family.library, (c,), "Bea")
    return family


def test_no_contradictions(family) -> None:
    naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    assert conflicts(family.library) == []


def test_two_faces_of_one_photo_with_both_decisions(twice) -> None:
    found = only(twice.library)
    assert found.why == "photo"
    assert {each.photo_id for each in found.faces} == {found.subject}
    assert {claim.operation.kind for claim in found.together} == {"name", "assign"}
    assert {claim.person for claim in found.together} == {"Ann"}
    assert [claim.said for claim in found.apart] == [Said.PHOTO]
    assert all(claim.operation.at and claim.operation.author for claim in found.together)


def test_different_people_of_one_name(parted) -> None:
    found = only(parted.library)
    assert (found.why, {claim.said for claim in found.apart}) == ("different", {Said.DIFFERENT})
    assert [claim.operation.kind for claim in (*found.together, *found.apart)] == ["name", "different"]
    assert len(found.faces) == 6


def test_one_person_with_two_names(bound) -> None:
    found = only(bound.library)
    assert found.why == "person"
    assert [claim.operation.kind for claim in found.together] == ["merge"]
    assert [claim.person for claim in found.apart] == ["Bea", "Cleo"]


def test_a_person_and_a_face_that_is_not(refused) -> None:
    found = only(refused.library)
    assert found.why == "rejected"
    assert [claim.said for claim in found.together] == [Said.SAME]
    assert [(claim.said, claim.person, claim.operation.kind) for claim in found.apart] == [(Said.NOT, "Bea", "reject")]


WAYS = {
    "twice": {Act.MIRROR, Act.LEAVE, Act.UNDO},
    "parted": {Act.UNITE, Act.UNDO},
    "bound": {Act.MERGE, Act.LOOSEN, Act.UNDO},
    "refused": {Act.ACCEPT, Act.LOOSEN, Act.UNDO},
}


@pytest.mark.parametrize("case", WAYS)
def test_every_way_out_settles_it_in_one_step_that_can_be_undone(case, request) -> None:
    w = request.getfixturevalue(case)
    before = only(w.library)
    assert {way.act for way in before.ways} == WAYS[case]
    for way in before.ways:
        settle(w.library, way.key)
        assert before not in conflicts(w.library)
        if way.act is not Act.MERGE:
            assert conflicts(w.library) == []
        _back(w.library, way.act)
        assert only(w.library) == before


def _back(library: Library, act: Act) -> None:
    if act is Act.UNDO:
        library.journal.redo()
    else:
        library.journal.undo()


def test_a_way_out_that_there_is_not(twice) -> None:
    with pytest.raises(NotFound, match="mirror:99"):
        settle(twice.library, "mirror:99")


def ann_twice(w: World) -> Action:
    return lambda library: correcting.assign(library, (face(w, "ab0.jpg", 1),), "Ann")


def test_it_is_told_before_it_is_made(family) -> None:
    naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    before = family.library.journal.history()
    told = foretell(family.library, ann_twice(family))
    (found,) = told.clashes
    assert found.why == "photo"
    assert told.outcome.operation_id in {claim.operation.operation_id for claim in found.together if claim.operation}
    assert (family.library.journal.history(), conflicts(family.library)) == (before, [])


def test_what_contradicts_already_is_not_told_again(twice) -> None:
    more = (face(twice, "c.jpg"),)
    assert foretell(twice.library, lambda library: correcting.assign(library, more, "Ann")).clashes == ()
    assert foretell(twice.library, lambda _: Outcome(None, "nothing")).clashes == ()


def test_a_merge_is_rehearsed_without_a_snapshot(family) -> None:
    for name, group in (("Ann", "a0.jpg"), ("Bea", "b0.jpg")):
        naming.name_group(family.library, family.group_of(group), name)
    told = foretell(family.library, lambda library: naming.merge(library, "Bea", "Ann"))
    assert [each.why for each in told.clashes] == ["photo"] * 3
    assert not list(family.library.folder.glob("snapshots/*"))
    assert [each.name for each in family.library.people.list()] == ["Ann", "Bea"]


def test_one_more_face_of_a_person_in_a_contradiction_is_no_new_one(bound) -> None:
    more = (face(bound, "a1.jpg"),)
    assert foretell(bound.library, lambda library: correcting.assign(library, more, "Bea")).count == 0
    ann = foretell(bound.library, lambda library: correcting.assign(library, (face(bound, "b1.jpg"),), "Ann"))
    assert [each.why for each in ann.clashes] == ["person"]


def test_what_is_told_comes_with_ways_that_settle_it_first(family) -> None:
    naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    act = ann_twice(family)
    told = weighed(family.library, act)
    assert isinstance(told, Foretold)
    assert {way.act for way in told.ways} == {Act.MIRROR, Act.LEAVE}  # without Ann nobody could be named after her
    for way in told.ways:
        outcome = weighed(family.library, after(way, act))
        assert isinstance(outcome, Outcome)
        assert conflicts(family.library) == []
        family.library.journal.undo()
        family.library.journal.undo()


def test_what_contradicts_nothing_is_made(family) -> None:
    outcome = weighed(family.library, lambda library: naming.name_group(library, family.group_of("a0.jpg"), "Ann"))
    assert isinstance(outcome, Outcome)
    assert family.library.people.find("Ann").named == 8


def test_all_the_same_is_said_of_what_was_told_and_of_no_more(family) -> None:
    """While somebody thinks about it, other decisions come."""
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Ann")
    bea = tuple(family.faces_of("b0.jpg"))

    def act(to: Library) -> Outcome:
        return correcting.assign(to, (face(family, "ab0.jpg", 1), *bea), "Ann")

    told = weighed(library, act)
    assert isinstance(told, Foretold)
    cleo = face(family, "c.jpg")
    naming.merge(library, str(family.group_of("c.jpg")), str(family.group_of("b0.jpg")))
    correcting.assign(library, (cleo,), "Cleo")
    before = library.journal.history()
    more = weighed(library, act, told)
    assert isinstance(more, Foretold)
    assert library.journal.history() == before
    assert isinstance(weighed(library, act, more), Outcome)
    library.journal.undo()
    assert library.journal.history()[1:] == before[0:]
